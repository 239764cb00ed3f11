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

  init(comparator: PairComparator, judge: PairJudge, model: Model, options: LinkageOptions) {
    let evidence = comparator.evidence
    let keys = BlockingKeys(evidence)
    var counts: [Pattern: Int] = [:]
    // Weights still move, and rare values weigh more than usual ones: the cut is far below the review band.
    let cut = Model.bits(ofProbability: options.reviewAbove) - 8
    var before: [BlockIndex] = []
    for rule in BlockingRule.allCases {
      let index = BlockIndex(rule, keys: keys, records: evidence.count, limit: options.maxBlock)
      if index.skippedRecords > 0 { skipped.append((rule.name, index.skippedRecords)) }
      for block in index.blocks {
        for one in block.dropLast() {
          for other in (one + 1)..<block.upperBound {
            let (a, b) = (index.record(one), index.record(other))
            guard a != b, !index.covers(a, b, below: index.key(one)),
              !before.contains(where: { $0.covers(a, b) })
            else { continue }
            pairCount += 1
            let pattern = comparator.pattern(a, b)
            let constraint = judge.constraint(a, b, pattern)
            if !constraint.forbids, !constraint.asks || constraint == .oneSign {
              counts[pattern, default: 0] += 1
            }
            let numbered =
              constraint == .sameINN || constraint == .branchUnknown || constraint == .identifierConflict
            guard numbered || model.bits(pattern) + model.priorBits > cut else { continue }
            kept.append(Pair(a: UInt32(a), b: UInt32(b), pattern: pattern))
          }
        }
      }
      if !index.blocks.isEmpty { before.append(index) }
    }
    patterns = counts.map { ($0.key, $0.value) }.sorted { $0.pattern.bits < $1.pattern.bits }
    kept.sort { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}
