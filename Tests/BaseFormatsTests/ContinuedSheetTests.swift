import Foundation
import Tables
import Testing

@testable import BaseFormats

/// More rows than a sheet holds.
struct ContinuedSheetTests {
  private func table(_ rows: Int, _ title: String = "Клиенты") -> OutputTable {
    let ids = (0..<rows).map { String($0) as String? }
    let inns = (0..<rows).map { row in row % 3 == 0 ? nil : "00" + String(row) }
    let dates = (0..<rows).map { row -> String? in row % 2 == 0 ? "2024-02-29" : "=" + String(row) }
    return OutputTable(
      name: "clients", title: title,
      columns: [
        OutputColumn(name: "id", cells: TextColumn(ids), kind: .integer),
        OutputColumn(name: "inn", cells: TextColumn(inns)),
        OutputColumn(
          name: "date", cells: TextColumn(dates),
          kind: .date),
      ])
  }

  @Test(arguments: [0, 1, 98, 99, 100, 198, 199, 500])
  func partsOfAHundred(_ rows: Int) throws {
    let folder = try TestFolder()
    let path = folder.path + "/b.xlsx"
    let tables = [table(rows), table(3, "Заказы (2)"), table(2, "x")]
    try WorkbookWriter.write(tables, to: path, rowsASheet: 100)
    let base = try WorkbookReader.read(path, .xlsx, options: ReadOptions(), rowsASheet: 100)
    #expect(base.tables.count == 3)
    for (written, read) in zip(tables, base.tables) {
      #expect(written.columns.map(\.cells) == read.columns.map(\.cells))
      #expect(read.rowCount == written.rowCount)
    }
    // Each row has a number of its own, and the sheet's where there is but one.
    var expected: [Int64] = []
    for row in 0..<rows {
      let part = row / 99
      expected.append(Int64(part * 100 + row % 99 + 2))
    }
    #expect(Array(base.tables[0].origin.numbers) == expected)
  }

  /// Tables of one title, full to the last row or not, stay apart and whole.
  @Test(arguments: [[150, 150], [99, 5], [99, 99, 99], [198, 1], [5, 5], [300, 99, 7]])
  func sameTitles(_ rows: [Int]) throws {
    let folder = try TestFolder()
    let path = folder.path + "/b.xlsx"
    let tables = rows.map { table($0) }
    try WorkbookWriter.write(tables, to: path, rowsASheet: 100)
    let base = try WorkbookReader.read(path, .xlsx, options: ReadOptions(), rowsASheet: 100)
    #expect(base.tables.map(\.rowCount) == rows)
    #expect(Set(base.tables.map(\.name)).count == rows.count && base.tables[0].name == "Клиенты")
    for (written, read) in zip(tables, base.tables) {
      #expect(written.columns.map(\.cells) == read.columns.map(\.cells))
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["REVIZOR_HEAVY"] != nil, "REVIZOR_HEAVY is not set"))
  func aMillionAndMore() throws {
    let folder = try TestFolder()
    let path = folder.path + "/b.xlsx"
    let written = table(1_048_576 + 1000)
    try BaseWriter.write([written], to: path, format: .xlsx)
    let read = try BaseReader.read(path)
    #expect(read.tables.count == 1 && read.tables[0].columns.map(\.cells) == written.columns.map(\.cells))
  }
}
