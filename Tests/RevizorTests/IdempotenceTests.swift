import Foundation
import Testing

/// A cleaned base is a base: cleaned again by the same standard it stays as it is.
@Suite struct IdempotenceTests {
  @Test(arguments: Sample.allCases)
  func aCleanedDatabaseStays(_ sample: Sample) async throws {
    let first = try await Shelf.shared.clean(sample)
    try cleanAgain(first, as: "sqlite")
  }

  @Test func aCleanedWorkbookStays() throws {
    let workspace = try Workspace()
    try mustRun(Sample.boughtList.clean(to: workspace("clean.xlsx")))
    try cleanAgain(try Cleaned(workspace: workspace, output: workspace("clean.xlsx")), as: "xlsx")
  }

  @Test func aCleanedWorkbookWithOrdersStays() throws {
    let workspace = try Workspace()
    try mustRun(Sample.inheritedAccess.clean(to: workspace("clean.xlsx")))
    try cleanAgain(try Cleaned(workspace: workspace, output: workspace("clean.xlsx")), as: "xlsx")
  }

  @Test(arguments: Sample.allCases)
  func cleanedTextAloneStays(_ sample: Sample) throws {
    let workspace = try Workspace()
    try mustRun(sample.clean(to: workspace("clean.csv")))
    try cleanAgain(try Cleaned(workspace: workspace, output: workspace("clean.csv")), as: "csv")
  }

  private func cleanAgain(_ first: Cleaned, as ending: String) throws {
    let workspace = try Workspace()
    let output = workspace("again.\(ending)")
    try mustRun([
      "clean", first.output, "--output", output, "--standard", try first.standard, "--now", Sample.now,
      "--lang", "ru", "--quiet",
    ])
    let again = try Cleaned(workspace: workspace, output: output)

    let changes = try again.journal.list(
      """
      SELECT table_name || ' ' || field || ' ' || rule || '/' || code || ' × ' || count(*) FROM change
      JOIN source_row USING (row_id) JOIN source USING (source_id) GROUP BY table_name, field, rule, code
      """)
    #expect(changes == [], "changed again")
    #expect(try again.journal.count("SELECT count(*) FROM source_row WHERE fate = 'merged'") == 0)

    let known = Set(try findings(first.journal))
    let news = try findings(again.journal).filter { !known.contains($0) }
    #expect(news.isEmpty, "\(news.count) new findings: \(news.prefix(5))")

    try compareClients(first.output, output)
    for (table, rows) in try Sheet.list(first.output).dropFirst() {
      let before = try Sheet(first.output, table: table)
      let after = try Sheet(output, table: table)
      #expect(after.columns == before.columns, "\(table)")
      #expect(after.rows.count == rows)
      #expect(zip(before.rows, after.rows).allSatisfy { $0 == $1 }, "\(table)")
    }
  }

  /// Ids and cells; where a client was read from is another place now.
  private func compareClients(_ before: String, _ after: String) throws {
    let before = try Sheet(before), after = try Sheet(after)
    #expect(after.columns == before.columns)
    let key = try #require(before.columns.first), source = try #require(before.columns.last)
    #expect(Set(after.rows.compactMap { $0[key] }) == Set(before.rows.compactMap { $0[key] }))
    let old = before.keyed(by: key)
    var moved: [String: Int] = [:]
    for row in after.rows {
      for column in before.columns where column != source && row[column] != old[row[key] ?? ""]?[column] {
        moved[column, default: 0] += 1
      }
    }
    #expect(moved.isEmpty, "cells that are others now")
  }

  /// Of clients: which client, which field, which code.
  private func findings(_ journal: SQLFile) throws -> [String] {
    try journal.list(
      """
      SELECT DISTINCT coalesce(client_id, '') || ' ' || coalesce(field, '') || ' ' || rule || '/' || code
      FROM finding LEFT JOIN source_row USING (row_id)
      """)
  }
}
