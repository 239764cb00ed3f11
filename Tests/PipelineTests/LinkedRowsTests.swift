import RuleKit
import Standards
import Tables
import Testing

@testable import Pipeline

/// A rule that asks for linked rows gets those of each client, in every round; one that does not gets none.
struct LinkedRowsTests {
  /// Flags each client with what it was given: `orders 2 15.1 | records 10 30`.
  struct Asking: AppliedRule {
    var roles: [String]
    var subject = Subject.clients

    var about: RuleManifest {
      RuleDescription(
        id: "asking", title: Localized(en: "", ru: ""), rationale: Localized(en: "", ru: ""), phase: .base,
        subject: subject, reads: ["external_id"], linked: roles, codes: [], examples: []
      ).manifest
    }

    func apply(fields: [String], columns: [TextColumn], rows: Range<Int>) throws(RunError) -> Results {
      try apply(fields: fields, columns: columns, rows: rows, linked: [])
    }

    func apply(
      fields: [String], columns: [TextColumn], rows: Range<Int>, linked: [ClientRows]
    ) throws(RunError) -> Results {
      var results = Results()
      for row in rows {
        let given = linked.map { table in
          let own = Int(table.starts[row])..<Int(table.starts[row + 1])
          let cells = zip(table.fields, table.columns).map { field, column in
            field + "=" + own.map { column[$0] ?? "" }.joined(separator: ",")
          }
          return "\(table.name) \(cells.joined(separator: " "))"
        }
        results.flag(row: row, "name", "given", severity: .info, arguments: given.joined(separator: "; "))
      }
      return results
    }
  }

  private func given(_ rule: Asking, merging: Bool) async throws -> [String] {
    let rules: [any AppliedRule] = (merging ? [TestRule.equal(["phone"])] : []) + [rule]
    let outcome = try await Runner(rules: rules, options: .test).run(LinkedTableTests.base)
    return outcome.log.findings.indices.compactMap { outcome.log.arguments[$0] }
  }

  @Test func ordersComeByClientUnderTheNamesOfTheirRoles() async throws {
    #expect(
      try await given(Asking(roles: ["orders"]), merging: false) == [
        "orders client=10,10 date=2024-05-01 10:00,2023-01-01 amount=10.10,5",
        "orders client=20 date=2021-01-01 amount=7.5", "orders client=30 date=2022-02-02 amount=1",
        "orders client= date= amount=",
      ])
  }

  @Test func mergedClientsHaveTheOrdersAndTheRowsOfAll() async throws {
    let said = try await given(Asking(roles: ["records", "orders"]), merging: true)
    let merged =
      "records external_id=10,30; orders client=10,10,30 "
      + "date=2024-05-01 10:00,2023-01-01,2022-02-02 amount=10.10,5,1"
    #expect(said.contains(merged))
    #expect(said.contains("records external_id=20; orders client=20 date=2021-01-01 amount=7.5"))
  }

  @Test func nothingIsGivenToWhomAsksForNothing() async throws {
    #expect(try await given(Asking(roles: []), merging: true).allSatisfy { $0.isEmpty })
    #expect(
      try await given(Asking(roles: ["orders"], subject: .rows), merging: true).allSatisfy { $0.isEmpty })
  }
}
