import Tables

/// How many rows of a column hold each value; letters of either case and spaces around count as equal.
///
/// Shape: one number a row, so that a column of a million keys takes no second copy of its text for long.
struct ValueUses {
  /// For each row the number of its value; -1: blank.
  private var values: [Int32]
  private var counts: [Int] = []

  /// - Complexity: O(bytes).
  init(_ column: TextView) {
    values = []
    values.reserveCapacity(column.count)
    var numbers: [String: Int32] = [:]
    for row in 0..<column.count {
      guard !column.isNull(row) else {
        values.append(-1)
        continue
      }
      let text = Self.folded(String(copying: column.utf8(at: row)))
      guard !text.isEmpty else {
        values.append(-1)
        continue
      }
      let number = numbers[text] ?? Int32(counts.count)
      if Int(number) == counts.count {
        numbers[text] = number
        counts.append(0)
      }
      counts[Int(number)] += 1
      values.append(number)
    }
  }

  /// Rows that hold the value of this row; 0 where it is blank.
  func count(ofRow row: Int) -> Int { values[row] < 0 ? 0 : counts[Int(values[row])] }

  /// The number of a row's value; nil where it is blank.
  func value(ofRow row: Int) -> Int? { values[row] < 0 ? nil : Int(values[row]) }

  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
