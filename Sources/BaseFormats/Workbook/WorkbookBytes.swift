import Tables

/// The readers of workbooks on bytes in memory: what a fuzzer feeds.
package enum WorkbookBytes {
  /// Reads one worksheet part as a workbook would, without strings or styles to refer to.
  /// - Returns: the number of rows of the table.
  /// - Throws: what is wrong with the part.
  package static func sheet(_ bytes: [UInt8]) throws(SourceError) -> Int {
    let sink = SheetTables(path: "sheet", limits: ReadLimits())
    sink.begin("sheet")
    let cells = SheetCells(SheetContext(), sink: sink)
    var failure: SourceError.Damage?
    if XMLDeclaration.isUTF8(bytes.span) {
      var scanner = XMLScanner(SheetScan(cells))
      // In two pieces: a token may be cut anywhere.
      let middle = bytes.count / 2
      if scanner.feed(bytes.span.extracting(0..<middle)) {
        _ = scanner.feed(bytes.span.extracting(middle..<bytes.count))
      }
      scanner.finish()
      failure = scanner.failure?.damage
    } else {
      let stream = XMLStream(SheetReader(cells))
      _ = stream.feed(bytes.span)
      stream.finish()
      failure = stream.failure?.damage
    }
    if let failure { throw SourceError("sheet", .damaged(failure, part: nil, line: nil)) }
    sink.end(isHidden: false)
    return sink.tables.first?.rowCount ?? 0
  }

  /// Reads the bytes of a binary workbook, with its container or without.
  /// - Returns: the number of its tables.
  /// - Throws: what is wrong with them.
  package static func binaryWorkbook(_ bytes: [UInt8]) throws(SourceError) -> Int {
    let sink = SheetTables(path: "book", limits: ReadLimits())
    try BinaryWorkbookReader.read(bytes, path: "book", options: ReadOptions(), into: sink)
    return sink.tables.count
  }

  /// Reads the content of an OpenDocument sheet.
  /// - Returns: the number of its tables.
  /// - Throws: what is wrong with it.
  package static func openDocument(_ bytes: [UInt8]) throws(SourceError) -> Int {
    let sink = SheetTables(path: "content", limits: ReadLimits())
    let stream = XMLStream(OpenDocumentSheets(sink, table: nil))
    _ = stream.feed(bytes.span)
    stream.finish()
    if let failure = stream.failure {
      throw SourceError("content", .damaged(failure.damage, part: nil, line: nil))
    }
    return sink.tables.count
  }
}
