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
      place.email: [0: comparator.sharedEmails.agreement],
      place.household: [1: comparator.sharedPhones.agreement],
    ]
    for (index, column) in evidence.text.enumerated() {
      shares[place.texts + index] = [0: share(column, evidence.texts)]
    }
    return shares
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
        guard model.bits(pattern) < 8 else { continue }
        pairs += 1
        for place in 0..<model.count where pattern[place] > 0 { counts[place][pattern[place] - 1] += 1 }
      }
      step += 1
    }
    return (counts, pairs)
  }

  /// Sets m and the share of matches from the patterns of candidate pairs.
  ///
  /// Pairs that were never candidates count as no match, so the share is one of ALL pairs.
  static func fitM(_ model: inout Model, patterns: [(pattern: Pattern, count: Int)], records: Int) -> Course {
    let allPairs = max(Double(records) * Double(records - 1) / 2, 1)
    let believed = believedShare(records: records)
    var course = Course(iterations: 0, converged: false)
    while course.iterations < mostIterations, !course.converged {
      course.iterations += 1
      var matches = 0.0
      var seen = model.m.map { $0.map { _ in 0.0 } }
      let prior = model.priorBits
      for (pattern, count) in patterns {
        let expected = Model.probability(prior + model.bits(pattern)) * Double(count)
        guard expected > 1e-9 else { continue }
        matches += expected
        for place in 0..<model.count where pattern[place] > 0 { seen[place][pattern[place] - 1] += expected }
      }
      var moved = 0.0
      for place in 0..<model.count {
        let updated = Self.updated(seen[place], Comparison.at(place).levels)
        for level in updated.indices { moved = max(moved, abs(updated[level] - model.m[place][level])) }
        model.m[place] = updated
      }
      let share = (matches + believed * 1000) / (allPairs + 1000)
      model.matchShare = min(max(share, believed / 20), min(0.002, believed * 20))
      course.converged = moved < 0.0005
    }
    return course
  }

  private static func updated(_ seen: [Double], _ levels: [Level]) -> [Double] {
    let told = seen.reduce(0, +)
    var shares = levels.indices.map { level in
      let belief = levels[level].m
      let share = (seen[level] + mStrength * belief) / (told + mStrength)
      return levels[level].agrees
        ? min(max(share, belief / 4), 0.98) : min(max(share, belief / 4), belief * 3)
    }
    let sum = shares.reduce(0, +)
    for level in shares.indices { shares[level] /= sum }
    return shares
  }
}
