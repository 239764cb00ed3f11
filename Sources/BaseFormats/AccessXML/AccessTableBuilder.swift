import Tables

/// Builds one Access table: fields in schema order, unknown ones behind in order of appearance.
struct AccessTableBuilder {
  let rawName: String
  private let rawNameBytes: [UInt8]
  private(set) var rowCount = 0
  private var rawNames: [[UInt8]] = []
  private var types: [AccessSchema.FieldType?] = []
  private var columns: [TextColumn] = []
  private var indices: [String: Int] = [:]
  private var filled: [Bool] = []
  private var leftOut: [Int] = []
  private var next = 0
  private let primaryKey: [String]
  private let hasSchema: Bool

  init(rawName: String, schema: AccessSchema.TableInfo?) {
    self.rawName = rawName
    rawNameBytes = Array(rawName.utf8)
    primaryKey = schema?.primaryKey ?? []
    hasSchema = schema != nil
    for field in schema?.fields ?? [] { add(field.rawName, field.type) }
  }

  var columnCount: Int { columns.count }

  /// Whether the element is a row of this table.
  func isNamed(_ tag: XMLTag) -> Bool {
    let expected = rawNameBytes
    return tag.isNamed(expected.span)
  }

  /// The escaped name of the field that comes next when this row is like the one before.
  var nextName: [UInt8] { next < rawNames.count ? rawNames[next] : [] }

  /// Takes the field that comes next, whose name was seen to be `nextName`.
  mutating func takeNext() -> Int {
    next += 1
    return next - 1
  }

  /// The column of a field by its escaped name; nil for one never seen.
  /// - Complexity: O(1) for fields in the order of the row before, else a hash of the name.
  mutating func column(named name: Span<UInt8>) -> Int? {
    for index in next..<min(next + 3, rawNames.count) {
      let expected = rawNames[index]
      guard name.equals(expected.span) else { continue }
      next = index + 1
      return index
    }
    guard let index = indices[String(copying: name)] else { return nil }
    next = index + 1
    return index
  }

  /// Makes a column of that escaped name.
  mutating func addColumn(named name: Span<UInt8>) -> Int {
    next = add(String(copying: name), nil) + 1
    return next - 1
  }

  /// The column of a field; a field never seen makes one.
  /// - Complexity: O(1) for fields in the order of the row before, else a hash of the name.
  mutating func column(of tag: XMLTag) -> Int {
    for index in next..<min(next + 3, rawNames.count) {
      let expected = rawNames[index]
      guard tag.isNamed(expected.span) else { continue }
      next = index + 1
      return index
    }
    let name = tag.name
    let index = indices[name] ?? add(name, nil)
    next = index + 1
    return index
  }

  func type(of column: Int) -> AccessSchema.FieldType? { types[column] }

  /// Adds a value to a field of the open row; a second value is joined to the first.
  mutating func fill(_ column: Int, _ text: Span<UInt8>) {
    guard !text.isEmpty else { return }
    if filled[column] {
      columns[column].extend(UInt8(ascii: ";"))
      columns[column].extend(UInt8(ascii: " "))
    }
    filled[column] = true
    AccessValue.append(text, as: types[column], hasSchema: hasSchema, to: &columns[column])
  }

  /// Notes a binary value that is not read.
  mutating func leaveOut(_ column: Int) { leftOut[column] += 1 }

  mutating func endRow() {
    for index in columns.indices {
      columns[index].closeCell(valid: filled[index])
      filled[index] = false
    }
    rowCount += 1
    next = 0
  }

  func table(path: String) -> Table {
    let named = columns.indices.map { index in
      Column(
        name: EscapedName.decoded(String(decoding: rawNames[index], as: UTF8.self)), cells: columns[index],
        kind: types[index]?.kind)
    }
    let name = EscapedName.decoded(rawName)
    let numbers = ContiguousArray((0..<Int64(rowCount)).map { $0 + 1 })
    let origin = Origin(path: path, table: name, unit: .record, numbers: numbers)
    return Table(name: name, columns: named, origin: origin, primaryKey: primaryKey)
  }

  var notes: [SourceNote] {
    leftOut.indices.filter { leftOut[$0] > 0 }.map { index in
      let column = EscapedName.decoded(String(decoding: rawNames[index], as: UTF8.self))
      let table = EscapedName.decoded(rawName)
      return SourceNote(
        en: "\(table): \(leftOut[index]) attachments or binary values of column '\(column)' left out",
        ru: "\(table): вложений и двоичных значений столбца «\(column)» опущено: \(leftOut[index])")
    }
  }

  @discardableResult
  private mutating func add(_ name: String, _ type: AccessSchema.FieldType?) -> Int {
    rawNames.append(Array(name.utf8))
    types.append(type)
    columns.append(TextColumn(nulls: rowCount))
    filled.append(false)
    leftOut.append(0)
    indices[name] = columns.count - 1
    return columns.count - 1
  }
}

extension AccessSchema.FieldType {
  /// What the table says of a column of this type.
  var kind: ColumnKind {
    switch self {
    case .text, .complex: .text
    case .number: .number
    case .date: .date
    case .boolean: .boolean
    case .binary: .binary
    }
  }
}
