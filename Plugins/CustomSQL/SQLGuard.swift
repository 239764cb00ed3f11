import Foundation
import GRDBSQLite

/// What a check may do, and for how long: SQLite asks before it compiles each step, and every so often while it runs.
///
/// Source: https://www.sqlite.org/c3ref/set_authorizer.html, https://www.sqlite.org/c3ref/progress_handler.html.
final class SQLGuard {
  /// The tables that may be read, in small letters.
  var tables: Set<String> = []
  /// What was read: table, then columns.
  private(set) var used: [String: Set<String>] = [:]
  /// What was refused first, in words.
  private(set) var refusal: String?
  /// Whether the time was up.
  private(set) var isLate = false
  private var deadline: UInt64 = .max

  /// Forgets what was asked before.
  func forget() {
    used = [:]
    refusal = nil
  }

  /// From now on a statement may run so long.
  func start(seconds: Double) {
    isLate = false
    deadline = DispatchTime.now().uptimeNanoseconds + UInt64(seconds * 1e9)
  }

  /// Puts itself before a connection.
  ///
  /// The connection must be closed before the guard goes.
  func stand(before connection: OpaquePointer) {
    let own = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe sqlite3_set_authorizer(
      connection,
      { own, action, first, second, _, _ in
        guard let own = unsafe own else { return SQLITE_DENY }
        let keeper = unsafe Unmanaged<SQLGuard>.fromOpaque(own).takeUnretainedValue()
        return unsafe keeper.judge(action, SQLGuard.text(first), SQLGuard.text(second))
      }, own)
    unsafe sqlite3_progress_handler(
      connection, 10,
      { own in
        guard let own = unsafe own else { return 1 }
        return unsafe Unmanaged<SQLGuard>.fromOpaque(own).takeUnretainedValue().isTimeUp() ? 1 : 0
      }, own)
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    unsafe pointer.map { unsafe String(cString: $0) } ?? ""
  }

  private func isTimeUp() -> Bool {
    if DispatchTime.now().uptimeNanoseconds > deadline { isLate = true }
    return isLate
  }

  /// Only what reads the tables at hand is allowed; all that is not named here is not.
  private func judge(_ action: Int32, _ first: String, _ second: String) -> Int32 {
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_READ:
      let table = first.lowercased()
      // Without a column nothing is read but that rows are there: so SQLite asks of a query's own tables.
      if tables.contains(table) {
        used[table, default: []].insert(second.lowercased())
      } else if !second.isEmpty {
        return refuse("reads '\(first)', which is no table of the base")
      }
      return SQLITE_OK
    case SQLITE_FUNCTION:
      guard Self.functions.contains(second.lowercased()) else {
        return refuse("calls \(second)(), which is not allowed")
      }
      return SQLITE_OK
    case SQLITE_ATTACH, SQLITE_DETACH: return refuse("attaches another database")
    case SQLITE_PRAGMA: return refuse("changes settings (pragma \(first))")
    case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: return refuse("begins or ends a transaction")
    default: return refuse("writes")
    }
  }

  private func refuse(_ what: String) -> Int32 {
    refusal = refusal ?? what
    return SQLITE_DENY
  }

  /// Functions that give the same for the same and touch nothing: without chance, files and extensions.
  ///
  /// Without printf too: one call of it can run for minutes and asks nobody (`%.*c` of two milliards: 97 s).
  private static let functions: Set<String> = [
    "abs", "avg", "ceil", "ceiling", "char", "coalesce", "concat", "concat_ws", "count", "cume_dist", "date",
    "datetime", "dense_rank", "exp", "first_value", "floor", "glob", "group_concat", "hex",
    "ifnull",
    "iif", "instr", "julianday", "lag", "last_value", "lead", "length", "like", "likelihood", "likely", "ln",
    "log", "log10", "log2", "lower", "ltrim", "max", "min", "mod", "nth_value", "ntile", "nullif",
    "percent_rank", "pow", "power", "quote", "rank", "replace", "round", "row_number", "rtrim",
    "sign", "sqrt", "strftime", "string_agg", "substr", "substring", "sum", "time", "timediff", "total",
    "trim",
    "trunc", "typeof", "unicode", "unixepoch", "unlikely", "upper", "zeroblob",
    "current_date", "current_time", "current_timestamp",
  ]
}
