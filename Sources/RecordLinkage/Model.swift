import Foundation

/// The weights of a base: how often each level stands among pairs of one client (m) and of two (u).
struct Model: Sendable {
  /// m by comparison and level − 1.
  var m: [[Double]]
  /// u by comparison and level − 1.
  var u: [[Double]]
  /// Share of all pairs that are one client.
  var matchShare: Double

  /// What is believed before looking at a base.
  init(comparisons: Int, matchShare: Double) {
    m = (0..<comparisons).map { Comparison.at($0).levels.map(\.m) }
    u = (0..<comparisons).map { Comparison.at($0).levels.map(\.u) }
    self.matchShare = matchShare
  }

  /// Number of comparisons.
  var count: Int { m.count }

  /// Weight of a level in bits; 0 for the level «not told».
  func bits(_ place: Int, _ level: Int) -> Double {
    guard level > 0 else { return 0 }
    return Self.bounded(log2(m[place][level - 1] / u[place][level - 1]), place)
  }

  /// No single comparison decides alone, and columns without a role say little.
  static func bounded(_ bits: Double, _ place: Int) -> Double {
    switch place {
    case Comparison.Place.gender: min(max(bits, -3), 1)
    case Comparison.Place.texts...: min(max(bits, -2), 6)
    default: min(max(bits, -8), 18)
    }
  }

  /// Weight of the share of matches, in bits.
  var priorBits: Double { log2(matchShare / (1 - matchShare)) }

  /// All weights of a pattern without the prior and without frequencies of values.
  func bits(_ pattern: Pattern) -> Double {
    var sum = 0.0
    for place in 0..<count { sum += bits(place, pattern[place]) }
    return sum
  }

  /// Probability that weights of `bits` in all mean one client.
  static func probability(_ bits: Double) -> Double { 1 / (1 + exp2(-bits)) }

  /// The bits of a probability.
  static func bits(ofProbability probability: Double) -> Double { log2(probability / (1 - probability)) }
}
