import Tables

/// The `_xHHHH_` escapes that Office puts for characters that XML cannot carry.
///
/// Four hexadecimal digits of a UTF-16 unit; a literal `_x0041_` is written `_x005F_x0041_` (ECMA-376 part 1
/// §22.4.2.4; .NET XmlConvert.EncodeName).
enum EscapedName {
  /// The text without escapes.
  /// - Complexity: O(bytes).
  static func decoded(_ name: String) -> String {
    let source = Array(name.utf8)
    var output: [UInt8] = []
    guard decode(source.span, into: &output) else { return name }
    return String(decoding: output, as: UTF8.self)
  }

  /// Decodes into `output`; false, and nothing written, when there is no escape.
  static func decode(_ source: Span<UInt8>, into output: inout [UInt8]) -> Bool {
    var start = 0
    var index = 0
    var found = false
    while index + 7 <= source.count {
      guard source[index] == UInt8(ascii: "_"), let unit = unit(source, at: index) else {
        index += 1
        continue
      }
      var scalar = UInt32(unit)
      var length = 7
      if UTF16.isLeadSurrogate(unit), let trail = Self.unit(source, at: index + 7),
        UTF16.isTrailSurrogate(trail)
      {
        scalar = 0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(trail) - 0xDC00
        length = 14
      }
      output.append(contentsOf: source.extracting(start..<index))
      output.append(contentsOf: String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
      found = true
      index += length
      start = index
    }
    if found { output.append(contentsOf: source.extracting(start..<source.count)) }
    return found
  }

  /// Appends a text that `decode` gives back: what XML cannot carry or changes becomes an escape, and so does the
  /// underscore of text that looks like one.
  /// - Complexity: O(bytes).
  static func encode(_ source: Span<UInt8>, into output: inout [UInt8]) {
    for index in source.indices {
      let byte = source[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A {
        append(UInt16(byte), to: &output)
      } else if byte == UInt8(ascii: "_"), digits(source, at: index) != nil {
        append(0x5F, to: &output)
      } else if byte >= 0xBE, index >= 2, source[index - 1] == 0xBF, source[index - 2] == 0xEF {
        // U+FFFE and U+FFFF are no XML characters.
        output.removeLast(2)
        append(byte == 0xBE ? 0xFFFE : 0xFFFF, to: &output)
      } else {
        output.append(byte)
      }
    }
  }

  private static func append(_ unit: UInt16, to output: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    output += [UInt8(ascii: "_"), UInt8(ascii: "x")]
    for shift in [12, 8, 4, 0] { output.append(digits[Int(unit >> UInt16(shift)) & 15]) }
    output.append(UInt8(ascii: "_"))
  }

  private static func unit(_ source: Span<UInt8>, at index: Int) -> UInt16? {
    guard index + 7 <= source.count, source[index + 6] == UInt8(ascii: "_") else { return nil }
    return digits(source, at: index)
  }

  /// The unit of an escape whose last underscore may be missing: what follows when it is written may supply it.
  private static func digits(_ source: Span<UInt8>, at index: Int) -> UInt16? {
    guard index + 6 <= source.count, source[index] == UInt8(ascii: "_") else { return nil }
    guard source[index + 1] | 0x20 == UInt8(ascii: "x") else { return nil }
    var value: UInt16 = 0
    for place in (index + 2)..<(index + 6) {
      switch source[place] {
      case 0x30...0x39: value = value << 4 | UInt16(source[place] - 0x30)
      case 0x41...0x46: value = value << 4 | UInt16(source[place] - 0x37)
      case 0x61...0x66: value = value << 4 | UInt16(source[place] - 0x57)
      default: return nil
      }
    }
    return value
  }
}
