import Foundation
import Testing

/// The journal accounts for every row and every changed cell.
@Suite struct JournalTests {
  /// Tables and columns, as the journal's readers know them.
  static let tables = [
    "change(row_id, field, rule, code, before, after, safety)",
    "decision(key_a, key_b, decision, outcome, client_a, client_b, origin)",
    "finding(row_id, field, rule, code, severity, value)",
    "former_id(former_id, client_id, how)",
    "golden(client_id, field, value, row_id, policy)",
    "link(row_a, row_b, probability, verdict, evidence)",
    "record(row_id, record_key)",
    "run(key, value)",
    "source(source_id, path, sha256, format, table_name, rows)",
    "source_row(row_id, source_id, position, address, fate, client_id, reason)",
    "superseded(client_id, field, value, row_id)",
    "verdict(row_id, verdict, client_id, own_row)",
  ]

  @Test(arguments: Sample.allCases)
  func tablesAreThePublicOnes(_ sample: Sample) async throws {
    let journal = try await Shelf.shared.clean(sample).journal
    let found = try journal.list(
      """
      SELECT name || '(' || (SELECT group_concat(name, ', ') FROM pragma_table_info(master.name)) || ')'
      FROM sqlite_master AS master WHERE type = 'table' ORDER BY name
      """)
    #expect(found == Self.tables)
  }

  @Test(arguments: Sample.allCases)
  func everyRowReadHasOneFate(_ sample: Sample) async throws {
    let journal = try await Shelf.shared.clean(sample).journal
    let sources = try journal.rows(
      """
      SELECT path, table_name, rows,
        (SELECT count(*) FROM source_row WHERE source_row.source_id = source.source_id),
        (SELECT count(DISTINCT position) FROM source_row WHERE source_row.source_id = source.source_id
          AND position BETWEEN 1 AND rows),
        (SELECT count(*) FROM source_row WHERE source_row.source_id = source.source_id
          AND fate IN ('kept', 'merged', 'quarantined'))
      FROM source ORDER BY source_id
      """)
    for source in sources {
      #expect(source[3...].allSatisfy { $0 == source[2] }, "\(source)")
    }
    // What the readers see is what was accounted for.
    let read = try sample.bases.flatMap { try Sheet.list($0).map(\.rows) }.sorted()
    #expect(sources.compactMap { $0[2].flatMap { Int($0) } }.sorted() == read)
  }

  /// The truth beside a sample has a line for each row: nothing was lost before the journal either.
  @Test(arguments: Sample.allCases)
  func everyRowOfTheSampleIsInTheJournal(_ sample: Sample) async throws {
    let journal = try await Shelf.shared.clean(sample).journal
    let addresses = Set(try journal.list("SELECT address FROM source_row"))
    let truth = try Sheet(sample.folder + "/truth.csv")
    // A workbook does not store a blank row: there is nothing of it but the number that is left out.
    let stored = truth.rows.filter { $0["unit"] != "row" || $0["dirt"] != "row-blank" }
    let missing = stored.compactMap { row -> String? in
      let file = row["file"] ?? "", table = row["table"] ?? "", number = row["number"] ?? ""
      let place = "\(row["unit"] ?? "") \(number)"
      return addresses.contains("\(file) › \(table) › \(place)") || addresses.contains("\(file) › \(place)")
        ? nil : "\(file) › \(table) › \(place) (\(row["dirt"] ?? ""))"
    }
    #expect(missing.isEmpty, "\(missing.count): \(missing.prefix(8))")
    #expect(addresses.count == stored.count)
  }

  @Test(arguments: Sample.allCases)
  func aBlankRowIsQuarantinedAsBlank(_ sample: Sample) async throws {
    let journal = try await Shelf.shared.clean(sample).journal
    let truth = try Sheet(sample.folder + "/truth.csv")
    let blank = truth.rows.filter { $0["unit"] != "row" && $0["dirt"] == "row-blank" }.count
    #expect(
      try journal.count("SELECT count(*) FROM source_row WHERE fate = 'quarantined' AND reason = 'blank'")
        == blank)
  }

  @Test(arguments: Sample.allCases)
  func everyClientHasOneKeptRow(_ sample: Sample) async throws {
    let cleaned = try await Shelf.shared.clean(sample)
    let clients = try SQLFile(cleaned.output).list("SELECT client_id FROM clients ORDER BY client_id")
    #expect(Set(clients).count == clients.count)
    // The clients' tables are those in which a row can merge: linked tables keep every row.
    let kept = try cleaned.journal.list(
      """
      SELECT client_id FROM source_row WHERE fate = 'kept' AND source_id IN \(Self.clientSources)
      ORDER BY client_id
      """)
    #expect(kept == clients)
  }

  @Test(arguments: Sample.allCases)
  func mergedRowsPointToAClientOfTheOutput(_ sample: Sample) async throws {
    let cleaned = try await Shelf.shared.clean(sample)
    let clients = Set(try SQLFile(cleaned.output).list("SELECT client_id FROM clients"))
    let merged = try cleaned.journal.list("SELECT client_id FROM source_row WHERE fate = 'merged'")
    #expect(!merged.isEmpty)
    #expect(merged.filter { !clients.contains($0) } == [])
    let golden = try cleaned.journal.list("SELECT DISTINCT client_id FROM golden")
    #expect(golden.filter { !clients.contains($0) } == [])
  }

  @Test(arguments: Sample.allCases)
  func keysHoldInJournalAndOutput(_ sample: Sample) async throws {
    let cleaned = try await Shelf.shared.clean(sample)
    for file in [cleaned.journal, try SQLFile(cleaned.output)] {
      #expect(try file.list("PRAGMA integrity_check") == ["ok"], "\(file.path)")
      #expect(try file.rows("PRAGMA foreign_key_check") == [], "\(file.path)")
    }
  }

  /// The changes of a cell, one after the other, lead from what was read to what stands.
  ///
  /// Where rows became one
  /// client, its cell may have come from another of them.
  @Test(arguments: Sample.allCases)
  func changesOfACellAreAChain(_ sample: Sample) async throws {
    let cleaned = try await Shelf.shared.clean(sample)
    var last: [String: String?] = [:]
    var known: [String: Set<String?>] = [:]
    var broken: [String] = []
    let changes = try cleaned.journal.rows(
      "SELECT row_id, field, before, after, client_id FROM change JOIN source_row USING (row_id) ORDER BY change.rowid"
    )
    for change in changes {
      let cell = "\(change[0] ?? "") \(change[1] ?? "")", client = "\(change[4] ?? "") \(change[1] ?? "")"
      if let told = last[cell], told != change[2], known[client]?.contains(change[2]) != true {
        broken.append(cell)
      }
      if change[2] == change[3] { broken.append(cell + " to itself") }
      last[cell] = .some(change[3])
      known[client, default: []].insert(change[3])
    }
    #expect(broken.isEmpty, "\(broken.prefix(5))")
    #expect(!changes.isEmpty)
  }

  @Test(arguments: Sample.allCases)
  func theRunTellsWhatItWas(_ sample: Sample) async throws {
    let journal = try await Shelf.shared.clean(sample).journal
    let facts = Dictionary(
      uniqueKeysWithValues: try journal.rows("SELECT key, value FROM run").map { ($0[0] ?? "", $0[1] ?? "") })
    #expect(facts["now"] == Sample.now)
    #expect(facts["language"] == "ru")
    #expect(facts["rows_read"] == String(try journal.count("SELECT count(*) FROM source_row")))
    #expect(facts["changes"] == String(try journal.count("SELECT count(*) FROM change")))
    #expect(facts["findings"] == String(try journal.count("SELECT count(*) FROM finding")))
    #expect(facts["standard_sha256"]?.count == 64)
    #expect(facts["version"]?.isEmpty == false)
    for plugin in ["MandatoryFields", "FormatStandards", "DuplicateDetection", "DeadSouls"] {
      #expect(facts["plugin.\(plugin)"]?.isEmpty == false, "\(plugin)")
    }
  }

  /// Sources of clients, told from others by holding every row that merged or by being a base's only table.
  static let clientSources = """
    (SELECT source_id FROM source WHERE table_name NOT IN
      ('orders', 'contacts', 'interactions', 'Заказы', 'Контакты', 'rejected'))
    """
}
