import Tables

/// The elements of an export.
///
/// Rows are told by their depth, never by name: a field may be named as its table.
final class AccessDocument: XMLEvents {
  /// What the root shows the document to be, when it is no export.
  private(set) var otherKind: ContentKind?
  private(set) var tables: AccessTables
  private(set) var notes: [SourceNote] = []
  /// Where in the file the rows begin, when the reading was to stop before them.
  private(set) var rowsOffset: Int?
  /// Whether an element stands around `dataroot`.
  private(set) var isEnclosed = false
  let path: String
  private let stopsAtRows: Bool
  private var schema = AccessSchema()
  private var depth = 0
  /// Depth of `dataroot`; rows stand one below it, fields two.
  private var dataDepth: Int?
  private var schemaDepth: Int?
  private var table = 0
  private var column = 0
  private var cell: [UInt8] = []
  private var isLeftOut = false
  private var hasParts = false
  private var isValuePart = false

  /// A document of the file; one that `stopsAtRows` takes its schema and leaves its rows to whoever asked.
  init(path: String, limits: ReadLimits, stopsAtRows: Bool = false) {
    self.path = path
    self.stopsAtRows = stopsAtRows
    tables = AccessTables(limits)
  }

  func start(_ element: XMLTag, in stream: XMLStream) {
    depth += 1
    if schemaDepth != nil { return schema.start(element) }
    guard let dataDepth else { return startOutside(element, in: stream) }
    switch depth - dataDepth {
    case 1: startRow(element, in: stream)
    case 2: startField(element, in: stream)
    case 3: startPart(element, in: stream)
    default: stream.fail(.nestedRows)
    }
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) {
    guard let dataDepth, !isLeftOut else { return }
    if depth == dataDepth + 2 || (depth == dataDepth + 3 && isValuePart) { cell.append(contentsOf: part) }
  }

  func end(_ element: XMLTag, in stream: XMLStream) {
    defer { depth -= 1 }
    if schemaDepth == depth {
      schemaDepth = nil
      tables.declare(schema)
    } else if schemaDepth != nil {
      schema.end()
    } else if let dataDepth {
      switch depth - dataDepth {
      case 0: self.dataDepth = nil
      case 1: endRow(in: stream)
      case 2: endField()
      case 3: endPart()
      default: break
      }
    }
  }

  private func startOutside(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("schema"), element.namespace.hasSuffix("XMLSchema") {
      schemaDepth = depth
    } else if element.isNamed("dataroot") {
      dataDepth = depth
      if let location = element.value("noNamespaceSchemaLocation") { readSchema(named: location) }
      guard stopsAtRows else { return }
      rowsOffset = stream.offset
      isEnclosed = depth > 1
      stream.stop()
    } else if depth == 1, !element.isNamed("root") {
      otherKind = Self.kind(ofRoot: element)
      stream.fail(.structure)
    } else if depth > 1 {
      stream.fail(.structure)
    }
  }

  private static func kind(ofRoot element: XMLTag) -> ContentKind {
    if element.isNamed("Workbook"), element.namespace == "urn:schemas-microsoft-com:office:spreadsheet" {
      return .spreadsheetML
    }
    return element.isNamed("xml") ? .adoXML : .otherXML
  }

  private func endRow(in stream: XMLStream) {
    if let damage = tables.endRow(table) { stream.fail(damage) }
  }

  private func startRow(_ element: XMLTag, in stream: XMLStream) {
    guard element.attributeCount == 0 else { return stream.fail(.nestedRows) }
    if table < tables.all.count, tables.all[table].isNamed(element) { return }
    table = tables.index(of: element.name)
  }

  private func startField(_ element: XMLTag, in stream: XMLStream) {
    guard element.attributeCount == 0 else { return stream.fail(.nestedRows) }
    column = tables.all[table].column(of: element)
    isLeftOut = tables.all[table].type(of: column) == .binary
    cell.removeAll(keepingCapacity: true)
    hasParts = false
  }

  /// A value of a multi-value field, or a part of an attachment.
  private func startPart(_ element: XMLTag, in stream: XMLStream) {
    // White space between the parts of an indented file is no text; anything else is.
    guard element.attributeCount == 0, cell.span.isBlank else { return stream.fail(.nestedRows) }
    cell.removeAll(keepingCapacity: true)
    isValuePart = element.isNamed("Value")
    hasParts = true
    guard !isValuePart else { return }
    let attachment = ["FileData", "FileFlags", "FileName", "FileTimeStamp", "FileType", "FileURL"]
    guard attachment.contains(element.name) else { return stream.fail(.nestedRows) }
    isLeftOut = true
  }

  private func endPart() {
    if isValuePart { tables.all[table].fill(column, cell.span) }
    isValuePart = false
    cell.removeAll(keepingCapacity: true)
  }

  private func endField() {
    if isLeftOut {
      tables.all[table].leaveOut(column)
    } else if !hasParts {
      tables.all[table].fill(column, cell.span)
    }
    isLeftOut = false
  }

  /// Reads the schema that the data name, when it lies beside them: another folder or host is never visited.
  private func readSchema(named location: String) {
    let name = Self.unescaped(location)
    guard !name.contains("/"), !name.contains("\\"), name != ".." else {
      return notes.append(
        SourceNote(
          en: "the schema is not in the folder of the data and was not read",
          ru: "схема лежит не в папке данных и не прочитана"))
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    guard let found = AccessSchemaFile.read(folder + name) else {
      return notes.append(
        SourceNote(
          en: "the schema '\(name)' is not beside the data; columns stand in order of appearance",
          ru: "схемы «\(name)» рядом с данными нет; столбцы — в порядке появления"))
    }
    schema = found
    tables.declare(schema)
  }

  /// A percent-encoded file name as text (RFC 3986 §2.1).
  private static func unescaped(_ location: String) -> String {
    var bytes: [UInt8] = []
    var rest = location.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
