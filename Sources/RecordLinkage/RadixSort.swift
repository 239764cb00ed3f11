/// Sorting of 64-bit keys with a companion, without comparisons.
enum RadixSort {
  /// Keys ascending, each with its companion; companions of equal keys stay in order.
  /// - Complexity: O(keys): six passes of 11 bits, least significant first.
  static func sorted(_ keys: [UInt64], _ companions: [UInt32]) -> ([UInt64], [UInt32]) {
    precondition(keys.count == companions.count, "a companion a key")
    guard keys.count > 2048 else {
      let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
      return (order.map { keys[$0] }, order.map { companions[$0] })
    }
    var (from, fromCompanions) = (keys, companions)
    var to = [UInt64](repeating: 0, count: keys.count)
    var toCompanions = [UInt32](repeating: 0, count: keys.count)
    for pass in 0..<6 {
      let shift = UInt64(pass * 11)
      var places = [Int](repeating: 0, count: 2049)
      for key in from { places[Int(truncatingIfNeeded: key >> shift) & 2047 &+ 1] += 1 }
      for digit in 1...2048 { places[digit] += places[digit - 1] }
      for index in from.indices {
        let digit = Int(truncatingIfNeeded: from[index] >> shift) & 2047
        let place = places[digit]
        places[digit] = place + 1
        to[place] = from[index]
        toCompanions[place] = fromCompanions[index]
      }
      swap(&from, &to)
      swap(&fromCompanions, &toCompanions)
    }
    return (from, fromCompanions)
  }
}
