import Tables

/// Makes a table of a sheet's cells.
///
/// The header is the first row of at least two filled cells; rows of one cell above it are titles. A sheet of one
/// column has its header in its first row. Rows and columns without any cell are no part of the table.
struct SheetTableBuilder {
  /// More rows of one cell than this are no titles.
  private static let mostTitles = 10

  /// Rows of one cell before the header was found: titles, or a table of one column.
  private var early: [(row: Int, column: Int, text: [UInt8])] = []
  /// The first cell of the row that may become the header.
  private var header: [Int: String] = [:]
  private var headerRow: Int?
  private var columns: [TextColumn] = []
  private var numbers: ContiguousArray<Int64> = []
  private var lastRow = -1
  private var duplicates = 0
  private var text: [UInt8] = []

  mutating func cell(_ kind: CellKind, row: Int, column: Int, text: Span<UInt8>) {
    if kind == .string, let headerRow, row != headerRow { return add(row, column, text) }
    self.text.removeAll(keepingCapacity: true)
    CellText.append(kind, text, to: &self.text)
    guard let headerRow else { return beforeHeader(row, column) }
    guard row != headerRow else {
      header[column] = String(decoding: self.text, as: UTF8.self)
      return
    }
    let whole = self.text
    add(row, column, whole.span)
  }

  private mutating func beforeHeader(_ row: Int, _ column: Int) {
    guard let last = early.last, last.row == row else {
      early.append((row, column, text))
      if early.count > Self.mostTitles { settleOnFirstRow() }
      return
    }
    // The second cell of a row: the header begins.
    early.removeLast()
    headerRow = row
    header[last.column] = String(decoding: last.text, as: UTF8.self)
    header[column] = String(decoding: text, as: UTF8.self)
  }

  /// No row of two cells came: the first filled row is the header, the others are data.
  private mutating func settleOnFirstRow() {
    guard let first = early.first else { return }
    headerRow = first.row
    header[first.column] = String(decoding: first.text, as: UTF8.self)
    let rest = early.dropFirst()
    early = []
    for cell in rest { add(cell.row, cell.column, cell.text.span) }
  }

  private mutating func add(_ row: Int, _ column: Int, _ text: Span<UInt8>) {
    if row != lastRow {
      numbers.append(Int64(row + 1))
      lastRow = row
    }
    while columns.count <= column { columns.append(TextColumn()) }
    let missing = numbers.count - 1 - columns[column].count
    guard missing >= 0 else {
      duplicates += 1
      return
    }
    if columns[column].count == 0, missing > 0 {
      columns[column] = TextColumn(nulls: missing)
    } else {
      for _ in 0..<missing { columns[column].appendNull() }
    }
    columns[column].append(text)
  }

  /// Places of the table so far, rows by columns: what it takes however sparse it is.
  var places: Int { numbers.count * columns.count }

  /// The table; nil for a sheet without a cell.
  mutating func table(named name: String, path: String, isHidden: Bool) -> (
    table: Table, notes: [SourceNote]
  )? {
    if headerRow == nil { settleOnFirstRow() }
    guard headerRow != nil else { return nil }
    var named: [Column] = []
    var places: [Int] = []
    let width = max(columns.count, (header.keys.max() ?? -1) + 1)
    for place in 0..<width {
      var cells = place < columns.count ? columns[place] : TextColumn()
      guard header[place] != nil || cells.count > 0 else { continue }
      if cells.count == 0 {
        cells = TextColumn(nulls: numbers.count)
      } else {
        for _ in cells.count..<numbers.count { cells.appendNull() }
      }
      named.append(Column(name: header[place] ?? "column \(named.count + 1)", cells: cells))
      places.append(place)
    }
    columns = []
    let origin = Origin(path: path, table: name, unit: .row, numbers: numbers, sheetColumns: places)
    return (Table(name: name, columns: named, origin: origin, isHidden: isHidden), notes(name))
  }

  private func notes(_ name: String) -> [SourceNote] {
    var notes: [SourceNote] = []
    if !early.isEmpty {
      let rows = early.map { "\($0.row + 1)" }.joined(separator: ", ")
      notes.append(
        SourceNote(
          en: "\(name): title rows above the header are skipped: \(rows)",
          ru: "\(name): строки над заголовком пропущены: \(rows)"))
    }
    if duplicates > 0 {
      notes.append(
        SourceNote(
          en: "\(name): \(duplicates) cells stand twice; the first counts",
          ru: "\(name): ячеек записано дважды: \(duplicates); считается первая"))
    }
    return notes
  }
}

/// The text of a typed cell as a base holds it.
enum CellText {
  /// A date at midnight is the date; booleans are small; numbers have no exponent; durations are clock time.
  static func append(_ kind: CellKind, _ text: Span<UInt8>, to output: inout [UInt8]) {
    switch kind {
    case .boolean: output += Array((text.equals("TRUE") ? "true" : "false").utf8)
    case .number: appendNumber(text, to: &output)
    case .dateTime, .time: appendMoment(kind, text, to: &output)
    case .string, .error: output.append(contentsOf: text)
    }
  }

  private static func appendNumber(_ text: Span<UInt8>, to output: inout [UInt8]) {
    // The two layouts differ in exponents and in whole numbers from 1e15 on, written `….0`.
    let isWhole = text.count > 2 && text.extracting((text.count - 2)..<text.count).equals(".0")
    guard isWhole || text.contains(UInt8(ascii: "e")), let value = Double(String(copying: text)) else {
      return output.append(contentsOf: text)
    }
    output += Array(DecimalText.plain(value).utf8)
  }

  private static func appendMoment(_ kind: CellKind, _ text: Span<UInt8>, to output: inout [UInt8]) {
    // Day 0 stands for no day: a time as Excel 2003 writes it.
    if kind == .dateTime, text.hasPrefix("1899-12-31T") {
      return appendMoment(.time, text.extracting(11..<text.count), to: &output)
    }
    if kind == .dateTime, text.count == 19, text.extracting(10..<19).equals("T00:00:00") {
      return output.append(contentsOf: text.extracting(0..<10))
    }
    var hasColon = false
    var fraction: Int?
    for index in text.indices {
      if text[index] == UInt8(ascii: ":") { hasColon = true }
      if text[index] == UInt8(ascii: ".") { fraction = index }
    }
    guard hasColon else { return appendDuration(text, to: &output) }
    var end = text.count
    while let fraction, end > fraction, text[end - 1] == 0x30 || end - 1 == fraction { end -= 1 }
    output.append(contentsOf: text.extracting(0..<end))
  }

  /// Seconds as hours, minutes and seconds: `25:00:00`.
  private static func appendDuration(_ text: Span<UInt8>, to output: inout [UInt8]) {
    // What has no fraction of a second in a double is no duration of anybody's.
    guard let value = Double(String(copying: text)), value.magnitude < 1e12 else {
      return output.append(contentsOf: text)
    }
    let whole = Int(value.magnitude.rounded(.down))
    let rest = DecimalText.plain(((value.magnitude - Double(whole)) * 1000).rounded() / 1000).dropFirst()
    let parts = [whole / 3600, whole / 60 % 60, whole % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    output += Array(((value < 0 ? "-" : "") + parts.joined(separator: ":") + rest).utf8)
  }
}
