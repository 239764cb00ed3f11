import Tables

/// Reads a recordset that ADO saved as XML (`Recordset.Save … adPersistXML`).
///
/// Shape (Microsoft, ADO Programmer's Guide, «Recordset persistence in XML format»): `Schema/ElementType` declares the
/// rows and their `AttributeType`s, `data` holds the rows as attributes; a missing attribute is null. Pending changes
/// («Records containing pending changes»): the base is what would be after they are sent, so inserted rows count,
/// updated ones have their new values over the original ones, deleted ones are left out, and it is said.
enum RecordsetReader {
  static func read(_ path: String, options: ReadOptions) throws(SourceError) -> Base {
    let size = try FileInput(path).size
    let document = RecordsetDocument(path: path, limits: options.limits.scaled(toFile: size))
    try XMLStream(document).read(path, progress: options.progress)
    let tables = document.tables.filter { options.table == nil || $0.name == options.table }
    return Base(
      path: path, format: "ado-xml", tables: tables.map { $0.table(path: path) }, notes: document.notes)
  }
}

/// The elements of a recordset.
final class RecordsetDocument: XMLEvents {
  private(set) var tables: [RecordsetTable] = []
  private let stem: String
  private let limits: ReadLimits
  private var depth = 0
  private var schemaDepth: Int?
  private var dataDepth: Int?
  /// Tables whose declaration is open, innermost last.
  private var declared: [Int] = []
  /// Kinds of the changes that are open, innermost last, with their depths.
  private var changes: [(change: Change, depth: Int)] = []
  /// The values before an update.
  private var original: RecordsetTable.Row?
  private var deleted = 0
  private var updated = 0
  private var inserted = 0

  private enum Change { case insert, update, original, delete }

  init(path: String, limits: ReadLimits) {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let dot = file.lastIndex(of: ".") ?? file.endIndex
    stem = dot > file.startIndex ? String(file[..<dot]) : file
    self.limits = limits
  }

  var notes: [SourceNote] {
    var notes = tables.flatMap(\.notes)
    if deleted + updated + inserted > 0 {
      notes.append(
        SourceNote(
          en:
            "pending changes are applied: \(inserted) rows inserted, \(updated) updated, \(deleted) deleted and left out",
          ru:
            "несохранённые изменения учтены: добавлено строк \(inserted), изменено \(updated), удалено и опущено "
            + "\(deleted)"))
    }
    return notes
  }

  func start(_ element: XMLTag, in stream: XMLStream) {
    depth += 1
    if schemaDepth != nil { return startDeclaration(element, in: stream) }
    if let dataDepth, depth > dataDepth { return startRow(element, in: stream) }
    if depth == 1 {
      if !element.isNamed("xml") { stream.fail(.structure) }
    } else if depth == 2, element.isNamed("Schema") {
      schemaDepth = depth
    } else if depth == 2, element.isNamed("data") {
      dataDepth = depth
    } else {
      stream.fail(.structure)
    }
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) {
    if dataDepth != nil, !part.isBlank { stream.fail(.structure) }
  }

  func end(_ element: XMLTag, in stream: XMLStream) {
    defer { depth -= 1 }
    if schemaDepth == depth {
      schemaDepth = nil
    } else if schemaDepth != nil {
      if element.isNamed("ElementType") { declared.removeLast() }
    } else if dataDepth == depth {
      dataDepth = nil
    } else if let open = changes.last, open.depth == depth {
      changes.removeLast()
      if open.change == .update { original = nil }
    }
  }

  private func startDeclaration(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("ElementType") {
      declared.append(table(named: element.value(of: "", "name") ?? "row"))
    } else if element.isNamed("AttributeType"), let name = element.value(of: "", "name"),
      let table = declared.last
    {
      tables[table].declare(
        name, title: element.value(of: "rs", "name"), type: element.value(of: "dt", "type"))
      if tables[table].columnCount > limits.columns { stream.fail(.tooManyColumns(limit: limits.columns)) }
    } else if element.isNamed("datatype"), let table = declared.last {
      tables[table].refine(type: element.value(of: "dt", "type"))
    }
  }

  private func startRow(_ element: XMLTag, in stream: XMLStream) {
    if element.namespace == "urn:schemas-microsoft-com:rowset" {
      let names: [(StaticString, Change)] = [
        ("insert", .insert), ("update", .update), ("original", .original), ("delete", .delete),
      ]
      guard let change = names.first(where: { element.isNamed($0.0) })?.1 else {
        return stream.fail(.structure)
      }
      changes.append((change, depth))
      return
    }
    add(element)
    let index = table(named: element.name)
    let width = tables[index].columnCount
    if width > limits.columns { stream.fail(.tooManyColumns(limit: limits.columns)) }
    if width > 0, tables[index].rowCount > limits.cells / width {
      stream.fail(.tooManyCells(limit: limits.cells))
    }
  }

  private func add(_ element: XMLTag) {
    let index = table(named: element.name)
    switch changes.last?.change {
    case nil: tables[index].append(element)
    case .insert:
      inserted += 1
      tables[index].append(element)
    case .delete: deleted += 1
    case .original: original = tables[index].row(element)
    case .update:
      updated += 1
      tables[index].append(tables[index].row(element, over: original))
      original = nil
    }
  }

  /// Rows named `row` are the recordset; nested ones of another name are the sets of its children.
  private func table(named name: String) -> Int {
    if let index = tables.firstIndex(where: { $0.rawName == name }) { return index }
    tables.append(RecordsetTable(rawName: name, name: name == "row" ? stem : EscapedName.decoded(name)))
    return tables.count - 1
  }
}
