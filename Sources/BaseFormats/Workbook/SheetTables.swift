import Tables

/// Makes a table of each sheet of a workbook.
final class SheetTables: SheetSink {
  private(set) var tables: [Table] = []
  private(set) var notes: [SourceNote] = []
  private let path: String
  private let limits: ReadLimits
  private var name = ""
  private var builder: SheetTableBuilder
  private var text = 0
  private var places = 0

  init(path: String, limits: ReadLimits) {
    self.path = path
    self.limits = limits
    builder = SheetTableBuilder()
  }

  func begin(_ sheet: String) {
    name = sheet
    builder = SheetTableBuilder()
  }

  func cell(_ kind: CellKind, row: Int, column: Int, text: Span<UInt8>) {
    self.text += text.count
    builder.cell(kind, row: row, column: column, text: text)
  }

  func end(isHidden: Bool) {
    places += builder.places
    guard let built = builder.table(named: name, path: path, isHidden: isHidden) else {
      notes.append(SourceNote(en: "\(name): the sheet is empty", ru: "\(name): лист пуст"))
      return
    }
    tables.append(built.table)
    notes += built.notes
  }

  var excess: SourceError.Damage? {
    if text > limits.textBytes { return .tooMuchText(limit: limits.textBytes) }
    return places + builder.places > limits.cells ? .tooManyCells(limit: limits.cells) : nil
  }
}
