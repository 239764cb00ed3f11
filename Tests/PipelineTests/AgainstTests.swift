import GRDB
import RuleKit
import Standards
import Tables
import Testing

@testable import Pipeline

/// One base held against another and against a stop list.
struct AgainstTests {
  private static let rules: [TestRule] = [.capitals("name"), .pairs(["phone"]), .namesakes]

  private static let own = Drawn.source(
    "external_id | name | phone | tax\n7 | анна | 1 | x\n8 | Борис | 2 |\n9 | борис б | 2 |\n10 | вера | 3 |\n11 | зоя | 6 |",
    file: "own.csv")

  private static func run(
    _ drawing: String, own: [SourceTable] = [own], stop: String? = nil, decisions: [Decision] = [],
    rules: [TestRule] = rules
  ) async throws(RunError) -> RunOutcome {
    var options = RunOptions.test
    options.against = own
    options.stopList = stop.map { [Drawn.source($0, file: "stop.csv")] } ?? []
    options.decisions = decisions
    return try await Runner(rules: rules, options: options).run([Drawn.source(drawing)])
  }

  /// For each row: verdict, fate, client.
  private static func said(_ outcome: RunOutcome) -> [String] {
    outcome.assembly.clientRows.map { row in
      let id = outcome.ownVerdict(of: row) == .ours ? outcome.clientID(of: row) ?? "" : ""
      return "\(outcome.ownVerdict(of: row)?.rawValue ?? "–") \(outcome.fates[row].name) \(id)"
    }
  }

  static let cases: [(base: String, stop: String?, said: [String], written: [String])] = [
    ("name | phone\nгалина | 5", nil, ["new kept "], ["ГАЛИНА"]),
    ("name | phone\nанна п | 1\nгалина | 5", nil, ["ours merged 7", "new kept "], ["ГАЛИНА"]),
    // Two of ours that are one client: the bought one is ours all the same.
    ("name | phone\nб | 2", nil, ["ours merged 9"], []),
    // A namesake may be ours.
    ("name | phone\nвера | 9", nil, ["conflict quarantined "], []),
    // Fits two of ours at once.
    ("name | phone | phone_2\nг | 1 | 3", nil, ["conflict quarantined "], []),
    // A duplicate within the bought base goes where its client goes.
    ("name | phone | phone_2\nд | 4 |\nе | 4 | 1", nil, ["ours merged 7", "ours merged 7"], []),
    ("name | phone\nж | 5\nж ж | 5", nil, ["new kept ", "new merged "], ["Ж Ж"]),
    // The stop list goes before all else, and takes the whole client with it.
    (
      "name | phone\nанна | 1\nи | 5\nк | 5555555", "phone\n+7 495 555-55-55\n495 0000001",
      ["ours merged 7", "new kept ", "new kept "], ["И", "К"]
    ),
    (
      "name | phone\nанна | 4955555555\nи | 5", "телефоны\n1", ["new kept ", "new kept "], ["АННА", "И"]
    ),
    (
      "name | phone | email\nа | 4955555555 | a@b.example\nб | 5 | A@B.example\nв | 6 |",
      "phone | email\n+7 (495) 555-55-55 |\n | a@b.EXAMPLE",
      ["stop_list quarantined ", "stop_list quarantined ", "ours merged 11"], []
    ),
  ]

  @Test(arguments: cases)
  func everyRowIsAccountedFor(base: String, stop: String?, said: [String], written: [String]) async throws {
    let rules: [TestRule] =
      stop == "телефоны\n1"
      ? [.capitals("name"), .pairs(["phone"])]
      : [.capitals("name"), .pairs(["phone", "phone_2"]), .namesakes]
    let outcome = try await Self.run(base, stop: stop, rules: rules)
    #expect(Self.said(outcome).sorted() == said.sorted())
    #expect(outcome.clients.texts("name").map { $0 ?? "" }.sorted() == written)
    let counts = outcome.ownCounts
    #expect(counts.values.reduce(0, +) == outcome.assembly.clientRows.count)
    for row in outcome.assembly.clientRows where outcome.ownVerdict(of: row) != .new {
      #expect(outcome.reasons[row] != nil)
    }
  }

  @Test func theOwnBaseIsStandardisedButNotReported() async throws {
    let outcome = try await Self.run("name | phone\nзоя | 8")
    // Its name in small letters is a namesake's of the bought one in small letters, after both were put right.
    #expect(outcome.ownCounts == [.conflict: 1])
    let rows = outcome.log.changes.map { Int($0.rowID) }
    #expect(rows == [0])
    #expect(outcome.assembly.rowCount == 1)
  }

  @Test func sumsOfWhatLeavesAreNotLookedFor() async throws {
    let outcome = try await Self.run("name | phone | balance\nа | 1 | 10\nб | 5 | 2.5\nв | 5 | 1")
    #expect(outcome.money.map(\.before) == ["3.5"] && outcome.money.map(\.after) == ["3.5"])
  }

  @Test func theOrderOfRowsMakesNoDifference() async throws {
    let lines = ["анна п | 1", "галина | 5", "д | 5", "вера | 9", "б | 2", "е | 1"]
    let straight = try await Self.run("name | phone\n" + lines.joined(separator: "\n"))
    var numbers = Seeded(31)
    for _ in 0..<8 {
      let order = Array(lines.indices).shuffled(using: &numbers)
      let shuffled = try await Self.run("name | phone\n" + order.map { lines[$0] }.joined(separator: "\n"))
      #expect(Self.said(shuffled).sorted() == Self.said(straight).sorted())
      #expect(
        shuffled.clients.lines(["client_id", "phone"]) == straight.clients.lines(["client_id", "phone"]))
    }
  }

  @Test(arguments: [
    (Decision.Choice.merge, "ours merged 10"), (.notDuplicate, "new kept "),
    (.later, "conflict quarantined "),
  ])
  func aPersonSettlesAConflict(_ choice: Decision.Choice, _ said: String) async throws {
    let base = "name | phone\nвера | 9"
    let open = try await Self.run(base)
    let pair = try #require(open.reviewPairs().first)
    #expect(
      pair.b.isOurs && open.value("name", of: pair.a) == "ВЕРА" && open.value("phone", of: pair.b) == "3")
    let outcome = try await Self.run(
      base, decisions: [Decision(pair.a.key, pair.b.key, choice, origin: "review")])
    #expect(Self.said(outcome) == [said])
    #expect(outcome.decisions.map(\.outcome) == [.applied])
    #expect(outcome.reviewPairs().isEmpty == (choice != .later))
  }

  @Test func aRowThatFitsTwoOfOursIsForAPersonToSettle() async throws {
    let base = "name | phone | phone_2\nг | 1 | 3"
    let rules: [TestRule] = [.pairs(["phone", "phone_2"])]
    let open = try await Self.run(base, rules: rules)
    let pairs = open.reviewPairs()
    #expect(pairs.count == 2 && pairs.allSatisfy { $0.group == 1 && $0.clientsInGroup == 3 })
    let decisions = pairs.map { pair in
      let isAnna = open.value("external_id", of: pair.b) == "7"
      return Decision(pair.a.key, pair.b.key, isAnna ? .merge : .notDuplicate, origin: "review")
    }
    let outcome = try await Self.run(base, decisions: decisions, rules: rules)
    #expect(Self.said(outcome) == ["ours merged 7"])
  }

  @Test func theJournalHasBothBases() async throws {
    let outcome = try await Self.run(
      "name | phone\nа | 1\nб | 5\nвера | 9\n |", stop: "phone\n4955555555")
    try Self.checkJournal(of: outcome)
  }

  private static func checkJournal(of outcome: RunOutcome) throws {
    let folder = try TestFolder()
    try Journal.write(outcome, facts: [], to: folder.path + "/j.sqlite")
    let queue = try DatabaseQueue(path: folder.path + "/j.sqlite")
    func lines(_ sql: String) throws -> [String] { try queue.read { try String.fetchAll($0, sql: sql) } }
    #expect(
      try lines(
        "SELECT path || ' ' || count(*) FROM source JOIN source_row USING (source_id) GROUP BY source_id")
        == ["clients.csv 4", "own.csv 5"])
    #expect(
      try lines(
        "SELECT path FROM source JOIN source_row USING (source_id) GROUP BY source_id HAVING count(*) <> rows"
      )
        == [])
    #expect(
      try lines(
        "SELECT fate || ' ' || reason || ' ' || client_id FROM source_row WHERE reason LIKE 'already-ours%'")
        == ["merged already-ours: own.csv › line 2 7"])
    #expect(
      try lines("SELECT reason FROM source_row WHERE fate = 'quarantined'") == [
        "conflict: own.csv › line 5", "blank",
      ])
    #expect(
      try lines(
        """
        SELECT verdict.verdict || ' ' || coalesce(verdict.client_id LIKE 'C-%', '–') || ' ' || coalesce(own.address, '–')
        FROM verdict LEFT JOIN source_row own ON own.row_id = own_row ORDER BY verdict.row_id
        """) == ["ours 0 own.csv › line 2", "new 1 –", "conflict – –"])
    #expect(
      try lines("SELECT client_id FROM source_row WHERE reason = 'own'") == ["7", "8", "9", "10", "11"])
    #expect(try lines("SELECT \"table\" FROM pragma_foreign_key_check") == [])
  }
}
