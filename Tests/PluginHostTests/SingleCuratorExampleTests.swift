import PluginHost
import RuleKit
import RuleTesting
import Tables
import Testing

/// What examples cannot draw: the rows that became one client.
@Suite struct SingleCuratorExampleTests {
  /// Manager and last contact of the rows of one client, in every order, and what the rule must do.
  struct Case: Sendable, CustomTestStringConvertible {
    var rows: [(manager: String?, contact: String?, purchase: String?)]
    var chosen: String
    var said: [String]
    var manager: String?
    var settings: [String: JSONValue] = [:]

    var testDescription: String { "\(rows.map { $0.manager ?? "—" }) → \(manager ?? chosen)" }
  }

  private static let present = JSONValue.array([.string("Белов Пётр"), .string("Орлова Вера")])

  static let cases = [
    Case(
      rows: [("Орлова Вера", "2026-05-01", nil), ("Белов Пётр", "2026-06-01", nil)], chosen: "Орлова Вера",
      said: ["two-managers"], manager: "Белов Пётр"),
    Case(
      rows: [("Орлова Вера", "2026-07-01", nil), ("Белов Пётр", "2026-06-01", "2026-11-01")],
      chosen: "Орлова Вера", said: ["two-managers"]),
    Case(
      rows: [
        ("Орлова Вера", nil, "2026-05-01"), ("Белов Пётр", nil, "2026-06-01"), (nil, "2026-11-01", nil),
      ],
      chosen: "Орлова Вера", said: ["two-managers"], manager: "Белов Пётр"),
    Case(
      rows: [("Орлова Вера", "2026-05-01", nil), ("Белов Пётр", "2026-05-01", nil)], chosen: "Орлова Вера",
      said: ["two-managers"], manager: "Белов Пётр"),
    Case(
      rows: [("Орлова Вера", nil, nil), ("Белов Пётр", nil, nil)], chosen: "Орлова Вера",
      said: ["two-managers"]),
    Case(
      rows: [("Орлова Вера", "2026-05-01", nil), ("Орлова В.", "2026-06-01", nil)], chosen: "Орлова Вера",
      said: []),
    Case(
      rows: [("Орлова Вера", "2026-05-01", nil), ("Белов Пётр", "2026-06-01", nil)], chosen: "Орлова Вера",
      said: ["two-managers"], settings: ["on_conflict": .string("keep")]),
    // Who has left stands back, however late the contact.
    Case(
      rows: [("Орлова Вера", "2026-05-01", nil), ("Ушаков Лев", "2026-06-01", nil)], chosen: "Ушаков Лев",
      said: ["two-managers"], manager: "Орлова Вера", settings: ["managers": present]),
    Case(
      rows: [("Ушаков Лев", "2026-05-01", nil), ("Сомов Ян", "2026-06-01", nil)], chosen: "Ушаков Лев",
      said: ["manager-gone", "two-managers"], manager: "Сомов Ян", settings: ["managers": present]),
  ]

  @Test(arguments: cases)
  func theLatestContactWinsInAnyOrder(_ one: Case) throws {
    let rule = try ExamplePlugins.open("SingleCurator").instance(
      of: "single-curator", settings: .object(one.settings), context: RuleContext(now: ExampleCase.now))
    for rows in [one.rows, one.rows.reversed()] {
      let records = ClientRows(
        name: "records", fields: ["manager", "last_contact_date", "last_purchase_date"],
        columns: [
          TextColumn([one.chosen] + rows.map(\.manager)), TextColumn([nil] + rows.map(\.contact)),
          TextColumn([nil] + rows.map(\.purchase)),
        ], starts: [0, 1, Int64(rows.count) + 1])
      let results = try rule.apply(
        fields: ["manager"], columns: [TextColumn(["Орлова Вера", one.chosen])], rows: 0..<2,
        linked: [records])
      #expect(results.findings.filter { $0.row == 1 }.map { results.names[$0.code] }.sorted() == one.said)
      #expect(results.edits.map(\.row) == (one.manager == nil ? [] : [1]))
      if let manager = one.manager { #expect(results.editValues[0] == manager) }
    }
  }
}
