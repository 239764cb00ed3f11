import GRDB
import GRDBSQLite
import Glibc
import Tables

/// Writes tables as a SQLite base: text as text, whole numbers as integers, keys declared.
enum SQLiteWriter {
  static func write(_ tables: [OutputTable], to path: String) throws(SinkError) {
    try refuseDuplicates(tables, path)
    // SQLite would open an old file; what is written here is always a new one.
    try FileOutput(path).finishing()
    for suffix in ["-journal", "-wal", "-shm"] { unsafe unlink(path + suffix) }
    var current = ""
    do {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { database in
        // No journal: a file half written is no base, and the caller puts it in place only when it is whole.
        try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        try database.inTransaction {
          for table in tables {
            current = table.name
            try SQLiteTable(table, among: tables).write(to: database)
          }
          return .commit
        }
      }
      try queue.close()
    } catch let error as DatabaseError {
      throw failure(path, error, table: current)
    } catch {
      throw SinkError(path, .system(String(describing: type(of: error))))
    }
    try FileOutput.sync(path)
  }

  private static func refuseDuplicates(_ tables: [OutputTable], _ path: String) throws(SinkError) {
    var seen: Set<String> = []
    for table in tables where !seen.insert(table.name.lowercased()).inserted {
      throw SinkError(path, .duplicate(name: table.name))
    }
  }

  private static func failure(_ path: String, _ error: DatabaseError, table: String) -> SinkError {
    switch error.resultCode {
    case .SQLITE_FULL: SinkError(path, .full)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY: SinkError(path, .permission)
    case .SQLITE_CONSTRAINT: SinkError(path, .keyNotUnique(table: table))
    default: SinkError(path, .sqlite(error.extendedResultCode.rawValue))
    }
  }
}

/// One table on its way into SQLite.
private struct SQLiteTable {
  private let table: OutputTable
  private let names: [String]
  private let isInteger: [Bool]
  private let others: [OutputTable]

  init(_ table: OutputTable, among others: [OutputTable]) {
    self.table = table
    self.others = others
    names = UniqueNames.of(table.columns.map(\.name))
    isInteger = table.columns.map { $0.kind == .integer && CanonicalNumber.allIntegers($0.cells) }
  }

  func write(to database: Database) throws {
    try database.execute(sql: definition)
    let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
    if !names.isEmpty {
      let sql = "INSERT INTO \(table.name.quotedIdentifier) VALUES (\(marks))"
      let statement = try database.makeStatement(sql: sql)
      for row in 0..<table.rowCount { try unsafe insert(row, statement.sqliteStatement) }
    }
    for key in foreignKeys {
      let index = "\(table.name)_\(key.column)".quotedIdentifier
      try database.execute(
        sql: "CREATE INDEX \(index) ON \(table.name.quotedIdentifier) (\(key.column.quotedIdentifier))")
    }
  }

  private var foreignKeys: [OutputForeignKey] {
    table.foreignKeys.filter { key in
      names.contains(key.column) && others.contains { $0.name == key.table }
    }
  }

  private var definition: String {
    var parts = names.indices.map { index in
      let key = table.columns[index].name == table.primaryKey ? " PRIMARY KEY" : ""
      return "\(names[index].quotedIdentifier) \(type(of: index))\(key)"
    }
    parts += foreignKeys.map {
      "FOREIGN KEY (\($0.column.quotedIdentifier)) REFERENCES \($0.table.quotedIdentifier) "
        + "(\($0.toColumn.quotedIdentifier))"
    }
    return "CREATE TABLE \(table.name.quotedIdentifier) (\(parts.joined(separator: ", ")))"
  }

  /// `INTEGER PRIMARY KEY` is the rowid itself: rows out of order would come back sorted, so those get `INT`.
  private func type(of index: Int) -> String {
    guard isInteger[index] else { return "TEXT" }
    guard table.columns[index].name == table.primaryKey else { return "INTEGER" }
    return CanonicalNumber.isAscending(table.columns[index].cells) ? "INTEGER" : "INT"
  }

  @unsafe private func insert(_ row: Int, _ statement: SQLiteStatement) throws {
    for index in names.indices {
      let cells = table.columns[index].cells
      let place = Int32(index + 1)
      if cells.isNull(row) {
        unsafe sqlite3_bind_null(statement, place)
      } else if isInteger[index], let number = CanonicalNumber.integer(cells.utf8(at: row)) {
        unsafe sqlite3_bind_int64(statement, place, number)
      } else {
        unsafe cells.utf8(at: row).withUnsafeBytes { bytes in
          // A null pointer would bind NULL; an empty text is not one.
          let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
          let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
          if let start = unsafe start, bytes.count > 0 {
            unsafe sqlite3_bind_text(statement, place, start, Int32(bytes.count), transient)
          } else {
            unsafe sqlite3_bind_text(statement, place, "", 0, transient)
          }
        }
      }
    }
    let code = unsafe sqlite3_step(statement)
    unsafe sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
