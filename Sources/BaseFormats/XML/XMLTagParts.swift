import Tables

/// The parts of a tag: its name and its attributes, as places of its bytes.
enum XMLTagParts {
  /// An element's name without its prefix, and a hash of it with the prefix; nil where it is cut.
  static func name(_ bytes: Span<UInt8>, _ place: inout Int) -> (Range<Int>, UInt64)? {
    var start = place
    // FNV-1a, which takes a byte at a time.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while place < bytes.count {
      let byte = bytes[place]
      if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
        return (start..<place, hash)
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      place += 1
      if byte == UInt8(ascii: ":") { start = place }
    }
    return nil
  }

  /// Reads `name="value"`; false where there is none, nil where it is cut.
  static func attribute(
    _ bytes: Span<UInt8>, _ place: inout Int, to attributes: inout [XMLScannerAttribute]
  ) -> Bool? {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "="), bytes[place] > 0x20 {
      guard bytes[place] != UInt8(ascii: ">"), bytes[place] != UInt8(ascii: "<") else { return false }
      place += 1
    }
    let name = start..<place
    skipBlanks(bytes, &place)
    guard place < bytes.count else { return nil }
    guard bytes[place] == UInt8(ascii: "="), !name.isEmpty else { return false }
    place += 1
    skipBlanks(bytes, &place)
    guard place < bytes.count else { return nil }
    let quote = bytes[place]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    place += 1
    let begin = place
    while place < bytes.count, bytes[place] != quote {
      guard bytes[place] != UInt8(ascii: "<") else { return false }
      place += 1
    }
    guard place < bytes.count else { return nil }
    attributes.append(XMLScannerAttribute(name: name, value: begin..<place))
    place += 1
    return true
  }

  private static func skipBlanks(_ bytes: Span<UInt8>, _ place: inout Int) {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
  }
}
