import Foundation

extension Mapping {
  /// Reads a mapping file.
  /// - Throws: all errors of the file.
  public static func load(path: String, catalogue: FieldCatalogue) throws(StandardErrors) -> Mapping {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw StandardErrors([
        StandardError(
          FileLocation(file: path, line: 0), "cannot be read", remedy: "check the name and the rights")
      ])
    }
    return try parse(String(decoding: data, as: UTF8.self), file: path, catalogue: catalogue)
  }

  /// Reads the text of a mapping file.
  /// - Throws: all errors of the text.
  public static func parse(
    _ text: String, file: String, catalogue: FieldCatalogue
  ) throws(StandardErrors) -> Mapping {
    let document = YAMLDocument(text: text, file: file)
    var reader = MappingReader(catalogue: catalogue)
    if let root = document.root { reader.read(root) }
    let errors = (document.errors + reader.errors).sorted { $0.location.line < $1.location.line }
    guard errors.isEmpty else { throw StandardErrors(errors) }
    return Mapping(columns: reader.columns, tables: reader.tables, places: reader.places)
  }
}

/// Judges a mapping file and takes what it says.
struct MappingReader {
  let catalogue: FieldCatalogue
  private(set) var columns: [String: String] = [:]
  private(set) var tables: [String: Mapping.TableEntry] = [:]
  private(set) var places: [String: FileLocation] = [:]
  private(set) var errors: [StandardError] = []

  init(catalogue: FieldCatalogue) { self.catalogue = catalogue }

  mutating func read(_ root: LocatedNode) {
    for entry in members(root, "a mapping file") {
      switch entry.key {
      case "columns": columns = fields(entry.value, table: nil)
      case "tables": for table in members(entry.value, "tables") { read(table: table) }
      default: unknown("key", entry.key, entry.location, ["columns", "tables"])
      }
    }
  }

  private mutating func read(table: LocatedNode.Entry) {
    var found = Mapping.TableEntry(location: table.location)
    for entry in members(table.value, table.key) {
      switch entry.key {
      case "role":
        let roles = TableRole.allCases.map(\.rawValue)
        found.role = entry.value.string.flatMap { TableRole(rawValue: $0) }
        if found.role == nil { unknown("role", entry.value.string ?? "", entry.value.location, roles) }
      case "key":
        found.key = entry.value.string
        places["\(table.key)\u{0}"] = entry.value.location
        if found.key == nil { refuse(entry.value, "'key' is \(entry.value.kind)", "it must be a header") }
      case "columns": found.columns = fields(entry.value, table: table.key)
      default: unknown("key", entry.key, entry.location, ["role", "key", "columns"])
      }
    }
    tables[table.key] = found
  }

  private mutating func fields(_ node: LocatedNode, table: String?) -> [String: String] {
    var fields: [String: String] = [:]
    for entry in members(node, "columns") {
      places[table.map { "\($0)\u{0}\(entry.key)" } ?? entry.key] = entry.location
      guard let name = entry.value.string else {
        refuse(
          entry.value, "'\(entry.key)' is \(entry.value.kind)", "name a field, or `extra` to keep it as it is"
        )
        continue
      }
      if name != Mapping.extra, catalogue.definition(of: name) == nil, !ExtraField.isExtra(name) {
        unknown("field", name, entry.value.location, catalogue.fields.map(\.name) + [Mapping.extra])
      }
      fields[entry.key] = name
    }
    return fields
  }

  private mutating func members(_ node: LocatedNode, _ what: String) -> [LocatedNode.Entry] {
    if let entries = node.entries { return entries }
    if !node.isNull { refuse(node, "'\(what)' is \(node.kind)", "it must be a mapping") }
    return []
  }

  private mutating func refuse(_ node: LocatedNode, _ problem: String, _ remedy: String) {
    errors.append(StandardError(node.location, problem, remedy: remedy))
  }

  private mutating func unknown(_ what: String, _ name: String, _ place: FileLocation, _ known: [String]) {
    let remedy =
      known.count <= 16
      ? "known are \(known.joined(separator: ", "))"
      : "name a canonical field, or `extra` to keep the column as it is"
    errors.append(
      StandardError(
        place, "unknown \(what) '\(name)'", nearest: NearestName.nearest(to: name, among: known),
        remedy: remedy))
  }
}
