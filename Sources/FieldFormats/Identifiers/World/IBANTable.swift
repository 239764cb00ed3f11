import Tables

/// How the account's part of an IBAN is built, by country.
struct IBANTable: Sendable {
  /// Kinds of characters, one a place: `n` a digit, `a` a letter, `c` either; nil: the country has no IBAN.
  private var shapes = [[UInt8]?](repeating: nil, count: 26 * 26)

  /// Reads rows of (country, structure): `DE`, `8n10n`.
  init(_ rows: [[String]]) {
    for row in rows {
      let country = Array(row[0].utf8)
      guard country.count == 2, let place = Self.place(country[0], country[1]) else { continue }
      var shape: [UInt8] = []
      var count = 0
      for byte in row[1].utf8 {
        if Digits.isDigit(byte) {
          count = count * 10 + Int(byte &- 0x30)
        } else {
          shape += [UInt8](repeating: byte, count: count)
          count = 0
        }
      }
      shapes[place] = shape
    }
  }

  private static func place(_ first: UInt8, _ second: UInt8) -> Int? {
    guard first &- 0x41 < 26, second &- 0x41 < 26 else { return nil }
    return Int(first &- 0x41) * 26 + Int(second &- 0x41)
  }

  /// Whether the code is built as its country builds them; nil: the country has none.
  func fits(_ code: Span<UInt8>) -> Bool? {
    guard code.count > 4, let place = Self.place(code[0], code[1]), let shape = shapes[place] else {
      return nil
    }
    guard code.count == shape.count + 4, Digits.isDigit(code[2]), Digits.isDigit(code[3]) else {
      return false
    }
    for index in shape.indices {
      let isDigit = Digits.isDigit(code[index + 4])
      switch shape[index] {
      case UInt8(ascii: "n"): if !isDigit { return false }
      case UInt8(ascii: "a"): if isDigit { return false }
      default: continue
      }
    }
    return true
  }
}
