import Tables

/// Numbers whose text is the one a typed cell gives back.
enum CanonicalNumber {
  /// The integer, when its decimal text is exactly the cell: no sign `+`, no zeros before, no spaces.
  static func integer(_ cell: Span<UInt8>) -> Int64? {
    let isNegative = !cell.isEmpty && cell[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    // 18 digits always fit; longer numbers are names of things, not quantities.
    guard cell.count > start, cell.count - start <= 18 else { return nil }
    guard cell[start] != 0x30 || (cell.count == 1 && !isNegative) else { return nil }
    var value: Int64 = 0
    for index in start..<cell.count {
      guard cell[index] >= 0x30, cell[index] <= 0x39 else { return nil }
      value = value * 10 + Int64(cell[index] - 0x30)
    }
    return isNegative ? -value : value
  }

  /// Whether a number is written as `DecimalText.canonical` would write it; no for numbers that need a closer look.
  ///
  /// At most 15 digits survive a double, so those digits are the shortest.
  static func isCanonical(_ text: Span<UInt8>) -> Bool {
    let start = !text.isEmpty && text[0] == UInt8(ascii: "-") ? 1 : 0
    guard text.count > start, text.count - start <= 16, text[text.count - 1] != UInt8(ascii: ".") else {
      return false
    }
    var point: Int?
    for index in start..<text.count {
      if text[index] == UInt8(ascii: "."), point == nil {
        point = index
      } else if text[index] < 0x30 || text[index] > 0x39 {
        return false
      }
    }
    guard text[start] == 0x30 else {
      return point == nil ? text.count - start <= 15 : point != start && text[text.count - 1] != 0x30
    }
    guard let point else { return text.count == 1 }
    // Python writes numbers below 0.0001 with an exponent.
    guard point == start + 1, text[text.count - 1] != 0x30 else { return false }
    for index in (point + 1)..<min(point + 5, text.count) where text[index] != 0x30 { return true }
    return false
  }

  /// Whether every cell is null or such an integer.
  /// - Complexity: O(bytes).
  static func allIntegers(_ cells: TextColumn) -> Bool {
    for row in 0..<cells.count where !cells.isNull(row) && integer(cells.utf8(at: row)) == nil {
      return false
    }
    return true
  }

  /// Whether the integers stand in rising order, none null.
  /// - Complexity: O(bytes).
  static func isAscending(_ cells: TextColumn) -> Bool {
    guard cells.nullCount == 0 else { return false }
    var last: Int64?
    for row in 0..<cells.count {
      guard let value = integer(cells.utf8(at: row)) else { return false }
      if let last, value <= last { return false }
      last = value
    }
    return true
  }

  /// The double, when its shortest decimal text is exactly the cell; at most 15 digits, which every program keeps.
  static func double(_ cell: Span<UInt8>) -> Double? {
    guard !cell.isEmpty, cell.count <= 17 else { return nil }
    var digits = 0
    for index in cell.indices where cell[index] >= 0x30 && cell[index] <= 0x39 { digits += 1 }
    guard digits <= 15 else { return nil }
    let text = String(copying: cell)
    guard let value = Double(text), abs(value) < 1e15, DecimalText.plain(value) == text else { return nil }
    return value
  }
}
