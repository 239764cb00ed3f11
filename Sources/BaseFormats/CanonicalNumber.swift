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
