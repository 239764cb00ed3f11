import Tables

/// Distances between short keys, on bytes.
enum EditDistance {
  /// Optimal string alignment distance (insert, delete, replace, swap neighbours), or `limit + 1` when larger.
  ///
  /// What both keys begin and end with is set aside, and keys that lack too many of each other's letters are told
  /// apart without a distance: most pairs end there. The rest is bit-parallel after Hyyrö, «A bit-vector algorithm
  /// for computing Levenshtein and Damerau edit distances» (2003), one step a byte of `text`; of what is left of a
  /// key, 64 bytes are compared.
  static func between(_ first: Span<UInt8>, _ second: Span<UInt8>, limit: Int) -> Int {
    guard abs(first.count - second.count) <= limit else { return limit + 1 }
    let (start, end) = sharedEnds(first, second)
    let left = first.extracting(start..<(first.count - end))
    let right = second.extracting(start..<(second.count - end))
    guard !lackLetters(left, right, limit: limit) else { return limit + 1 }
    let swapped = left.count > right.count
    let pattern = swapped ? right : left
    let text = swapped ? left : right
    let rows = min(pattern.count, 64)
    let columns = min(text.count, 64)
    guard columns - rows <= limit else { return limit + 1 }
    guard rows > 0 else { return columns }
    var up: UInt64 = ~0
    var down: UInt64 = 0
    var diagonal: UInt64 = 0
    var previous: UInt64 = 0
    var distance = rows
    let last: UInt64 = 1 << UInt64(rows - 1)
    for column in 0..<columns {
      let byte = text[column]
      var match: UInt64 = 0
      for row in 0..<rows where pattern[row] == byte { match |= 1 << UInt64(row) }
      let transposed = ((~diagonal & match) << 1) & previous
      diagonal = (((match & up) &+ up) ^ up) | match | down | transposed
      var grows = down | ~(diagonal | up)
      let shrinks = diagonal & up
      if grows & last != 0 { distance += 1 }
      if shrinks & last != 0 { distance -= 1 }
      // The distance can fall by one a column at most.
      if distance - (columns - column - 1) > limit { return limit + 1 }
      grows = (grows << 1) | 1
      up = (shrinks << 1) | ~(diagonal | grows)
      down = grows & diagonal
      previous = match
    }
    return min(distance, limit + 1)
  }

  /// How many bytes two keys share at their beginnings, and of what is left, at their ends.
  private static func sharedEnds(_ first: Span<UInt8>, _ second: Span<UInt8>) -> (start: Int, end: Int) {
    let shorter = min(first.count, second.count)
    var start = 0
    while start < shorter, first[start] == second[start] { start += 1 }
    var end = 0
    while end < shorter - start, first[first.count - 1 - end] == second[second.count - 1 - end] { end += 1 }
    return (start, end)
  }

  /// Whether one key has more letters that the other lacks than slips are allowed: a slip brings or takes one.
  private static func lackLetters(_ first: Span<UInt8>, _ second: Span<UInt8>, limit: Int) -> Bool {
    var (mine, theirs): (UInt64, UInt64) = (0, 0)
    for index in first.indices { mine |= 1 << UInt64(first[index] & 63) }
    for index in second.indices { theirs |= 1 << UInt64(second[index] & 63) }
    return (mine & ~theirs).nonzeroBitCount > limit || (theirs & ~mine).nonzeroBitCount > limit
  }

  /// Whether two words are within the slips a typist makes: one to 5 letters, two from 6, three from 12.
  static func isClose(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Bool {
    let length = max(first.count, second.count)
    guard length >= 3 else { return false }
    let limit = length < 6 ? 1 : length < 12 ? 2 : 3
    return between(first, second, limit: limit) <= limit
  }
}
