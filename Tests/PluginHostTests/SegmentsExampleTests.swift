import PluginHost
import RuleKit
import RuleTesting
import Tables
import Testing

/// What examples cannot draw: the order of rows, large bases, settings refused.
@Suite struct SegmentsExampleTests {
  private func rule(_ settings: JSONValue = .object([:])) throws -> RuleApplication {
    try ExamplePlugins.open("Segments").instance(
      of: "segments", settings: settings, context: RuleContext(now: ExampleCase.now))
  }

  private struct Client: Hashable {
    var total: Int
    var count: Int
    var last: String?
  }

  /// Clients with many equal figures, the same ones at every run.
  private static let clients: [Client] = (0..<2_000).map { number in
    let mixed = (number * 7_919 + 13) % 2_003
    return Client(
      total: mixed % 40 * 1_000 + mixed % 3, count: mixed % 7,
      last: mixed % 5 == 0 ? nil : "20\(16 + mixed % 11)-0\(1 + mixed % 9)-1\(mixed % 10)")
  }

  private func segments(of clients: [Client], _ settings: JSONValue = .object([:])) throws -> [[String]] {
    let results = try rule(settings).apply(
      fields: ["purchases_total", "purchases_count", "last_purchase_date"],
      columns: [
        TextColumn(clients.map { String($0.total) }), TextColumn(clients.map { String($0.count) }),
        TextColumn(clients.map(\.last)),
      ], rows: 0..<clients.count)
    var cells = [[String]](repeating: ["", "", ""], count: clients.count)
    for (index, edit) in results.edits.enumerated() {
      let place = try #require(["abc_class", "rfm", "life_cycle"].firstIndex(of: results.names[edit.field]))
      cells[edit.row][place] = try #require(results.editValues[index])
    }
    return cells
  }

  @Test func equalClientsAreEqualInAnyOrder() throws {
    let clients = Self.clients
    var known: [Client: [String]] = [:]
    for order in [clients, clients.reversed(), clients.sorted { $0.count < $1.count }] {
      for (client, segment) in zip(order, try segments(of: order)) {
        #expect(known[client] == nil || known[client] == segment)
        known[client] = segment
      }
    }
  }

  @Test func theClassesReachTheirShares() throws {
    let clients = Self.clients
    let classes = try segments(of: clients).map { $0[0] }
    let whole = clients.map(\.total).reduce(0, +)
    func turnover(_ name: String) -> Int {
      zip(clients, classes).filter { $1 == name }.map { $0.0.total }.reduce(0, +)
    }
    #expect(turnover("A") * 100 >= whole * 75)
    #expect((turnover("A") + turnover("B")) * 100 >= whole * 95)
    // Without the least of its equals, A would not reach its share.
    let least = try #require(zip(clients, classes).filter { $1 == "A" }.map { $0.0.total }.min())
    let equals = clients.filter { $0.total == least }.count
    #expect((turnover("A") - equals * least) * 100 < whole * 75)
  }

  @Test func fifthsAreNearlyEqualWhereValuesDiffer() throws {
    let clients = (0..<1_003).map {
      Client(total: 1_000 + $0 * 7 % 1_003, count: 1, last: "2026-01-01")
    }
    let scores = try segments(of: clients).map { String($0[1].suffix(1)) }
    for fifth in 1...5 {
      let share = scores.count { $0 == String(fifth) }
      #expect((200...201).contains(share), "\(fifth): \(share)")
    }
  }

  @Test(
    arguments: [
      ("abc", .array([.integer(80), .integer(20)]), "'abc' is not three positive shares that make 100"),
      ("abc", .array([.integer(80), .integer(15), .integer(4)]), "'abc' is not three positive shares"),
      ("abc", .array([.integer(90), .integer(20), .integer(-10)]), "'abc' is not three positive shares"),
      ("lost_after", .string("a year"), "'lost_after' is not a length of time"),
      ("regular", .integer(1), "'regular' is less than 2"), ("many", .integer(2), "'many' is less than 3"),
      ("fields", .array([.string("segment")]), "'fields' names 'segment'"),
    ] as [(String, JSONValue, String)])
  func badSettingsAreRefused(_ setting: String, _ value: JSONValue, _ message: String) throws {
    let error = try #require(throws: PluginError.self) { _ = try rule(.object([setting: value])) }
    #expect(error.isUsage && error.line.contains(message))
  }
}
