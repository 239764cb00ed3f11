import GRDB
import GRDBSQLite
import Tables

/// The rows of one SQLite table, as text.
struct SQLiteRows {
  /// Why a table was not read to its end.
  struct Stop: Error {
    var cause: SourceError.Damage
    var table: String
    /// Rows before that.
    var rows: Int
  }

  private let info: SQLiteSchema.TableInfo
  private let statement: Statement
  private var columns: [TextColumn]
  private var numbers: ContiguousArray<Int64> = []
  private var blobs: [Int]
  private var repaired = 0

  init(_ info: SQLiteSchema.TableInfo, _ database: Database) throws {
    self.info = info
    do {
      statement = try database.makeStatement(sql: Self.query(info))
    } catch let error as DatabaseError {
      throw Stop(cause: .sqlite(error.extendedResultCode.rawValue), table: info.name, rows: 0)
    }
    columns = Array(repeating: TextColumn(), count: info.columns.count)
    blobs = Array(repeating: 0, count: info.columns.count)
  }

  private static func query(_ info: SQLiteSchema.TableInfo) -> String {
    let selected = ([info.rowid ?? "0"] + info.columns.map(\.name.quotedIdentifier)).joined(separator: ", ")
    let keys = info.primaryKey.map(\.quotedIdentifier).joined(separator: ", ")
    // A view has its own order; a table without rowid stands in the order of its key.
    let order = info.isStored ? " ORDER BY \(info.rowid ?? (keys.isEmpty ? "1" : keys))" : ""
    return "SELECT \(selected) FROM \(info.name.quotedIdentifier)\(order)"
  }

  /// Reads all rows through the raw statement: GRDB's own rows were measured four times slower.
  /// - Throws: `Stop`.
  /// - Complexity: O(bytes of the table).
  mutating func readAll(_ meter: inout CellMeter) throws {
    let raw = unsafe statement.sqliteStatement
    defer { unsafe sqlite3_reset(raw) }
    while true {
      let code = unsafe sqlite3_step(raw)
      if code == SQLITE_DONE { break }
      guard code == SQLITE_ROW else {
        let full = unsafe sqlite3_extended_errcode(sqlite3_db_handle(raw))
        throw Stop(cause: .sqlite(full), table: info.name, rows: numbers.count)
      }
      numbers.append(info.rowid == nil ? Int64(numbers.count + 1) : unsafe sqlite3_column_int64(raw, 0))
      for index in columns.indices {
        unsafe meter.count(text: read(raw, Int32(index + 1), into: index))
      }
      meter.count(cells: columns.count)
      if let excess = meter.excess { throw Stop(cause: excess, table: info.name, rows: numbers.count) }
    }
  }

  /// How many rows of a table can be stepped through, and whether they are all.
  static func readable(_ info: SQLiteSchema.TableInfo, _ database: Database) -> (rows: Int, isWhole: Bool) {
    guard let statement = try? database.makeStatement(sql: query(info)) else { return (0, false) }
    let raw = unsafe statement.sqliteStatement
    defer { unsafe sqlite3_reset(raw) }
    var rows = 0
    while true {
      let code = unsafe sqlite3_step(raw)
      guard code == SQLITE_ROW else { return (rows, code == SQLITE_DONE) }
      rows += 1
    }
  }

  func table(path: String) -> Tables.Table {
    let named = zip(info.columns, columns).map { Column(name: $0.name, cells: $1, kind: $0.kind) }
    let origin = Origin(path: path, table: info.name, unit: .rowid, numbers: numbers)
    return Tables.Table(name: info.name, columns: named, origin: origin, primaryKey: info.primaryKey)
  }

  var notes: [SourceNote] {
    var notes: [SourceNote] = []
    for (index, count) in blobs.enumerated() where count > 0 {
      notes.append(
        SourceNote(
          en: "\(info.name): \(count) binary values of column '\(info.columns[index].name)' left out",
          ru: "\(info.name): двоичных значений столбца «\(info.columns[index].name)» опущено: \(count)"))
    }
    if repaired > 0 {
      notes.append(
        SourceNote(
          en: "\(info.name): \(repaired) texts are not well-formed UTF-8; repaired",
          ru: "\(info.name): текстов с испорченным UTF-8 исправлено: \(repaired)"))
    }
    return notes
  }

  /// Appends a value to its column; gives the bytes it took.
  @unsafe private mutating func read(_ raw: SQLiteStatement, _ source: Int32, into index: Int) -> Int {
    let before = columns[index].byteCount
    switch unsafe sqlite3_column_type(raw, source) {
    case SQLITE_INTEGER: append(unsafe sqlite3_column_int64(raw, source), to: index)
    case SQLITE_FLOAT: columns[index].append(DecimalText.plain(unsafe sqlite3_column_double(raw, source)))
    case SQLITE_TEXT:
      if let text = unsafe sqlite3_column_text(raw, source) {
        let count = Int(unsafe sqlite3_column_bytes(raw, source))
        append(unsafe Span(_unsafeStart: text, count: count), to: index)
      } else {
        columns[index].appendNull()
      }
    case SQLITE_BLOB:
      blobs[index] += 1
      columns[index].appendNull()
    default: columns[index].appendNull()
    }
    return columns[index].byteCount - before
  }

  /// Decimal digits from the last to the first: a `String` a cell was measured at three times the time.
  private mutating func append(_ value: Int64, to index: Int) {
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var rest = value.magnitude
    var first = 20
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if value < 0 { columns[index].extend(UInt8(ascii: "-")) }
    columns[index].append(digits.span.extracting(first..<20))
  }

  /// An empty text stays a text: SQLite tells it from NULL.
  private mutating func append(_ text: Span<UInt8>, to index: Int) {
    guard Utf8Scan.firstFailure(in: text).failure == nil else {
      repaired += 1
      return columns[index].append(String(copying: text))
    }
    columns[index].append(text)
  }
}
