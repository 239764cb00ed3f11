/// ABC analysis: the greatest clients that together bring the first share of the turnover are A, those that bring
/// the next are B, the rest C.
///
/// A class takes clients until its share is reached, the one that reaches it included, so that A is never empty.
/// Clients of equal turnover stand in one class, that of the first of them.
struct TurnoverClasses {
  static let names = ["A", "B", "C"]

  /// Shares of the classes in thousandths of a percent.
  struct Shares: Sendable {
    let upToA: Int
    let upToB: Int

    /// Three positive numbers that make 100; anything else is nil.
    init?(_ percents: [Double]) {
      guard percents.count == 3, percents.allSatisfy({ $0 > 0 && $0 < 100 }) else { return nil }
      let parts = percents.map { Int(($0 * 1000).rounded()) }
      guard parts.reduce(0, +) == 100_000 else { return nil }
      upToA = parts[0]
      upToB = parts[0] + parts[1]
    }
  }

  private var leastA = Int.max
  private var leastB = Int.max

  /// Finds the bounds between the classes.
  /// - Complexity: O(clients log clients).
  init(_ totals: [Int], _ shares: Shares) {
    let sorted = totals.filter { $0 > 0 }.sorted(by: >)
    let whole = sorted.reduce(into: Int128(0)) { $0 += Int128($1) }
    var before = Int128(0)
    var index = 0
    while index < sorted.count {
      let total = sorted[index]
      // What stands before the first of equals decides over all of them.
      let share = before * 100_000
      guard share < whole * Int128(shares.upToB) else { break }
      if share < whole * Int128(shares.upToA) { leastA = total }
      leastB = total
      while index < sorted.count, sorted[index] == total {
        before += Int128(total)
        index += 1
      }
    }
  }

  /// Place of a client's class in `names`; nil for one without turnover.
  func place(of total: Int) -> Int? {
    guard total > 0 else { return nil }
    if total >= leastA { return 0 }
    return total >= leastB ? 1 : 2
  }
}
