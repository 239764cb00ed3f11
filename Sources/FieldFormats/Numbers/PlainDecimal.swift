import Tables

/// The ordinary ways to write a decimal, read byte by byte: `1 234,50`, `1234,5`, `12 000 ₽`.
enum PlainDecimal {
  /// Writes the canonical decimal into `value`; false: the cell needs a closer look.
  ///
  /// Thousands are divided by a space or a no-break space, one or two digits stand after the mark. Roubles may
  /// stand behind where `hasRoubles` says so.
  static func collect(_ cell: Span<UInt8>, hasRoubles: Bool, into value: inout [UInt8]) -> Bool {
    value.removeAll(keepingCapacity: true)
    var index = 0
    var group = 0
    var isGrouped = false
    while index < cell.count {
      let byte = cell[index]
      if Digits.isDigit(byte) {
        value.append(byte)
        group += 1
        index += 1
        continue
      }
      let gap = gap(cell, index)
      guard gap > 0, index + gap < cell.count, Digits.isDigit(cell[index + gap]) else { break }
      guard isGrouped ? group == 3 : (1...3).contains(group) else { return false }
      isGrouped = true
      group = 0
      index += gap
    }
    guard let first = value.first, first != 0x30 || value.count == 1, !isGrouped || group == 3 else {
      return false
    }
    if index < cell.count, cell[index] == 0x2C || cell[index] == 0x2E {
      let start = index + 1
      index = start
      value.append(0x2E)
      while index < cell.count, Digits.isDigit(cell[index]) {
        value.append(cell[index])
        index += 1
      }
      guard (1...2).contains(index - start) else { return false }
    }
    return index == cell.count || hasRoubles && isRoubles(cell, index)
  }

  /// Bytes of the space or no-break space at a place.
  private static func gap(_ cell: Span<UInt8>, _ index: Int) -> Int {
    if cell[index] == 0x20 { return 1 }
    return cell[index] == 0xC2 && index + 1 < cell.count && cell[index + 1] == 0xA0 ? 2 : 0
  }

  private static func isRoubles(_ cell: Span<UInt8>, _ index: Int) -> Bool {
    let rest = cell.extracting((index + gap(cell, index))..<cell.count)
    return rest.equals("₽") || rest.equals("руб.") || rest.equals("руб") || rest.equals("р.")
      || rest.equals("р")
  }
}
