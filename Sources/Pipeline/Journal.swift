import GRDB
import Foundation
import RuleKit
import Tables

/// Writes the journal: the fate of every row, every change, every finding, every judged pair.
///
/// Tables and columns are a public interface. `superseded` holds the values of merged rows that stand in no field of
/// the client any more, so that merging destroys nothing; `record`, `decision` and `former_id` tell the next run what
/// this one knew; `verdict` says of each row what stands of it in the own base and on the stop list.
public enum Journal {
  private static let schema = """
    CREATE TABLE run(key TEXT PRIMARY KEY, value TEXT);
    CREATE TABLE source(source_id INTEGER PRIMARY KEY, path TEXT, sha256 TEXT, format TEXT, table_name TEXT,
      rows INTEGER);
    CREATE TABLE source_row(row_id INTEGER PRIMARY KEY, source_id INTEGER REFERENCES source(source_id),
      position INTEGER, address TEXT, fate TEXT, client_id TEXT, reason TEXT);
    CREATE TABLE change(row_id INTEGER REFERENCES source_row(row_id), field TEXT, rule TEXT, code TEXT,
      before TEXT, after TEXT, safety TEXT);
    CREATE TABLE finding(row_id INTEGER REFERENCES source_row(row_id), field TEXT, rule TEXT, code TEXT,
      severity TEXT, value TEXT);
    CREATE TABLE link(row_a INTEGER REFERENCES source_row(row_id), row_b INTEGER REFERENCES source_row(row_id),
      probability REAL, verdict TEXT, evidence TEXT);
    CREATE TABLE golden(client_id TEXT, field TEXT, value TEXT, row_id INTEGER REFERENCES source_row(row_id),
      policy TEXT);
    CREATE TABLE superseded(client_id TEXT, field TEXT, value TEXT,
      row_id INTEGER REFERENCES source_row(row_id));
    CREATE TABLE record(row_id INTEGER PRIMARY KEY REFERENCES source_row(row_id), record_key TEXT);
    CREATE TABLE decision(key_a TEXT, key_b TEXT, decision TEXT, outcome TEXT, client_a TEXT, client_b TEXT,
      origin TEXT, PRIMARY KEY(key_a, key_b));
    CREATE TABLE former_id(former_id TEXT, client_id TEXT, how TEXT);
    CREATE TABLE verdict(row_id INTEGER PRIMARY KEY REFERENCES source_row(row_id), verdict TEXT, client_id TEXT,
      own_row INTEGER REFERENCES source_row(row_id));
    """
  private static let indices = """
    CREATE INDEX source_row_client ON source_row(client_id);
    CREATE INDEX source_row_address ON source_row(address);
    CREATE INDEX change_row ON change(row_id);
    CREATE INDEX finding_row ON finding(row_id);
    CREATE INDEX link_a ON link(row_a);
    CREATE INDEX link_b ON link(row_b);
    CREATE INDEX golden_client ON golden(client_id);
    CREATE INDEX superseded_client ON superseded(client_id);
    """

  /// Writes a run's journal to a new file, where `row_id` counts from 1.
  ///
  /// - Parameters:
  ///   - outcome: the run's result.
  ///   - facts: the `run` table, in order.
  ///   - path: where the file is written.
  ///   - name: what errors call it; nil: its path.
  /// - Throws: `RunError.cannotDeliver`.
  /// - Complexity: O(rows + changes + findings + pairs).
  public static func write(
    _ outcome: RunOutcome, facts: [(key: String, value: String)], to path: String, named name: String? = nil
  ) throws(RunError) {
    let name = name ?? path
    do {
      var configuration = Configuration()
      // A new file that is delivered by a rename needs no journal of its own.
      configuration.prepareDatabase { database in
        try database.execute(
          sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: schema)
        try database.inTransaction {
          try insert(outcome, facts: facts, database)
          return .commit
        }
        try database.execute(sql: indices)
      }
      try queue.close()
    } catch {
      let reason = (error as? DatabaseError).map { $0.message ?? "\($0.resultCode)" } ?? "\(error)"
      throw .cannotDeliver(
        Localized(
          en: "\(name): the journal cannot be written: \(reason); free some space or choose another --output",
          ru: "\(name): журнал не записывается: \(reason); освободите место или выберите другой --output"))
    }
  }

  private static func insert(
    _ outcome: RunOutcome, facts: [(key: String, value: String)], _ database: Database
  ) throws {
    let run = try BulkInsert(into: "run", columns: 2, database)
    for fact in facts { try run.insert(.text(fact.key), .text(fact.value)) }
    try insertRows(outcome, database)
    try insertLog(outcome.log, database)
    let ids = outcome.clients["client_id"]
    let golden = try BulkInsert(into: "golden", columns: 5, database)
    for value in outcome.survivors {
      try golden.insert(
        .init(ids?[value.client]), .text(value.field), .text(value.value), .integer(Int64(value.rowID + 1)),
        .text(value.policy))
    }
    let superseded = try BulkInsert(into: "superseded", columns: 4, database)
    for value in outcome.superseded {
      try superseded.insert(
        .init(ids?[value.client]), .text(value.field), .text(value.value), .integer(Int64(value.rowID + 1)))
    }
    try insertMemory(outcome, database)
  }

  private static func insertRows(_ outcome: RunOutcome, _ database: Database) throws {
    let sources = try BulkInsert(into: "source", columns: 6, database)
    let rows = try BulkInsert(into: "source_row", columns: 7, database)
    for (index, source) in outcome.assembly.sources.enumerated() {
      try sources.insert(
        .integer(Int64(index + 1)), .text(source.path), .text(source.sha256), .text(source.format),
        .text(source.table.name), .integer(Int64(source.table.rowCount)))
      let first = outcome.assembly.firstRow[index]
      for position in 0..<source.table.rowCount {
        let row = first + position
        try rows.insert(
          .integer(Int64(row + 1)), .integer(Int64(index + 1)), .integer(Int64(position + 1)),
          .text(source.table.origin.address(ofRow: position)), .text(outcome.fates[row].name),
          .init(outcome.clientID(of: row)), .init(outcome.reasons[row]))
      }
    }
    guard let own = outcome.own else { return }
    // Rows of the own base stay where they are: kept, each its own client there.
    var client: [Int: Int] = [:]
    for (record, row) in own.assembly.clientRows.enumerated() { client[row] = record }
    for (index, source) in own.assembly.sources.enumerated() {
      let number = Int64(outcome.assembly.sources.count + index + 1)
      try sources.insert(
        .integer(number), .text(source.path), .text(source.sha256), .text(source.format),
        .text(source.table.name), .integer(Int64(source.table.rowCount)))
      let first = own.assembly.firstRow[index]
      for position in 0..<source.table.rowCount {
        let record = client[first + position]
        try rows.insert(
          .integer(Int64(outcome.assembly.rowCount + first + position + 1)), .integer(number),
          .integer(Int64(position + 1)), .text(source.table.origin.address(ofRow: position)),
          .text(record == nil ? Fate.quarantined.name : Fate.kept.name), .init(record.map { own.ids[$0] }),
          .text(record == nil ? "blank" : "own"))
      }
    }
  }

  private static func insertLog(_ log: RunLog, _ database: Database) throws {
    let changes = try BulkInsert(into: "change", columns: 7, database)
    for (index, change) in log.changes.enumerated() {
      try changes.insert(
        .integer(Int64(change.rowID) + 1), .text(log.names[change.field]), .text(log.names[change.rule]),
        .text(log.names[change.code]), .init(log.before[index]), .init(log.after[index]),
        .text(change.safety.name))
    }
    let findings = try BulkInsert(into: "finding", columns: 6, database)
    for (index, finding) in log.findings.enumerated() {
      try findings.insert(
        finding.rowID < 0 ? .null : .integer(Int64(finding.rowID) + 1),
        .init(finding.field.map { log.names[$0] }),
        .text(log.names[finding.rule]), .text(log.names[finding.code]), .text(finding.severity.name),
        .init(log.values[index]))
    }
    let links = try BulkInsert(into: "link", columns: 5, database)
    for pair in log.pairs {
      try links.insert(
        .integer(Int64(pair.rowA) + 1), .integer(Int64(pair.rowB) + 1), .real(pair.probability),
        .text(pair.verdict.name), .init(pair.evidence))
    }
  }
}
