import Tables

/// The sheets of an OpenDocument document, as its elements come.
final class OpenDocumentSheets: XMLEvents {
  private enum Kind {
    case none, string, number, boolean, date, time
  }

  private let sink: any SheetSink
  private let table: String?
  /// Cells that one element may stand for.
  private let limit: Int
  private var hiddenStyles: Set<String> = []
  private var style = ""
  private var isInSheet = false
  private var isWanted = false
  private var isHidden = false
  /// How deep we are within what is no text of a cell.
  private var skipped = 0
  private var row = 0
  private var rowRepeat = 1
  private var column = 0
  private var cellRepeat = 1
  private var isInCell = false
  private var kind = Kind.none
  private var value: [UInt8] = []
  private var hasString = false
  private var paragraph = ODFText()
  /// The filled cells of the row, which may stand for many.
  private var cells: [(kind: CellKind, column: Int, count: Int, text: [UInt8])] = []

  init(_ sink: any SheetSink, table: String?, limit: Int = ReadLimits().cells) {
    self.limit = limit
    self.sink = sink
    self.table = table
  }

  // MARK: Elements

  func start(_ element: XMLTag, in stream: XMLStream) {
    if skipped > 0 || Self.isAside(element) {
      skipped += 1
    } else if isInCell {
      startText(element)
    } else if element.isNamed("table-cell") || element.isNamed("covered-table-cell") {
      startCell(element)
    } else if element.isNamed("table-row") {
      rowRepeat = Self.count(element, "number-rows-repeated")
      column = 0
    } else if element.isNamed("table"), !isInSheet {
      startSheet(element)
    } else if element.isNamed("style") {
      style = element.value("name") ?? ""
    } else if element.isNamed("table-properties"), element.value("display") == "false" {
      hiddenStyles.insert(style)
    }
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) {
    if isInCell, skipped == 0 { paragraph.append(part) }
  }

  func end(_ element: XMLTag, in stream: XMLStream) {
    if skipped > 0 {
      skipped -= 1
    } else if isInCell {
      if element.isNamed("p") { paragraph.end() }
      if element.isNamed("table-cell") || element.isNamed("covered-table-cell") { endCell(in: stream) }
    } else if element.isNamed("table-row") {
      endRow(in: stream)
    } else if element.isNamed("table"), isInSheet {
      isInSheet = false
      if isWanted { sink.end(isHidden: isHidden) }
    }
  }

  /// Notes, drawings, tracked changes and caches of other documents: content that is no cell of the base.
  private static func isAside(_ element: XMLTag) -> Bool {
    element.isNamed("annotation") || element.isNamed("shapes") || element.isNamed("frame")
      || element.isNamed("tracked-changes") || element.isNamed("dde-links") || element.isNamed("custom-shape")
      || element.isNamed("ruby-text") || element.isNamed("forms") || element.isNamed("master-styles")
  }

  private func startSheet(_ element: XMLTag) {
    isInSheet = true
    row = 0
    let name = element.value("name") ?? ""
    isWanted = table == nil || table == name
    guard isWanted else { return }
    isHidden = hiddenStyles.contains(element.value("style-name") ?? "")
    sink.begin(name)
  }

  // MARK: Cells

  private func startCell(_ element: XMLTag) {
    isInCell = true
    cellRepeat = Self.count(element, "number-columns-repeated")
    kind = element.withValue("value-type", Self.kind) ?? .none
    value.removeAll(keepingCapacity: true)
    paragraph.removeAll()
    hasString = false
    let attribute: StaticString =
      switch kind {
      case .number: "value"
      case .boolean: "boolean-value"
      case .date: "date-value"
      case .time: "time-value"
      case .string, .none: "string-value"
      }
    hasString = element.withValue(attribute) { value.append(contentsOf: $0) } != nil
  }

  /// How often a row or a cell stands there: once or more, and no more often than any sheet has room for.
  private static func count(_ element: XMLTag, _ name: StaticString) -> Int {
    min(max(element.number(name) ?? 1, 1), 1 << 24)
  }

  private static func kind(_ type: Span<UInt8>) -> Kind {
    if type.equals("float") || type.equals("percentage") || type.equals("currency") { return .number }
    if type.equals("date") { return .date }
    if type.equals("time") { return .time }
    if type.equals("boolean") { return .boolean }
    return type.equals("string") ? .string : .none
  }

  private func startText(_ element: XMLTag) {
    if element.isNamed("p") {
      paragraph.begin()
    } else if element.isNamed("s") {
      paragraph.append(repeated: 0x20, element.number("c") ?? 1)
    } else if element.isNamed("tab") {
      paragraph.append(repeated: 0x09, 1)
    } else if element.isNamed("line-break") {
      paragraph.append(repeated: 0x0A, 1)
    }
  }

  private func endCell(in stream: XMLStream) {
    isInCell = false
    let place = column
    // No program has so many; empty ones may be claimed.
    column = min(column + cellRepeat, 1 << 20)
    guard isInSheet, isWanted, let cell = typed(), !cell.text.isEmpty else { return }
    guard place + cellRepeat <= 16_384 else { return stream.fail(.badIndex) }
    cells.append((cell.kind, place, cellRepeat, cell.text))
  }

  private func typed() -> (kind: CellKind, text: [UInt8])? {
    switch kind {
    case .number:
      guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else { return nil }
      return (.number, Array(DecimalText.canonical(number).utf8))
    case .boolean: return (.boolean, Array((value.elementsEqual("true".utf8) ? "TRUE" : "FALSE").utf8))
    case .date: return (.dateTime, SerialMoment.normalised(value))
    case .time: return ODFTime.cell(value)
    case .string, .none: return (.string, hasString ? value : paragraph.text)
    }
  }

  private func endRow(in stream: XMLStream) {
    let first = row
    row = min(row + rowRepeat, 1 << 24)
    guard !cells.isEmpty else { return }
    defer { cells.removeAll(keepingCapacity: true) }
    guard row <= 1_048_576 else { return stream.fail(.badIndex) }
    // Told before it is done: sixteen thousand million cells take long to count.
    let places = cells.reduce(0) { $0 + $1.count }
    guard places <= limit / (row - first) else { return stream.fail(.tooManyCells(limit: limit)) }
    for line in first..<row {
      for cell in cells {
        for place in cell.column..<(cell.column + cell.count) {
          sink.cell(cell.kind, row: line, column: place, text: cell.text.span)
        }
      }
      if let excess = sink.excess { return stream.fail(excess) }
    }
  }
}
