import Tables

/// Distances between short keys, on bytes.
enum EditDistance {
  /// Optimal string alignment distance (insert, delete, replace, swap neighbours), or `limit + 1` when larger.
  ///
  /// Bit-parallel after Hyyrö, «A bit-vector algorithm for computing Levenshtein and Damerau edit distances»
  /// (2003): one step a byte of `text`. Keys over 64 bytes are compared on their first 64.
  static func between(_ first: Span<UInt8>, _ second: Span<UInt8>, limit: Int) -> Int {
    let swapped = first.count > second.count
    let pattern = swapped ? second : first
    let text = swapped ? first : second
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

  /// Whether two words are within the slips a typist makes: one to 5 letters, two from 6, three from 12.
  static func isClose(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Bool {
    let length = max(first.count, second.count)
    guard length >= 3 else { return false }
    let limit = length < 6 ? 1 : length < 12 ? 2 : 3
    return between(first, second, limit: limit) <= limit
  }
}
