import BaseFormats
import Tables
import Testing

struct SpreadsheetMLTests {
  private func book(_ rows: String, after: String = "") -> String {
    """
    <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:html="http://www.w3.org/TR/REC-html40"><Worksheet ss:Name="Клиенты"><Table>\(rows)</Table>\(after)</Worksheet></Workbook>
    """
  }

  @Test func placesAndKinds() throws {
    let folder = try TestFolder()
    let lines = try folder.dump(
      "b.xml",
      Array(
        book(
          """
          <Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">a&#10;b</Data></Cell><Cell><Data ss:Type="Number">1.50</Data></Cell>\
          <Cell ss:Index="6"><Data ss:Type="Boolean">1</Data><Comment><Data>note</Data></Comment></Cell></Row>
          <Row/><Row><Cell><Data ss:Type="DateTime">2024-02-29T00:00:00.000</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell>\
          <Cell><ss:Data ss:Type="String">bo<html:B>l</html:B>d</ss:Data></Cell><Cell><Data ss:Type="String"></Data></Cell></Row>
          """
        ).utf8))
    #expect(
      lines == [
        "# Клиенты", "2\t1\ts\ta\\nb", "2\t3\tn\t1.5", "2\t6\tb\tTRUE", "4\t1\td\t2024-02-29T00:00:00",
        "4\t2\te\t#N/A",
        "4\t3\ts\tbold",
      ])
  }

  /// Found by fuzzing: data without a cell, and places no number can hold.
  @Test(arguments: [
    ("<Row><Cfll><Data>1</Data></Cfll></Row>", SourceError.Damage.structure),
    ("<Row><Cell><Data>1</Data></Cell><Data>2</Data></Row>", .structure),
    ("<Row ss:Index=\"-9223372036854775808\"/>", .badIndex), ("<Row ss:Index=\"0\"/>", .badIndex),
    ("<Row><Cell ss:Index=\"-9223372036854775808\"/></Row>", .badIndex),
    ("<Row><Cell ss:Index=\"16385\"/></Row>", .badIndex),
  ])
  func misplaced(_ rows: String, _ damage: SourceError.Damage) throws {
    let folder = try TestFolder()
    let path = try folder.file("b.xml", text: book(rows))
    let error = try #require(throws: SourceError.self) { try BaseReader.read(path) }
    guard case .damaged(damage, _, _) = error.reason else {
      Issue.record("\(error)")
      return
    }
  }

  @Test func tablesTimesAndControlCharacters() throws {
    let folder = try TestFolder()
    let row = { (cells: String...) in
      "<Row>\(cells.map { "<Cell><Data ss:Type=\"\($0.contains("T") ? "DateTime" : "String")\">\($0)</Data></Cell>" }.joined())</Row>"
    }
    let text = book(
      row("a", "b") + row("x&#7;y", "1899-12-31T10:30:00.000"),
      after: "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>")
    let base = try BaseReader.read(try folder.file("b.xml", text: text))
    #expect(base.format == "spreadsheetml" && base.tables[0].isHidden)
    #expect(base.tables[0].rows == [["xy", "10:30:00"]])
    #expect(base.notes.contains { $0.english.contains("left out: 1") })
    let broken = try folder.file("c.xml", text: text.replacing("</Table>", with: ""))
    let error = try #require(throws: SourceError.self) { try BaseReader.read(broken) }
    #expect(error.reason == .damaged(.notWellFormed, part: nil, line: 3))
  }
}
