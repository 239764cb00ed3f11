/// Distance between words in slips of the keyboard: a letter put in, left out, changed, or two swapped.
enum EditDistance {
  /// Whether two words are at most `limit` slips apart (optimal string alignment).
  /// - Complexity: O(letters²).
  static func within(_ limit: Int, _ left: some StringProtocol, _ right: some StringProtocol) -> Bool {
    distance(Array(left.unicodeScalars), Array(right.unicodeScalars), limit: limit) <= limit
  }

  /// The distance, or more than `limit`.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 1...left.count {
      var row = [i] + [Int](repeating: 0, count: right.count)
      for j in 1...right.count {
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      before = last
      last = row
    }
    return last[right.count]
  }
}
