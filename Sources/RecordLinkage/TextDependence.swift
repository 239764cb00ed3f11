import Foundation

/// How far columns without a role repeat one another: a type and a category, a city and its region.
///
/// Two columns that agree together more often than chance allows are one sign, not two; what the second adds is the
/// less, the more the first foretells it.
struct TextDependence: Sendable {
  /// For two columns the bits that both together overstate; a row a column.
  private let excess: [Double]
  private let count: Int

  /// Records looked at; they stand in the order of their content's hash, which is as good as chance.
  private static let sample = 20000

  /// Measures the columns of a base.
  /// - Complexity: O(columns² · records looked at).
  init(_ evidence: Evidence) {
    count = evidence.text.count
    var excess = [Double](repeating: 0, count: count * count)
    let columns = evidence.text.map { Array($0.prefix(Self.sample)) }
    let alone = columns.map { Self.agreement($0.map(UInt64.init)) }
    for one in columns.indices {
      for other in columns.indices where other > one {
        let both = zip(columns[one], columns[other]).map { first, second in
          first == 0 || second == 0 ? 0 : UInt64(first) << 32 | UInt64(second)
        }
        let (seen, pairs) = Self.agreement(both)
        let expected = alone[one].share * alone[other].share
        guard pairs > 0, expected > 0 else { continue }
        let bits = max(log2((seen * pairs + expected * 100) / ((pairs + 100) * expected)), 0)
        (excess[one * count + other], excess[other * count + one]) = (bits, bits)
      }
    }
    self.excess = excess
  }

  /// Share of the pairs of filled records with the same value, and number of the pairs.
  private static func agreement(_ values: [UInt64]) -> (share: Double, pairs: Double) {
    let sorted = values.filter { $0 != 0 }.sorted()
    var same = 0.0
    var from = 0
    while from < sorted.count {
      var to = from + 1
      while to < sorted.count, sorted[to] == sorted[from] { to += 1 }
      same += Double(to - from) * Double(to - from - 1)
      from = to
    }
    let pairs = Double(sorted.count) * Double(max(sorted.count - 1, 0))
    return (pairs > 0 ? same / pairs : 0, pairs)
  }

  /// Bits to take off what a column's agreement weighs, given the columns before it that agree, too.
  func overstated(_ column: Int, after agreeing: [Int]) -> Double {
    agreeing.reduce(0) { max($0, excess[column * count + $1]) }
  }
}
