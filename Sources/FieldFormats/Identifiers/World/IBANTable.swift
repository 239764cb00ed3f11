import Tables

/// How the account's part of an IBAN is built, by country.
struct IBANTable: Sendable {
  /// Kinds of characters, one a place: 1 a digit, 2 a letter, 3 either; country after country.
  private var kinds: [UInt8] = []
  /// Where a country's kinds stand; empty: the country has no IBAN.
  private var places = [Range<Int>](repeating: 0..<0, count: 26 * 26)

  /// Reads rows of (country, structure): `DE`, `8n10n`.
  init(_ rows: [[String]]) {
    for row in rows {
      let country = Array(row[0].utf8)
      guard country.count == 2, let place = Self.place(country[0], country[1]) else { continue }
      let start = kinds.count
      var count = 0
      for byte in row[1].utf8 {
        if Digits.isDigit(byte) {
          count = count * 10 + Int(byte &- 0x30)
        } else {
          kinds += [UInt8](repeating: Self.kind(named: byte), count: count)
          count = 0
        }
      }
      places[place] = start..<kinds.count
    }
  }

  private static func kind(named letter: UInt8) -> UInt8 {
    letter == UInt8(ascii: "n") ? 1 : letter == UInt8(ascii: "a") ? 2 : 3
  }

  private static func place(_ first: UInt8, _ second: UInt8) -> Int? {
    guard first &- 0x41 < 26, second &- 0x41 < 26 else { return nil }
    return Int(first &- 0x41) * 26 + Int(second &- 0x41)
  }

  /// Whether the code is built as its country builds them; nil: the country has none.
  func fits(_ code: Span<UInt8>) -> Bool? {
    guard code.count > 4, let place = Self.place(code[0], code[1]), !places[place].isEmpty else {
      return nil
    }
    let range = places[place]
    guard code.count == range.count + 4, Digits.isDigit(code[2]), Digits.isDigit(code[3]) else {
      return false
    }
    let shape = kinds.span.extracting(range)
    for index in shape.indices where shape[index] & (Digits.isDigit(code[index + 4]) ? 1 : 2) == 0 {
      return false
    }
    return true
  }
}
