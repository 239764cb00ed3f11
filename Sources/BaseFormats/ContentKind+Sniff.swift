import Tables

extension ContentKind {
  /// Looks at a file's first bytes, and into a zip container.
  ///
  /// Signatures: SQLite file format §1.3.1; MS-CFB §2.2; APPNOTE §4.3.7; Jet and ACE headers as written by Access.
  static func sniff(_ path: String) throws(SourceError) -> ContentKind {
    let input = try FileInput(path)
    var head: [UInt8] = []
    try input.read(at: 0, count: 1 << 16, into: &head)
    guard !head.isEmpty else { throw SourceError(path, .empty) }
    let start = head.span
    if start.hasPrefix("SQLite format 3\0") { return .sqlite }
    if start.hasPrefix("PK\u{3}\u{4}") || start.hasPrefix("PK\u{5}\u{6}") {
      return try ZipContainer(path).kind
    }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return try isEncrypted(input) ? .encryptedOffice : .xls
    }
    if head.count > 19, head[0] == 0, head[4..<16].elementsEqual("Standard Jet".utf8) {
      return .accessDatabase
    }
    if head.count > 19, head[0] == 0, head[4..<16].elementsEqual("Standard ACE".utf8) {
      return .accessDatabase
    }
    if start.hasPrefix("%PDF-") { return .pdf }
    if head.starts(with: [0x1F, 0x8B, 0x08]) { return .gzip }
    if isBareRecords(head) { return .xls }
    return looksLikeXML(head) ? XMLRoot.kind(head) ?? .accessXML : .text
  }

  /// Whether a file is a zip container.
  static func isZip(_ path: String) throws(SourceError) -> Bool {
    var head: [UInt8] = []
    try FileInput(path).read(at: 0, count: 4, into: &head)
    return head.starts(with: Array("PK".utf8))
  }

  /// Whether the records of a workbook stand in the file without a container, as before Excel 5 (MS-XLS §2.4.21).
  private static func isBareRecords(_ head: [UInt8]) -> Bool {
    guard head.count >= 8, head[0] == 0x09, [0, 2, 4, 8].contains(head[1]) else { return false }
    return (4...32).contains(head.word(2)) && [0x05, 0x10, 0x20, 0x40, 0x100].contains(head.word(6))
  }

  /// Whether an OLE container holds an encrypted package: the stream's name stands in its directory in UTF-16.
  private static func isEncrypted(_ input: borrowing FileInput) throws(SourceError) -> Bool {
    let name = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
    var piece: [UInt8] = []
    var offset = 0
    while offset < input.size {
      try input.read(at: offset, into: &piece)
      guard piece.count >= name.count else { return false }
      for start in stride(from: 0, through: piece.count - name.count, by: 64)
      where piece[start] == name[0] && piece[start..<(start + name.count)].elementsEqual(name) {
        return true
      }
      offset += FileInput.pieceSize
    }
    return false
  }

  /// Whether the first character after a byte order mark and white space opens markup.
  private static func looksLikeXML(_ head: [UInt8]) -> Bool {
    // UTF-16 has zeros between; they count as white space here.
    let text = head.lazy.filter { $0 != 0 }.drop { [0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
    var rest = text.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.makeIterator()
    guard rest.next() == UInt8(ascii: "<"), let next = rest.next() else { return false }
    return next == UInt8(ascii: "?") || next == UInt8(ascii: "!") || next == UInt8(ascii: "_") || next >= 0x80
      || (next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z"))
  }
}

extension Span<UInt8> {
  /// Whether the bytes begin with those of `text`.
  func hasPrefix(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return count >= length && extracting(first: length).equals(text)
  }
}
