/// The blocks of all rules, walked by one thread or several; a pair is compared in the first block that has it.
struct BlockWalk: Sendable {
  private let indexes: [BlockIndex]
  private let comparator: PairComparator
  private let judge: PairJudge
  private let table: WeightTable
  private let cut: Double
  /// For each record its blocks by all rules with one block a record, side by side: one line of memory a record.
  private let blocksOf: [UInt32]
  private let width: Int
  /// For each rule the rules before it whose records may stand in several blocks.
  private let severalBefore: [[Int]]
  /// For each rule its column of `blocksOf`, or for rules without one the column of the next that has one.
  private let column: [Int]

  /// What a thread found.
  struct Found: Sendable {
    var counts = PatternCounts()
    var kept: [Candidates.Pair] = []
    var pairCount = 0
  }

  init(
    indexes: [BlockIndex], comparator: PairComparator, judge: PairJudge, model: Model, cut: Double,
    records: Int
  ) {
    self.indexes = indexes
    self.comparator = comparator
    self.judge = judge
    table = WeightTable(model)
    self.cut = cut
    let single = indexes.indices.filter { !indexes[$0].hasSeveral }
    width = single.count
    var blocksOf = [UInt32](repeating: 0, count: records * single.count)
    for (column, place) in single.enumerated() {
      let blocks = indexes[place].blockOf
      for record in 0..<records { blocksOf[record * single.count + column] = blocks[record] }
    }
    self.blocksOf = blocksOf
    column = indexes.indices.map { place in single.count { $0 < place } }
    severalBefore = indexes.indices.map { place in
      indexes.indices.filter { $0 < place && indexes[$0].hasSeveral }
    }
  }

  /// A run of rows of blocks: from which block of which rule, and the first and last record in it.
  private struct Share {
    var pieces: [(rule: Int, blocks: Range<Int>)] = []
  }

  func run(jobs: Int) -> [Found] {
    let shares = shares(jobs > 1 ? jobs * 8 : 1)
    return Parallel.each(shares.count, jobs: jobs) { place in
      var found = Found()
      for piece in shares[place].pieces { walk(piece.rule, piece.blocks, &found) }
      return found
    }
  }

  /// Runs of blocks with about equally many pairs.
  private func shares(_ parts: Int) -> [Share] {
    func pairs(_ block: Range<Int>) -> Int { block.count * (block.count - 1) / 2 }
    let whole = indexes.reduce(0) { $0 + $1.blocks.reduce(0) { $0 + pairs($1) } }
    let most = whole / parts + 1
    var shares: [Share] = []
    var share = Share()
    var load = 0
    for (rule, index) in indexes.enumerated() {
      var from = 0
      for (place, block) in index.blocks.enumerated() {
        load += pairs(block)
        if load >= most {
          share.pieces.append((rule, from..<(place + 1)))
          shares.append(share)
          (share, load, from) = (Share(), 0, place + 1)
        }
      }
      if from < index.blocks.count { share.pieces.append((rule, from..<index.blocks.count)) }
    }
    if !share.pieces.isEmpty { shares.append(share) }
    return shares
  }

  private func walk(_ rule: Int, _ blocks: Range<Int>, _ found: inout Found) {
    let index = indexes[rule]
    for number in blocks {
      let block = index.blocks[number]
      for one in block.dropLast() {
        let a = index.record(one)
        for other in (one + 1)..<block.upperBound {
          let b = index.record(other)
          guard a != b, !isCovered(a, b, rule, number) else { continue }
          compare(min(a, b), max(a, b), &found)
        }
      }
    }
  }

  /// Whether a rule before this one, or a block before this one, has the pair.
  @inline(__always) private func isCovered(_ a: Int, _ b: Int, _ rule: Int, _ block: Int) -> Bool {
    let (mine, theirs) = (a * width, b * width)
    for place in 0..<column[rule] {
      let number = blocksOf[mine + place]
      if number != 0, number == blocksOf[theirs + place] { return true }
    }
    for before in severalBefore[rule] where indexes[before].covers(a, b) { return true }
    return indexes[rule].hasSeveral && indexes[rule].covers(a, b, below: block)
  }

  private func compare(_ a: Int, _ b: Int, _ found: inout Found) {
    found.pairCount += 1
    let pattern = comparator.pattern(a, b)
    let constraint = judge.constraint(a, b, pattern)
    if !constraint.forbids, !constraint.asks { found.counts.add(pattern) }
    let isNumbered =
      constraint == .sameINN || constraint == .branchUnknown || constraint == .identifierConflict
    guard isNumbered || table.bits(pattern) > cut else { return }
    found.kept.append(Candidates.Pair(a: UInt32(a), b: UInt32(b), pattern: pattern))
  }
}
