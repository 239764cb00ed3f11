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
  /// Copies that a record has of itself, on average: those who have its values are others less these.
  private let ownCopies: Double
  private let dependence: TextDependence

  /// Values are taken for as frequent as in so many more records of the usual frequency.
  private static let smoothing = 200.0
  /// Others who have a value, where all that have it may be copies of one record.
  private static let leastOthers = 0.5

  init(comparator: PairComparator, judge: PairJudge, model: Model) {
    self.comparator = comparator
    self.judge = judge
    self.model = model
    let evidence = comparator.evidence
    ownCopies = model.matchShare * Double(max(evidence.count - 1, 0))
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
    dependence = TextDependence(evidence)
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
    var constraint = judge.constraint(a, b, pattern)
    var (strangers, home) = (model.priorBits, model.homePriorBits)
    var signs = 0
    var names = 0.0
    var agreeing: [Int] = []
    for place in 0..<model.count where pattern[place] > 0 {
      var bits = weight(place, a, b, pattern)
      if place >= Comparison.Place.texts, pattern[place] <= 2, bits > 0 {
        let column = place - Comparison.Place.texts
        bits = max(bits - dependence.overstated(column, after: agreeing), 0)
        agreeing.append(column)
      }
      strangers += bits
      home += homeWeight(place, bits, pattern)
      switch place {
      case Comparison.Place.given, Comparison.Place.surname, Comparison.Place.middle, Comparison.Place.org:
        names += bits
      case Comparison.Place.texts...: if bits >= Self.textSign { signs += 1 }
      default: if bits >= Self.sign { signs += 1 }
      }
    }
    if names >= Self.sign { signs += 1 }
    var bits = Model.against(strangers, home)
    if constraint == .none, signs < 2 { constraint = .oneSign }
    // A register's number outweighs what typists did to the rest.
    if constraint == .sameINN { bits = max(bits, 14) }
    if constraint == .branchUnknown || constraint == .identifierConflict { bits = max(bits, 5) }
    return Score(pattern: pattern, constraint: constraint, bits: bits)
  }

  /// Weight from which a comparison is a sign of its own.
  private static let sign = 2.5
  /// A column without a role may be a mere kind or type: only a rare value in it is a sign.
  private static let textSign = 4.5

  /// Weight against strangers of one comparison of the pair, in bits.
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
    default: break
    }
    // What nobody is called is a name typed beyond recognition: it hardly tells one person from another.
    if place == Comparison.Place.given, level == Comparison.Given.different,
      !comparator.isName(evidence.given[a]) || !comparator.isName(evidence.given[b])
    {
      bits = max(bits, -1)
    }
    return bits
  }

  /// Weight against housemates: what is one's own weighs as against strangers.
  private func homeWeight(_ place: Int, _ bits: Double, _ pattern: Pattern) -> Double {
    Comparison.at(place).isOwn ? bits : model.homeBits(place, pattern[place])
  }

  /// Share of the records of OTHER clients that have the value the pair agrees on; nil where levels say enough.
  private func frequency(_ at: Int, _ level: Int, _ a: Int, _ b: Int) -> Double? {
    let evidence = comparator.evidence
    let usual = model.u[at][level - 1]
    func share(_ counts: [UInt32], _ id: UInt32) -> Double {
      (max(Double(counts[Int(id)]) - 1 - ownCopies, Self.leastOthers) + Self.smoothing * usual)
        / (Double(evidence.count) + Self.smoothing)
    }
    let email = Comparison.Email.self
    let home = Comparison.Household.self
    switch (at, level) {
    case (Comparison.Place.given, 1): return share(given, evidence.given[a])
    case (Comparison.Place.given, Comparison.Given.swapped): return swappedShare(a, b)
    case (Comparison.Place.surname, Comparison.Surname.swapped): return model.m[at][level - 1]
    case (Comparison.Place.surname, 1): return share(surname, evidence.surname[a])
    case (Comparison.Place.middle, 1): return share(middle, evidence.middle[a])
    case (Comparison.Place.birth, 1): return share(birth, evidence.birth[a])
    case (Comparison.Place.org, 1): return share(org, evidence.org[a])
    case (Comparison.Place.email, email.exact):
      return shared(evidence.email, comparator.sharedEmails, usual, a, b)
    case (Comparison.Place.household, home.both), (Comparison.Place.household, home.phoneHere):
      return shared(evidence.phone, comparator.sharedPhones, usual, a, b)
    case (Comparison.Place.household, home.phone):
      return shared(evidence.phone, comparator.sharedPhones, usual, a, b)
    case (Comparison.Place.household, home.address):
      return evidence.address[a] == evidence.address[b] ? share(address, evidence.address[a]) : nil
    case (Comparison.Place.household, home.postcode): return share(place, evidence.postcode[a])
    case (Comparison.Place.household, home.city): return share(place, evidence.city[a])
    case (Comparison.Place.texts..., 1):
      let column = at - Comparison.Place.texts
      return share(texts[column], evidence.text[column][a])
    default: return nil
    }
  }

  /// Share of the pairs of strangers whose names meet crosswise: the share of those with the one name times that of
  /// those with the other, whichever stands where, and as much again for slips.
  private func swappedShare(_ a: Int, _ b: Int) -> Double {
    let evidence = comparator.evidence
    let records = Double(evidence.count) + Self.smoothing
    func share(_ counts: [UInt32], _ id: UInt32, _ usual: Double) -> Double {
      (Double(counts[Int(id)]) + Self.smoothing * usual) / records
    }
    let (usualGiven, usualSurname) = (
      model.u[Comparison.Place.given][0], model.u[Comparison.Place.surname][0]
    )
    let straight =
      share(given, evidence.given[a], usualGiven) * share(surname, evidence.surname[a], usualSurname)
    let crossed =
      share(given, evidence.given[b], usualGiven) * share(surname, evidence.surname[b], usualSurname)
    return max(straight, crossed)
      * (evidence.given[a] == evidence.surname[b] && evidence.surname[a] == evidence.given[b] ? 1 : 4)
  }

  /// The smallest share among the values in common; a value on many names is frequent.
  private func shared(_ list: ValueList, _ values: SharedValues, _ usual: Double, _ a: Int, _ b: Int)
    -> Double?
  {
    var least: Double?
    for one in list.range(a) {
      for other in list.range(b) where list[one] == list[other] && !values.isShared(list[one]) {
        let names = Double(max(values.names[Int(list[one])], 1))
        let share = (max(names - 2, 0) + 0.01 + 1000 * usual) / (Double(list.count) + 1000)
        least = min(least ?? share, share)
      }
    }
    return least
  }
}
