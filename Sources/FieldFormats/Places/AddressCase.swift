/// Capitals of a word in an address: as they are, small, a capital first, all capitals.
enum AddressCase {
  case none, lower, title, upper

  /// Appends a word of an address in this case.
  func write(_ token: AddressToken, _ text: Span<UInt8>, into out: inout [UInt8]) {
    var index = token.start
    var atStart = self != .upper
    var isFirstPart = true
    while index < token.end {
      let byte = text[index]
      if atStart {
        atStart = false
        // Words within: «Ростов-на-Дону».
        let raises = self == .title && (isFirstPart || !Self.isShortPart(token, text, index))
        if byte & 0xFE == 0xD0, index + 1 < token.end {
          let (lead, tail) = raises ? Self.raise(byte, text[index + 1]) : Self.lower(byte, text[index + 1])
          out.append(lead)
          out.append(tail)
          index += 2
        } else {
          out.append(
            raises ? (byte &- 0x61 < 26 ? byte ^ 0x20 : byte) : (byte &- 0x41 < 26 ? byte | 0x20 : byte))
          index += 1
        }
        continue
      }
      if byte == 0x2D, self != .upper {
        atStart = true
        isFirstPart = false
      }
      if byte & 0xFE == 0xD0, index + 1 < token.end {
        let (lead, tail) =
          self == .upper ? Self.raise(byte, text[index + 1]) : Self.lower(byte, text[index + 1])
        out.append(lead)
        out.append(tail)
        index += 2
      } else {
        out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      }
    }
  }

  /// Whether the part of a hyphenated word is a preposition: at most two letters, and not the last.
  private static func isShortPart(_ token: AddressToken, _ text: Span<UInt8>, _ start: Int) -> Bool {
    var index = start
    while index < token.end, text[index] != 0x2D { index += 1 }
    return index < token.end && index - start <= 4
  }

  @inline(__always)
  private static func lower(_ lead: UInt8, _ tail: UInt8) -> (UInt8, UInt8) {
    guard lead == 0xD0 else { return (lead, tail) }
    if tail < 0x90 { return (0xD1, tail + 0x10) }
    if tail < 0xA0 { return (0xD0, tail + 0x20) }
    return tail < 0xB0 ? (0xD1, tail - 0x20) : (lead, tail)
  }

  /// The capital of a Cyrillic letter of two bytes; any other pair as it is.
  @inline(__always)
  static func raise(_ lead: UInt8, _ tail: UInt8) -> (UInt8, UInt8) {
    if lead == 0xD0 { return tail >= 0xB0 && tail < 0xC0 ? (0xD0, tail - 0x20) : (lead, tail) }
    return tail < 0x80 || tail >= 0xA0
      ? (lead, tail) : tail < 0x90 ? (0xD0, tail + 0x20) : (0xD0, tail - 0x10)
  }
}
