import Foundation
import GRDBSQLite
import Tables

/// A database in memory for checks to read: sealed, guarded, bounded.
@safe final class MemoryDatabase {
  /// A table to be read.
  struct Source {
    var name: String
    /// Names of its columns and whether they hold numbers.
    var columns: [(name: String, isNumber: Bool)]
  }

  private let connection: OpaquePointer
  private let keeper = SQLGuard()
  private let megabytes: Int
  /// Bytes of the longest text that a check may make or read.
  ///
  /// Within one step SQLite asks nobody, and instr() takes the product of two lengths: a tenth of a second for these.
  private var longest = 65_536

  /// Opens an empty database whose clock stands at a day (since 1970-01-01).
  init(now: Int, megabytes: Int) throws(SQLProblem) {
    self.megabytes = megabytes
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    guard let files = SealedFiles.name(now: now),
      unsafe sqlite3_open_v2(":memory:", &opened, flags, files) == SQLITE_OK, let opened = unsafe opened
    else {
      unsafe sqlite3_close_v2(opened)
      throw .text("SQLite gives no database in memory")
    }
    unsafe connection = opened
    // A misspelt column in double quotes would otherwise be a text.
    unsafe _disableDoubleQuotedStringLiterals(opened)
    try run("PRAGMA temp_store = MEMORY")
    try run("PRAGMA journal_mode = OFF")
  }

  deinit { unsafe sqlite3_close_v2(connection) }

  /// Makes a table; `rowid` is there by itself.
  func make(_ source: Source) throws(SQLProblem) {
    let columns = source.columns.map { "\(Self.quoted($0.name)) \($0.isNumber ? "NUMERIC" : "TEXT")" }
    let all = (["rowid INTEGER PRIMARY KEY"] + columns).joined(separator: ", ")
    try run("CREATE TABLE \(Self.quoted(source.name)) (\(all))")
    keeper.tables.insert(source.name.lowercased())
  }

  /// Fills some columns of a table that was made; rows count from 1.
  /// - Complexity: O(cells).
  func fill(
    _ table: String, _ columns: [(name: String, cells: TextView)], numbers: (name: String, of: [Int])? = nil,
    rowCount: Int
  ) throws(SQLProblem) {
    let names = (["rowid"] + columns.map(\.name) + (numbers.map { [$0.name] } ?? [])).map(Self.quoted)
    let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
    try run("BEGIN")
    let statement = try unsafe prepare(
      "INSERT INTO \(Self.quoted(table)) (\(names.joined(separator: ", "))) VALUES (\(marks))")
    defer { unsafe sqlite3_finalize(statement) }
    for row in 0..<rowCount {
      for column in columns where !column.cells.isNull(row) {
        longest = max(longest, column.cells.utf8(at: row).count)
      }
      unsafe sqlite3_bind_int64(statement, 1, Int64(row + 1))
      for (index, column) in columns.enumerated() {
        unsafe Self.bind(column.cells, row, to: statement, Int32(index + 2))
      }
      if let numbers {
        unsafe sqlite3_bind_int64(statement, Int32(columns.count + 2), Int64(numbers.of[row]))
      }
      guard unsafe sqlite3_step(statement) == SQLITE_DONE else { throw problem() }
      unsafe sqlite3_reset(statement)
    }
    try run("COMMIT")
  }

  private static func bind(_ cells: TextView, _ row: Int, to statement: OpaquePointer, _ place: Int32) {
    guard !cells.isNull(row) else {
      unsafe sqlite3_bind_null(statement, place)
      return
    }
    // The cell stays where it is until the step that follows, so SQLite need not copy it.
    let text = cells.utf8(at: row)
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
        // An empty text has no address, and a nil pointer would be null.
        _ =
          unsafe bytes.isEmpty
          ? sqlite3_bind_text(statement, place, "", 0, nil)
          : sqlite3_bind_text64(
            statement, place, bytes.baseAddress, UInt64(bytes.count), nil, UInt8(SQLITE_UTF8))
      }
    }
  }

  /// From here on only checks run: nothing may be written, and texts and plans are bounded.
  func seal() throws(SQLProblem) {
    try run("PRAGMA query_only = ON")
    for (limit, most) in [
      (SQLITE_LIMIT_LENGTH, Int32(clamping: longest)), (SQLITE_LIMIT_SQL_LENGTH, 100_000),
      (SQLITE_LIMIT_ATTACHED, 0),
      (SQLITE_LIMIT_EXPR_DEPTH, 200), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200),
      (SQLITE_LIMIT_WORKER_THREADS, 0), (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    ] {
      unsafe sqlite3_limit(connection, limit, most)
    }
    unsafe keeper.stand(before: connection)
  }

  /// Columns that a check reads, by table; both in small letters.
  func columns(readBy sql: String) throws(SQLProblem) -> [String: Set<String>] {
    try bounded { () throws(SQLProblem) in
      unsafe sqlite3_finalize(try prepareCheck(sql))
    }
    return keeper.used
  }

  /// The whole numbers in the first column of what a check selects, nulls left out.
  func numbers(of sql: String, seconds: Double) throws(SQLProblem) -> [Int] {
    keeper.start(seconds: seconds)
    var found: [Int] = []
    try bounded { () throws(SQLProblem) in
      let statement = try unsafe prepareCheck(sql)
      defer { unsafe sqlite3_finalize(statement) }
      while true {
        let code = unsafe sqlite3_step(statement)
        if code == SQLITE_DONE { return }
        guard code == SQLITE_ROW else { throw problem() }
        switch unsafe sqlite3_column_type(statement, 0) {
        case SQLITE_NULL: continue
        case SQLITE_INTEGER: found.append(Int(unsafe sqlite3_column_int64(statement, 0)))
        default: throw .rows("gives back something else than rowids in its first column")
        }
      }
    }
    return found
  }

  /// Runs `body` with so much memory for SQLite and no more.
  ///
  /// The limit is the library's, for all connections of the process; while a rule runs there is no other at work.
  private func bounded(_ body: () throws(SQLProblem) -> Void) throws(SQLProblem) {
    let most = sqlite3_memory_used() + Int64(megabytes) << 20
    let before = sqlite3_hard_heap_limit64(most)
    defer { _ = sqlite3_hard_heap_limit64(before) }
    try body()
  }

  private func prepareCheck(_ sql: String) throws(SQLProblem) -> OpaquePointer {
    keeper.forget()
    let statement = try unsafe prepare(sql)
    guard unsafe sqlite3_stmt_readonly(statement) != 0, unsafe sqlite3_stmt_isexplain(statement) == 0,
      unsafe sqlite3_column_count(statement) > 0
    else {
      unsafe sqlite3_finalize(statement)
      throw .forbidden("is no select")
    }
    return unsafe statement
  }

  private func prepare(_ sql: String) throws(SQLProblem) -> OpaquePointer {
    var statement: OpaquePointer?
    var rest = 0
    let code = unsafe sql.withCString { text in
      var tail: UnsafePointer<CChar>?
      let code = unsafe sqlite3_prepare_v2(connection, text, -1, &statement, &tail)
      rest = unsafe tail.map { unsafe strspn($0, " \t\r\n;") == strlen($0) ? 0 : 1 } ?? 0
      return code
    }
    guard code == SQLITE_OK else { throw problem() }
    guard let prepared = unsafe statement, rest == 0 else {
      unsafe sqlite3_finalize(statement)
      throw .forbidden("is not one statement")
    }
    return unsafe prepared
  }

  private func run(_ sql: String) throws(SQLProblem) {
    guard unsafe sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw problem() }
  }

  private func problem() -> SQLProblem {
    if keeper.isLate { return .late }
    if let refusal = keeper.refusal { return .forbidden(refusal) }
    switch unsafe sqlite3_errcode(connection) {
    case SQLITE_NOMEM, SQLITE_TOOBIG: return .large
    case SQLITE_CANTOPEN: return .forbidden("opens a file")
    default: return .text(unsafe String(cString: sqlite3_errmsg(connection)))
    }
  }

  /// A name in SQL, quotes within doubled.
  private static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
}
