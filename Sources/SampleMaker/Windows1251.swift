/// The windows-1251 code page (Unicode, VENDORS/MICSFT/WINDOWS/CP1251.TXT).
enum Windows1251 {
  /// Characters of the bytes 0x80…0xBF; 0x98 is undefined.
  private static let middle: [Unicode.Scalar?] = [
    "Ђ", "Ѓ", "‚", "ѓ", "„", "…", "†", "‡", "€", "‰", "Љ", "‹", "Њ", "Ќ", "Ћ", "Џ",
    "ђ", "‘", "’", "“", "”", "•", "–", "—", nil, "™", "љ", "›", "њ", "ќ", "ћ", "џ",
    "\u{A0}", "Ў", "ў", "Ј", "¤", "Ґ", "¦", "§", "Ё", "©", "Є", "«", "¬", "\u{AD}", "®", "Ї",
    "°", "±", "І", "і", "ґ", "µ", "¶", "·", "ё", "№", "є", "»", "ј", "Ѕ", "ѕ", "ї",
  ]

  /// The character of a byte, if it has one.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0..<0x80: Unicode.Scalar(byte)
    case 0x80..<0xC0: middle[Int(byte) - 0x80]
    default: Unicode.Scalar(0x0410 + UInt32(byte) - 0xC0)
    }
  }

  /// The bytes of a text, or nil where a character has none.
  /// - Complexity: O(characters).
  static func encode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if (0x0410...0x044F).contains(scalar.value) {
        bytes.append(UInt8(scalar.value - 0x0410 + 0xC0))
      } else if let place = middle.firstIndex(of: scalar) {
        bytes.append(UInt8(0x80 + place))
      } else {
        return nil
      }
    }
    return bytes
  }

  /// The text as a program shows it that took its encoding for another one.
  ///
  /// UTF-8 read as windows-1251; where a byte has no character there, windows-1251 read as Latin-1.
  static func mojibake(of text: String) -> String? {
    let shown = text.utf8.compactMap(scalar)
    if shown.count == text.utf8.count { return string(shown) }
    return encode(text).map { string($0.map { Unicode.Scalar($0) }) }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
