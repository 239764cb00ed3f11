import Foundation

/// Fits the weights to a base: u from counts and a sample, m by expectation–maximisation over counted patterns.
///
/// Fellegi, Sunter, «A Theory for Record Linkage» (1969); Winkler, «Using the EM algorithm for weight
/// computation in the Fellegi–Sunter model» (1988). Beliefs stand in as so many observed pairs, and no share
/// leaves the bounds around its belief: a base without duplicates must not teach the model to see them.
struct ModelTraining {
  /// How the fitting went.
  struct Course: Sendable, Equatable {
    var iterations = 0
    var converged = true
  }

  /// Beliefs about u weigh as so many pairs, those about m as so many matches.
  private static let uStrength = 20000.0
  private static let mStrength = 60.0
  private static let homeStrength = 30.0
  private static let mostIterations = 60

  /// The share of matches believed in: one duplicate in ten records, and never more than one pair in a thousand.
  static func believedShare(records: Int) -> Double { min(0.001, 0.2 / Double(max(records, 2))) }

  /// Sets u: exact for levels of equality, from random pairs for the others.
  static func fitU(_ model: inout Model, comparator: PairComparator) {
    let evidence = comparator.evidence
    let sample = sampled(model, comparator)
    let exact = exactShares(comparator)
    for place in 0..<model.count {
      let levels = Comparison.at(place).levels
      let told = sample.counts[place].reduce(0, +)
      var rest = 1.0
      for level in levels.indices.dropLast() {
        let (seen, pairs): (Double, Double)
        if let share = exact[place]?[level] {
          pairs = Double(evidence.count) * Double(evidence.count - 1) / 2
          seen = share * pairs
        } else {
          (seen, pairs) = (sample.counts[place][level], told)
        }
        let share = (seen + uStrength * levels[level].u) / (pairs + uStrength)
        model.u[place][level] = min(max(share, levels[level].u / 20), 0.9)
        rest -= model.u[place][level]
      }
      model.u[place][levels.count - 1] = max(rest, 0.02)
    }
  }

  /// Shares of pairs with equal values, by comparison and level, straight from counts of values.
  private static func exactShares(_ comparator: PairComparator) -> [Int: [Int: Double]] {
    let evidence = comparator.evidence
    func share(_ ids: [UInt32], _ store: ValueStore) -> Double {
      let filled = ids.count { $0 != 0 }
      return Counts.agreement(Counts.of(ids, in: store.count), records: filled)
    }
    let place = Comparison.Place.self
    var shares: [Int: [Int: Double]] = [
      place.given: [0: share(evidence.given, evidence.names)],
      place.surname: [0: share(evidence.surname, evidence.names)],
      place.middle: [0: share(evidence.middle, evidence.names)],
      place.birth: [0: share(evidence.birth, evidence.dates)],
      place.org: [0: share(evidence.org, evidence.orgs)],
      place.source: [0: sourceShare(comparator)],
      place.email: [0: comparator.sharedEmails.agreement],
      place.household: [Comparison.Household.phone - 1: comparator.sharedPhones.agreement],
    ]
    for (index, column) in evidence.text.enumerated() {
      shares[place.texts + index] = [0: share(column, evidence.texts)]
    }
    return shares
  }

  /// Share of pairs that come from one list, a merged record taken for as many as the lists it was in.
  private static func sourceShare(_ comparator: PairComparator) -> Double {
    let evidence = comparator.evidence
    var counts = [UInt32](repeating: 0, count: evidence.codes.count)
    var named = 0
    for record in 0..<evidence.count {
      for place in evidence.source.range(record) {
        counts[Int(evidence.source[place])] += 1
        named += 1
      }
    }
    return Counts.agreement(counts, records: named)
  }

  /// Levels of pairs taken at even steps; records stand in the order of their content's hash, which is as good
  /// as chance and the same in every run.
  private static func sampled(_ model: Model, _ comparator: PairComparator) -> (
    counts: [[Double]], pairs: Int
  ) {
    var counts = (0..<model.count).map { Comparison.at($0).levels.map { _ in 0.0 } }
    let records = comparator.evidence.count
    let limit = min(60000, 30 * records)
    var pairs = 0
    var step = 1
    while step < records, pairs < limit {
      for record in 0..<(records - step) {
        if pairs >= limit { break }
        let pattern = comparator.pattern(record, record + step)
        // What looks like one client is no sample of two.
        guard model.bits(pattern) < -4 else { continue }
        pairs += 1
        for place in 0..<model.count where pattern[place] > 0 { counts[place][pattern[place] - 1] += 1 }
      }
      step += 1
    }
    return (counts, pairs)
  }

  /// Sets m, h and the shares from the patterns of candidate pairs.
  ///
  /// Pairs that were never candidates count as no match, so the shares are those of ALL pairs. Where people of one
  /// home differ as strangers do (first name, birth date, document, name of the firm), h stays u: that is what
  /// tells a housemate from the client himself.
  static func fitM(_ model: inout Model, patterns: [(pattern: Pattern, count: Int)], evidence: Evidence)
    -> Course
  {
    let counted = model.u
    _ = settle(&model, patterns, evidence)
    // Counts of values hold the duplicates, too: what they explain is no chance.
    for place in 0..<model.count where Comparison.at(place).isOwn || place == Comparison.Place.household {
      for level in model.u[place].indices.dropLast() {
        let explained = model.matchShare * model.m[place][level]
        let belief = Comparison.at(place).levels[level].u
        model.u[place][level] = max(
          counted[place][level] - explained, counted[place][level] / 20, belief / 20)
      }
    }
    return settle(&model, patterns, evidence)
  }

  private static func settle(
    _ model: inout Model, _ patterns: [(pattern: Pattern, count: Int)], _ evidence: Evidence
  ) -> Course {
    let records = evidence.count
    let allPairs = max(Double(records) * Double(records - 1) / 2, 1)
    let believed = believedShare(records: records)
    var course = Course(iterations: 0, converged: false)
    for place in 0..<model.count where Comparison.at(place).isOwn { model.h[place] = model.u[place] }
    // Nothing is believed of sources beforehand: that a clean list has each client once, the base itself must show.
    (model.m[Comparison.Place.source], model.h[Comparison.Place.source]) = (
      model.u[Comparison.Place.source], model.u[Comparison.Place.source]
    )
    fitNamedEmail(&model, patterns)
    while course.iterations < mostIterations, !course.converged {
      course.iterations += 1
      var (matches, homes) = (0.0, 0.0)
      var seen = model.m.map { $0.map { _ in 0.0 } }
      var seenHome = seen
      let weights = WeightTable(model)
      for (pattern, count) in patterns {
        let (strangers, home) = weights.both(pattern)
        let odds = exp2(strangers)
        let homeOdds = exp2(strangers - home)
        let expected = odds / (1 + odds + homeOdds) * Double(count)
        let expectedHome = homeOdds / (1 + odds + homeOdds) * Double(count)
        guard expected + expectedHome > 1e-6 else { continue }
        matches += expected
        homes += expectedHome
        for place in 0..<model.count {
          let level = pattern[place]
          guard level > 0 else { continue }
          seen[place][level - 1] += expected
          seenHome[place][level - 1] += expectedHome
        }
      }
      // What was merged before are matches, too.
      seen[Comparison.Place.source][0] += Double(evidence.mergedWithinLists)
      seen[Comparison.Place.source][1] += Double(evidence.mergedBetweenLists)
      var moved = 0.0
      for place in 0..<model.count {
        let comparison = Comparison.at(place)
        let updated =
          place == Comparison.Place.source
          ? Self.updated(seen[place], of: model.u[place]) : Self.updated(seen[place], comparison.levels)
        for level in updated.indices { moved = max(moved, abs(updated[level] - model.m[place][level])) }
        model.m[place] = updated
        if place != Comparison.Place.source, !comparison.isOwn {
          model.h[place] = Self.updatedHome(seenHome[place], comparison.levels)
        }
      }
      let share = (matches + believed * 1000) / (allPairs + 1000)
      model.matchShare = min(max(share, believed / 20), believed * 50)
      let homeShare = (homes + believed * 500) / (allPairs + 1000)
      model.homeShare = min(max(homeShare, believed / 20), believed * 50)
      course.converged = moved < 0.0005
    }
    return course
  }

  /// Whether matches lie between sources, hardly ever within one: then each list has each client once.
  static func hasCleanSources(_ model: Model, patterns: [(pattern: Pattern, count: Int)]) -> Bool {
    let source = Comparison.Place.source
    let (m, u) = (model.m[source][0], model.u[source][0])
    let told = patterns.reduce(0) { $0 + ($1.pattern[source] > 0 ? $1.count : 0) }
    return told > 0 && u > 0.1 && u < 0.9 && m < u / 4
  }

  /// How often namesakes have e-mails alike because both are made of the name: counted on pairs that share the
  /// name and contradict one another in birth date and home.
  private static func fitNamedEmail(_ model: inout Model, _ patterns: [(pattern: Pattern, count: Int)]) {
    let place = Comparison.Place.self
    let levels = Comparison.at(place.email).levels
    var seen = levels.map { _ in 0.0 }
    for (pattern, count) in patterns
    where [1, Comparison.Given.swapped].contains(pattern[place.given])
      && [1, Comparison.Surname.swapped].contains(pattern[place.surname])
      && pattern[place.birth] >= Comparison.Birth.year
      && pattern[place.household] >= Comparison.Household.city
      && pattern[place.email] > 0
    {
      seen[pattern[place.email] - 1] += Double(count)
    }
    let told = seen.reduce(0, +)
    for level in [Comparison.Email.exactNamed, Comparison.Email.localNamed, Comparison.Email.closeNamed] {
      let belief = levels[level - 1].u
      model.u[place.email][level - 1] = min((seen[level - 1] + 50 * belief) / (told + 50), 0.3)
    }
  }

  /// Shares counted with `believed` as so many pairs beforehand, at least one in a hundred each.
  private static func updated(_ seen: [Double], of believed: [Double]) -> [Double] {
    let told = seen.reduce(0, +)
    let shares = seen.indices.map { max((seen[$0] + mStrength * believed[$0]) / (told + mStrength), 0.01) }
    let sum = shares.reduce(0, +)
    return shares.map { $0 / sum }
  }

  private static func updatedHome(_ seen: [Double], _ levels: [Level]) -> [Double] {
    let told = seen.reduce(0, +)
    return levels.indices.map { (seen[$0] + homeStrength * levels[$0].h) / (told + homeStrength) }
  }

  private static func updated(_ seen: [Double], _ levels: [Level]) -> [Double] {
    let told = seen.reduce(0, +)
    var shares = levels.indices.map { level in
      let belief = levels[level].m
      let share = (seen[level] + mStrength * belief) / (told + mStrength)
      return levels[level].agrees
        ? min(max(share, belief / 4), 0.98) : min(max(share, belief / 4), belief * 4)
    }
    let sum = shares.reduce(0, +)
    for level in shares.indices { shares[level] /= sum }
    return shares
  }
}
