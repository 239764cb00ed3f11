import Dispatch
import Synchronization

/// Pairs that some blocking rule brings together, each compared once, in the first rule that has it.
struct Candidates {
  /// A pair worth weighing again with the fitted model.
  struct Pair: Sendable {
    var a: UInt32
    var b: UInt32
    var pattern: Pattern
  }

  /// How often each pattern came up among pairs no rule of identity speaks of, sorted by pattern.
  private(set) var patterns: [(pattern: Pattern, count: Int)] = []
  /// Pairs that may reach the bands, ascending.
  private(set) var kept: [Pair] = []
  /// Pairs compared.
  private(set) var pairCount = 0
  /// Rules with records in blocks too big to compare.
  private(set) var skipped: [(rule: String, records: Int)] = []

  /// So many records are all compared with one another.
  private static let allPairsUpTo = 2000
  /// In so many records wide nets are drawn, each with so many pairs at most.
  private static let wideUpTo = 200_000
  private static let widePairs = 2_000_000

  /// Compares the pairs of all blocks.
  ///
  /// Threads share the blocks of a rule; counts add up and pairs are sorted, so their number changes nothing.
  init(comparator: PairComparator, judge: PairJudge, model: Model, options: LinkageOptions) {
    let evidence = comparator.evidence
    let keys = BlockingKeys(comparator)
    // Weights still move, and rare values weigh more than usual ones: the cut is far below the review band.
    let cut = Model.bits(ofProbability: options.reviewAbove) - 8
    var counts: [Pattern: Int] = [:]
    var before: [BlockIndex] = []
    let isSmall = evidence.count <= Self.allPairsUpTo
    for rule in BlockingRule.allCases {
      if isSmall != (rule == .everything) || rule.isWide && evidence.count > Self.wideUpTo { continue }
      let index = BlockIndex(
        rule, keys: keys, records: evidence.count, limit: isSmall ? evidence.count : options.maxBlock,
        mostPairs: rule.isWide ? Self.widePairs : .max)
      if index.skippedRecords > 0 { skipped.append((rule.name, index.skippedRecords)) }
      guard !index.blocks.isEmpty else { continue }
      let walk = BlockWalk(
        index: index, before: before, comparator: comparator, judge: judge, model: model, cut: cut)
      for found in walk.run(jobs: options.jobs) {
        pairCount += found.pairCount
        kept += found.kept
        counts.merge(found.counts, uniquingKeysWith: +)
      }
      before.append(index)
    }
    patterns = counts.map { ($0.key, $0.value) }.sorted {
      ($0.pattern.high, $0.pattern.low) < ($1.pattern.high, $1.pattern.low)
    }
    kept.sort { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}

/// One rule's blocks, walked by one thread or several.
private struct BlockWalk: Sendable {
  let index: BlockIndex
  let before: [BlockIndex]
  let comparator: PairComparator
  let judge: PairJudge
  let model: Model
  let cut: Double

  /// What a thread found.
  struct Found: Sendable {
    var counts: [Pattern: Int] = [:]
    var kept: [Candidates.Pair] = []
    var pairCount = 0
  }

  func run(jobs: Int) -> [Found] {
    guard jobs > 1, index.blocks.count > 500 else { return [walk(index.blocks[...])] }
    let shares = shares(jobs)
    let results = Mutex([Found]())
    DispatchQueue.concurrentPerform(iterations: shares.count) { share in
      let found = walk(index.blocks[shares[share]])
      results.withLock { $0.append(found) }
    }
    return results.withLock { $0 }
  }

  /// Runs of blocks with about equally many pairs.
  private func shares(_ jobs: Int) -> [Range<Int>] {
    let whole = index.blocks.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    var shares: [Range<Int>] = []
    var (from, pairs) = (0, 0)
    for (place, block) in index.blocks.enumerated() {
      pairs += block.count * (block.count - 1) / 2
      if pairs * jobs >= whole * (shares.count + 1) || place == index.blocks.count - 1 {
        shares.append(from..<(place + 1))
        from = place + 1
      }
    }
    return shares
  }

  private func walk(_ blocks: ArraySlice<Range<Int>>) -> Found {
    var found = Found()
    for block in blocks {
      for one in block.dropLast() {
        for other in (one + 1)..<block.upperBound {
          let (a, b) = (index.record(one), index.record(other))
          guard a != b, !index.covers(a, b, below: index.key(one)),
            !before.contains(where: { $0.covers(a, b) })
          else { continue }
          compare(a, b, &found)
        }
      }
    }
    return found
  }

  private func compare(_ a: Int, _ b: Int, _ found: inout Found) {
    found.pairCount += 1
    let pattern = comparator.pattern(a, b)
    let constraint = judge.constraint(a, b, pattern)
    if !constraint.forbids, !constraint.asks || constraint == .oneSign {
      found.counts[pattern, default: 0] += 1
    }
    let isNumbered =
      constraint == .sameINN || constraint == .branchUnknown || constraint == .identifierConflict
    guard isNumbered || model.bits(pattern) > cut else { return }
    found.kept.append(Candidates.Pair(a: UInt32(a), b: UInt32(b), pattern: pattern))
  }
}
