import RecordLinkage
import Testing

/// Values that nearly everybody has must cost neither time nor trust.
@Suite struct CommonValues {
  /// Three of four rows share a phone and an e-mail; a few of them are true copies.
  @Test func aCallCentresPhoneMergesNobody() throws {
    var numbers = Numbers(seed: 11)
    let base = InventedBase(clients: 2000, seed: 11, copies: 0)
    var rows = base.table.rows
    for index in rows.indices {
      rows[index][2] += ["ев", "ский", "ин", "ов", "енко"][index % 5]
      if index % 4 != 0 { (rows[index][4], rows[index][5]) = ("88005553535", "нет") }
    }
    for copy in 0..<20 { rows.append(rows[copy * 4]) }
    for index in rows.indices { rows[index][0] = "\(index)" }
    rows.shuffle(using: &numbers)
    var options = LinkageOptions()
    options.maxBlock = 50
    let linkage = CSVTable(header: base.table.header, rows: rows).link(options: options)
    let merged = linkage.links.filter { $0.verdict == .same }
    #expect(merged.count == 20)
    #expect(merged.allSatisfy { rows[$0.rowA].dropFirst() == rows[$0.rowB].dropFirst() })
    #expect(linkage.report.sharedValues.map(\.field) == ["phone"])
    // Bounded: a block of 1500 alone would be a million pairs.
    #expect(linkage.report.pairs < 200_000)
    #expect(linkage.report.skipped.contains { $0.rule == "phone" })
  }
}
