import Tables

/// Reads an Excel workbook (ECMA-376, transitional and strict): one table a sheet.
enum WorkbookReader {
  static func read(_ path: String, options: ReadOptions) throws(SourceError) -> Base {
    var base = Base(path: path, format: "xlsx", tables: [])
    try eachSheet(path, options: options) { sheet, read throws(SourceError) in
      let builder = SheetTableBuilder()
      try read(builder)
      guard let built = builder.table(named: sheet.name, path: path, isHidden: sheet.isHidden) else {
        base.notes.append(SourceNote(en: "\(sheet.name): the sheet is empty", ru: "\(sheet.name): лист пуст"))
        return
      }
      base.tables.append(built.table)
      base.notes += built.notes
    }
    return base
  }

  /// Opens a workbook and hands out its sheets, each with the way to read its cells into a sink.
  static func eachSheet(
    _ path: String, options: ReadOptions,
    _ body: (WorkbookParts.Sheet, (any SheetSink) throws(SourceError) -> Void) throws(SourceError) -> Void
  ) throws(SourceError) {
    let container = try ZipContainer(path)
    let parts = try WorkbookParts(container)
    var context = SheetContext(startsIn1904: parts.startsIn1904)
    if let part = parts.styles { context.displays = try CellStyles.read(part, container) }
    if let part = parts.sharedStrings { context.strings = try SharedStrings.read(part, container) }
    let wanted = parts.sheets.filter { options.table == nil || $0.name == options.table }
    for (index, sheet) in wanted.enumerated() {
      try body(sheet) { sink throws(SourceError) in
        try XMLStream(SheetReader(context, sink: sink)).read(sheet.part, of: container)
      }
      options.progress?(index + 1, wanted.count)
    }
  }
}
