import Tables

/// A file's text as UTF-8, piece by piece.
struct TextSource: ~Copyable {
  /// Bytes of the file read so far.
  private(set) var position: Int
  /// Ill-formed sequences of UTF-8 that became U+FFFD, and the line of the first.
  private(set) var replaced = (count: 0, line: 0)
  /// Whether the text still has to be held against UTF-8 by whoever takes it.
  let needsCheck: Bool
  private let encoding: TextEncoding
  private let table: SingleByteTable?
  private var converter: CharacterConverter?
  private let isLenient: Bool
  private var raw: [UInt8] = []
  private var rest: [UInt8] = []
  private var lines = LineEnds()

  /// Text that begins after a mark of so many bytes.
  ///
  /// When `isLenient`, ill-formed UTF-8 is replaced: the user asked for it by name.
  /// - Throws: `unknownEncoding`.
  init(
    _ encoding: TextEncoding, skipping markLength: Int, isLenient: Bool, path: String
  ) throws(SourceError) {
    self.encoding = encoding
    self.isLenient = isLenient && encoding == .utf8
    position = markLength
    needsCheck = encoding == .utf8 && !isLenient
    table = SingleByteTable.of(encoding)
    let isPlain = encoding == .utf8 || table != nil
    converter = isPlain ? nil : CharacterConverter(from: encoding)
    // A borrowed optional cannot be compared with nil here, so the converter is asked for twice.
    guard isPlain || CharacterConverter(from: encoding) != nil else {
      throw SourceError(path, .unknownEncoding(encoding.name))
    }
  }

  /// Appends about `count` more bytes of text; false at the end.
  /// - Throws: `undecodable` with the line.
  mutating func append(
    from input: borrowing FileInput, count: Int, to text: inout [UInt8]
  ) throws(SourceError) -> Bool {
    if needsCheck {
      let before = text.count
      try input.append(at: position, count: count, to: &text)
      position += text.count - before
      return text.count > before
    }
    try input.read(at: position, count: count, into: &raw)
    position += raw.count
    let isEnd = raw.isEmpty
    let before = text.count
    if let table {
      table.append(raw.span, to: &text)
    } else if isLenient {
      repair(isEnd: isEnd, to: &text)
    } else {
      let failed = converter?.convert(raw, into: &text) != nil
      if failed || (isEnd && converter?.isCut == true) {
        lines.add(text.span.extracting(before..<text.count))
        throw SourceError(input.path, .undecodable(encoding: encoding.name, line: 1 + lines.count))
      }
    }
    lines.add(text.span.extracting(before..<text.count))
    return !isEnd
  }

  /// Replaces ill-formed sequences by U+FFFD; a sequence cut by the end of the piece waits for the next.
  private mutating func repair(isEnd: Bool, to text: inout [UInt8]) {
    let source = rest + raw
    rest = []
    var start = 0
    while start < source.count {
      let found = Utf8Scan.firstFailure(in: source.span.extracting(start..<source.count))
      guard let failure = found.failure else {
        text.append(contentsOf: source[start...])
        return
      }
      text.append(contentsOf: source[start..<(start + failure)])
      start += failure
      if !isEnd, source.count - start < 4, Utf8Scan.isBegin(source.span.extracting(start..<source.count)) {
        rest = Array(source[start...])
        return
      }
      if replaced.count == 0 {
        var before = lines
        before.add(source.span.extracting(0..<start))
        replaced.line = 1 + before.count
      }
      replaced.count += 1
      text.append(contentsOf: [0xEF, 0xBF, 0xBD])
      start += 1
      // The continuation bytes of what was cut belong to the same wound.
      while start < source.count, source[start] & 0xC0 == 0x80 { start += 1 }
    }
  }
}
