import Foundation
import Tables

/// Weighs pairs in bits, with the frequency of the very values that agree.
struct PairScorer: Sendable {
  let comparator: PairComparator
  let judge: PairJudge
  let model: Model
  private let given: [UInt32]
  private let surname: [UInt32]
  private let middle: [UInt32]
  private let birth: [UInt32]
  private let org: [UInt32]
  private let address: [UInt32]
  private let place: [UInt32]
  private let texts: [[UInt32]]

  /// Values are taken for as frequent as in so many more records of the usual frequency.
  private static let smoothing = 200.0

  init(comparator: PairComparator, judge: PairJudge, model: Model) {
    self.comparator = comparator
    self.judge = judge
    self.model = model
    let evidence = comparator.evidence
    given = Counts.of(evidence.given, in: evidence.names.count)
    surname = Counts.of(evidence.surname, in: evidence.names.count)
    middle = Counts.of(evidence.middle, in: evidence.names.count)
    birth = Counts.of(evidence.birth, in: evidence.dates.count)
    org = Counts.of(evidence.org, in: evidence.orgs.count)
    address = Counts.of(evidence.address, in: evidence.places.count)
    var counts = Counts.of(evidence.postcode, in: evidence.places.count)
    for (value, count) in Counts.of(evidence.city, in: evidence.places.count).enumerated() {
      counts[value] += count
    }
    place = counts
    texts = evidence.text.map { Counts.of($0, in: evidence.texts.count) }
  }

  /// A weighed pair.
  struct Score: Sendable {
    var pattern: Pattern
    var constraint: Constraint
    /// All weights and the prior.
    var bits: Double
  }

  /// Weighs a pair, `a` before `b`.
  func score(_ a: Int, _ b: Int) -> Score { score(a, b, comparator.pattern(a, b)) }

  /// Weighs a pair whose pattern is known.
  func score(_ a: Int, _ b: Int, _ pattern: Pattern) -> Score {
    let constraint = judge.constraint(a, b, pattern)
    var bits = model.priorBits
    for place in 0..<model.count where pattern[place] > 0 { bits += weight(place, a, b, pattern) }
    // A register's number outweighs what typists did to the rest.
    if constraint == .sameINN { bits = max(bits, 14) }
    if constraint == .branchUnknown || constraint == .identifierConflict { bits = max(bits, 5) }
    return Score(pattern: pattern, constraint: constraint, bits: bits)
  }

  /// Weight of one comparison of the pair, in bits.
  func weight(_ place: Int, _ a: Int, _ b: Int, _ pattern: Pattern) -> Double {
    let level = pattern[place]
    guard level > 0 else { return 0 }
    var bits = model.bits(place, level)
    if let share = frequency(place, level, a, b) {
      bits = Model.bounded(log2(model.m[place][level - 1] / share), place)
      if place < Comparison.Place.texts { bits = max(bits, 0) }
    }
    let evidence = comparator.evidence
    switch place {
    case Comparison.Place.given, Comparison.Place.surname, Comparison.Place.middle, Comparison.Place.birth:
      // The contact persons of one firm may differ.
      if bits < 0, evidence.org[a] != 0, evidence.org[b] != 0 { bits = max(bits, -1) }
    case Comparison.Place.household:
      // Who has another first name is likely to live there too: the home is explained.
      if level < 6, pattern[Comparison.Place.personalID] != 1,
        pattern[Comparison.Place.given] == Comparison.Given.different, pattern[Comparison.Place.birth] != 1
      {
        bits = min(bits, 2)
      }
    default: break
    }
    return bits
  }

  /// Share of the records of OTHER clients that have the value the pair agrees on; nil where levels say enough.
  private func frequency(_ at: Int, _ level: Int, _ a: Int, _ b: Int) -> Double? {
    let evidence = comparator.evidence
    let usual = model.u[at][level - 1]
    func share(_ counts: [UInt32], _ id: UInt32) -> Double {
      (Double(max(counts[Int(id)], 1)) - 1 + Self.smoothing * usual)
        / (Double(evidence.count) + Self.smoothing)
    }
    switch (at, level) {
    case (Comparison.Place.given, 1): return share(given, evidence.given[a])
    case (Comparison.Place.surname, 1): return share(surname, evidence.surname[a])
    case (Comparison.Place.middle, 1): return share(middle, evidence.middle[a])
    case (Comparison.Place.birth, 1): return share(birth, evidence.birth[a])
    case (Comparison.Place.org, 1): return share(org, evidence.org[a])
    case (Comparison.Place.email, 1): return shared(evidence.email, comparator.sharedEmails, usual, a, b)
    case (Comparison.Place.household, 1):
      return shared(evidence.phone, comparator.sharedPhones, usual, a, b).map { $0 * 0.25 }
    case (Comparison.Place.household, 2): return shared(evidence.phone, comparator.sharedPhones, usual, a, b)
    case (Comparison.Place.household, 4):
      return evidence.address[a] == evidence.address[b] ? share(address, evidence.address[a]) : nil
    case (Comparison.Place.household, 6): return share(place, evidence.postcode[a])
    case (Comparison.Place.household, 7): return share(place, evidence.city[a])
    case (Comparison.Place.texts..., 1):
      let column = at - Comparison.Place.texts
      return share(texts[column], evidence.text[column][a])
    default: return nil
    }
  }

  /// The smallest share among the values in common; a value on many names is frequent.
  private func shared(_ list: ValueList, _ values: SharedValues, _ usual: Double, _ a: Int, _ b: Int)
    -> Double?
  {
    var least: Double?
    for one in list.range(a) {
      for other in list.range(b) where list[one] == list[other] && !values.isShared(list[one]) {
        let names = Double(max(values.names[Int(list[one])], 1))
        let share = (names - 1 + 0.1 + 1000 * usual) / (Double(list.count) + 1000)
        least = min(least ?? share, share)
      }
    }
    return least
  }
}
