import Foundation
import Testing

/// Several bases are cleaned as one.
@Suite struct SeveralBasesTests {
  @Test func clientsOfTwoFilesBecomeOne() async throws {
    let cleaned = try await Shelf.shared.clean(.boughtList)
    let output = try SQLFile(cleaned.output)
    let both = try cleaned.journal.list(
      """
      SELECT client_id FROM source_row WHERE fate <> 'quarantined'
      GROUP BY client_id HAVING count(DISTINCT source_id) = 2 ORDER BY client_id
      """)
    // 150 people are in both lists; some are written so that nobody could tell.
    #expect((75...165).contains(both.count), "\(both.count)")
    let named = try output.list(
      """
      SELECT client_id FROM clients WHERE source LIKE '%list.xlsx%' AND source LIKE '%list-2.csv%' ORDER BY client_id
      """)
    #expect(named == both)
  }

  @Test func everySourceAddressIsNamedOnce() async throws {
    let cleaned = try await Shelf.shared.clean(.boughtList)
    var told: [String: String] = [:]
    for row in try SQLFile(cleaned.output).rows("SELECT client_id, source FROM clients") {
      told[row[0] ?? ""] = row[1]
    }
    for row in try cleaned.journal.rows(
      "SELECT client_id, address FROM source_row WHERE client_id IS NOT NULL")
    {
      let (id, address) = (row[0] ?? "", row[1] ?? "")
      #expect(told[id]?.contains(address) == true, "\(address)")
    }
  }

  @Test func theOrderOfTheFilesDoesNotMatterToIds() async throws {
    let cleaned = try await Shelf.shared.clean(.boughtList)
    let workspace = try Workspace()
    try mustRun(
      ["clean"] + Sample.boughtList.bases.reversed()
        + [
          "--output", workspace("clean.sqlite"), "--now", Sample.now, "--standard", cleaned.standard,
          "--quiet",
        ])
    let ids = try [cleaned.output, workspace("clean.sqlite")].map {
      Set(try SQLFile($0).list("SELECT client_id FROM clients"))
    }
    #expect(ids[0].subtracting(ids[1]) == [])
    #expect(ids[1].subtracting(ids[0]) == [])
  }
}
