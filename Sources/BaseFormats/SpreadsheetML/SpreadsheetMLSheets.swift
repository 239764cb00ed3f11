import Tables

/// The worksheets of an Excel 2003 document, as its elements come.
final class SpreadsheetMLSheets: XMLEvents {
  private let sink: any SheetSink
  private let table: String?
  private var isWanted = false
  private var isHidden = false
  /// Within `Visible`, which stands behind the rows.
  private var isVisibility = false
  private var row = -1
  private var column = -1
  private var isInRow = false
  private var isInCell = false
  private var isInData = false
  /// A comment holds data of its own.
  private var isInComment = false
  /// Cells that the last one covers to its right.
  private var covered = 0
  private var type: CellKind?
  private var value: [UInt8] = []

  init(_ sink: any SheetSink, table: String?) {
    self.sink = sink
    self.table = table
  }

  func start(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("Cell"), isInRow {
      column = (element.number("Index") ?? column + covered + 2) &- 1
      covered = min(max(element.number("MergeAcross") ?? 0, 0), 16_384)
      if column < 0 || column >= 16_384 { stream.fail(.badIndex) }
      isInCell = true
    } else if element.isNamed("Comment") {
      isInComment = true
    } else if element.isNamed("Data"), isInRow, !isInComment {
      // Data that no cell holds have no place.
      guard isInCell else { return stream.fail(.structure) }
      isInData = true
      type = element.withValue("Type", Self.kind) ?? .string
      value.removeAll(keepingCapacity: true)
    } else if element.isNamed("Row") {
      row = (element.number("Index") ?? row + 2) &- 1
      if row < 0 || row >= 1_048_576 { stream.fail(.badIndex) }
      column = -1
      covered = 0
      isInRow = true
      isInCell = false
    } else if element.isNamed("Visible") {
      isVisibility = true
      value.removeAll(keepingCapacity: true)
    } else if element.isNamed("Worksheet") {
      row = -1
      isHidden = false
      let name = element.value("Name") ?? ""
      isWanted = table == nil || table == name
      if isWanted { sink.begin(name) }
    }
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) {
    if isInData || isVisibility { value.append(contentsOf: part) }
  }

  func end(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("Comment") {
      isInComment = false
    } else if element.isNamed("Data"), isInData {
      isInData = false
      if isWanted, !value.isEmpty { endData() }
    } else if element.isNamed("Cell") {
      isInCell = false
    } else if element.isNamed("Row") {
      isInRow = false
      isInComment = false
      if let excess = sink.excess { stream.fail(excess) }
    } else if element.isNamed("Visible") {
      isVisibility = false
      // `SheetHidden` or `SheetVeryHidden`.
      isHidden = String(decoding: value, as: UTF8.self).hasSuffix("Hidden")
    } else if element.isNamed("Worksheet"), isWanted {
      sink.end(isHidden: isHidden)
    }
  }

  private static func kind(_ type: Span<UInt8>) -> CellKind {
    if type.equals("Number") { return .number }
    if type.equals("DateTime") { return .dateTime }
    if type.equals("Boolean") { return .boolean }
    return type.equals("Error") ? .error : .string
  }

  private func endData() {
    switch type {
    case .number:
      guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else { break }
      return sink.number(number, as: .number, in1904: false, row: row, column: column)
    case .boolean: return sink.boolean(value.elementsEqual("1".utf8), row: row, column: column)
    case .dateTime:
      return emit(.dateTime, SerialMoment.normalised(value))
    case .error: return emit(.error, value)
    default: break
    }
    emit(.string, value)
  }

  private func emit(_ kind: CellKind, _ text: [UInt8]) {
    sink.cell(kind, row: row, column: column, text: text.span)
  }
}
