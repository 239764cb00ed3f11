import GRDB
import GRDBSQLite
import Tables

/// The rows of one SQLite table, as text.
struct SQLiteRows: ~Copyable {
  /// Why a table was not read to its end.
  struct Stop: Error {
    var cause: SourceError.Damage
    var table: String
    /// Rows before that.
    var rows: Int
  }

  private let info: SQLiteSchema.TableInfo
  private let statement: Statement
  private let rowEstimate: Int
  private var cells: SQLiteCells
  private var numbers: ContiguousArray<Int64> = []
  private var blobs: [Int]

  init(_ info: SQLiteSchema.TableInfo, _ database: Database) throws {
    self.info = info
    do {
      statement = try database.makeStatement(sql: Self.query(info))
    } catch let error as DatabaseError {
      throw Stop(cause: .sqlite(error.extendedResultCode.rawValue), table: info.name, rows: 0)
    }
    rowEstimate = Self.rowEstimate(info, database)
    cells = SQLiteCells(width: info.columns.count)
    blobs = Array(repeating: 0, count: info.columns.count)
  }

  private static func query(_ info: SQLiteSchema.TableInfo) -> String {
    let selected = ([info.rowid ?? "0"] + info.columns.map(\.name.quotedIdentifier)).joined(separator: ", ")
    let keys = info.primaryKey.map(\.quotedIdentifier).joined(separator: ", ")
    // A view has its own order; a table without rowid stands in the order of its key.
    let order = info.isStored ? " ORDER BY \(info.rowid ?? (keys.isEmpty ? "1" : keys))" : ""
    return "SELECT \(selected) FROM \(info.name.quotedIdentifier)\(order)"
  }

  /// Most rows that the table can have by its rowids; 0 where they do not tell.
  private static func rowEstimate(_ info: SQLiteSchema.TableInfo, _ database: Database) -> Int {
    guard info.isStored, let rowid = info.rowid else { return 0 }
    let table = info.name.quotedIdentifier
    let sql = "SELECT (SELECT min(\(rowid)) FROM \(table)), (SELECT max(\(rowid)) FROM \(table))"
    guard let row = try? Row.fetchOne(database, sql: sql), let least = row[0] as Int64?,
      let most = row[1] as Int64?
    else { return 0 }
    let span = most.subtractingReportingOverflow(least)
    return span.overflow ? .max : Int(span.partialValue.addingReportingOverflow(1).partialValue)
  }

  /// Reads all rows through the raw statement: GRDB's own rows were measured four times slower.
  /// - Throws: `Stop`.
  /// - Complexity: O(bytes of the table).
  mutating func readAll(_ meter: inout CellMeter, fileSize: Int) throws {
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
      let before = cells.byteCount
      for index in 0..<cells.width {
        let value = unsafe sqlite3_column_value(raw, Int32(index + 1))
        if unsafe !cells.append(value, to: index) { blobs[index] += 1 }
      }
      meter.count(text: cells.byteCount - before)
      meter.count(cells: cells.width)
      if numbers.count == 4096 { reserve(fileSize: fileSize) }
      if let excess = meter.excess { throw Stop(cause: excess, table: info.name, rows: numbers.count) }
    }
    cells.flush()
  }

  /// Makes room for the rows to come, by those that came: growing by doubling would hold up to twice what is needed.
  private mutating func reserve(fileSize: Int) {
    // Rowids may have any gaps; what the file holds bounds the rows, too.
    let least = max(1, cells.byteCount / numbers.count)
    let rows = min(rowEstimate, fileSize / least)
    guard rows > numbers.count else { return }
    cells.flush()
    numbers.reserveCapacity(rows)
    cells.reserve(rows: rows, factor: 1.15 * Double(rows) / Double(numbers.count))
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
    let named = zip(info.columns, cells.columns).map { Column(name: $0.name, cells: $1, kind: $0.kind) }
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
    let repaired = cells.repaired
    if repaired > 0 {
      notes.append(
        SourceNote(
          en: "\(info.name): \(repaired) texts are not well-formed UTF-8; repaired",
          ru: "\(info.name): текстов с испорченным UTF-8 исправлено: \(repaired)"))
    }
    return notes
  }
}
