import Tables

/// Reads the workbooks of Excel 2 to 2003 (.xls): BIFF records, alone or in an OLE2 container.
///
/// Measured on 236 files on which two independent readers agree, libfreexl 1.0.6 gives the same cells for 111: it
/// knows dates by a list of formats, has no durations, and reads texts before Excel 97 without their code page. So
/// the records are read here.
///
/// Choices where other readers differ: white space and control characters stay as they are; serials that are no
/// date stay numbers; sheets of macros, charts and modules are no tables; a workbook of Excel 5 or 95 that names no
/// code page is taken by its letters (windows-1251 or another), which `encoding` overrides.
enum BinaryWorkbookReader {
  static func read(_ path: String, options: ReadOptions, into sink: any SheetSink) throws(SourceError) {
    let bytes = try FileInput(path).whole(limit: options.limits.unpackedBytes)
    try read(bytes, path: path, options: options, into: sink)
  }

  /// Reads the bytes of a file.
  static func read(
    _ bytes: [UInt8], path: String, options: ReadOptions, into sink: any SheetSink
  ) throws(SourceError) {
    let records = BIFFRecords(bytes: try stream(bytes, path))
    let encoding = options.encoding.map(TextEncoding.named)
    var globals = try BIFFGlobals(records, path: path, encoding: encoding)
    guard !globals.isEncrypted else { throw SourceError(path, .unsupported(.encryptedOffice)) }
    var sheets = globals.sheets
    // Before Excel 5 a file is one sheet, and has no name for it.
    if sheets.isEmpty, globals.version < 5 || !isWorkbook(records) {
      sheets = [BIFFGlobals.Sheet(name: SheetName(name: "Sheet1"), offset: 0)]
    }
    if encoding == nil, globals.codePage == nil, globals.version < 8 { globals.guessPage(records) }
    let wanted = sheets.filter { options.table == nil || $0.name.name == options.table }
    for (index, sheet) in wanted.enumerated() {
      sink.begin(sheet.name.name)
      try BIFFSheetReader(records: records, globals: globals, sink: sink, path: path).read(at: sheet.offset)
      sink.end(isHidden: sheet.name.isHidden)
      options.progress?(index + 1, wanted.count)
    }
  }

  /// Whether the first records are the globals of a workbook (type 5), not a sheet.
  private static func isWorkbook(_ records: BIFFRecords) -> Bool {
    guard let begin = records.record(at: 0) else { return false }
    return records.bytes.word(begin.data.lowerBound + 2) == 0x0005
  }

  /// The stream of records.
  private static func stream(_ bytes: [UInt8], _ path: String) throws(SourceError) -> [UInt8] {
    guard CompoundFile.isCompound(bytes) else { return bytes }
    guard let container = CompoundFile(bytes) else {
      throw SourceError(path, .damaged(.container, part: nil, line: nil))
    }
    let (found, stream) = container.stream("Workbook", "Book")
    guard let stream else {
      throw SourceError(path, .damaged(found ? .truncated : .missingPart, part: nil, line: nil))
    }
    guard BIFFRecords(bytes: stream).record(at: 0).map({ BIFFRecord.ID.isBegin($0.id) }) == true else {
      throw SourceError(path, .damaged(.structure, part: nil, line: nil))
    }
    return stream
  }
}
