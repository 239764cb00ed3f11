import Tables

/// Finds out what a dot and a comma mean in a column of numbers.
struct DecimalMarkSurvey: Sendable {
  /// What cells say of one mark.
  private struct Evidence {
    /// Numbers with one or two digits behind it, or a zero alone before it.
    var decimal = 0
    /// Numbers in which it stands twice, or before another mark.
    var thousands = 0
    /// Numbers with it and three digits behind.
    var open = 0
  }

  private var dot = Evidence()
  private var comma = Evidence()
  private var numbers = 0

  mutating func look(at cell: Span<UInt8>) {
    var last: UInt8 = 0
    var lastPlace = 0
    var marks = 0
    var digits = 0
    var behind = 0
    var first: UInt8 = 0
    for index in cell.indices {
      let byte = cell[index]
      if Digits.isDigit(byte) {
        if digits == 0 { first = byte }
        digits += 1
        behind += 1
      } else if byte == 0x2E || byte == 0x2C, digits > 0, index + 1 < cell.count,
        Digits.isDigit(cell[index + 1])
      {
        if marks > 0 { note(last) { $0.thousands += 1 } }
        marks += 1
        last = byte
        lastPlace = digits
        behind = 0
      }
    }
    guard digits > 0 else { return }
    numbers += 1
    guard marks > 0 else { return }
    let before = lastPlace
    switch behind {
    case 1, 2: note(last) { $0.decimal += 1 }
    case 3 where before == 1 && first == 0x30: note(last) { $0.decimal += 1 }
    case 3 where marks > 1: note(last) { $0.thousands += 1 }
    case 3 where before > 3: note(last) { $0.decimal += 1 }
    case 3: note(last) { $0.open += 1 }
    default: note(last) { $0.decimal += 1 }
    }
  }

  private mutating func note(_ mark: UInt8, _ change: (inout Evidence) -> Void) {
    if mark == 0x2E { change(&dot) } else { change(&comma) }
  }

  /// The decimal mark; nil: the cells do not say, or contradict one another.
  ///
  /// A mark that never has one or two digits behind it in a column of several numbers divides thousands.
  var mark: Character? {
    if dot.decimal > 0, comma.decimal > 0 { return nil }
    if dot.decimal > 0 { return "." }
    if comma.decimal > 0 { return "," }
    guard numbers >= 3 else { return nil }
    if comma.open + comma.thousands > 0, dot.open + dot.thousands == 0 { return "." }
    if dot.open + dot.thousands > 0, comma.open + comma.thousands == 0 { return "," }
    return nil
  }
}
