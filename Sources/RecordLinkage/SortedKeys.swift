/// Keys with the records that have them, sorted by key.
struct SortedKeys {
  private var keys: [UInt64] = []
  /// The record of each key.
  private(set) var owners: [UInt32] = []

  /// Sorts what is gathered; a key of 0 is none.
  init(_ gather: (inout [UInt64], inout [UInt32]) -> Void) {
    var (found, records): ([UInt64], [UInt32]) = ([], [])
    gather(&found, &records)
    (keys, owners) = RadixSort.sorted(found, records)
  }

  /// Calls for each run of one key, ascending.
  func forEachRun(_ body: (Range<Int>) -> Void) {
    var from = 0
    while from < keys.count {
      var to = from + 1
      while to < keys.count, keys[to] == keys[from] { to += 1 }
      if keys[from] != 0 { body(from..<to) }
      from = to
    }
  }

  /// Keys of more than so many records.
  func keys(over limit: Int) -> Set<UInt64> {
    var large: Set<UInt64> = []
    forEachRun { if $0.count > limit { large.insert(keys[$0.lowerBound]) } }
    return large
  }

  /// The greatest size of blocks, up to `limit`, with which there are no more than so many pairs.
  func affordable(_ limit: Int, _ mostPairs: Int) -> Int {
    guard mostPairs < .max else { return limit }
    var blocks = [Int](repeating: 0, count: limit + 1)
    forEachRun { if $0.count <= limit { blocks[$0.count] += 1 } }
    var pairs = 0
    for size in blocks.indices.dropFirst(2) {
      pairs += blocks[size] * size * (size - 1) / 2
      if pairs > mostPairs { return max(size - 1, 10) }
    }
    return limit
  }
}
