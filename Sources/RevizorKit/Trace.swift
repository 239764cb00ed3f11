import Foundation
import GRDB
import Pipeline
public import RuleKit

/// The fate of one row, told from a journal.
public struct Trace: Sendable {
  /// One row of a source.
  public struct Row: Sendable {
    /// Number over all sources.
    public var rowID: Int64
    /// Its address.
    public var address: String
    /// kept, merged or quarantined.
    public var fate: String
    /// The client it went into.
    public var clientID: String?
    /// Why it was set aside.
    public var reason: String?
  }

  private let queue: DatabaseQueue
  private let path: String

  /// Opens a journal, read-only.
  /// - Throws: `KitError.usage` when the file is no journal.
  public init(journal path: String) throws(KitError) {
    self.path = path
    do {
      guard FileManager.default.fileExists(atPath: path) else {
        throw DatabaseError(message: "it does not exist")
      }
      var configuration = Configuration()
      configuration.readonly = true
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let isJournal = try queue.read { try $0.tableExists("source_row") && $0.tableExists("change") }
      guard isJournal else { throw DatabaseError(message: "it has no table source_row") }
    } catch {
      let reason = (error as? DatabaseError)?.message ?? "it cannot be opened"
      throw .usage([
        "\(path): is not a journal: \(reason); name the <stem>.journal.sqlite beside a clean base"
      ])
    }
  }

  /// Rows whose address is `text` or ends in it (`row 17`, `Клиенты › row 17`).
  public func rows(at text: String) throws(KitError) -> [Row] {
    try rows(
      "SELECT * FROM source_row WHERE address = ?1 OR address LIKE '%› ' || ?1 ORDER BY row_id", [text])
  }

  /// Rows that held a value before a change, after it, or at fault, and rows of clients that hold it now.
  public func rows(holding value: String) throws(KitError) -> [Row] {
    try rows(
      """
      SELECT * FROM source_row WHERE row_id IN (
        SELECT row_id FROM change WHERE before = ?1 OR after = ?1
        UNION SELECT row_id FROM finding WHERE value = ?1
        UNION SELECT row_id FROM golden WHERE value = ?1
        UNION SELECT row_id FROM superseded WHERE value = ?1) ORDER BY row_id
      """, [value])
  }

  private func rows(_ sql: String, _ arguments: StatementArguments) throws(KitError) -> [Row] {
    try read { database in
      try GRDB.Row.fetchAll(database, sql: sql, arguments: arguments).map {
        Row(
          rowID: $0["row_id"], address: $0["address"], fate: $0["fate"], clientID: $0["client_id"],
          reason: $0["reason"])
      }
    }
  }

  private func read<T>(_ body: (Database) throws -> T) throws(KitError) -> T {
    do {
      return try queue.read(body)
    } catch {
      throw .usage(["\(path): cannot be read as a journal; make it again with this version"])
    }
  }

  /// What happened to a row, as lines for people.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - language: language of the lines.
  ///   - reveal: whether values are shown as they are.
  ///   - mask: what is shown of a field's value otherwise.
  /// - Returns: its fate, changes, findings and links, a line each.
  /// - Throws: `KitError.usage` when the journal cannot be read.
  public func story(of row: Row, _ language: Language, reveal: Bool, mask: (String, String) -> String)
    throws(KitError) -> [String]
  {
    func word(_ en: String, _ ru: String) -> String { language == .ru ? ru : en }
    func shown(_ field: String, _ value: String?) -> String {
      guard let value else { return "∅" }
      return reveal ? value : mask(field, value)
    }
    return try read { database in
      var lines = [
        "\(row.address) · \(word("fate", "судьба")): \(row.fate)" + (row.reason.map { " (\($0))" } ?? "")
      ]
      if let client = row.clientID {
        lines.append("  \(word("client", "клиент")): \(client)")
        let others = try String.fetchAll(
          database, sql: "SELECT address FROM source_row WHERE client_id = ? AND row_id <> ? ORDER BY row_id",
          arguments: [client, row.rowID])
        for other in others.prefix(20) { lines.append("  \(word("together with", "вместе с")): \(other)") }
        if others.count > 20 { lines.append("  … +\(others.count - 20)") }
      }
      for change in try GRDB.Row.fetchAll(
        database, sql: "SELECT * FROM change WHERE row_id = ? ORDER BY rowid", arguments: [row.rowID])
      {
        let field: String = change["field"]
        lines.append(
          "  \(word("change", "правка")) \(field): \(shown(field, change["before"])) → "
            + "\(shown(field, change["after"]))  [\(change["rule"] as String)/\(change["code"] as String)]")
      }
      for finding in try GRDB.Row.fetchAll(
        database, sql: "SELECT * FROM finding WHERE row_id = ? ORDER BY rowid", arguments: [row.rowID])
      {
        let field: String = finding["field"] ?? ""
        lines.append(
          "  \(word("finding", "находка")) \(field): \(shown(field, finding["value"]))  "
            + "[\(finding["severity"] as String) \(finding["rule"] as String)/\(finding["code"] as String)]")
      }
      lines += try links(of: row, database, language)
      return lines
    }
  }

  private func links(of row: Row, _ database: Database, _ language: Language) throws -> [String] {
    var lines: [String] = []
    let sql = """
      SELECT link.*, source_row.address AS other FROM link
      JOIN source_row ON source_row.row_id = CASE WHEN row_a = ?1 THEN row_b ELSE row_a END
      WHERE row_a = ?1 OR row_b = ?1 ORDER BY probability DESC, other
      """
    for link in try GRDB.Row.fetchAll(database, sql: sql, arguments: [row.rowID]) {
      let percent = Double(Int(((link["probability"] as Double) * 10_000).rounded())) / 100
      lines.append("  \(link["verdict"] as String) \(percent) %: \(link["other"] as String)")
      for level in PairEvidence.levels(link["evidence"]) {
        let bits = (level.bits * 10).rounded() / 10
        let field = level.field.padding(toLength: max(18, level.field.count), withPad: " ", startingAt: 0)
        lines.append("      \(field) \(bits >= 0 ? "+" : "")\(bits)  \(level.label[language])")
      }
    }
    return lines
  }
}
