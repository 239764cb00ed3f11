import Tables

/// Reads an Access XML export of any of its four shapes: data, data and a schema beside it, both in one, schema.
///
/// libxml2 reads what stands before the rows. Rows in the plain form that Access gives them, in UTF-8, are then taken
/// by `AccessRowScanner`; as soon as it meets anything else, libxml2 reads the document again, rows and all.
enum AccessReader {
  static func read(_ path: String, options: ReadOptions) throws(SourceError) -> Base {
    let size = try FileInput(path).size
    let limits = options.limits.scaled(toFile: size)
    let document = AccessDocument(path: path, limits: limits, stopsAtRows: try isUTF8(path))
    do {
      try parse(document, options)
    } catch {
      // The root is looked at once: what is no export may be a recordset.
      if document.otherKind == .adoXML { return try RecordsetReader.read(path, options: options) }
      throw error
    }
    guard let offset = document.rowsOffset else { return base(document, document.tables, options.table) }
    let scanner = AccessRowScanner(document.tables, isEnclosed: document.isEnclosed)
    if let tables = try scanner.tables(of: path, from: offset, progress: options.progress) {
      return base(document, tables, options.table)
    }
    return try readWhole(path, options: options)
  }

  /// Reads all of an export by libxml2: the slow way, and the judge of what is well-formed.
  static func readWhole(_ path: String, options: ReadOptions) throws(SourceError) -> Base {
    let limits = options.limits.scaled(toFile: try FileInput(path).size)
    let document = AccessDocument(path: path, limits: limits)
    try parse(document, options)
    return base(document, document.tables, options.table)
  }

  private static func parse(_ document: AccessDocument, _ options: ReadOptions) throws(SourceError) {
    do {
      try XMLStream(document).read(document.path, progress: options.progress)
    } catch {
      if let kind = document.otherKind { throw SourceError(document.path, .unsupported(kind)) }
      throw error
    }
  }

  private static func isUTF8(_ path: String) throws(SourceError) -> Bool {
    var head: [UInt8] = []
    try FileInput(path).read(at: 0, count: 1024, into: &head)
    return XMLDeclaration.isUTF8(head.span)
  }

  private static func base(_ document: AccessDocument, _ tables: AccessTables, _ named: String?) -> Base {
    let built = tables.all.filter { named == nil || EscapedName.decoded($0.rawName) == named }
    return Base(
      path: document.path, format: "access-xml", tables: built.map { $0.table(path: document.path) },
      notes: document.notes + built.flatMap(\.notes))
  }
}
