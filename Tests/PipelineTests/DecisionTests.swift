import RuleKit
import Standards
import Tables
import Testing

@testable import Pipeline

/// What people decided goes before what the rules say.
struct DecisionTests {
  /// Equal phones are the same, equal names are in doubt.
  private static let rules: [TestRule] = [.pairs(["phone"]), .namesakes]

  /// Decisions by the letters of the records, as `a=b` merge, `a≠b` not a duplicate, `a?b` later.
  private static func decisions(_ texts: [String], _ keys: [String: RecordKey]) -> [Decision] {
    texts.enumerated().compactMap { index, text in
      let signs: [Character: Decision.Choice] = ["=": .merge, "≠": .notDuplicate, "?": .later]
      guard let sign = text.first(where: { signs[$0] != nil }), let choice = signs[sign] else { return nil }
      let sides = text.split(separator: sign).map(String.init)
      guard let a = keys[sides[0]], let b = keys[sides[1]] else { return nil }
      return Decision(a, b, choice, origin: "review.xlsx › Решения › row \(index + 2)")
    }
  }

  private static func keys(_ sources: [SourceTable]) -> [String: RecordKey] {
    let frame = Assembly(sources).clients
    return Dictionary(
      zip(frame.texts("note").map { $0 ?? "" }, ClientIdentity.recordKeys(of: frame))
    ) { first, _ in first }
  }

  /// Letters of the records by client, as `a+b c`.
  private static func groups(_ outcome: RunOutcome) -> String {
    var members = [String](repeating: "", count: outcome.clients.rowCount)
    let notes = outcome.assembly.clients.texts("note").map { $0 ?? "" }
    for (index, row) in outcome.assembly.clientRows.enumerated() {
      let client = Int(outcome.clientOfRow[row])
      members[client] += (members[client].isEmpty ? "" : "+") + notes[index]
    }
    return members.map { $0.split(separator: "+").sorted().joined(separator: "+") }.sorted().joined(
      separator: " ")
  }

  private static func run(_ drawing: String, _ texts: [String]) async throws(RunError) -> RunOutcome {
    let sources = [Drawn.source(drawing)]
    var options = RunOptions.test
    options.decisions = decisions(texts, keys(sources))
    return try await Runner(rules: rules, options: options).run(sources)
  }

  private static let trio = "note | name | phone\na | Анна | 1\nb | Анна | 2\nc | Вера | 3"
  private static let chain = "note | name | phone\na | Анна | 1\nb | Анна | 1\nc | Вера | 1\nd | Глеб | 4"

  static let cases: [(base: String, decisions: [String], groups: String, outcomes: [Decision.Outcome])] = [
    (trio, [], "a b c", []),
    (trio, ["a=b"], "a+b c", [.applied]),
    (trio, ["a≠b"], "a b c", [.applied]),
    (trio, ["a?b"], "a b c", [.applied]),
    (trio, ["a=c"], "a+c b", [.applied]),
    (trio, ["a=b", "b=c"], "a+b+c", [.applied, .applied]),
    (chain, [], "a+b+c d", []),
    (chain, ["a≠b", "a≠c", "b≠c"], "a b c d", [.applied, .applied, .applied]),
    (chain, ["a≠d"], "a+b+c d", [.applied]),
    (chain, ["c=d"], "a+b+c+d", [.applied]),
    // Who says b is d, and a is not d, cannot have a and b together.
    (chain, ["b=d", "a≠d", "c≠d"], "a+c b+d", [.applied, .applied, .applied]),
    // Two decisions that exclude each other: apart holds.
    (trio, ["a=b", "b=c", "a≠c"], "a+b c", [.applied, .contradicted, .applied]),
  ]

  @Test(arguments: cases)
  func decisionsAreFollowed(base: String, decisions: [String], groups: String, outcomes: [Decision.Outcome])
    async throws
  {
    let outcome = try await Self.run(base, decisions)
    let joined = Self.groups(outcome)
    if outcomes.contains(.contradicted) {
      // Which of the two merges gives way depends on the records' keys alone.
      #expect(["a+b c", "a b+c"].contains(joined))
      #expect(outcome.decisions.count { $0.outcome == .contradicted } == 1)
    } else {
      #expect(joined == groups)
      #expect(outcome.decisions.map(\.outcome) == outcomes)
    }
    #expect(outcome.money.allSatisfy { $0.before == $0.after })
  }

  @Test(arguments: cases)
  func theOrderOfRowsMakesNoDifference(
    base: String, decisions: [String], groups: String, outcomes: [Decision.Outcome]
  ) async throws {
    let lines = base.split(separator: "\n").map(String.init)
    let straight = try await Self.run(base, decisions)
    var numbers = Seeded(7)
    for _ in 0..<5 {
      let drawing = ([lines[0]] + lines.dropFirst().shuffled(using: &numbers)).joined(separator: "\n")
      let shuffled = try await Self.run(drawing, decisions)
      #expect(Self.groups(shuffled) == Self.groups(straight))
      #expect(
        shuffled.clients.lines(["client_id", "name", "note"])
          == straight.clients.lines(["client_id", "name", "note"]))
    }
  }

  @Test func rowsAddedDoNotUnmakeADecision() async throws {
    let keys = Self.keys([Drawn.source(Self.trio)])
    let sources = [
      Drawn.source(
        "note | name | phone\nz | Вера | 9\ny | Анна | 8\n"
          + Self.trio.split(separator: "\n").dropFirst().joined(separator: "\n"))
    ]
    var options = RunOptions.test
    options.decisions = Self.decisions(["a=b"], keys)
    let outcome = try await Runner(rules: Self.rules, options: options).run(sources)
    #expect(Self.groups(outcome) == "a+b c y z")
  }

  @Test func equalRecordsAreKeptApartFromEachOther() async throws {
    let sources = [Drawn.source("name | phone | external_id\nАнна | 1 | 5\nАнна | 1 | 6\nАнна | 1 | 7")]
    let key = ClientIdentity.recordKeys(of: Assembly(sources).clients)[0]
    var options = RunOptions.test
    options.decisions = [Decision(key, key, .notDuplicate, origin: "x")]
    let outcome = try await Runner(rules: Self.rules, options: options).run(sources)
    #expect(outcome.clients.rowCount == 3)
    #expect(outcome.decisions.map(\.outcome) == [.applied])
  }

  @Test func aDecisionAboutOthersIsKeptForLater() async throws {
    var options = RunOptions.test
    let strangers = [RecordKey(bits: 1), RecordKey(bits: 2)]
    options.decisions = [Decision(strangers[0], strangers[1], .notDuplicate, origin: "x")]
    let outcome = try await Runner(rules: Self.rules, options: options).run([Drawn.source(Self.chain)])
    #expect(outcome.decisions.map(\.outcome) == [.absent])
    #expect(Self.groups(outcome) == "a+b+c d")
  }

  @Test func whatIsDecidedIsNoLongerInDoubt() async throws {
    for (decisions, pairs) in [([], 1), (["a=b"], 0), (["a≠b"], 0), (["a?b"], 1)] as [([String], Int)] {
      let outcome = try await Self.run(Self.trio, decisions)
      let shown = outcome.reviewPairs()
      #expect(shown.count == pairs, "\(decisions)")
      #expect(shown.first?.choice == (decisions == ["a?b"] ? .later : nil))
    }
  }

  @Test func theLinkOfADecidedPairSaysWhoDecided() async throws {
    let apart = try await Self.run(Self.trio, ["a≠b"])
    #expect(apart.log.pairs.map(\.verdict) == [.different])
    #expect(apart.log.pairs[0].evidence?.contains("not-duplicate") == true)
    let merged = try await Self.run(Self.trio, ["a=c"])
    let decided = merged.log.pairs.filter { $0.evidence?.contains("\"decision\"") == true }
    #expect(decided.map(\.verdict) == [.same])
    #expect(PairEvidence.levels(decided[0].evidence).map(\.field) == ["decision"])
  }

  @Test func theLaterOfTwoDecisionsAboutAPairHolds() {
    let (a, b) = (RecordKey(bits: 5), RecordKey(bits: 3))
    let merged = Decision.merged(
      [Decision(a, b, .merge, origin: "old"), Decision(a, a, .later, origin: "other")],
      [Decision(b, a, .notDuplicate, origin: "new")])
    #expect(merged.map(\.origin) == ["new", "other"])
    #expect(merged[0].a == b && merged[0].b == a)
  }

  @Test func aCleanedBaseKeepsTheDecisionsOfItsRun() async throws {
    let folder = try TestFolder()
    let first = try await Self.run(Self.chain + "\ne | Анна | 5", ["a≠e", "c=d"])
    try Journal.write(first, facts: [], to: folder.path + "/j.sqlite")
    let frame = first.clients
    let clean = Drawn.source(
      frame.fields, (0..<frame.rowCount).map { row in frame.fields.map { frame.text($0, row) } },
      file: "clean.csv")
    var options = RunOptions.test
    options.previous = try PreviousRun(journal: folder.path + "/j.sqlite")
    options.decisions = options.previous?.decisions ?? []
    let again = try await Runner(rules: Self.rules, options: options).run([clean])
    #expect(again.decisions.map(\.outcome) == [.applied, .applied])
    #expect(again.reviewPairs().isEmpty)
    #expect(again.clients.lines(["client_id", "name"]) == first.clients.lines(["client_id", "name"]))
  }
}
