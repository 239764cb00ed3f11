/// A file's text as UTF-8, piece by piece.
struct DecodedText: ~Copyable {
  /// Bytes of the file read so far.
  private(set) var position: Int
  private let encoding: TextEncoding
  private var converter: CharacterConverter?
  private var raw: [UInt8] = []
  private var check = Utf8Check()
  private var lines = 1

  /// Text that begins after a mark of so many bytes.
  /// - Throws: `unknownEncoding`.
  init(encoding: TextEncoding, skipping markLength: Int, path: String) throws(SourceError) {
    self.encoding = encoding
    position = markLength
    converter = encoding == .utf8 ? nil : CharacterConverter(from: encoding)
    // A borrowed optional cannot be compared with nil here, so the converter is asked for twice.
    guard encoding == .utf8 || CharacterConverter(from: encoding) != nil else {
      throw SourceError(path, .unknownEncoding(encoding.name))
    }
  }

  /// The next piece; empty at the end.
  /// - Throws: `undecodable` with the line.
  mutating func next(from input: borrowing FileInput, into piece: inout [UInt8]) throws(SourceError) {
    repeat {
      try input.read(at: position, into: &raw)
      position += raw.count
      piece.removeAll(keepingCapacity: true)
      if encoding == .utf8 {
        swap(&raw, &piece)
        check.feed(piece.span)
        if piece.isEmpty { check.finish() }
        if let failure = check.failure { throw undecodable(input.path, failure.line) }
        return
      }
      let failed = converter?.convert(raw, into: &piece) != nil
      lines += piece.count { $0 == 0x0A }
      if failed || (raw.isEmpty && converter?.isCut == true) { throw undecodable(input.path, lines) }
    } while piece.isEmpty && !raw.isEmpty
  }

  private func undecodable(_ path: String, _ line: Int) -> SourceError {
    SourceError(path, .undecodable(encoding: encoding.name, line: line))
  }
}
