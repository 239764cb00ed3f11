import Tables
import Testing

struct OriginTests {
  @Test(arguments: [
    (0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"),
    (16_383, "XFD"),
  ])
  func lettersOfSheetColumns(_ column: Int, _ letters: String) { #expect(Origin.letters(column) == letters) }

  @Test(arguments: [
    (
      unit: RowUnit.row, table: "Клиенты" as String?, address: "clients.xlsx › Клиенты › row 17",
      cell: "clients.xlsx › Клиенты › E17"
    ),
    (unit: .line, table: nil, address: "clients.xlsx › line 17", cell: "clients.xlsx › line 17 › Телефон"),
    (
      unit: .record, table: "T", address: "clients.xlsx › T › record 17",
      cell: "clients.xlsx › T › record 17 › Телефон"
    ),
    (
      unit: .rowid, table: "T", address: "clients.xlsx › T › rowid 17",
      cell: "clients.xlsx › T › rowid 17 › Телефон"
    ),
  ])
  func addresses(unit: RowUnit, table: String?, address: String, cell: String) {
    let origin = Origin(
      path: "/base/old/clients.xlsx", table: table, unit: unit, numbers: [5, 17], sheetColumns: [0, 4])
    #expect(origin.file == "clients.xlsx")
    #expect(origin.address(ofRow: 1) == address)
    #expect(origin.address(ofRow: 1, column: 1, named: "Телефон") == cell)
  }

  @Test func aSheetColumnThatIsNotKnownHasItsName() {
    let origin = Origin(path: "c.xlsx", table: "S", unit: .row, numbers: [2])
    #expect(origin.address(ofRow: 0, column: 0, named: "ИНН") == "c.xlsx › S › row 2 › ИНН")
  }

  @Test(arguments: [("", true), (" \t\r\n", true), ("a", false), ("  x ", false), ("\u{A0}", false)])
  func blankTexts(_ text: String, _ isBlank: Bool) {
    let found = text.utf8Span.span.isBlank
    #expect(found == isBlank)
  }

  @Test func aTableFindsTheFirstColumnOfAName() {
    let table = Table(
      name: "t",
      columns: [
        Column(name: "a", cells: TextColumn(["1"])), Column(name: "b", cells: TextColumn(["2"])),
        Column(name: "a", cells: TextColumn(["3"])),
      ], origin: Origin(path: "t.csv", table: nil, unit: .line, numbers: [2]))
    #expect(table.index(ofColumn: "a") == 0)
    #expect(table.index(ofColumn: "b") == 1)
    #expect(table.index(ofColumn: "c") == nil)
    #expect(table.rowCount == 1)
  }
}
