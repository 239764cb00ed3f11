import Standards
import Tables
import Testing

@testable import Pipeline

struct AssemblyTests {
  static let sources = [
    Drawn.source("name | phone | -note\nАнна | 1 | x\n | |\nБорис | 2 |", file: "a.csv"),
    Drawn.source("-key | sum\n1 | 5\n | ", file: "orders.csv", role: .orders),
    Drawn.source("email | name\nv@example.org | Вера\n  |", base: 1, file: "b.csv"),
    Drawn.source("name", base: 2, file: "empty.csv"),
    Drawn.source("-word\n\u{9}", base: 2, file: "c.csv", role: .other),
  ]

  @Test func sourcesOfDifferentColumnsStandUnderOneAnother() {
    let assembly = Assembly(Self.sources)
    #expect(assembly.rowCount == 8)
    #expect(assembly.firstRow == [0, 3, 5, 7, 7])
    #expect(assembly.clientRows == [0, 2, 5])
    #expect(assembly.blankRows == [1, 4, 6, 7])
    #expect(assembly.clients.fields == ["name", "phone", "email"])
    #expect(assembly.clients.texts("name") == ["Анна", "Борис", "Вера"])
    #expect(assembly.clients.texts("phone") == ["1", "2", nil])
    #expect(assembly.clients.texts("email") == [nil, nil, "v@example.org"])
  }

  @Test(arguments: [
    (0, 0, 0, "a.csv › line 2"), (2, 0, 2, "a.csv › line 4"), (3, 1, 0, "orders.csv › line 2"),
    (5, 2, 0, "b.csv › line 2"), (7, 4, 0, "c.csv › line 2"),
  ])
  func everyRowHasItsPlace(_ row: Int, _ source: Int, _ place: Int, _ address: String) {
    let assembly = Assembly(Self.sources)
    #expect(assembly.place(of: row) == (source, place))
    #expect(assembly.address(of: row) == address)
  }

  @Test(arguments: [[], [0], [0, 2, 5], [1, 3, 4, 7], Array(0..<8)])
  func addressesOfManyRowsAreThoseOfEach(_ rows: [Int]) {
    let assembly = Assembly(Self.sources)
    #expect(assembly.addresses(of: rows) == TextColumn(rows.map { assembly.address(of: $0) }))
  }

  @Test func nothingIsABase() {
    let assembly = Assembly([])
    #expect(assembly.rowCount == 0 && assembly.clients.fields.isEmpty)
  }

  @Test func aBaseWithoutBlankRowsIsTakenAsItStands() {
    let source = Drawn.source("name | phone\nАнна | \n | 2")
    let assembly = Assembly([source])
    #expect(assembly.clients.columns == source.table.columns.map(\.cells))
  }
}
