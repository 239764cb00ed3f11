import Tables
import Testing

@testable import Pipeline

struct ClientIdentityTests {
  private static let rows = [
    "name | phone | external_id", "Анна | 1 | 10", "Борис | 2 |", "Вера | | 12", "Вера | | 12", "Глеб | 4 |",
    "Глеб | 4 |",
  ]

  private static func ids(_ frame: Frame) -> [String] {
    ClientIdentity.keys(of: frame, records: ClientIdentity.recordKeys(of: frame))
  }

  private static func keys(_ lines: [String]) -> [String: [String]] {
    let frame = Drawn.frame(lines.joined(separator: "\n"))
    let keys = Self.ids(frame)
    return Dictionary(grouping: zip(frame.texts("name"), keys), by: { $0.0 ?? "" }).mapValues {
      $0.map(\.1).sorted()
    }
  }

  @Test func idsDoNotDependOnOrder() {
    var numbers = Seeded(3)
    let expected = Self.keys(Self.rows)
    for _ in 0..<20 {
      #expect(Self.keys([Self.rows[0]] + Self.rows.dropFirst().shuffled(using: &numbers)) == expected)
    }
    let reordered = Self.rows.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).reversed().joined(separator: "|")
    }
    #expect(Self.keys(reordered) == expected)
  }

  @Test func everyRowHasItsOwnIDOfOneForm() throws {
    let ids = Self.keys(Self.rows).values.flatMap { $0 }
    #expect(Set(ids).count == Self.rows.count - 1)
    for id in ids {
      #expect(id.wholeMatch(of: /C-[0-9A-HJKMNP-TV-Z]{12}/) != nil)
      let isOwn = ClientIdentity.isOwn(id.utf8Span.span)
      #expect(isOwn)
    }
  }

  @Test(arguments: ["", "17", "C-1", "C-abcdefghijkl", "X-0123456789AB", "C-0123456789ABC"])
  func otherIDsAreNotOurs(_ id: String) {
    let isOwn = ClientIdentity.isOwn(id.utf8Span.span)
    #expect(!isOwn)
  }

  @Test func aSourceKeyOutlivesAnEdit() {
    let before = Self.keys(["name | phone | external_id", "Анна | 1 | 10", "Борис | 1 |"])
    let after = Self.keys(["name | phone | external_id", "Анна | 999 | 10", "Борис | 999 |"])
    #expect(before["Анна"] == after["Анна"])
    #expect(before["Борис"] != after["Борис"])
  }

  @Test func aGivenIDIsKept() {
    let frame = Drawn.frame("client_id | name\nC-0123456789AB | Анна\n | Анна\n17 | Борис")
    let keys = Self.ids(frame)
    #expect(keys[0] == "C-0123456789AB" && keys[2] == "17")
    #expect(keys[1] != keys[0])
  }

  @Test func rowsOfOneIDAreOrderedByContent() {
    let lines = ["17 | Анна", "17 | Борис", "17 | Вера", " | Глеб"]
    var orders: Set<[String?]> = []
    for shift in 0..<4 {
      let frame = Drawn.frame(
        "client_id | name\n" + (lines[shift...] + lines[..<shift]).joined(separator: "\n"))
      let keys = ClientIdentity.sortKeys(of: frame, ids: Self.ids(frame))
      orders.insert((0..<4).sorted { keys[$0] < keys[$1] }.map { frame.text("name", $0) })
    }
    #expect(orders.count == 1)
    #expect(orders.first?.last == "Глеб")
  }

  @Test func cellsThatJoinAlikeAreDifferentRows() {
    let a = Self.ids(Drawn.frame("a | b\nxy | z"))
    let b = Self.ids(Drawn.frame("a | b\nx | yz"))
    #expect(a != b)
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func digestsAreSHA256(_ text: String, _ digest: String) { #expect(Digest.sha256(of: text) == digest) }
}
