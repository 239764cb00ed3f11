import RecordLinkage
import Testing

/// A base that was merged before still knows that each list has each client once.
@Suite struct MergedLists {
  /// Things that earlier runs merged out of two rows each, and one more row beside each of the first ten, with a word
  /// more in its title.
  private static func base(lists: String) -> CSVTable {
    var numbers = Numbers(seed: 5)
    let words = (0..<900).map { _ in
      String((0..<7).map { _ in "abcdefghiklmnoprstuvz".randomElement(using: &numbers) ?? "a" })
    }
    var rows: [[String]] = []
    for thing in 0..<400 {
      let title = (0..<5).map { _ in words.randomElement(using: &numbers) ?? "" }.joined(separator: " ")
      let authors = (0..<2).map { _ in words.randomElement(using: &numbers) ?? "" }.joined(separator: " ")
      let year = "\(1990 + thing % 12)"
      rows.append([
        title, authors, year, lists, "base.csv › line \(2 * thing); base.csv › line \(2 * thing + 1)",
      ])
      if thing < 10 {
        rows.append([title + " again", authors, year, "left", "base.csv › line \(1000 + thing)"])
      }
      if thing < 40 {
        let other = (0..<5).map { _ in words.randomElement(using: &numbers) ?? "" }.joined(separator: " ")
        rows.append([other, other, year, "right", "base.csv › line \(2000 + thing)"])
      }
    }
    return CSVTable(header: ["title", "authors", "year", "source_channel", "source"], rows: rows)
  }

  /// The further rows are of a list that the merged things were in, too.
  @Test func whatWasInAListMeetsNothingElseOfIt() {
    let links = Self.base(lists: "left; right").link().links
    #expect(links.filter { $0.verdict == .same }.isEmpty)
    #expect(links.filter { $0.evidence.contains("same-source") }.count == 10)
  }

  /// Two rows of one list made a client: that list has clients twice, and tells nothing.
  @Test func aListThatHadClientsTwiceTellsNothing() {
    let links = Self.base(lists: "right").link().links
    #expect(!links.isEmpty)
    #expect(!links.contains { $0.evidence.contains("same-source") })
  }
}
