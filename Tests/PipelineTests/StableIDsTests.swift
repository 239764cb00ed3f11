import Tables
import Testing

@testable import Pipeline

/// Client ids from run to run.
struct StableIDsTests {
  private static func key(_ letter: Character) -> RecordKey {
    RecordKey(bits: UInt64(letter.unicodeScalars.first?.value ?? 0))
  }

  /// Clients as `id: letters of the records`.
  private static func parsed(_ text: String) -> (id: String, letters: [Character]) {
    let parts = text.split(separator: ":")
    return (String(parts[0]), Array(parts[1].filter { $0 != " " }))
  }

  static let cases: [(before: [String], now: [String], ids: [String], former: [String])] = [
    (["P: ab", "Q: c"], ["X: ab", "Y: c"], ["P", "Q"], []),
    // Gained a member whose key comes first.
    (["P: bc"], ["A: abc"], ["P"], []),
    // Two became one: the lesser stays, however small its share.
    (["Q: abc", "P: d"], ["X: abcd"], ["P"], ["Q→P merged"]),
    // One fell apart: the larger part keeps.
    (["P: abcd"], ["X: a", "Y: bcd"], ["X", "P"], ["P→X split"]),
    // Equal parts: the one that would have the id anyway, else the lesser.
    (["P: ab"], ["Z: a", "P: b"], ["Z", "P"], ["P→Z split"]),
    (["P: ab"], ["Z: a", "Y: b"], ["Z", "P"], ["P→Z split"]),
    // A record went from one to the other.
    (["P: ab", "Q: cd"], ["X: a", "Y: bcd"], ["P", "Q"], ["P→Q split"]),
    // New clients and clients that are gone.
    (["P: ab", "Q: z"], ["X: ab", "Y: e"], ["P", "Y"], []),
  ]

  @Test(arguments: cases)
  func idsAreCarriedOver(before: [String], now: [String], ids: [String], former: [String]) {
    let previous = PreviousRun(
      members: before.flatMap { text in
        let client = Self.parsed(text)
        return client.letters.map { (Self.key($0), client.id) }
      })
    let clients = now.map(Self.parsed)
    let stable = StableIDs(
      natural: clients.map(\.id), members: clients.map { $0.letters.map { (Self.key($0), nil) } },
      previous: previous)
    #expect(stable.ids == ids)
    #expect(stable.formerIDs.map { "\($0.former)→\($0.client) \($0.how)" } == former)
  }

  @Test func anIDThatIsTakenIsNotGivenTwice() {
    // The larger part keeps P, which is also what the smaller would be called by its content.
    let previous = PreviousRun(members: [("a", "P"), ("b", "P"), ("c", "P")].map { (Self.key($0.0), $0.1) })
    let stable = StableIDs(
      natural: ["P", "X"], members: [[(Self.key("a"), nil)], [(Self.key("b"), nil), (Self.key("c"), nil)]],
      previous: previous)
    #expect(stable.ids[1] == "P")
    #expect(Set(stable.ids).count == 2)
    #expect(stable.ids[0].wholeMatch(of: /C-[0-9A-HJKMNP-TV-Z]{12}/) != nil)
  }

  @Test func equalRecordsOfSeveralClientsKeepTheirIDs() {
    let previous = PreviousRun(members: [(Self.key("a"), "P"), (Self.key("a"), "Q"), (Self.key("a"), "R")])
    let stable = StableIDs(
      natural: ["Q", "R", "P"],
      members: [[(Self.key("a"), nil)], [(Self.key("a"), nil)], [(Self.key("a"), nil)]],
      previous: previous)
    #expect(stable.ids == ["Q", "R", "P"])
    #expect(stable.formerIDs.isEmpty)
  }

  @Test func aCarriedIDGoesBeforeContent() {
    let previous = PreviousRun(members: [(Self.key("a"), "P"), (Self.key("b"), "Q")])
    let stable = StableIDs(
      natural: ["X"], members: [[(Self.key("a"), "Q")]], previous: previous)
    #expect(stable.ids == ["Q"])
  }

  /// A second run over a base that grew: who was there keeps the id, in whatever order the rows come.
  @Test func aGrownBaseKeepsItsIDs() async throws {
    let folder = try TestFolder()
    let rules: [TestRule] = [.equal(["phone"])]
    let lines = (1...30).map { "клиент \($0) | \($0 % 12)" }
    let first = try await Runner(rules: rules, options: .test).run([
      Drawn.source("name | phone\n" + lines.joined(separator: "\n"))
    ])
    try Journal.write(first, facts: [], to: folder.path + "/j.sqlite")
    var known: [String: String] = [:]
    for (index, row) in first.assembly.clientRows.enumerated() {
      known[first.assembly.clients.text("name", index) ?? ""] = first.clientID(of: row)
    }
    var numbers = Seeded(23)
    var options = RunOptions.test
    options.previous = try PreviousRun(journal: folder.path + "/j.sqlite")
    let grown = (lines + (0..<12).map { "новый \($0) | \($0)" } + ["один | 99"]).shuffled(using: &numbers)
    let second = try await Runner(rules: rules, options: options).run([
      Drawn.source("name | phone\n" + grown.joined(separator: "\n"))
    ])
    for (index, row) in second.assembly.clientRows.enumerated() {
      guard let id = known[second.assembly.clients.text("name", index) ?? ""] else { continue }
      #expect(second.clientID(of: row) == id)
    }
    #expect(second.clients.rowCount == 13 && second.formerIDs.isEmpty)
    #expect(Set(second.clients.texts("client_id")).count == 13)
  }

  @Test(arguments: ["missing.sqlite", "text.sqlite", "old.sqlite"])
  func whatIsNoJournalIsRefused(_ name: String) throws {
    let folder = try TestFolder()
    let path = folder.path + "/" + name
    if name == "text.sqlite" { try folder.write("not a base", to: name) }
    #expect(throws: RunError.self) { try PreviousRun(journal: path) }
  }
}
