import GRDB
import GRDBSQLite
import Tables

/// One prepared INSERT for many rows, bound through the raw statement.
///
/// Measured elsewhere and kept: the raw statement is four times as fast as the row interface in bulk loops.
@safe struct BulkInsert {
  private let database: Database
  private let statement: Statement
  // SQLITE_TRANSIENT: SQLite copies the text before bind returns.
  private static var transient: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// A value to bind.
  enum Value {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)

    /// A text, or null.
    init(_ text: String?) { self = text.map(Value.text) ?? .null }
  }

  init(into table: String, columns: Int, _ database: Database) throws {
    self.database = database
    let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
    statement = try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
  }

  /// Inserts a row.
  func insert(_ values: Value...) throws {
    let raw = unsafe statement.sqliteStatement
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .null: _ = unsafe sqlite3_bind_null(raw, place)
      case .integer(let number): _ = unsafe sqlite3_bind_int64(raw, place, number)
      case .real(let number): _ = unsafe sqlite3_bind_double(raw, place, number)
      case .text(let text):
        _ = unsafe text.utf8Span.span.withUnsafeBufferPointer { bytes in
          unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
            unsafe sqlite3_bind_text64(
              raw, place, bytes.baseAddress, UInt64(bytes.count), Self.transient, UInt8(SQLITE_UTF8))
          }
        }
      }
    }
    let code = unsafe sqlite3_step(raw)
    unsafe sqlite3_reset(raw)
    guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
