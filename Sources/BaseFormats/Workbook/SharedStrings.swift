import Tables

/// A workbook's table of shared strings, held as one column of text.
///
/// Runs of rich text are joined; phonetic guides (`rPh`) are no part of the text (ECMA-376 part 1 §18.4.6).
final class SharedStrings: XMLEvents {
  private(set) var strings = TextColumn()
  private var text: [UInt8] = []
  private var decoded: [UInt8] = []
  private var isText = false
  private var phonetic = 0

  private let limit: Int

  private init(limit: Int) { self.limit = limit }

  /// Reads the strings of a part, which may take no more than `limit` bytes.
  static func read(
    _ part: String, _ container: borrowing ZipContainer, limit: Int
  ) throws(SourceError) -> TextColumn {
    let reader = SharedStrings(limit: limit)
    try XMLStream(reader).read(part, of: container)
    return reader.strings
  }

  func start(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("t") {
      isText = phonetic == 0
    } else if element.isNamed("rPh") {
      phonetic += 1
    } else if isItem(element) {
      text.removeAll(keepingCapacity: true)
    }
  }

  /// `sstItem` is the name of the item in workbooks of Excel 2007's public beta.
  private func isItem(_ element: XMLTag) -> Bool { element.isNamed("si") || element.isNamed("sstItem") }

  func text(_ part: Span<UInt8>, in stream: XMLStream) {
    if isText { text.append(contentsOf: part) }
  }

  func end(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("t") {
      isText = false
    } else if element.isNamed("rPh") {
      phonetic -= 1
    } else if isItem(element) {
      decoded.removeAll(keepingCapacity: true)
      if EscapedName.decode(text.span, into: &decoded) { swap(&text, &decoded) }
      let whole = text
      strings.append(whole.span)
      // Twice: an empty string takes its offset, too.
      if strings.byteCount + strings.count * 8 > limit { stream.fail(.tooMuchText(limit: limit)) }
    }
  }
}
