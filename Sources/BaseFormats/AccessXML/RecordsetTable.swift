import Tables

/// The rows of one ADO recordset: columns in declared order, undeclared ones behind in order of appearance.
struct RecordsetTable {
  /// The values of a row, by column; what is missing is null.
  typealias Row = [Int: [UInt8]]

  let rawName: String
  let name: String
  private(set) var rowCount = 0
  private var titles: [String] = []
  private var types: [AccessSchema.FieldType?] = []
  private var columns: [TextColumn] = []
  private var places: [[UInt8]: Int] = [:]
  private var leftOut: [Int] = []

  init(rawName: String, name: String) {
    self.rawName = rawName
    self.name = name
  }

  var columnCount: Int { columns.count }

  /// Adds a declared column; `title` is the name that XML could not carry.
  mutating func declare(_ name: String, title: String?, type: String?) {
    let place = place(of: Array(name.utf8))
    if let title { titles[place] = title }
    types[place] = type.flatMap(Self.type(named:)) ?? types[place]
  }

  /// The type of the column declared last.
  mutating func refine(type: String?) {
    guard let last = types.indices.last, let type = type.flatMap(Self.type(named:)) else { return }
    types[last] = type
  }

  /// The values of a row element, laid over those before the change.
  mutating func row(_ element: XMLTag, over original: Row? = nil) -> Row {
    var row = original ?? [:]
    element.eachAttribute { prefix, name, value in
      if prefix.equals("rs") {
        // Columns that the change set to null: their names, with spaces between.
        guard String(copying: name).lowercased() == "forcenull" else { return }
        for name in String(copying: value).split(separator: " ") {
          row[place(of: Array(name.utf8))] = nil
        }
        return
      }
      row[place(of: [UInt8](copying: name))] = [UInt8](copying: value)
    }
    return row
  }

  /// Appends a row element.
  /// - Complexity: O(columns + bytes).
  mutating func append(_ element: XMLTag) { append(row(element)) }

  /// Appends a row.
  mutating func append(_ row: Row) {
    for place in columns.indices {
      guard let value = row[place], !value.isEmpty else {
        columns[place].appendNull()
        continue
      }
      guard types[place] != .binary else {
        leftOut[place] += 1
        columns[place].appendNull()
        continue
      }
      AccessValue.append(value.span, as: types[place], hasSchema: true, to: &columns[place])
      columns[place].closeCell(valid: true)
    }
    rowCount += 1
  }

  func table(path: String) -> Table {
    let named = columns.indices.map { Column(name: titles[$0], cells: columns[$0], kind: types[$0]?.kind) }
    let numbers = ContiguousArray((0..<Int64(rowCount)).map { $0 + 1 })
    return Table(
      name: name, columns: named, origin: Origin(path: path, table: name, unit: .record, numbers: numbers))
  }

  var notes: [SourceNote] {
    leftOut.indices.filter { leftOut[$0] > 0 }.map { place in
      SourceNote(
        en: "\(name): \(leftOut[place]) binary values of column '\(titles[place])' left out",
        ru: "\(name): двоичных значений столбца «\(titles[place])» опущено: \(leftOut[place])")
    }
  }

  private mutating func place(of name: [UInt8]) -> Int {
    if let place = places[name] { return place }
    places[name] = columns.count
    titles.append(EscapedName.decoded(String(decoding: name, as: UTF8.self)))
    types.append(nil)
    columns.append(TextColumn(nulls: rowCount))
    leftOut.append(0)
    return columns.count - 1
  }

  /// What an XML-Data type holds (W3C Note XML-Data, 1998-01-05, «Datatypes», as ADO uses it).
  private static func type(named name: String) -> AccessSchema.FieldType? {
    switch name.lowercased() {
    case "boolean": .boolean
    case "datetime", "datetime.tz", "date", "time", "time.tz": .date
    case "bin.hex", "bin.base64": .binary
    case "string", "uuid", "char", "uri": .text
    case "int", "i1", "i2", "i4", "i8", "ui1", "ui2", "ui4", "ui8", "r4", "r8", "float", "number",
      "fixed.14.4":
      .number
    default: nil
    }
  }
}
