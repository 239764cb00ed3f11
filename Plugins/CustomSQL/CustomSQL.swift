import RuleKit
import Tables

/// Asks of a base what its standard asks in SQL.
///
/// Each check is a select over the tables of the base, whose first column is the rowid of the clients to flag. It runs
/// in a database in memory that was filled for it: it may read and nothing else, for so long and with so much memory.
struct CustomSQL: Rule {
  static let about = RuleDescription(
    id: "custom-sql",
    title: Localized(en: "Checks of one's own in SQL", ru: "Свои проверки на SQL"),
    rationale: Localized(
      en: "What only one business knows of its clients it can ask without writing a plugin.",
      ru: "Что о своих клиентах знает только одна фирма, она спросит сама, без нового плагина."),
    phase: .base, subject: .clients, reads: ["*"], linked: BaseSchema.linked, settings: settings,
    codes: codes, examples: examples)

  private let settings: Settings
  private let schema: BaseSchema
  private let now: Int
  /// Fields that checks name and the standard may mean, though it does not list them: `phone_2`.
  private let assumed: [String]

  init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    guard let now = CivilDate(Array(context.now.utf8).span) else {
      throw SettingsError("", "come with a clock that is no date", remedy: "give --now as 2026-11-22")
    }
    guard settings.seconds > 0, settings.seconds <= 3_600 else {
      throw SettingsError("seconds", "is no time limit", remedy: "write seconds, up to 3600")
    }
    guard (1...4_096).contains(settings.megabytes) else {
      throw SettingsError("megabytes", "is no memory limit", remedy: "write megabytes, 1 to 4096")
    }
    self.settings = settings
    self.now = now.dayNumber
    schema = BaseSchema(context)
    var names: Set<String> = []
    var assumed: Set<String> = []
    let (schema, day, megabytes) = (schema, self.now, settings.megabytes)
    for check in settings.checks {
      guard check.hasGoodName else {
        throw SettingsError(
          "checks", "has a check named '\(check.name)'", remedy: "use small Latin letters, digits and dashes")
      }
      guard names.insert(check.name).inserted else {
        throw SettingsError("checks", "has two checks named '\(check.name)'", remedy: "rename one")
      }
      do throws(SQLProblem) {
        assumed.formUnion(try Self.prove(check, schema, now: day, megabytes: megabytes))
      } catch {
        throw SettingsError(
          "checks.\(check.name)", error.words,
          remedy: "select rowids of clients; see `revizor rules explain custom-sql`")
      }
    }
    // A header of one's own that the base lacks may be misspelt: that is told, not taken for empty.
    self.assumed = assumed.filter { !$0.hasPrefix("extra.") }.sorted()
  }

  /// Compiles a check against the standard's fields; what only a base can have is taken to be there.
  ///
  /// Returns: the fields taken to be there.
  private static func prove(
    _ check: SQLCheck, _ schema: BaseSchema, now: Int, megabytes: Int
  ) throws(SQLProblem) -> [String] {
    var more: [String] = []
    while true {
      do throws(SQLProblem) {
        let tables = schema.tables(clients: more, linked: [])
        _ = try plan(tables, now: now, megabytes: megabytes).columns(readBy: check.sql)
        return more
      } catch {
        guard case .text(let message) = error else { throw error }
        let sql = check.sql.lowercased()
        let speaksOfLinked = BaseSchema.linked.contains { sql.contains($0) }
        if message.hasPrefix("no such column: ") {
          let field = Self.field(message.dropFirst("no such column: ".count))
          if schema.mayHave(field), !more.contains(field) {
            more.append(field)
            continue
          }
          // The columns of an order are known only when there is a base.
          if speaksOfLinked { return more }
        }
        if message.hasPrefix("no such table: "), speaksOfLinked { return more }
        throw error
      }
    }
  }

  /// The name of a column without the table or alias before it.
  private static func field(_ name: Substring) -> String {
    if let own = name.firstRange(of: "extra.") { return String(name[own.lowerBound...]) }
    return String(name.split(separator: ".").last ?? name)
  }

  private static func plan(
    _ tables: [MemoryDatabase.Source], now: Int, megabytes: Int
  ) throws(SQLProblem) -> MemoryDatabase {
    let database = try MemoryDatabase(now: now, megabytes: megabytes)
    for table in tables { try database.make(table) }
    try database.seal()
    return database
  }

  func apply(to batch: Batch, into results: inout Results) throws(RuleFailure) {
    guard !settings.checks.isEmpty else { return }
    do throws(SQLProblem) {
      let tables = schema.tables(
        clients: batch.fields + assumed, linked: batch.linked.map { (name: $0.name, fields: $0.fields) })
      let plan = try Self.plan(tables, now: now, megabytes: settings.megabytes)
      var ready: [SQLCheck] = []
      var used: [String: Set<String>] = [:]
      for check in settings.checks {
        do throws(SQLProblem) {
          used.merge(try plan.columns(readBy: check.sql)) { $0.union($1) }
          ready.append(check)
        } catch {
          guard case .text(let message) = error else { throw error }
          results.flagTable(
            "check-not-applicable",
            arguments: FindingArguments.json(["check": check.name, "problem": message]))
        }
      }
      guard !ready.isEmpty else { return }
      let database = try filled(tables, batch, used)
      for check in ready { try run(check, on: database, batch, into: &results) }
    } catch {
      throw RuleFailure(error.words)
    }
  }

  /// The tables with the columns that checks read.
  private func filled(
    _ tables: [MemoryDatabase.Source], _ batch: Batch, _ used: [String: Set<String>]
  ) throws(SQLProblem) -> MemoryDatabase {
    let database = try MemoryDatabase(now: now, megabytes: settings.megabytes)
    for table in tables {
      try database.make(table)
      guard let names = used[table.name.lowercased()] else { continue }
      let wanted = Set(table.columns.map(\.name).filter { names.contains($0.lowercased()) })
      guard let rows = batch.linked.first(where: { $0.name == table.name }) else {
        guard table.name == "clients" else { continue }
        let columns = zip(batch.fields, batch.columns).filter { wanted.contains($0.0) }
        try database.fill(table.name, columns.map { (name: $0, cells: $1) }, rowCount: batch.rowCount)
        continue
      }
      var owners: [Int] = []
      owners.reserveCapacity(rows.rowCount)
      for client in 0..<batch.rowCount {
        for _ in rows.rows(ofClient: client) { owners.append(client + 1) }
      }
      let columns = zip(rows.fields, rows.columns).filter { wanted.contains($0.0) && $0.0 != "client" }
      try database.fill(
        table.name, columns.map { (name: $0, cells: $1) }, numbers: ("client", owners),
        rowCount: rows.rowCount)
    }
    try database.seal()
    return database
  }

  private func run(
    _ check: SQLCheck, on database: MemoryDatabase, _ batch: Batch, into results: inout Results
  ) throws(SQLProblem) {
    let field: UInt16? = check.field.flatMap { name in
      batch.index(of: name) == nil ? nil : results.number(of: name)
    }
    let code = results.number(of: check.code)
    let found: [Int]
    do throws(SQLProblem) {
      found = try database.numbers(of: check.sql, seconds: settings.seconds)
    } catch {
      throw .rows("the check '\(check.name)' \(error.words)")
    }
    for row in Set(found).sorted() {
      guard (1...max(batch.rowCount, 1)).contains(row), row <= batch.rowCount else {
        throw .rows("the check '\(check.name)' gives back a rowid that no client has")
      }
      results.flag(
        row: row - 1, field: field, code: code, severity: check.severity ?? .warning,
        arguments: check.arguments)
    }
  }
}
