/// The records of one blocking rule that share a key with others.
struct BlockIndex: Sendable {
  /// The rule.
  let rule: BlockingRule
  /// Records block by block.
  private var records: [UInt32] = []
  /// Blocks of two to the greatest size allowed, as places of `records`.
  private(set) var blocks: [Range<Int>] = []
  /// Records in blocks that stayed too big however they were split, and were not compared by this rule.
  private(set) var skippedRecords = 0
  /// For each record its block's number plus one, 0 for none; empty when records stand in several blocks.
  private(set) var blockOf: [UInt32] = []
  /// For each record the numbers of its blocks plus one: `several[ends[n - 1]..<ends[n]]`.
  private var several: [UInt32] = []
  private var ends: [UInt32] = []

  /// Builds the index.
  ///
  /// A block over `limit` is split by further things its records share; a record then stands in several
  /// smaller blocks. What is still too big is left out and counted.
  /// - Complexity: O(keys), radix sort.
  init(_ rule: BlockingRule, keys: BlockingKeys, records count: Int, limit: Int, mostPairs: Int) {
    self.rule = rule
    var sorted = SortedKeys { found, owners in
      for record in 0..<count {
        keys.append(rule, record, to: &found)
        while owners.count < found.count { owners.append(UInt32(record)) }
      }
    }
    let limit = sorted.affordable(limit, mostPairs)
    let large = sorted.keys(over: limit)
    if !large.isEmpty {
      sorted = SortedKeys { refined, owners in
        var own: [UInt64] = []
        for record in 0..<count {
          own.removeAll(keepingCapacity: true)
          keys.append(rule, record, to: &own)
          for key in own {
            if large.contains(key) {
              keys.refinements(key, record, to: &refined)
            } else {
              refined.append(key)
            }
          }
          while owners.count < refined.count { owners.append(UInt32(record)) }
        }
      }
    }
    sorted.forEachRun { run in
      if run.count > limit {
        skippedRecords += run.count
      } else if run.count > 1 {
        blocks.append(self.records.count..<(self.records.count + run.count))
        self.records += sorted.owners[run]
      }
    }
    number(count)
  }

  private mutating func number(_ count: Int) {
    var blockCounts = [UInt8](repeating: 0, count: count)
    for record in records { blockCounts[Int(record)] = min(blockCounts[Int(record)] + 1, 2) }
    if blockCounts.contains(2) {
      var places = [UInt32](repeating: 0, count: count + 1)
      for record in records { places[Int(record) + 1] += 1 }
      for record in 0..<count { places[record + 1] += places[record] }
      ends = Array(places.dropFirst())
      several = Array(repeating: 0, count: records.count)
      for (block, range) in blocks.enumerated() {
        for place in range {
          let record = Int(records[place])
          several[Int(places[record])] = UInt32(block + 1)
          places[record] += 1
        }
      }
    } else {
      blockOf = Array(repeating: 0, count: count)
      for (block, range) in blocks.enumerated() {
        for place in range { blockOf[Int(records[place])] = UInt32(block + 1) }
      }
    }
  }

  /// Record at a place of a block.
  @inline(__always) func record(_ place: Int) -> Int { Int(records[place]) }

  /// Whether the two stand in a common block of this rule; with `below`, in one before that block.
  func covers(_ a: Int, _ b: Int, below: Int = .max) -> Bool {
    if !blockOf.isEmpty { return below == .max && blockOf[a] != 0 && blockOf[a] == blockOf[b] }
    for place in range(a) where Int(several[place]) <= below {
      for other in range(b) where several[other] == several[place] { return true }
    }
    return false
  }

  /// Whether records may stand in several blocks of this rule.
  var hasSeveral: Bool { blockOf.isEmpty }

  private func range(_ record: Int) -> Range<Int> {
    (record == 0 ? 0 : Int(ends[record - 1]))..<Int(ends[record])
  }
}
