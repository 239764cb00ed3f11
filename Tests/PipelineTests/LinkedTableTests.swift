import RuleKit
import Standards
import Tables
import Testing

@testable import Pipeline

/// Orders, contacts and interactions beside their clients.
struct LinkedTableTests {
  static let clients = """
    external_id | name | phone | first_purchase_date | last_purchase_date | purchases_count | purchases_total
    10 | Анна | 1 | | 2030-01-01 | 1 |
    20 | Борис | 2 | 2020-06-01 | | 9 | 100
    30 | Вера | 1 | | | |
    40 | Глеб | | | | | claims
    """
  static let orders = """
    -client | -date | -sum
    10 | 2024-05-01 10:00 | 10.10
    10 | 2023-01-01 | 5
    20 | 2021-01-01 | 7.5
    30 | 2022-02-02 | 1
    99 | 2022-02-02 | 1000
     | 1999-01-01 | 2
    """

  static var base: [SourceTable] {
    [
      Drawn.source(clients, key: "external_id"),
      Drawn.source(orders, file: "orders.csv", role: .orders, key: "client", date: "date", amount: "sum"),
    ]
  }

  private static let fields = [
    "first_purchase_date", "last_purchase_date", "purchases_count", "purchases_total",
  ]

  private static func run(_ sources: [SourceTable], _ rules: [TestRule] = []) async throws(RunError)
    -> RunOutcome
  {
    try await Runner(rules: rules, options: .test).run(sources)
  }

  @Test func ordersOnlyWidenWhatTheRecordClaims() async throws {
    let outcome = try await Self.run(Self.base)
    #expect(
      outcome.clients.lines(["name"] + Self.fields) == [
        "Анна|2023-01-01|2030-01-01|2|15.1", "Борис|2020-06-01|2021-01-01|9|100",
        "Вера|2022-02-02|2022-02-02|1|1",
        "Глеб|||0|claims",
      ])
    #expect(outcome.linked[0].clients == [0, 0, 1, 2, -1, -1])
    #expect(outcome.fates[4...].allSatisfy { $0 == .kept })
    #expect(outcome.clientOfRow == [0, 1, 2, 3, 0, 0, 1, 2, -1, -1])
    #expect(outcome.money.map(\.name) == ["purchases_count", "purchases_total", "orders › sum"])
    #expect(outcome.money.last?.after == "1025.6")
    #expect(outcome.rounds == 2)
  }

  @Test func ordersFollowTheSurvivingClient() async throws {
    let outcome = try await Self.run(Self.base, [.equal(["phone"])])
    let client = outcome.clientOfRow[0]
    #expect(client == outcome.clientOfRow[2])
    #expect([0, 1, 3].allSatisfy { outcome.linked[0].clients[$0] == client })
    #expect(outcome.clients.text("purchases_count", Int(client)) == "3")
    #expect(outcome.clients.text("purchases_total", Int(client)) == "16.1")
  }

  /// The result with its orders, as the output holds them, cleaned again.
  @Test(arguments: [[TestRule](), [.equal(["phone"])]])
  func cleaningTheResultChangesNothing(_ rules: [TestRule]) async throws {
    // A second base has no orders: nothing is known of the purchases of its clients.
    let first = try await Self.run(
      Self.base + [Drawn.source("name | phone\nДина | 77", base: 1, file: "d.csv")], rules)
    let ids = first.clients.texts("client_id")
    let frame = first.clients
    let clients = Drawn.source(
      frame.fields, (0..<frame.rowCount).map { row in frame.fields.map { frame.text($0, row) } },
      key: "client_id")
    let linked = first.linked[0]
    let orders = Drawn.source(
      ["-client", "-date", "-sum"],
      linked.clients.enumerated().map { row, client in
        [client < 0 ? nil : ids[Int(client)]] + linked.table.columns[1...2].map { $0.cells[row] }
      }, file: "orders.csv", role: .orders, key: "client", date: "date", amount: "sum")
    let again = try await Self.run([clients, orders], rules)
    #expect(again.log.changes.isEmpty)
    #expect(again.clients.lines(frame.fields) == frame.lines(frame.fields))
    #expect(
      again.linked[0].clients.map { $0 < 0 ? nil : again.clients.text("client_id", Int($0)) }
        == linked.clients.map { $0 < 0 ? nil : ids[Int($0)] })
  }

  @Test func contactsFillOnlyWhatIsMissing() async throws {
    let contacts =
      "-client | phone | email\n10 | 900 | b@example.org\n10 | 800 | a@example.org\n40 | 700 |\n40 | 600 |"
    let outcome = try await Self.run([
      Drawn.source(Self.clients, key: "external_id"),
      Drawn.source(contacts, file: "contacts.csv", role: .contacts, key: "client"),
      Drawn.source(
        "-client | -date\n40 | 2024-03-03\n40 | 2024-03-04\n40 | soon", file: "calls.csv",
        role: .interactions, key: "client", date: "date"),
    ])
    #expect(
      outcome.clients.lines(["name", "phone", "email", "last_contact_date"]) == [
        "Анна|1|a@example.org|", "Борис|2||", "Вера|1||", "Глеб|600||2024-03-04",
      ])
    let codes = Set(outcome.log.changes.map { outcome.log.names[$0.code] })
    #expect(codes == ["from-contacts", "from-interactions"])
  }

  @Test func linkedTablesGoThroughTheSameRules() async throws {
    let contacts = "-client | -Phone | -phone_2 | -phone_2\n10 | a b | mine | too"
    var source = Drawn.source(contacts, file: "contacts.csv", role: .contacts, key: "client")
    source.columns[1].field = "phone"
    let splitter = TestRule("split", writes: ["phone", "phone_2"]) { rows, results in
      for row in rows.indices {
        guard let parts = rows.text("phone", row)?.split(separator: " "), parts.count == 2 else { continue }
        results.edit(row: row, "phone", "split", to: String(parts[0]))
        results.edit(row: row, "phone_2", "split", to: String(parts[1]))
      }
    }
    let outcome = try await Self.run([Drawn.source(Self.clients, key: "external_id"), source], [splitter])
    let table = outcome.linked[0].table
    #expect(table.columns.map(\.name) == ["client", "Phone", "phone_2", "phone_2 2", "phone_2 3"])
    #expect(table.columns.map { $0.cells[0] } == ["10", "a", "mine", "too", "b"])
    let change = try #require(outcome.log.changes.first)
    #expect(outcome.log.names[change.field] == "Phone" && change.rowID == 4)
  }

  @Test func headersAreMadeUnique() {
    let assembly = Assembly([Drawn.source("-a | -a | -a 2 | -a\n1 | 2 | 3 | 4", role: .other)])
    #expect(AttachedTable(0, in: assembly).columns.map(\.name) == ["a", "a 3", "a 2", "a 4"])
  }

  @Test func aBlankIsNobodysKey() {
    let clients = Drawn.source(
      ["external_id", "name"], [["", "Анна"], ["7", "Борис"]], key: "external_id")
    let orders = Drawn.source(["-client"], [[""], ["7"]], role: .orders, key: "client")
    #expect(AttachedTable(1, in: Assembly([clients, orders])).clients == [-1, 1])
  }
}
