/// The records of one blocking rule, sorted by key, and every record's final keys.
struct BlockIndex: Sendable {
  /// The rule.
  let rule: BlockingRule
  private var recordKeys: [UInt64] = []
  private var ends: [UInt32] = []
  private var sortedKeys: [UInt64] = []
  private var sortedRecords: [UInt32] = []
  /// Blocks of two to the greatest size allowed, as places of `sortedRecords`.
  private(set) var blocks: [Range<Int>] = []
  /// Records in blocks that stayed too big however they were split, and were not compared by this rule.
  private(set) var skippedRecords = 0

  /// Builds the index.
  ///
  /// A block over `limit` is split by further things its records share; a record then stands in several
  /// smaller blocks. What is still too big is left out and counted.
  /// - Complexity: O(keys), radix sort.
  init(_ rule: BlockingRule, keys: BlockingKeys, records: Int, limit: Int, mostPairs: Int) {
    self.rule = rule
    ends.reserveCapacity(records)
    for record in 0..<records {
      keys.append(rule, record, to: &recordKeys)
      ends.append(UInt32(recordKeys.count))
    }
    sort()
    let limit = affordable(limit, mostPairs)
    let large = largeKeys(limit)
    if !large.isEmpty { refine(large, keys, records, limit) }
    close()
  }

  /// The greatest size of blocks, up to `limit`, with which there are no more than so many pairs.
  private func affordable(_ limit: Int, _ mostPairs: Int) -> Int {
    var blocks = [Int](repeating: 0, count: limit + 1)
    forEachRun { if $0.count <= limit { blocks[$0.count] += 1 } }
    var pairs = 0
    for size in blocks.indices.dropFirst(2) {
      pairs += blocks[size] * size * (size - 1) / 2
      if pairs > mostPairs { return max(size - 1, 10) }
    }
    return limit
  }

  private mutating func refine(_ large: Set<UInt64>, _ keys: BlockingKeys, _ records: Int, _ limit: Int) {
    var refined: [UInt64] = []
    var refinedEnds: [UInt32] = []
    for record in 0..<records {
      for place in range(record) {
        if large.contains(recordKeys[place]) {
          keys.refinements(recordKeys[place], record, to: &refined)
        } else {
          refined.append(recordKeys[place])
        }
      }
      refinedEnds.append(UInt32(refined.count))
    }
    recordKeys = refined
    ends = refinedEnds
    sort()
    let tooLarge = largeKeys(limit)
    guard !tooLarge.isEmpty else { return }
    // A key of 0 stands in no block and covers no pair.
    for place in recordKeys.indices where tooLarge.contains(recordKeys[place]) {
      recordKeys[place] = 0
      skippedRecords += 1
    }
    sort()
  }

  @inline(__always) private func range(_ record: Int) -> Range<Int> {
    (record == 0 ? 0 : Int(ends[record - 1]))..<Int(ends[record])
  }

  private mutating func sort() {
    var owners: [UInt32] = []
    owners.reserveCapacity(recordKeys.count)
    for record in ends.indices { for _ in range(record) { owners.append(UInt32(record)) } }
    (sortedKeys, sortedRecords) = RadixSort.sorted(recordKeys, owners)
  }

  private func forEachRun(_ body: (Range<Int>) -> Void) {
    var from = 0
    while from < sortedKeys.count {
      var to = from + 1
      while to < sortedKeys.count, sortedKeys[to] == sortedKeys[from] { to += 1 }
      if sortedKeys[from] != 0 { body(from..<to) }
      from = to
    }
  }

  private func largeKeys(_ limit: Int) -> Set<UInt64> {
    var large: Set<UInt64> = []
    forEachRun { if $0.count > limit { large.insert(sortedKeys[$0.lowerBound]) } }
    return large
  }

  private mutating func close() {
    var found: [Range<Int>] = []
    forEachRun { if $0.count > 1 { found.append($0) } }
    blocks = found
  }

  /// Record at a place of a block.
  @inline(__always) func record(_ place: Int) -> Int { Int(sortedRecords[place]) }

  /// The key of the block at a place.
  @inline(__always) func key(_ place: Int) -> UInt64 { sortedKeys[place] }

  /// Whether the two stand in a common block of this rule; with `below`, in one of a smaller key.
  @inline(__always) func covers(_ a: Int, _ b: Int, below: UInt64 = .max) -> Bool {
    for place in range(a) {
      let key = recordKeys[place]
      guard key != 0, key < below else { continue }
      for other in range(b) where recordKeys[other] == key { return true }
    }
    return false
  }
}
