import Foundation

/// Finds the weight from which pairs are merged, from the base's own mixture of matches and others.
///
/// A fixed probability is too strict for a base whose weights part clients and strangers well, and too lax for one
/// full of look-alikes. So the cut is the lowest weight above which the expected share of right merges is what was
/// asked for; a pair that is no more likely than `least` is never merged, and the less a base has taught, the nearer
/// the cut stays to the asked share itself.
enum Cut {
  /// Probability below which no pair is merged, however sure the rest is.
  static let least = 0.93
  /// Matches as which the belief beforehand weighs.
  private static let strength = 60.0

  /// The cut in bits.
  /// - Parameters:
  ///   - scores: weighed pairs.
  ///   - precision: share of right merges asked for.
  ///   - matches: expected number of matches the weights were learned from.
  /// - Returns: the weight, in bits.
  /// - Complexity: O(pairs log pairs).
  static func bits(_ scores: [PairScorer.Score], precision: Double, matches: Double) -> Double {
    let asked = Model.bits(ofProbability: precision)
    let least = min(Model.bits(ofProbability: Self.least), asked)
    let floor = least + (asked - least) * strength / (strength + matches)
    let sorted = scores.lazy.filter { !$0.constraint.forbids && !$0.constraint.asks }.map(\.bits)
      .filter { $0 >= least }.sorted(by: >)
    var (right, all) = (0.0, 0.0)
    var cut = asked
    for bits in sorted {
      right += Model.probability(bits)
      all += 1
      if right < precision * all { break }
      cut = bits
    }
    return max(min(cut, asked), floor)
  }
}
