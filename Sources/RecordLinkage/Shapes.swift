import Tables

/// The letters and pairs of neighbours of each value of a store, as sets of bits.
///
/// Two keys a few slips apart lack few of each other's letters; most pairs of keys are told apart by counting the
/// bits that differ, without a distance (measured on persons: nine of ten).
struct Shapes: Sendable {
  private var letters: [UInt32] = []
  private var pairs: [UInt64] = []
  private var lengths: [UInt16] = []

  /// Reads the values.
  /// - Complexity: O(bytes).
  init(_ store: ValueStore, jobs: Int) {
    let parts = Parallel.chunks(store.count, jobs: jobs) { range in
      range.map { Self.shape(store.utf8(UInt32($0))) }
    }
    letters.reserveCapacity(store.count)
    pairs.reserveCapacity(store.count)
    lengths.reserveCapacity(store.count)
    for part in parts {
      for shape in part {
        letters.append(shape.letters)
        pairs.append(shape.pairs)
        lengths.append(shape.length)
      }
    }
  }

  private static func shape(_ key: Span<UInt8>) -> (letters: UInt32, pairs: UInt64, length: UInt16) {
    var (letters, pairs): (UInt32, UInt64) = (0, 0)
    var last: UInt8 = 0
    for index in key.indices {
      let byte = key[index]
      letters |= 1 << UInt32(byte & 31)
      if index > 0 { pairs |= 1 << UInt64((last &* 31 &+ byte) & 63) }
      last = byte
    }
    return (letters, pairs, UInt16(min(key.count, Int(UInt16.max))))
  }

  /// Length of a value in bytes.
  @inline(__always) func length(_ value: UInt32) -> Int { Int(lengths[Int(value)]) }

  /// Whether two values may be within so many slips; a slip brings or takes a letter, or up to three pairs.
  @inline(__always) func mayBeWithin(_ limit: Int, _ one: UInt32, _ other: UInt32) -> Bool {
    let (a, b) = (Int(one), Int(other))
    guard abs(Int(lengths[a]) - Int(lengths[b])) <= limit else { return false }
    let (mine, theirs) = (letters[a], letters[b])
    guard (mine & ~theirs).nonzeroBitCount <= limit, (theirs & ~mine).nonzeroBitCount <= limit else {
      return false
    }
    let (ours, their) = (pairs[a], pairs[b])
    return (ours & ~their).nonzeroBitCount <= 3 * limit && (their & ~ours).nonzeroBitCount <= 3 * limit
  }

  /// Whether two values of several words may have half of their weight in common: a third of the pairs of letters.
  @inline(__always) func mayOverlap(_ one: UInt32, _ other: UInt32) -> Bool {
    let (mine, theirs) = (pairs[Int(one)], pairs[Int(other)])
    return (mine & theirs).nonzeroBitCount * 3 >= min(mine.nonzeroBitCount, theirs.nonzeroBitCount)
  }

  /// Slips a typist makes in a word of the longer value's length, as in `EditDistance.isClose`; nil below 3 letters.
  @inline(__always) func usualSlips(_ one: UInt32, _ other: UInt32) -> Int? {
    let length = max(lengths[Int(one)], lengths[Int(other)])
    return length < 3 ? nil : length < 6 ? 1 : length < 12 ? 2 : 3
  }
}
