/// How often each pattern came up.
///
/// Open addressing with the hash of this module: Swift's own costs more than the comparison (measured: a fifth of a
/// run).
struct PatternCounts: Sendable {
  private var patterns = [Pattern](repeating: Pattern(), count: 1024)
  private var counts = [Int](repeating: 0, count: 1024)
  private var filled = 0

  /// Counts a pattern.
  mutating func add(_ pattern: Pattern, _ times: Int = 1) {
    var slot = Self.slot(pattern) & (counts.count - 1)
    while counts[slot] != 0, patterns[slot] != pattern { slot = (slot + 1) & (counts.count - 1) }
    if counts[slot] == 0 {
      patterns[slot] = pattern
      filled += 1
    }
    counts[slot] += times
    if filled * 2 > counts.count { grow() }
  }

  /// Adds other counts.
  mutating func add(_ other: PatternCounts) {
    for slot in other.counts.indices where other.counts[slot] != 0 {
      add(other.patterns[slot], other.counts[slot])
    }
  }

  private mutating func grow() {
    let old = self
    patterns = Array(repeating: Pattern(), count: old.counts.count * 4)
    counts = Array(repeating: 0, count: old.counts.count * 4)
    filled = 0
    add(old)
  }

  private static func slot(_ pattern: Pattern) -> Int {
    Int(truncatingIfNeeded: Hash64.mix(pattern.low ^ (pattern.high &* 0x9E37_79B9_7F4A_7C15)) >> 1)
  }

  /// Patterns with their counts, in one order.
  func sorted() -> [(pattern: Pattern, count: Int)] {
    counts.indices.filter { counts[$0] != 0 }.map { (patterns[$0], counts[$0]) }.sorted {
      ($0.0.high, $0.0.low) < ($1.0.high, $1.0.low)
    }
  }
}
