import GRDB
import Pipeline
import RuleKit
import Standards
import Tables
import Testing

/// The journal's tables and columns are a public interface: what stands here changes only with its documentation.
struct JournalTests {
  private static func outcome() async throws(RunError) -> RunOutcome {
    var options = RunOptions.test
    options.quarantine = .init(codes: ["missing"])
    let sources = [
      Drawn.source(
        "external_id | name | phone | comment\n10 | анна | 1 | a\n20 | Анна Петрова | 1 |\n | | |\n30 | вера | | c\n40 | вера | x | '",
        key: "external_id"),
      Drawn.source(
        "-client | -sum\n10 | 5\n20 | 7", file: "orders.csv", role: .orders, key: "client", amount: "sum"),
    ]
    return try await Runner(rules: RunnerTests.rules, options: options).run(sources)
  }

  /// Rows of a query, `|` between columns, `–` for null.
  private static func rows(_ sql: String, _ path: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    return try queue.read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "–" : String(describing: $0.storage.value ?? "–") }.joined(
          separator: "|")
      }
    }
  }

  static let schema: [(table: String, columns: String)] = [
    ("run", "key value"),
    ("source", "source_id path sha256 format table_name rows"),
    ("source_row", "row_id source_id position address fate client_id reason"),
    ("change", "row_id field rule code before after safety"),
    ("finding", "row_id field rule code severity value"),
    ("link", "row_a row_b probability verdict evidence"),
    ("golden", "client_id field value row_id policy"),
    ("superseded", "client_id field value row_id"),
    ("record", "row_id record_key"),
    ("decision", "key_a key_b decision outcome client_a client_b origin"),
    ("former_id", "former_id client_id how"),
    ("verdict", "row_id verdict client_id own_row"),
  ]

  @Test func tablesAndColumnsAreAsDocumented() async throws {
    let folder = try TestFolder()
    let path = "\(folder.path)/j.sqlite"
    try Journal.write(try await Self.outcome(), facts: [], to: path)
    let tables = try Self.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid", path)
    #expect(tables == Self.schema.map(\.table))
    for (table, columns) in Self.schema {
      let found = try Self.rows("SELECT name FROM pragma_table_info('\(table)')", path)
      #expect(found.joined(separator: " ") == columns)
    }
    #expect(folder.names == ["j.sqlite"])
  }

  static let queries: [(sql: String, rows: [String])] = [
    ("SELECT * FROM run", ["standard|ru-b2b 1", "now|2026-01-01"]),
    (
      "SELECT * FROM source",
      ["1|clients.csv|00|csv|clients|5", "2|orders.csv|00|csv|orders|2"]
    ),
    (
      "SELECT fate, count(*) FROM source_row GROUP BY fate ORDER BY fate",
      ["kept|4", "merged|1", "quarantined|2"]
    ),
    ("SELECT count(*) = (SELECT sum(rows) FROM source) FROM source_row", ["1"]),
    (
      "SELECT row_id, source_id, position, address, reason FROM source_row",
      [
        "1|1|1|clients.csv › line 2|–", "2|1|2|clients.csv › line 3|–", "3|1|3|clients.csv › line 4|blank",
        "4|1|4|clients.csv › line 5|phone: missing", "5|1|5|clients.csv › line 6|–",
        "6|2|1|orders.csv › line 2|–",
        "7|2|2|orders.csv › line 3|–",
      ]
    ),
    ("SELECT count(DISTINCT client_id), count(client_id) FROM source_row", ["2|5"]),
    (
      "SELECT count(*) FROM source_row a JOIN source_row b USING (client_id) WHERE a.row_id = 1 AND b.row_id = 7",
      ["1"]
    ),
    (
      "SELECT row_id, field, code, before, after, safety FROM change WHERE rule = 'capitals'",
      [
        "1|name|capitals|анна|АННА|safe", "2|name|capitals|Анна Петрова|АННА ПЕТРОВА|safe",
        "4|name|capitals|вера|ВЕРА|safe", "5|name|capitals|вера|ВЕРА|safe",
      ]
    ),
    (
      "SELECT row_id, field, rule, code, severity, value FROM finding ORDER BY row_id",
      ["4|phone|filled|missing|error|–", "5|phone|phones|not-a-phone|error|x"]
    ),
    (
      "SELECT row_a, row_b, probability, verdict, json_extract(evidence, '$.phone.bits') FROM link",
      ["1|2|0.999|same|12.5"]
    ),
    (
      "SELECT field, value, row_id, policy FROM golden WHERE field = 'name'",
      ["name|АННА ПЕТРОВА|2|most_complete"]
    ),
    ("SELECT field, value FROM superseded WHERE field = 'name'", ["name|АННА"]),
    (
      "SELECT count(*) FROM golden WHERE client_id NOT IN (SELECT client_id FROM source_row WHERE client_id IS NOT NULL)",
      ["0"]
    ),
  ]

  @Test(arguments: queries)
  func tellsTheFateOfEveryRow(sql: String, rows: [String]) async throws {
    let folder = try TestFolder()
    let path = "\(folder.path)/j.sqlite"
    try Journal.write(
      try await Self.outcome(), facts: [("standard", "ru-b2b 1"), ("now", "2026-01-01")], to: path)
    #expect(try Self.rows(sql, path) == rows)
  }

  @Test func emptyTextsAreNoNulls() async throws {
    let folder = try TestFolder()
    let path = "\(folder.path)/j.sqlite"
    let clear = TestRule("clear", writes: ["name"]) { rows, results in
      for row in rows.indices where rows.text("name", row) == "-" {
        results.edit(row: row, "name", "cleared", to: "")
      }
      for row in rows.indices where rows.text("name", row) == "?" {
        results.edit(row: row, "name", "cleared", to: nil)
      }
    }
    let source = Drawn.source("name | phone\n- | 1\n? | 2\nb\u{0}c | 3")
    let outcome = try await Runner(rules: [clear], options: .test).run([source])
    try Journal.write(outcome, facts: [], to: path)
    #expect(try Self.rows("SELECT before, after FROM change", path) == ["-|", "?|–"])
  }

  @Test func aPlaceThatCannotBeWrittenIsAnError() async throws {
    let outcome = try await Self.outcome()
    let error = #expect(throws: RunError.self) {
      try Journal.write(outcome, facts: [], to: "/missing/folder/j.sqlite", named: "out.journal.sqlite")
    }
    #expect(error?.line(.en).hasPrefix("out.journal.sqlite: the journal cannot be written") ?? false)
  }
}
