import Foundation
import Tables
import Testing

@testable import BaseFormats

/// Sheets for a person to fill in.
struct FormWriterTests {
  private static func sheet(_ rows: [[String?]]) -> FormSheet {
    var sheet = FormSheet(
      "Решения",
      columns: [
        .init("Решение", width: 12, choices: ["Да", "Нет"]), .init("Имя · 1", width: 20),
        .init("Имя · 2", width: 20, wraps: true), .init("id", width: 8, isPale: true),
      ], frozenColumns: 1, prompt: "Да или нет", refusal: "Из списка")
    for (index, row) in rows.enumerated() {
      sheet.rows.append(
        (row.enumerated().map { .init($1, tone: $0 == 1 ? .differs : $0 == 2 ? .alone : .plain) }, index == 1)
      )
    }
    return sheet
  }

  private static func part(_ name: String, of path: String) throws -> String {
    var bytes: [UInt8] = []
    let container = try ZipContainer(path)
    try container.read(name) { piece in
      for index in piece.indices { bytes.append(piece[index]) }
      return true
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func cellsReadBackAsTheyWereWritten() throws {
    let folder = try TestFolder()
    let path = folder.path + "/form.xlsx"
    let rows: [[String?]] = [
      [nil, "=1+1", "Анна\nБорис", "0012"], ["Да", "2024-01-02", "  два  пробела ", "1e5"],
      [nil, "<&>", nil, "x"],
    ]
    try FormWriter.write([Self.sheet(rows)], to: path)
    let table = try #require(try BaseReader.read(path).tables.first)
    #expect(table.name == "Решения")
    #expect(table.columns.map(\.name) == ["Решение", "Имя · 1", "Имя · 2", "id"])
    for (place, column) in table.columns.enumerated() {
      #expect((0..<table.rowCount).map { column.cells[$0] } == rows.map { $0[place] })
    }
  }

  @Test func onlyDecisionsAreOpen() throws {
    let folder = try TestFolder()
    let path = folder.path + "/form.xlsx"
    try FormWriter.write([Self.sheet([[nil, "a", "b", "1"], ["Нет", "c", "d", "2"]])], to: path)
    let sheet = try Self.part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains("<sheetProtection sheet=\"1\""))
    #expect(
      sheet.contains("type=\"list\"") && sheet.contains("sqref=\"A2:A3\"") && sheet.contains("\"Да,Нет\""))
    let styles = try Self.part("xl/styles.xml", of: path)
    #expect(styles.contains("<protection locked=\"0\"/>"))
    for colour in ["FFFFD8A8", "FFFFF3D6", "FFDDF0DD"] { #expect(styles.contains(colour)) }
    // The open style is that of the first column's cells alone.
    let cellStyles = styles.components(separatedBy: "<cellXfs")[1].components(separatedBy: "<xf ").dropFirst()
    let open = Set(cellStyles.enumerated().filter { $0.element.contains("locked=\"0\"") }.map(\.offset))
    let cells = sheet.matches(of: /<c r="([A-Z])([0-9]+)" s="([0-9]+)"/)
    #expect(cells.count == 12)
    for cell in cells {
      let isDecision = cell.1 == "A" && cell.2 != "1"
      #expect(open.contains(Int(cell.3) ?? -1) == isDecision, "\(cell.0)")
    }
  }

  @Test func theSameSheetsGiveTheSameBytes() throws {
    let folder = try TestFolder()
    for name in ["a.xlsx", "b.xlsx"] {
      try FormWriter.write(
        [Self.sheet([["Да", "a", "b", "1"]]), Self.sheet([])], to: folder.path + "/" + name)
    }
    let files = ["a.xlsx", "b.xlsx"].map { FileManager.default.contents(atPath: folder.path + "/" + $0) }
    #expect(files[0] != nil && files[0] == files[1])
  }

  @Test func aCellLongerThanASheetHoldsIsRefused() throws {
    let folder = try TestFolder()
    let long = String(repeating: "я", count: 40_000)
    #expect(throws: SinkError.self) {
      try FormWriter.write([Self.sheet([[nil, long, nil, nil]])], to: folder.path + "/form.xlsx")
    }
  }
}
