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
  private static let allPairsUpTo = 1200
  /// In so many records wide nets are drawn, each with so many pairs at most.
  private static let wideUpTo = 300_000
  private static let widePairs = 400_000

  /// Compares the pairs of all blocks.
  ///
  /// Threads share the blocks; counts add up and pairs are sorted, so their number changes nothing.
  init(comparator: PairComparator, judge: PairJudge, model: Model, options: LinkageOptions) {
    let count = comparator.evidence.count
    let keys = BlockingKeys(comparator)
    let isSmall = count <= Self.allPairsUpTo
    let rules = BlockingRule.allCases.filter { rule in
      isSmall ? rule == .everything : rule != .everything && (!rule.isWide || count <= Self.wideUpTo)
    }
    let indexes = Parallel.each(rules.count, jobs: options.jobs) { place in
      BlockIndex(
        rules[place], keys: keys, records: count, limit: isSmall ? count : options.maxBlock,
        mostPairs: rules[place].isWide && !isSmall ? Self.widePairs : .max)
    }
    skipped = indexes.filter { $0.skippedRecords > 0 }.map { ($0.rule.name, $0.skippedRecords) }
    // Weights still move, and rare values weigh more than usual ones: the cut is far below the review band.
    let cut = Model.bits(ofProbability: options.reviewAbove) - 12
    let walk = BlockWalk(
      indexes: indexes.filter { !$0.blocks.isEmpty }, comparator: comparator, judge: judge, model: model,
      cut: cut,
      records: count)
    var counts = PatternCounts()
    for found in walk.run(jobs: options.jobs) {
      pairCount += found.pairCount
      kept += found.kept
      counts.add(found.counts)
    }
    patterns = counts.sorted()
    kept.sort { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}
