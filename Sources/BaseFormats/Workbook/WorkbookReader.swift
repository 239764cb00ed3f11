import Tables

/// Reads workbooks of all formats: one table a sheet.
enum WorkbookReader {
  /// The formats read here, and what they are called in a base.
  static func name(of kind: ContentKind) -> String? {
    switch kind {
    case .xlsx: "xlsx"
    case .xls: "xls"
    case .ods: "ods"
    case .spreadsheetML: "spreadsheetml"
    default: nil
    }
  }

  static func read(
    _ path: String, _ kind: ContentKind, options: ReadOptions, rowsASheet: Int = WorkbookWriter.mostRows
  ) throws(SourceError) -> Base {
    let limits = options.limits.scaled(toFile: try FileInput(path).size)
    let sink = SheetTables(path: path, limits: limits)
    let notes = try sheets(of: path, kind, options: options, into: sink)
    let joined = ContinuedSheets.joined(sink.tables, rowsASheet: rowsASheet)
    return Base(
      path: path, format: name(of: kind) ?? "", tables: joined.tables,
      notes: sink.notes + notes + joined.notes)
  }

  /// Hands out the sheets of a workbook, all or the one asked for.
  static func sheets(
    of path: String, _ kind: ContentKind, options: ReadOptions, into sink: any SheetSink
  ) throws(SourceError) -> [SourceNote] {
    switch kind {
    case .xls: try BinaryWorkbookReader.read(path, options: options, into: sink)
    case .ods: try OpenDocumentReader.read(path, options: options, into: sink)
    case .spreadsheetML: return try SpreadsheetMLReader.read(path, options: options, into: sink)
    default: try OfficeWorkbookReader.read(path, options: options, into: sink)
    }
    return []
  }
}
