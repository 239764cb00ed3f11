import RuleKit
import Tables
import Testing

@testable import Pipeline

struct RunnerTests {
  static let base = Drawn.source(
    """
    name | phone | balance | comment
    анна | 1 | 10.5 | a
    АННА ПЕТРОВА | 1 | 2 | b
    борис | 2 | 1 |
     |  |  |
    вера | x | 5 | c
    """)
  static let rules: [TestRule] = [
    .capitals("name"), .phones, .filled("phone"), .equal(["phone"]), .namesakes, .judge,
  ]
  static let fields = ["client_id", "name", "phone", "phone_2", "balance", "comment", "client_status"]

  private static func run(
    _ sources: [SourceTable], _ rules: [TestRule] = rules, _ options: RunOptions = .test
  ) async throws(RunError) -> RunOutcome {
    try await Runner(rules: rules, options: options).run(sources)
  }

  /// A run's clients as a source of another run.
  private static func source(of outcome: RunOutcome) -> SourceTable {
    let frame = outcome.clients
    return Drawn.source(
      frame.fields, (0..<frame.rowCount).map { row in frame.fields.map { frame.text($0, row) } },
      file: "clean.csv")
  }

  @Test func cleansAndAccountsForEveryRow() async throws {
    let outcome = try await Self.run([Self.base])
    let lines = outcome.clients.lines(["name", "phone", "balance", "client_status"])
    #expect(lines == ["АННА ПЕТРОВА|1|12.5|active", "БОРИС|2|1|active", "ВЕРА|x|5|active"])
    let comment = outcome.clients.text("comment", Int(outcome.clientOfRow[0]))
    #expect(comment == "a; b" || comment == "b; a")
    #expect(outcome.fates.count { $0 == .quarantined } == 1 && outcome.fates[3] == .quarantined)
    #expect(outcome.fates.count { $0 == .merged } == 1)
    #expect(outcome.reasons == [3: "blank"])
    #expect(outcome.clientOfRow[0] == outcome.clientOfRow[1])
    #expect(outcome.clients.fields.first == "client_id" && outcome.clients.fields.last == "source")
    #expect(outcome.money.map(\.name) == ["balance"] && outcome.money[0].before == "18.5")
    #expect(outcome.rounds == 2)
    #expect(outcome.remaining.count == 1 && outcome.remaining[0].field == "phone")
    #expect(outcome.log.findings.count == 1, "what a round finds again is no news")
  }

  @Test func aMergedClientNamesAllItsRows() async throws {
    let outcome = try await Self.run([Self.base])
    let client = Int(outcome.clientOfRow[0])
    #expect(outcome.clients.text("source", client) == "clients.csv › line 2; clients.csv › line 3")
  }

  @Test func theOrderOfRowsMakesNoDifference() async throws {
    var numbers = Seeded(5)
    let names: [String?] = ["анна", "Анна Б", nil, "борис", "вера", "вера и", "глеб"]
    let rows = (0..<60).map { row -> [String?] in
      let phone: String? = row % 4 == 0 ? nil : String(row % 17)
      let comment: String? = row % 3 == 0 ? "к\(row % 8)" : nil
      return [names[row % 7], phone, "\(row % 9).25", comment]
    }
    var seen: Set<[String]> = []
    for _ in 0..<12 {
      let source = Drawn.source(["name", "phone", "balance", "comment"], rows.shuffled(using: &numbers))
      let outcome = try await Self.run([source])
      seen.insert(outcome.clients.lines(outcome.clients.fields.filter { $0 != "source" }))
    }
    #expect(seen.count == 1)
  }

  @Test func rowsThatShareAClientIDMergeAlikeInAnyOrder() async throws {
    let rows: [[String?]] = [
      ["17", "анна", "1"], ["17", "анна б", "2"], ["17", "инна б", "3"], [nil, "олег", "4"],
    ]
    var seen: Set<[String]> = []
    for shift in 0..<4 {
      let source = Drawn.source(["client_id", "name", "phone"], Array(rows[shift...] + rows[..<shift]))
      let outcome = try await Self.run([source])
      seen.insert(outcome.clients.lines(["client_id", "name", "phone", "phone_2", "phone_3"]))
    }
    #expect(seen.count == 1)
    #expect(seen.first?.contains { $0.hasPrefix("17|") } ?? false)
  }

  @Test func cleaningTheResultChangesNothing() async throws {
    let first = try await Self.run([Self.base])
    let again = try await Self.run([Self.source(of: first)])
    #expect(again.log.changes.isEmpty)
    #expect(again.log.pairs.allSatisfy { $0.verdict != .same })
    #expect(again.rounds == 1)
    #expect(again.clients.fields == first.clients.fields)
    #expect(again.clients.lines(first.clients.fields) == first.clients.lines(first.clients.fields))
    #expect(again.remaining.count == first.remaining.count)
  }

  @Test func aMergeMayMakeAnotherOnePossible() async throws {
    // A and B share a phone; only then has their client two e-mails, one of which is C's.
    let source = Drawn.source(
      "name | phone | email | full\nannA | 1 | | yes\nann | 1 | x@example.org |\nann lee | | y@example.org |")
    let chain = TestRule("chain", writes: ["email_2"]) { rows, results in
      for row in rows.indices where rows.text("full", row) != nil && rows.text("email", row) != nil {
        if rows.text("email_2", row) == nil {
          results.edit(row: row, "email_2", "guessed", to: "y@example.org")
        }
      }
    }
    let outcome = try await Self.run([source], [chain, .equal(["phone", "email", "email_2"])])
    #expect(outcome.clients.rowCount == 1)
    #expect(outcome.rounds >= 2)
    #expect(outcome.fates.count { $0 == .merged } == 2)
    // Each surviving value stands once, beside the row that it was read in.
    let read = outcome.assembly.clients
    for value in outcome.survivors where value.policy == "most_complete" {
      #expect(read.text(value.field, value.rowID) == value.value)
    }
    let golden = outcome.survivors.map { "\($0.client) \($0.field)" }
    #expect(Set(golden).count == golden.count)
    #expect(
      Set(outcome.superseded.map(\.value)).isDisjoint(with: outcome.clients.texts("name").compactMap { $0 }))
  }

  @Test func aRuleThatNeverRestsBreaksThePromise() async {
    let error = await #expect(throws: RunError.self) { try await Self.run([Self.base], [.restless]) }
    guard case .promise(let text) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(text.en.contains("\(Runner.mostRounds) rounds"))
  }

  @Test(arguments: [(0.1, true), (0.24, true), (0.25, false), (1.0, false)])
  func mergesAreLimited(_ limit: Double, _ stops: Bool) async throws {
    var options = RunOptions.test
    options.maxMerge = limit
    guard stops else {
      _ = try await Self.run([Self.base], Self.rules, options)
      return
    }
    let error = await #expect(throws: RunError.self) { try await Self.run([Self.base], Self.rules, options) }
    guard case .tooManyMerges(let merged, let rows, _, let largest) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(merged == 1 && rows == 4)
    #expect(largest.map(\.rows) == [2])
    #expect(largest.allSatisfy { $0.address.hasPrefix("clients.csv › line ") })
  }

  static let quarantines: [(severity: Severity?, codes: Set<String>, rows: [Int: String])] = [
    (.error, [], [3: "blank", 4: "phone: not-a-phone"]),
    (nil, ["not-a-phone"], [3: "blank", 4: "phone: not-a-phone"]),
    (nil, ["other"], [3: "blank"]),
    (.warning, ["missing"], [3: "blank", 4: "phone: not-a-phone"]),
  ]

  @Test(arguments: quarantines)
  func rowsAreSetAside(severity: Severity?, codes: Set<String>, rows: [Int: String]) async throws {
    var options = RunOptions.test
    options.quarantine = .init(severity: severity, codes: codes)
    let outcome = try await Self.run([Self.base], Self.rules, options)
    #expect(outcome.reasons == rows)
    for row in 0..<5 {
      #expect((outcome.fates[row] == .quarantined) == (rows[row] != nil))
      #expect((outcome.clientOfRow[row] < 0) == (rows[row] != nil))
    }
    #expect(outcome.log.findings.count == 1)
    #expect(outcome.clients.rowCount == 4 - rows.count)
  }

  @Test func aRepairHeldBackIsFoundOnce() async throws {
    let outcome = try await Self.run(
      [Self.base], [.capitals("name", safety: .lossy), .equal(["phone"]), .judge])
    #expect(outcome.rounds > 1)
    let held = outcome.log.findings.filter { outcome.log.names[$0.code] == "capitals" }
    #expect(held.map(\.rowID).sorted() == [0, 2, 4])
    #expect(outcome.clients.texts("name").contains("вера"))
    #expect(!outcome.log.changes.contains { outcome.log.names[$0.code] == "capitals" })
  }

  @Test func aBaseWithoutRowsIsABase() async throws {
    let outcome = try await Self.run([Drawn.source("name | phone")])
    #expect(outcome.clients.rowCount == 0 && outcome.fates.isEmpty && outcome.rounds == 1)
    #expect(outcome.clients.fields.first == "client_id")
  }

  @Test(arguments: [1, 2, 4, 7])
  func anyNumberOfThreadsGivesTheSameResultsInOrder(_ jobs: Int) async throws {
    let count = 3 * RuleRunner.batchRows + 5
    var frame = Frame(rowCount: count)
    frame.set("name", TextColumn((0..<count).lazy.map { $0 % 3 == 0 ? "имя \($0)" : nil }))
    let batches = try await RuleRunner(jobs: jobs).run(TestRule.filled("name"), on: frame)
    #expect(batches.map(\.first) == [0, 1, 2, 3].map { $0 * RuleRunner.batchRows })
    let rows = batches.flatMap { batch in batch.results.findings.map { batch.first + $0.row } }
    #expect(rows == (0..<count).filter { $0 % 3 != 0 })
  }

  @Test func aFailingRuleStopsTheRun() async {
    struct Failing: AppliedRule {
      let about = TestRule.judge.about
      func apply(fields: [String], columns: [TextColumn], rows: Range<Int>) throws(RunError) -> Results {
        throw .plugin(line: "judge: out of memory", isUsage: false)
      }
    }
    let error = await #expect(throws: RunError.self) {
      try await Runner(rules: [Failing()], options: .test).run([Self.base])
    }
    #expect(error?.line(.en) == "judge: out of memory")
  }

  @Test func columnsComeInTheOrderOfTheStandard() async throws {
    var options = RunOptions.test
    options.fieldOrder = ["phone", "name", "source"]
    let source = Drawn.source(
      "extra.Б | source | zone | name | phone_3 | phone | phone_2 | extra.А\nб | s | z | n | 3 | 1 | 2 | а")
    let outcome = try await Self.run([source], [], options)
    #expect(
      outcome.clients.fields == [
        "client_id", "phone", "phone_2", "phone_3", "name", "zone", "extra.Б", "extra.А", "source",
      ])
    #expect(outcome.clients.text("source", 0) == "s")
  }
}
