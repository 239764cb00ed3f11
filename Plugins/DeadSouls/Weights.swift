import RuleKit

/// How much each signal speaks for a client being dead: 0 nothing, 1 everything.
///
/// The defaults are the field standard's.
struct Weights: Sendable {
  /// The signals by their keys in the settings, and their weights.
  static let all: [(key: String, weight: Double)] = [
    ("registry_closed", 0.98), ("registry_bankrupt", 0.6), ("registry_liquidating", 0.5),
    ("registry_unreliable", 0.3), ("too_old", 0.95), ("placeholder", 0.9), ("unreachable", 0.7),
    ("suppressed", 0.5), ("never_bought", 0.4), ("never_bought_long", 0.6), ("silent", 0.3),
    ("silent_long", 0.5), ("silent_too_long", 0.7), ("rhythm", 0.5), ("chance_low", 0.3),
    ("chance_very_low", 0.6), ("stale", 0.2),
  ]

  /// The signals and their weights in a line.
  static var list: String { all.map { "\($0.key) \($0.weight)" }.joined(separator: ", ") }

  private let weights: [String: Double]

  /// The defaults, with what a standard says otherwise.
  init(_ given: [String: Double]) throws(SettingsError) {
    let known = Dictionary(uniqueKeysWithValues: Self.all.map { ($0.key, $0.weight) })
    for (key, weight) in given.sorted(by: { $0.key < $1.key })
    where !(0...1).contains(weight) || known[key] == nil {
      throw SettingsError(
        "weights.\(key)", known[key] == nil ? "is no signal" : "is no weight",
        remedy: known[key] == nil
          ? "signals are \(Self.all.map(\.key).joined(separator: ", "))" : "write a number from 0 to 1")
    }
    weights = known.merging(given) { $1 }
  }

  /// How surely a client is dead by all its signals taken as independent: 1 − Π (1 − w), in hundredths.
  func score(_ signals: Signals, _ fact: Registry.Fact?) -> Int {
    var alive = 1.0
    func count(_ key: String, _ isGiven: Bool) {
      if isGiven { alive *= 1 - (weights[key] ?? 0) }
    }
    if !signals.isHeardOfSince {
      count("registry_closed", fact?.status == .closed)
    }
    count("registry_bankrupt", fact?.status == .bankrupt)
    count("registry_liquidating", fact?.status == .liquidating)
    count("registry_unreliable", fact?.status == .unreliable)
    count("too_old", signals.isImpossiblyOld)
    count("placeholder", signals.isPlaceholder)
    count("unreachable", signals.isReachable == false)
    count("suppressed", signals.hasBounced || signals.hasOptedOut)
    count("never_bought", signals.neverBought == .forOneYear)
    count("never_bought_long", signals.neverBought == .forTwoYears)
    count("silent", signals.age == .old)
    count("silent_long", signals.age == .older)
    count("silent_too_long", signals.age == .beyond)
    count("rhythm", signals.rhythm == .overdue)
    count("chance_low", signals.chance == .low)
    count("chance_very_low", signals.chance == .veryLow)
    count("stale", signals.isStale)
    // A hair more, so that 0.965 does not depend on how its factors were rounded.
    return Int(((1 - alive) * 100 + 1e-9).rounded())
  }
}
