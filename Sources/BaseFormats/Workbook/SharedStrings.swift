import Tables

/// A workbook's table of shared strings, held as one column of text.
///
/// Runs of rich text are joined; phonetic guides (`rPh`) are no part of the text (ECMA-376 part 1 §18.4.6).
struct SharedStrings {
  private(set) var strings = TextColumn()
  private(set) var damage: SourceError.Damage?
  private(set) var isText = false
  private let limit: Int
  private var raw: [UInt8] = []
  private var phonetic = 0

  init(limit: Int) { self.limit = limit }

  /// Reads the strings of a part, which may take no more than `limit` bytes.
  static func read(
    _ part: String, _ container: borrowing ZipContainer, limit: Int
  ) throws(SourceError) -> TextColumn {
    let empty = SharedStrings(limit: limit)
    let events = SharedStringEvents(empty)
    let scanned = try container.scan(part, SharedStringScan(strings: empty), orParse: events)
    return scanned?.strings.strings ?? events.strings.strings
  }

  mutating func startText() {
    isText = phonetic == 0
    raw.removeAll(keepingCapacity: true)
  }

  mutating func endText() {
    guard isText else { return }
    isText = false
    let raw = raw
    guard raw.contains(UInt8(ascii: "_")) else { return strings.extend(raw.span) }
    var decoded: [UInt8] = []
    if EscapedName.decode(raw.span, into: &decoded) {
      strings.extend(decoded.span)
    } else {
      strings.extend(raw.span)
    }
  }

  mutating func startPhonetic() { phonetic += 1 }
  mutating func endPhonetic() { phonetic -= 1 }

  mutating func text(_ part: Span<UInt8>) {
    if isText { raw.append(contentsOf: part) }
  }

  mutating func endItem() {
    strings.closeCell(valid: true)
    // An empty string takes its offset, too.
    if strings.byteCount + strings.count * 8 > limit { damage = .tooMuchText(limit: limit) }
  }
}

/// The shared strings of a part in UTF-8.
private struct SharedStringScan: XMLScannerEvents {
  var strings: SharedStrings

  var wantsText: Bool { strings.isText }
  var damage: SourceError.Damage? { strings.damage }
  var isDone: Bool { false }

  mutating func start(_ bytes: Span<UInt8>, name: Range<Int>, attributes: [XMLScannerAttribute]) {
    let name = bytes.extracting(name)
    if name.equals("t") {
      strings.startText()
    } else if name.equals("rPh") {
      strings.startPhonetic()
    }
  }

  mutating func text(_ text: Span<UInt8>) { strings.text(text) }

  mutating func end(_ bytes: Span<UInt8>, name: Range<Int>) {
    let name = bytes.extracting(name)
    if name.equals("t") {
      strings.endText()
    } else if name.equals("rPh") {
      strings.endPhonetic()
    } else if name.equals("si") || name.equals("sstItem") {
      strings.endItem()
    }
  }
}

/// The shared strings of a part in another encoding.
private final class SharedStringEvents: XMLEvents {
  private(set) var strings: SharedStrings

  init(_ strings: SharedStrings) { self.strings = strings }

  func start(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("t") {
      strings.startText()
    } else if element.isNamed("rPh") {
      strings.startPhonetic()
    }
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) { strings.text(part) }

  func end(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("t") {
      strings.endText()
    } else if element.isNamed("rPh") {
      strings.endPhonetic()
    } else if element.isNamed("si") || element.isNamed("sstItem") {
      strings.endItem()
    }
    if let damage = strings.damage { stream.fail(damage) }
  }
}
