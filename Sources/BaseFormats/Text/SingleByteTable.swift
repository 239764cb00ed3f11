/// A one-byte encoding as UTF-8 of each byte.
///
/// Bytes that the encoding leaves undefined are the control characters of ISO 8859-1, as browsers read them (WHATWG
/// Encoding §9), so nothing is ever undecodable or lost.
struct SingleByteTable: Sendable {
  /// The UTF-8 of a byte: up to three bytes, the first lowest, and their number in the highest.
  private let entries: [UInt32]

  /// The tables of the encodings that are met most, made once.
  private static let usual: [String: SingleByteTable] = {
    let names = [
      "windows-1251", "cp866", "koi8-r", "koi8-u", "x-mac-cyrillic", "windows-1252", "iso-8859-1",
    ]
    var tables: [String: SingleByteTable] = [:]
    for name in names { tables[name] = SingleByteTable(TextEncoding.named(name)) }
    return tables
  }()

  /// The table of an encoding; nil as for `init`.
  static func of(_ encoding: TextEncoding) -> SingleByteTable? {
    usual[encoding.name] ?? SingleByteTable(encoding)
  }

  /// The table; nil when the encoding is not of one byte a character, or unknown to the C library.
  /// - Complexity: 256 conversions.
  private init?(_ encoding: TextEncoding) {
    guard encoding != .utf8, var converter = CharacterConverter(from: encoding) else { return nil }
    var entries: [UInt32] = []
    var known = 0
    for byte in UInt8.min...0xFF {
      var text: [UInt8] = []
      let isKnown = converter.convert([byte], into: &text) == nil && !text.isEmpty && text.count <= 3
      // A byte that waits for another, or ASCII that is something else: no encoding of single bytes.
      guard !converter.isCut, byte >= 0x80 || text == [byte] else { return nil }
      if byte >= 0x80, isKnown { known += 1 }
      if !isKnown { text = [0xC0 | byte >> 6, 0x80 | byte & 0x3F] }
      let packed = text.enumerated().reduce(UInt32(0)) { $0 | UInt32($1.element) << UInt32(8 * $1.offset) }
      entries.append(packed | UInt32(text.count) << 24)
    }
    guard known > 0 else { return nil }
    self.entries = entries
  }

  /// The text of one byte.
  subscript(byte: UInt8) -> [UInt8] {
    let entry = entries[Int(byte)]
    return (0..<(entry >> 24)).map { UInt8(truncatingIfNeeded: entry >> (8 * $0)) }
  }

  /// Appends the text of bytes.
  /// - Complexity: O(bytes).
  func append(_ source: Span<UInt8>, to output: inout [UInt8]) {
    output.reserveCapacity(output.count + source.count * 3)
    for index in source.indices {
      let entry = entries[Int(source[index])]
      output.append(UInt8(truncatingIfNeeded: entry))
      guard entry >> 24 > 1 else { continue }
      output.append(UInt8(truncatingIfNeeded: entry >> 8))
      if entry >> 24 > 2 { output.append(UInt8(truncatingIfNeeded: entry >> 16)) }
    }
  }
}
