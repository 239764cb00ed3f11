import Foundation
import PluginHost
import RuleKit
import RuleTesting
import Tables
import Testing

/// Chances that clients are still there, from purchase dates through the door to the derived column.
@Suite struct DeadSoulsChanceTests {
  private static let folder = ProcessInfo.processInfo.environment["REVIZOR_STANDARDS"]

  /// Clients who bought first on `ages[i]` days before the clock, last on `silences[i]` days before it.
  private static func table(_ rows: [(id: String, count: Int, age: Int, silence: Int)]) -> [(
    String, TextColumn
  )] {
    func day(_ before: Int) -> String {
      let clock = CivilDate(Array(ExampleCase.now.utf8).span) ?? CivilDate(year: 2026, month: 11, day: 22)
      let date = clock.before(days: before)
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(date.year)-\(two(date.month))-\(two(date.day))"
    }
    return [
      ("first_purchase_date", TextColumn(rows.map { day($0.age) })),
      ("last_purchase_date", TextColumn(rows.map { day($0.silence) })),
      ("purchases_count", TextColumn(rows.map { String($0.count) })),
      ("phone", TextColumn(rows.map { _ in "+79161234568" })),
    ]
  }

  private static func chances(
    _ table: [(String, TextColumn)], _ settings: [String: JSONValue] = [:]
  ) throws -> (chances: [Int: String], statuses: [String], fit: String?) {
    let rule = try ExamplePlugins.open("DeadSouls").instance(
      of: "dead-souls", settings: .object(settings),
      context: RuleContext(now: ExampleCase.now, dictionaries: ExamplePlugins.dictionaries))
    let results = try rule.apply(
      fields: table.map(\.0), columns: table.map(\.1), rows: 0..<table[0].1.count)
    var chances: [Int: String] = [:]
    var statuses: [String] = []
    for (place, edit) in results.edits.enumerated() {
      let value = results.editValues[place] ?? ""
      if results.names[edit.field] == "p_alive" { chances[edit.row] = value }
      if results.names[edit.field] == "client_status" { statuses.append(value) }
    }
    let fit = results.findings.first { results.names[$0.code] == "chances-fitted" }
    return (chances, statuses, fit?.arguments)
  }

  @Test(
    .enabled(if: folder != nil, "REVIZOR_STANDARDS is not set"),
    arguments: [("mbg-nbd", 5), ("bg-nbd", 4)])
  func chancesAreThoseOfThePublicBase(_ model: String, _ column: Int) throws {
    func lines(_ name: String) throws -> [[Substring]] {
      try String(contentsOfFile: "\(Self.folder ?? "")/vectors/\(name)", encoding: .utf8)
        .split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
    }
    let rows = try lines("cdnow_customers_summary.csv").compactMap { cells -> (String, Int, Int, Int)? in
      guard let repeats = Int(cells[1]), let recency = Double(cells[2]), let age = Double(cells[3]) else {
        return nil
      }
      // Weeks of two decimals are whole days.
      let days = (recency: Int((recency * 7).rounded()), age: Int((age * 7).rounded()))
      return (String(cells[0]), repeats + 1, days.age, days.age - days.recency)
    }
    try #require(rows.count > 2_000)
    let found = try Self.chances(Self.table(rows), ["model": .string(model)])
    #expect(found.fit?.contains("\"clients\":\"2357\"") == true)
    for cells in try lines("btyd_cdnow.csv") {
      let row = try #require(rows.firstIndex { $0.0 == cells[0] })
      let expected = try #require(Double(cells[column]))
      // Of weeks rounded to a hundredth the chance itself is known to some ten-thousandths.
      let got = try #require(found.chances[row].flatMap(Double.init))
      #expect(abs(got - expected) < 3e-4, "client \(cells[0])")
    }
  }

  /// So many clients of different habits, none of whom bought for longer than `silence`.
  private static func shop(_ count: Int) -> [(id: String, count: Int, age: Int, silence: Int)] {
    (0..<count).map { number in
      let age = 100 + (number * 37) % 900
      let bought = number % 3 == 0 ? 1 : 1 + (number * 7) % 9
      return ("\(number)", bought, age, bought == 1 ? age : age * (number % 10) / 10)
    }
  }

  @Test func fewClientsGetNoChance() throws {
    #expect(try Self.chances(Self.table(Self.shop(199))).chances.isEmpty)
    let enough = try Self.chances(Self.table(Self.shop(200)))
    #expect(enough.chances.count == 200 && enough.fit != nil)
    #expect(try Self.chances(Self.table(Self.shop(200)), ["model": .string("off")]).chances.isEmpty)
    #expect(try Self.chances(Self.table(Self.shop(50)), ["model_clients": .integer(50)]).chances.count == 50)
  }

  // The chance ranks; nobody's status hangs on it.
  @Test func statusesDoNotDependOnTheModel() throws {
    // Buyers of every fortnight, half of whom fell silent ten months ago, and some who came once.
    let shop = (0..<600).map { number in
      let once = number % 5 == 0
      return (
        id: "\(number)", count: once ? 1 : 20 + number % 9, age: 620 + number % 7,
        silence: once ? 620 + number % 7 : number % 2 == 0 ? 300 : 3 + number % 11
      )
    }
    let table = Self.table(shop)
    let found = try Self.chances(table)
    #expect(found.chances[2].flatMap(Double.init).map { $0 < 0.01 } == true)
    #expect(found.chances[1].flatMap(Double.init).map { $0 > 0.9 } == true)
    #expect(found.statuses[2] == "active" && found.statuses[1] == "active")
    #expect(found.statuses == (try Self.chances(table, ["model": .string("off")])).statuses)
  }

  @Test func theOrderOfClientsDoesNotMatter() throws {
    let shop = Self.shop(600)
    let found = try Self.chances(Self.table(shop)).chances
    let turned = try Self.chances(Self.table(shop.reversed())).chances
    #expect((0..<600).allSatisfy { found[$0] == turned[599 - $0] })
  }

  // Cleaned again nothing changes, and a chance that no longer holds is taken away.
  @Test func chancesAreStable() throws {
    let table = Self.table(Self.shop(300))
    let found = try Self.chances(table).chances
    let column = TextColumn((0..<300).map { found[$0] })
    #expect(try Self.chances(table + [("p_alive", column)]).chances.isEmpty)
    let off = try Self.chances(table + [("p_alive", column)], ["model": .string("off")]).chances
    #expect(off.count == 300 && off.values.allSatisfy(\.isEmpty))
  }
}
