import PluginHost
import RuleKit
import RuleTesting
import Tables
import Testing

/// Rows of other tables on their way through the door: those of each client, and nothing for who did not ask.
@Suite struct LinkedRowsTests {
  private let orders = ClientRows(
    name: "orders", fields: ["client_code", "date", "amount", "Коробок"],
    columns: [
      TextColumn(["A", "A", "C"]), TextColumn(["2026-01-01", nil, "2026-03-01"]),
      TextColumn(["100.50", "20", nil]), TextColumn(["7", "", "ты-ща"]),
    ], starts: [0, 2, 2, 3])

  private func clients(flaggedBy sql: String, _ linked: [ClientRows]) throws -> [Int] {
    let check = JSONValue.object(["name": .string("asked"), "sql": .string(sql)])
    let rule = try ExamplePlugins.open("CustomSQL").instance(
      of: "custom-sql", settings: .object(["checks": .array([check])]),
      context: RuleContext(now: ExampleCase.now))
    let results = try rule.apply(
      fields: ["org_name"], columns: [TextColumn(["Ромашка", "Василёк", "Лютик"])], rows: 0..<3,
      linked: linked)
    return results.findings.map(\.row)
  }

  @Test(arguments: [
    ("select client from orders where amount > 50", [0]),
    ("select client from orders group by client having sum(amount) = 120.5", [0]),
    ("select client from orders where date is null", [0]),
    (#"select client from orders where "Коробок" = 'ты-ща'"#, [2]),
    ("select client from orders where Коробок = ''", [0]),
    ("select c.rowid from clients c left join orders o on o.client = c.rowid where o.rowid is null", [1]),
    ("select client from orders where client_code = 'C'", [2]),
  ])
  func ordersStandWithTheirClients(_ sql: String, _ rows: [Int]) throws {
    #expect(try clients(flaggedBy: sql, [orders]) == rows)
  }

  @Test func noTableIsAnEmptyOne() throws {
    #expect(try clients(flaggedBy: "select client from orders", []) == [])
    #expect(
      try clients(flaggedBy: "select rowid from clients where rowid not in (select client from orders)", [])
        == [0, 1, 2])
  }

  @Test func aTableWithoutRowsCrosses() throws {
    let none = ClientRows(
      name: "orders", fields: ["date"], columns: [TextColumn()], starts: [0, 0, 0, 0])
    #expect(try clients(flaggedBy: "select client from orders", [none]) == [])
  }

  @Test func severalTablesCross() throws {
    let more = ClientRows(
      name: "orders_2", fields: ["amount"], columns: [TextColumn(["1", "2"])], starts: [0, 0, 1, 2])
    let sql = "select client from orders union all select client from orders_2 where amount = 1"
    #expect(try clients(flaggedBy: sql, [orders, more]) == [0, 1, 2])
  }
}
