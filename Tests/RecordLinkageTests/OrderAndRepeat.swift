import RecordLinkage
import Testing

/// The answer depends on what the rows say, not on their order, and merging comes to an end.
@Suite struct OrderAndRepeat {
  @Test(arguments: [3, 17, 2026]) func shuffledRowsGiveTheSamePairs(_ seed: UInt64) {
    let base = InventedBase(clients: 200, seed: seed)
    let straight = pairs(base.table)
    var rows = base.table.rows
    var numbers = Numbers(seed: seed &+ 1)
    rows.shuffle(using: &numbers)
    #expect(straight.count > 10)
    #expect(pairs(CSVTable(header: base.table.header, rows: rows)) == straight)
  }

  @Test func threadsDoNotMatter() {
    let base = InventedBase(clients: 300, seed: 5)
    var options = LinkageOptions()
    options.jobs = 3
    #expect(base.table.link(options: options).links == base.table.link().links)
  }

  @Test(arguments: [1, 2, 3]) func mergingComesToAnEnd(_ seed: UInt64) {
    var table = InventedBase(clients: 200, seed: seed).table
    var rounds = 0
    while rounds < 5 {
      let same = table.link(without: ["external_id"]).links.filter { $0.verdict == .same }
      if same.isEmpty { break }
      rounds += 1
      // The lower row takes what it lacks from the higher one.
      var gone = Set<Int>()
      for link in same.reversed() {
        for column in table.header.indices where table.rows[link.rowA][column].isEmpty {
          table.rows[link.rowA][column] = table.rows[link.rowB][column]
        }
        gone.insert(link.rowB)
      }
      table.rows = table.rows.indices.filter { !gone.contains($0) }.map { table.rows[$0] }
    }
    #expect(rounds >= 1 && rounds <= 4)
  }

  @Test(arguments: [1, 9]) func aBaseWithoutDuplicatesStaysWhole(_ seed: UInt64) {
    let base = InventedBase(clients: 400, seed: seed, copies: 0)
    #expect(base.table.link().links.filter { $0.verdict == .same }.isEmpty)
  }

  /// Pairs by the number each row was born with.
  private func pairs(_ table: CSVTable) -> Set<String> {
    Set(
      table.link().links.map { link in
        let names = [table.rows[link.rowA][0], table.rows[link.rowB][0]].sorted()
        return "\(names) \(link.verdict) \(link.probability)"
      })
  }
}
