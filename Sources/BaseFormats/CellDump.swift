import Tables

/// The canonical dump of cells: what a reader sees, one line a filled cell, in row-major order.
///
/// Line: `row<TAB>col<TAB>kind<TAB>value`, counted from 1; tab, CR, LF and backslash in a value are written
/// `\t \r \n \\`.
public enum CellDump {
  /// Hands out each table's name, then its lines (UTF-8, without a line end).
  ///
  /// A workbook gives the typed cells of its sheets; other formats their text as strings, the header as row 1.
  /// - Throws: what is wrong with the file.
  /// - Complexity: O(bytes of the file); of a workbook's sheets no more than a row is held in memory.
  public static func lines(
    of path: String, options: ReadOptions = .init(), table: @escaping (String) -> Void,
    line: @escaping (Span<UInt8>) -> Void
  ) throws(SourceError) {
    guard let spooled = try SpooledFile(path, limit: options.limits.unpackedBytes) else {
      return try linesOfFile(path, options, table, line)
    }
    do {
      try linesOfFile(spooled.path, options, table, line)
    } catch {
      throw SourceError(path, error.reason)
    }
  }

  private static func linesOfFile(
    _ path: String, _ options: ReadOptions, _ table: @escaping (String) -> Void,
    _ line: @escaping (Span<UInt8>) -> Void
  ) throws(SourceError) {
    let kind = try BaseReader.kind(of: path)
    guard WorkbookReader.name(of: kind) != nil else {
      let base = try BaseReader.read(path, options: options)
      for each in base.tables {
        table(each.name)
        dump(each, to: DumpSink(line, limits: options.limits) { _ in })
      }
      return
    }
    let limits = options.limits.scaled(toFile: try FileInput(path).size)
    let sink = DumpSink(line, limits: limits, table: table)
    _ = try WorkbookReader.sheets(of: path, kind, options: options, into: sink)
  }

  private static func dump(_ table: Table, to sink: DumpSink) {
    for (index, column) in table.columns.enumerated() {
      sink.cell(.string, row: 0, column: index, text: Array(column.name.utf8).span)
    }
    for row in 0..<table.rowCount {
      for (index, column) in table.columns.enumerated() where !column.cells.isNull(row) {
        let cells = column.cells
        sink.cell(.string, row: row + 1, column: index, text: cells.utf8(at: row))
      }
    }
    sink.finish()
  }
}

/// Writes cells as lines, a row at a time: some programs put the cells of a row out of order.
private final class DumpSink: SheetSink {
  private let line: (Span<UInt8>) -> Void
  private var row = -1
  private var cells: [(column: Int, line: [UInt8])] = []

  private let table: (String) -> Void
  private var meter: CellMeter

  init(
    _ line: @escaping (Span<UInt8>) -> Void, limits: ReadLimits, table: @escaping (String) -> Void
  ) {
    self.line = line
    self.table = table
    meter = CellMeter(limits)
  }

  func begin(_ sheet: String) {
    table(sheet)
    row = -1
  }

  func end(isHidden: Bool) { finish() }

  var excess: SourceError.Damage? { meter.excess }

  func cell(_ kind: CellKind, row: Int, column: Int, text: Span<UInt8>) {
    meter.count(text: text.count)
    meter.count(cells: 1)
    if row != self.row { finish() }
    self.row = row
    var buffer = Array("\(row + 1)\t\(column + 1)\t".utf8)
    buffer.append(kind.rawValue)
    buffer.append(0x09)
    for index in text.indices {
      switch text[index] {
      case 0x09: buffer += [0x5C, UInt8(ascii: "t")]
      case 0x0D: buffer += [0x5C, UInt8(ascii: "r")]
      case 0x0A: buffer += [0x5C, UInt8(ascii: "n")]
      case 0x5C: buffer += [0x5C, 0x5C]
      case let byte: buffer.append(byte)
      }
    }
    cells.append((column, buffer))
  }

  /// Hands out the row held back.
  func finish() {
    cells.sort { $0.column < $1.column }
    for cell in cells { line(cell.line.span) }
    cells.removeAll(keepingCapacity: true)
  }
}
