import Tables

/// What a sheet's cells refer to.
struct SheetContext {
  var strings = TextColumn()
  var displays: [CellDisplay] = []
  var startsIn1904 = false
}

/// Reads one worksheet part as a stream of typed cells.
///
/// A row or cell without a reference follows the one before it. White space is kept with or without
/// `xml:space`; `_xHHHH_` is decoded; a formula counts by its stored value; empty strings are no cells.
final class SheetReader: XMLEvents {
  private enum Content {
    case number, sharedString, string, inlineString, boolean, error, date
  }

  private let context: SheetContext
  private let sink: any SheetSink
  private var row = -1
  private var column = -1
  private var isInRow = false
  private var isInCell = false
  private var content = Content.number
  private var style = 0
  private var value: [UInt8] = []
  private var decoded: [UInt8] = []
  private var isText = false
  private var phonetic = 0

  init(_ context: SheetContext, sink: any SheetSink) {
    self.context = context
    self.sink = sink
  }

  func start(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("c"), isInRow {
      startCell(element, in: stream)
    } else if element.isNamed("v") {
      // An inline string may carry a stale value beside its text.
      isText = isInCell && content != .inlineString
    } else if element.isNamed("t") {
      isText = isInCell && phonetic == 0
    } else if element.isNamed("row") {
      row = (element.number("r") ?? row + 2) - 1
      if row < 0 || row >= 1_048_576 { stream.fail(.badIndex) }
      column = -1
      isInRow = true
    } else if element.isNamed("rPh") {
      phonetic += 1
    }
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) {
    if isText { value.append(contentsOf: part) }
  }

  func end(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("v") || element.isNamed("t") {
      isText = false
    } else if element.isNamed("c"), isInCell {
      isInCell = false
      if !value.isEmpty { endCell(in: stream) }
    } else if element.isNamed("row") {
      isInRow = false
      if let excess = sink.excess { stream.fail(excess) }
    } else if element.isNamed("rPh") {
      phonetic -= 1
    } else if element.isNamed("sheetData") {
      // What follows is about looks.
      stream.stop()
    }
  }

  private func startCell(_ element: XMLTag, in stream: XMLStream) {
    isInCell = true
    value.removeAll(keepingCapacity: true)
    column = element.withValue("r", Self.column) ?? column + 1
    if column < 0 || column >= 16_384 { stream.fail(.badIndex) }
    style = element.withValue("s", Self.index) ?? 0
    content = element.withValue("t", Self.content) ?? .number
  }

  /// The 0-based column of a reference such as `AB12`; -1 when it is none.
  private static func column(of reference: Span<UInt8>) -> Int {
    var number = 0
    for index in reference.indices {
      let letter = reference[index] & 0xDF
      guard letter >= 0x41, letter <= 0x5A, index < 4 else { break }
      number = number * 26 + Int(letter) - 0x40
    }
    return number - 1
  }

  private static func index(_ digits: Span<UInt8>) -> Int {
    var number = 0
    for index in digits.indices {
      guard digits[index] >= 0x30, digits[index] <= 0x39, number < 1 << 40 else { return -1 }
      number = number * 10 + Int(digits[index] - 0x30)
    }
    return digits.isEmpty ? -1 : number
  }

  private static func content(_ type: Span<UInt8>) -> Content {
    if type.equals("s") { return .sharedString }
    if type.equals("str") { return .string }
    if type.equals("inlineStr") { return .inlineString }
    if type.equals("b") { return .boolean }
    if type.equals("e") { return .error }
    return type.equals("d") ? .date : .number
  }

  private func endCell(in stream: XMLStream) {
    switch content {
    case .number: endNumber()
    case .sharedString:
      let index = Self.index(trimmed().span)
      let strings = context.strings
      guard index >= 0, index < strings.count else { return stream.fail(.badIndex) }
      let text = strings.utf8(at: index)
      if !text.isEmpty { emit(.string, text) }
    case .string, .inlineString:
      decoded.removeAll(keepingCapacity: true)
      let raw = value
      emit(.string, EscapedName.decode(raw.span, into: &decoded) ? decoded : raw)
    case .boolean: emit(.boolean, Array((trimmed() == [0x30] ? "FALSE" : "TRUE").utf8))
    case .error: emit(.error, trimmed())
    case .date: endDate()
    }
  }

  private func endNumber() {
    let digits = trimmed()
    guard !digits.isEmpty else { return }
    let display = style < context.displays.count && style >= 0 ? context.displays[style] : .number
    // Most numbers are short whole ones, already in canonical form.
    if display == .number, CanonicalNumber.integer(digits.span) != nil, digits.count <= 15 {
      return emit(.number, digits)
    }
    guard let number = Double(String(decoding: digits, as: UTF8.self)), number.isFinite else {
      // Text in the place of a number: kept as what it is.
      return emit(.string, value)
    }
    sink.number(number, as: display, in1904: context.startsIn1904, row: row, column: column)
  }

  /// A cell of type `d` holds ISO 8601 text (ECMA-376 part 1 §18.18.11).
  private func endDate() {
    let text = SerialMoment.normalised(trimmed())
    emit(text.contains(UInt8(ascii: "-")) ? .dateTime : .time, text)
  }

  private func trimmed() -> [UInt8] {
    guard let first = value.first, let last = value.last, first <= 0x20 || last <= 0x20 else { return value }
    let start = value.drop { $0 <= 0x20 }
    return Array(start.prefix(start.count - start.reversed().prefix { $0 <= 0x20 }.count))
  }

  private func emit(_ kind: CellKind, _ text: [UInt8]) { emit(kind, text.span) }

  private func emit(_ kind: CellKind, _ text: Span<UInt8>) {
    sink.cell(kind, row: row, column: column, text: text)
  }
}
