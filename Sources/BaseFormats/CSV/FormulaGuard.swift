import Tables

/// The apostrophe that keeps a spreadsheet from running a cell of text as a formula.
///
/// A cell is dangerous when, after any apostrophes, it begins with `=`, `+`, `-`, `@`, TAB or CR (OWASP, «CSV
/// Injection»); `+` and `-` followed only by digits, spaces and `.,()-` are phones and numbers and are left alone.
/// Writing puts one apostrophe before a dangerous cell, reading takes one away, so the two are inverse.
enum FormulaGuard {
  /// Whether a spreadsheet might run the cell, or the cell looks guarded already.
  /// - Complexity: O(bytes), O(1) for most cells.
  static func isDangerous(_ cell: Span<UInt8>) -> Bool {
    var start = 0
    while start < cell.count, cell[start] == UInt8(ascii: "'") { start += 1 }
    guard start < cell.count else { return false }
    switch cell[start] {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      for index in (start + 1)..<cell.count where !isPhonePart(cell[index]) { return true }
      return false
    default: return false
    }
  }

  /// The cell without its guard.
  @_lifetime(copy cell)
  static func lifted(_ cell: Span<UInt8>) -> Span<UInt8> {
    guard !cell.isEmpty, cell[0] == UInt8(ascii: "'"), isDangerous(cell) else { return cell }
    return cell.extracting(1..<cell.count)
  }

  private static func isPhonePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x20, 0x28, 0x29, 0x2C, 0x2D, 0x2E: true
    default: false
    }
  }
}
