import Tables

/// Case and kind of letters, fast for the alphabets client bases are written in.
///
/// ASCII and U+0400…U+045F are told by arithmetic on bytes; any other letter goes to the Unicode tables of the
/// standard library, which were measured twenty times slower a word.
enum Letters {
  /// The text with every letter in one case; nil: a letter beyond the two alphabets is among them.
  static func cased(_ source: String, upper: Bool) -> String? {
    var text = source
    return text.withUTF8 { source in
      let span = unsafe source.span
      guard let needsChange = needsChange(span, upper: upper) else { return nil }
      guard needsChange else { return String(copying: span) }
      return unsafe String(unsafeUninitializedCapacity: span.count) { target in
        var index = 0
        while index < span.count {
          let byte = span[index]
          if byte & 0xFE == 0xD0 {
            let (lead, tail) = upper ? raised(byte, span[index + 1]) : lowered(byte, span[index + 1])
            unsafe target[index] = lead
            unsafe target[index + 1] = tail
            index += 2
          } else {
            let isOther = upper ? byte &- 0x61 < 26 : byte &- 0x41 < 26
            unsafe target[index] = isOther ? byte ^ 0x20 : byte
            index += 1
          }
        }
        return span.count
      }
    }
  }

  /// Whether a letter has the other case; nil: a letter beyond the two alphabets is among them.
  private static func needsChange(_ text: Span<UInt8>, upper: Bool) -> Bool? {
    var result = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte < 0x80 {
        result = result || (upper ? byte &- 0x61 < 26 : byte &- 0x41 < 26)
        continue
      }
      guard index < text.count else { return nil }
      let tail = text[index]
      switch byte {
      case 0xD0: result = result || (upper ? tail >= 0xB0 : tail < 0xB0)
      case 0xD1 where tail < 0xA0: result = result || upper
      // « » ° № – — “ ” and the like are no letters; µ, ª and º are.
      case 0xC2 where tail != 0xB5 && tail != 0xAA && tail != 0xBA: break
      case 0xE2 where tail == 0x80 || tail == 0x84 && index + 1 < text.count && text[index + 1] == 0x96:
        index += 1
      default: return nil
      }
      index += 1
    }
    return result
  }

  /// Letters (small, ё as е) and digits, one space for all between; nil: a letter beyond the two alphabets.
  static func key(_ source: String) -> String? {
    var text = source
    return text.withUTF8 { source in
      let span = unsafe source.span
      guard !span.isEmpty, needsChange(span, upper: false) != nil else { return nil }
      return unsafe String(unsafeUninitializedCapacity: span.count) { target in
        var count = 0
        var pending = false
        func put(_ byte: UInt8) {
          if pending, count > 0 {
            unsafe target[count] = 0x20
            count += 1
          }
          pending = false
          unsafe target[count] = byte
          count += 1
        }
        var index = 0
        while index < span.count {
          let byte = span[index]
          if byte & 0xFE == 0xD0 {
            let (lead, tail) = foldCyrillic(byte, span[index + 1])
            put(lead)
            put(tail)
            index += 2
            continue
          }
          let low = byte | 0x20
          if byte &- 0x30 < 10 {
            put(byte)
          } else if byte < 0x80, low &- 0x61 < 26 {
            put(low)
          } else {
            pending = true
          }
          index += 1
        }
        return count
      }
    }
  }

  /// Small letter of a two-byte letter U+0400…U+045F.
  static func lowered(_ lead: UInt8, _ tail: UInt8) -> (UInt8, UInt8) {
    guard lead == 0xD0 else { return (lead, tail) }
    if tail < 0x90 { return (0xD1, tail + 0x10) }
    if tail < 0xA0 { return (0xD0, tail + 0x20) }
    return tail < 0xB0 ? (0xD1, tail - 0x20) : (lead, tail)
  }

  /// Capital letter of a two-byte letter U+0400…U+045F.
  static func raised(_ lead: UInt8, _ tail: UInt8) -> (UInt8, UInt8) {
    if lead == 0xD0 { return tail >= 0xB0 ? (0xD0, tail - 0x20) : (lead, tail) }
    return tail < 0x90 ? (0xD0, tail + 0x20) : (0xD0, tail - 0x10)
  }

  /// Whether `part` stands somewhere in `text`, byte by byte.
  /// - Complexity: O(bytes of both, multiplied).
  static func contains(_ text: String, _ part: String) -> Bool {
    var text = text
    var part = part
    return text.withUTF8 { text in
      part.withUTF8 { part in
        let (whole, wanted) = unsafe (text.span, part.span)
        guard wanted.count <= whole.count else { return false }
        for start in 0...(whole.count - wanted.count) {
          var index = 0
          while index < wanted.count, whole[start + index] == wanted[index] { index += 1 }
          if index == wanted.count { return true }
        }
        return false
      }
    }
  }
}

extension [UInt8] {
  /// Appends a run of bytes at once.
  mutating func append(copying bytes: Span<UInt8>) {
    // One by one, each byte would ask again whether the array is unique and has room.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends a text with one space between its words and none about it.
  mutating func append(spacing text: Span<UInt8>) {
    var pending = false
    var isFirst = true
    for index in text.indices {
      let byte = text[index]
      if byte == 0x20 {
        pending = true
        continue
      }
      if pending, !isFirst { append(0x20) }
      pending = false
      isFirst = false
      append(byte)
    }
  }
}

extension StringProtocol {
  /// Small letters.
  var lowered: String { Letters.cased(String(self), upper: false) ?? lowercased() }

  /// Capital letters.
  var raised: String { Letters.cased(String(self), upper: true) ?? uppercased() }

  /// Small letters, ё as е.
  var folded: String {
    let low = lowered
    // `replacing` is slow, and ё is rare.
    guard low.utf8.contains(0x91) else { return low }
    var result = String.UnicodeScalarView()
    for scalar in low.unicodeScalars { result.append(scalar == "ё" ? "е" : scalar) }
    return String(result)
  }

  /// The runs between spaces.
  var words: [Substring] { Substring(self).utf8.split(separator: 0x20).map { Substring($0) } }

  /// Whether both are the same, byte by byte: `==` looks at what is composed how, and is slow beyond ASCII.
  func isSame(as other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Whether a byte stands in the text; for ASCII.
  func has(_ byte: UInt8) -> Bool { utf8.contains(byte) }

  /// The text without the ASCII marks given.
  func without(_ marks: StaticString) -> String {
    func isMark(_ byte: UInt8) -> Bool {
      for index in 0..<marks.utf8CodeUnitCount where unsafe marks.utf8Start[index] == byte { return true }
      return false
    }
    guard utf8.contains(where: isMark) else { return String(self) }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar.value > 0x7F || !isMark(UInt8(scalar.value)) {
      result.append(scalar)
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter (Unicode property Alphabetic).
  var isAlphabetic: Bool {
    if value < 0x80 { return (value | 0x20) &- 0x61 < 26 }
    if value &- 0x400 < 0x82 { return true }
    return properties.isAlphabetic
  }

  /// Whether it is a capital letter.
  var isCapital: Bool {
    if value < 0x80 { return value &- 0x41 < 26 }
    if value &- 0x400 < 0x60 { return value < 0x430 }
    return properties.isUppercase
  }

  /// Whether it is a small letter.
  var isSmall: Bool {
    if value < 0x80 { return value &- 0x61 < 26 }
    if value &- 0x400 < 0x60 { return value >= 0x430 }
    return properties.isLowercase
  }
}
