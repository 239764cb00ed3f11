import Foundation

/// The weights of a base: how often each level stands among pairs of one client (m), of two strangers (u) and of
/// two clients of one home (h).
///
/// Relatives, flatmates and firms of one building share a home but not a first name or a birth date; to take them
/// for strangers who happen to agree on phone, address and surname would make clients of them. So a pair is
/// weighed against both: the strangers and the housemates.
struct Model: Sendable {
  /// m by comparison and level − 1.
  var m: [[Double]]
  /// u by comparison and level − 1.
  var u: [[Double]]
  /// h by comparison and level − 1.
  var h: [[Double]]
  /// Share of all pairs that are one client.
  var matchShare: Double
  /// Share of all pairs that are two clients of one home.
  var homeShare: Double

  /// What is believed before looking at a base.
  init(comparisons: Int, matchShare: Double) {
    m = (0..<comparisons).map { Comparison.at($0).levels.map(\.m) }
    u = (0..<comparisons).map { Comparison.at($0).levels.map(\.u) }
    h = (0..<comparisons).map { Comparison.at($0).levels.map(\.h) }
    self.matchShare = matchShare
    homeShare = matchShare / 2
  }

  /// Number of comparisons.
  var count: Int { m.count }

  /// Weight of a level against strangers, in bits; 0 for the level «not told».
  func bits(_ place: Int, _ level: Int) -> Double {
    guard level > 0 else { return 0 }
    return Self.bounded(log2(m[place][level - 1] / u[place][level - 1]), place)
  }

  /// Weight of a level against housemates, in bits; 0 for the level «not told».
  func homeBits(_ place: Int, _ level: Int) -> Double {
    guard level > 0 else { return 0 }
    return Self.bounded(log2(m[place][level - 1] / h[place][level - 1]), place)
  }

  /// No single comparison decides alone.
  static func bounded(_ bits: Double, _ place: Int) -> Double {
    switch place {
    case Comparison.Place.gender: min(max(bits, -3), 1)
    case Comparison.Place.texts...: min(max(bits, -4), 12)
    default: min(max(bits, -8), 18)
    }
  }

  /// Weight of the share of matches against strangers, in bits.
  var priorBits: Double { log2(matchShare / (1 - matchShare)) }

  /// Weight of the share of matches against housemates, in bits.
  var homePriorBits: Double { log2(matchShare / homeShare) }

  /// Weight of a pattern against both, the priors in, without frequencies of values.
  func bits(_ pattern: Pattern) -> Double {
    var (strangers, home) = (priorBits, homePriorBits)
    for place in 0..<count {
      let level = pattern[place]
      guard level > 0 else { continue }
      strangers += bits(place, level)
      home += homeBits(place, level)
    }
    return Self.against(strangers, home)
  }

  /// Bits of the odds against two explanations, each alone so many bits.
  @inline(__always) static func against(_ strangers: Double, _ home: Double) -> Double {
    let (less, more) = strangers < home ? (strangers, home) : (home, strangers)
    return more - less > 30 ? less : less - log2(1 + exp2(less - more))
  }

  /// Probability that weights of `bits` in all mean one client.
  static func probability(_ bits: Double) -> Double { 1 / (1 + exp2(-bits)) }

  /// The bits of a probability.
  static func bits(ofProbability probability: Double) -> Double { log2(probability / (1 - probability)) }
}
