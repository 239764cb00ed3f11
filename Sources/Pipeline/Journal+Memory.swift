import GRDB
import Tables

/// What the next run is to know of this one.
extension Journal {
  static func insertMemory(_ outcome: RunOutcome, _ database: Database) throws {
    let records = try BulkInsert(into: "record", columns: 2, database)
    let clientRows = outcome.assembly.clientRows
    for (row, key) in zip(clientRows, outcome.records) {
      try records.insert(.integer(Int64(row + 1)), .text(key.description))
    }
    try insertDecisions(outcome, database)
    let former = try BulkInsert(into: "former_id", columns: 3, database)
    for id in outcome.formerIDs { try former.insert(.text(id.former), .text(id.client), .text(id.how)) }
    guard outcome.isCompared else { return }
    let verdicts = try BulkInsert(into: "verdict", columns: 4, database)
    for row in clientRows {
      guard let verdict = outcome.ownVerdict(of: row) else { continue }
      let ownRow = outcome.aside.ours[row].flatMap { record in
        outcome.own.map { Int64(outcome.assembly.rowCount + $0.assembly.clientRows[record] + 1) }
      }
      try verdicts.insert(
        .integer(Int64(row + 1)), .text(verdict.rawValue), .init(outcome.clientID(of: row)),
        ownRow.map(BulkInsert.Value.integer) ?? .null)
    }
  }

  /// Each decision with the clients that its records are in now; those that are not here keep what was known.
  private static func insertDecisions(_ outcome: RunOutcome, _ database: Database) throws {
    guard !outcome.decisions.isEmpty else { return }
    var rows: [RecordKey: Int] = [:]
    for (row, key) in zip(outcome.assembly.clientRows, outcome.records) where rows[key] == nil {
      rows[key] = row
    }
    let living = Set((0..<outcome.clients.rowCount).compactMap { outcome.clients["client_id"]?[$0] })
    let heirs = Dictionary(
      outcome.formerIDs.filter { $0.how == "merged" }.map { ($0.former, $0.client) }
    ) { first, _ in first }
    func client(_ key: RecordKey, _ known: String?) -> String? {
      if let id = rows[key].flatMap(outcome.clientID) { return id }
      return known.map { living.contains($0) ? $0 : heirs[$0] ?? $0 }
    }
    let decisions = try BulkInsert(into: "decision", columns: 7, database)
    for (decision, result) in outcome.decisions {
      try decisions.insert(
        .text(decision.a.description), .text(decision.b.description), .text(decision.choice.rawValue),
        .text(result.rawValue), .init(client(decision.a, decision.clientA)),
        .init(client(decision.b, decision.clientB)), .text(decision.origin))
    }
  }
}
