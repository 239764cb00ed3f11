import Tables

/// What an Access schema says of its tables: columns in order, their types, the primary key.
///
/// Shape of the document: `schema/element[@name = table]/complexType/sequence/element[@name = field]`, with the
/// types in `od:jetType` and in XSD, and the indexes in `annotation/appinfo/index` (as Access 2002–2021 write it).
struct AccessSchema {
  enum FieldType {
    case text, number, date, boolean, binary, complex
  }

  struct Field {
    var rawName: String
    var type: FieldType?
  }

  struct TableInfo {
    var rawName: String
    var fields: [Field] = []
    var primaryKey: [String] = []
  }

  private(set) var tables: [TableInfo] = []
  /// Depth below the schema element, and what was opened there.
  private var depth = 0
  private var isRoot = false

  /// An element within the schema begins.
  mutating func start(_ tag: XMLTag) {
    depth += 1
    if depth == 1 {
      // The element `dataroot` lists the tables; the others are the tables.
      isRoot = !tag.isNamed("element") || tag.value("name") == "dataroot"
      if !isRoot, let name = tag.value("name") { tables.append(TableInfo(rawName: name)) }
    } else if !isRoot, !tables.isEmpty {
      if depth == 4, tag.isNamed("element"), let name = tag.value("name") {
        tables[tables.count - 1].fields.append(Field(rawName: name, type: Self.type(of: tag)))
      } else if depth == 6, tag.isNamed("restriction") {
        refine(tag)
      } else if tag.isNamed("index"), tag.value("primary") == "yes", let key = tag.value("index-key") {
        // Escaped names with spaces between them, and one after the last.
        tables[tables.count - 1].primaryKey = key.split(separator: " ").map {
          EscapedName.decoded(String($0))
        }
      }
    }
  }

  /// An element within the schema ends.
  mutating func end() { depth -= 1 }

  /// The restriction's base is the type, when the field itself did not say.
  private mutating func refine(_ tag: XMLTag) {
    let table = tables.count - 1
    guard let field = tables[table].fields.indices.last, tables[table].fields[field].type == nil else {
      return
    }
    tables[table].fields[field].type = Self.type(ofXSD: tag.value("base") ?? "")
  }

  private static func type(of tag: XMLTag) -> FieldType? {
    switch tag.value("jetType") {
    case "yesno": return .boolean
    case "datetime": return .date
    case "oleobject": return .binary
    case "complex": return .complex
    case "text", "memo", "hyperlink", "replicationid": return .text
    case "autonumber", "longinteger", "integer", "byte", "currency", "double", "single", "decimal":
      return .number
    default: return tag.value("type").flatMap(type(ofXSD:))
    }
  }

  private static func type(ofXSD name: String) -> FieldType? {
    switch name.split(separator: ":").last ?? "" {
    case "boolean": .boolean
    case "dateTime", "timeInstant", "date": .date
    case "base64Binary": .binary
    case "string": .text
    case "int", "short", "long", "byte", "unsignedByte", "integer", "double", "float", "decimal": .number
    default: nil
    }
  }
}

/// Reads a schema that stands in a file of its own.
final class AccessSchemaFile: XMLEvents {
  private var schema = AccessSchema()
  private var isOpen = false

  /// The schema in the file; nil when it cannot be read or is none.
  static func read(_ path: String) -> AccessSchema? {
    let events = AccessSchemaFile()
    let stream = XMLStream(events)
    guard (try? stream.read(path)) != nil, !events.schema.tables.isEmpty else { return nil }
    return events.schema
  }

  func start(_ element: XMLTag, in stream: XMLStream) {
    guard isOpen else {
      isOpen = element.isNamed("schema")
      return isOpen ? () : stream.fail(.structure)
    }
    schema.start(element)
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) {}

  func end(_ element: XMLTag, in stream: XMLStream) { schema.end() }
}
