import Tables

/// Reads an Excel workbook since 2007 (ECMA-376, transitional and strict; .xlsx, .xlsm).
///
/// Choices where other readers differ: white space stays with or without `xml:space`; `_x000D_` and its like are
/// decoded; cells under a merge keep their values; serials follow Excel, day 60 and all, and those that are no date
/// stay numbers; sheets of charts, dialogs and macros are no tables; `<sstItem>`, the shared string of Excel 2007's
/// public beta, is read as one.
enum OfficeWorkbookReader {
  static func read(_ path: String, options: ReadOptions, into sink: any SheetSink) throws(SourceError) {
    let container = try ZipContainer(path, limits: options.limits)
    let parts = try WorkbookParts(container)
    var context = SheetContext(startsIn1904: parts.startsIn1904)
    if let part = parts.styles { context.displays = try CellStyles.read(part, container) }
    if let part = parts.sharedStrings {
      context.strings = try SharedStrings.read(part, container, limit: container.textLimit)
    }
    let wanted = parts.sheets.filter { options.table == nil || $0.name == options.table }
    for (index, sheet) in wanted.enumerated() {
      sink.begin(sheet.name)
      let cells = SheetCells(context, sink: sink)
      _ = try container.scan(sheet.part, SheetScan(cells), orParse: SheetReader(cells))
      sink.end(isHidden: sheet.isHidden)
      options.progress?(index + 1, wanted.count)
    }
  }
}
