import BaseFormats
import Foundation
import Tables
import Testing

/// Pairs in doubt go into a workbook, and a person's decisions come back out of it.
@Suite struct ReviewTests {
  /// Two sure duplicates, two pairs in doubt, and others.
  private static let base = """
    Фамилия;Имя;Отчество;Дата рождения;Телефон;E-mail;Адрес
    Зимина;Вера;Павловна;12.04.1999;+7 916 111-22-33;;ул. Лесная, д. 5, кв. 7
    Зимина;Надежда;Павловна;12.04.1999;+7 916 111-22-33;;ул. Лесная, д. 5, кв. 7
    Кудряшов;Степан;Ильич;01.02.1980;+7 916 222-33-44;stepan@mail.example;
    Кудряшов;Степан;Ильич;01.02.1980;8 (916) 222-33-44;stepan@mail.example;
    Лазарев;Пётр;Ильич;03.05.1977;+7 916 333-44-55;;ул. Садовая, д. 1, кв. 2
    Лазарев;Павел;Ильич;03.05.1977;+7 916 333-44-55;;ул. Садовая, д. 1, кв. 2
    Белкин;Олег;Юрьевич;30.11.1969;+7 916 444-55-66;oleg@mail.example;
    """

  private static func clean(
    _ base: String, to name: String, _ workspace: Workspace, _ more: [String] = []
  ) throws -> (result: Run.Result, cleaned: Cleaned) {
    let result = try mustRun(
      [
        "clean", base, "--output", workspace(name), "--standard", "ru-b2c", "--now", Sample.now, "--lang",
        "ru",
        "--max-merge", "100%",
      ] + more)
    return (result, try Cleaned(workspace: workspace, output: workspace(name)))
  }

  /// The first sheet of a review workbook.
  private static func table(_ path: String) throws -> Table {
    try #require(try BaseReader.read(path).tables.first)
  }

  private static func place(_ name: String, _ table: Table) throws -> Int {
    try #require(table.index(ofColumn: name), "\(name) of \(table.columns.map(\.name))")
  }

  /// Writes the workbook anew with other cells, as a spreadsheet would.
  private static func edit(
    _ path: String, to copy: String, _ change: (inout [[String?]], (String) throws -> Int) throws -> Void
  ) throws {
    let table = try table(path)
    var rows = (0..<table.rowCount).map { row in table.columns.map { $0.cells[row] } }
    try change(&rows) { try place($0, table) }
    let columns = table.columns.enumerated().map { place, column in
      OutputColumn(name: column.name, cells: TextColumn(rows.map { $0[place] }))
    }
    try BaseWriter.write([OutputTable(name: table.name, columns: columns)], to: copy, format: .xlsx)
  }

  /// Chooses for the pair whose row holds a text.
  private static func choose(_ path: String, to copy: String, _ choices: [(String, String)]) throws {
    try edit(path, to: copy) { rows, place in
      let decision = try place("Решение")
      for (text, choice) in choices {
        let row = try #require(rows.firstIndex { $0.contains { $0?.contains(text) == true } }, "\(text)")
        rows[row][decision] = choice
      }
    }
  }

  private static func names(_ cleaned: Cleaned) throws -> [String] {
    try SQLFile(cleaned.output).list(
      "SELECT coalesce(last_name, '') || ' ' || coalesce(first_name, '') FROM clients ORDER BY 1")
  }

  @Test func theWorkbookShowsPairsSideBySide() throws {
    let workspace = try Workspace()
    let base = try workspace.write(Self.base, to: "base.csv")
    let (result, cleaned) = try Self.clean(
      base, to: "clean.sqlite", workspace, ["--review", workspace("review.xlsx")])
    let table = try Self.table(workspace("review.xlsx"))
    #expect(table.rowCount == 2)
    #expect(try cleaned.journal.count("SELECT count(*) FROM link WHERE verdict = 'review'") == 2)
    #expect(table.columns.first?.name == "Решение" && table.columns.first?.cells.isAllNull == true)
    #expect(Array(table.columns.map(\.name).suffix(2)) == ["id", "контрольная сумма"])
    let (one, other) = (try Self.place("Имя · 1", table), try Self.place("Имя · 2", table))
    let pairs = (0..<2).map { row in
      Set([table.columns[one].cells[row] ?? "", table.columns[other].cells[row] ?? ""])
    }
    #expect(Set(pairs) == [["Вера", "Надежда"], ["Пётр", "Павел"]])
    let ids = try Self.place("id", table)
    #expect(Set((0..<2).compactMap { table.columns[ids].cells[$0] }).count == 2)
    #expect(result.out.contains("на решение"))
    // The same bytes whenever it is written.
    _ = try Self.clean(base, to: "again.sqlite", workspace, ["--review", workspace("again.xlsx")])
    #expect(try bytes(of: workspace("review.xlsx")) == bytes(of: workspace("again.xlsx")))
  }

  @Test func decisionsAreAppliedAndKept() throws {
    let workspace = try Workspace()
    let base = try workspace.write(Self.base, to: "base.csv")
    let first = try Self.clean(base, to: "clean.sqlite", workspace, ["--review", workspace("review.xlsx")])
    #expect(try Self.names(first.cleaned).count == 6)
    try Self.choose(
      workspace("review.xlsx"), to: workspace("filled.xlsx"),
      [("Надежда", "Не дубль"), ("Павел", "Объединить")])
    let second = try Self.clean(
      base, to: "decided.sqlite", workspace,
      ["--decisions", workspace("filled.xlsx"), "--review", workspace("rest.xlsx")])
    let names = try Self.names(second.cleaned)
    #expect(names.count == 5 && names.contains("Зимина Вера") && names.contains("Зимина Надежда"))
    #expect(try Self.table(workspace("rest.xlsx")).rowCount == 0)
    #expect(
      try second.cleaned.journal.list("SELECT decision || ' ' || outcome FROM decision ORDER BY 1")
        == ["merge applied", "not_duplicate applied"])
    // Rows come and go, in another order: the journal still knows.
    let lines = Self.base.split(separator: "\n").map(String.init)
    let grown = try workspace.write(
      ([lines[0]] + lines.dropFirst().reversed() + ["Орлова;Инна;Львовна;07.07.1990;+7 916 555-66-77;;"])
        .joined(separator: "\n"), to: "grown.csv")
    let third = try Self.clean(
      grown, to: "third.sqlite", workspace,
      ["--previous", workspace("decided.journal.sqlite"), "--review", workspace("third.xlsx")])
    #expect(try Self.names(third.cleaned) == (names + ["Орлова Инна"]).sorted())
    #expect(try Self.table(workspace("third.xlsx")).rowCount == 0)
    let ids = try [second, third].map { try SQLFile($0.cleaned.output).list("SELECT client_id FROM clients") }
    #expect(Set(ids[0]).subtracting(ids[1]) == [])
    // So does the clean base itself.
    let fourth = try Self.clean(
      third.cleaned.output, to: "fourth.sqlite", workspace,
      ["--previous", workspace("third.journal.sqlite"), "--review", workspace("fourth.xlsx")])
    #expect(try Self.names(fourth.cleaned) == Self.names(third.cleaned))
    #expect(try Self.table(workspace("fourth.xlsx")).rowCount == 0)
    #expect(
      try SQLFile(fourth.cleaned.output).list("SELECT client_id FROM clients ORDER BY 1") == ids[1].sorted())
  }

  static let tampered: [(column: String, text: String?, refusal: String)] = [
    ("id", "0123456789AB-0123456789AC", "контрольная сумма"),
    ("id", "17", "не id"),
    ("id", nil, "не id"),
    ("контрольная сумма", "AAAAAAAA", "контрольная сумма"),
    ("контрольная сумма", nil, "контрольная сумма"),
    ("Имя · 1", "Другая", "контрольная сумма"),
    ("Решение", "может быть", "не из списка"),
  ]

  @Test(arguments: tampered)
  func rowsThatNoLongerFitAreRefused(_ column: String, _ cell: String?, _ refusal: String) throws {
    let workspace = try Workspace()
    let base = try workspace.write(Self.base, to: "base.csv")
    _ = try Self.clean(base, to: "clean.sqlite", workspace, ["--review", workspace("review.xlsx")])
    try Self.edit(workspace("review.xlsx"), to: workspace("filled.xlsx")) { rows, place in
      for row in rows.indices { rows[row][try place("Решение")] = "Объединить" }
      rows[0][try place(column)] = cell
    }
    let (result, cleaned) = try Self.clean(
      base, to: "decided.sqlite", workspace, ["--decisions", workspace("filled.xlsx")])
    // The other row is followed.
    #expect(try cleaned.journal.list("SELECT decision FROM decision") == ["merge"])
    #expect(try Self.names(cleaned).count == 5)
    let lines = result.errLines.filter { $0.contains("row 2") }
    #expect(lines.count == 1 && result.errLines.count == 1)
    #expect(
      lines.first?.contains("filled.xlsx") == true && lines.first?.contains(refusal) == true, "\(lines)")
    #expect(!(lines.first?.contains("Другая") ?? true), "errors never quote a cell")
    #expect(try text(of: workspace("decided.report.html")).contains("row 2"))
  }

  @Test func decisionsAboutRecordsThatChangedAreRefused() throws {
    let workspace = try Workspace()
    let base = try workspace.write(Self.base, to: "base.csv")
    _ = try Self.clean(base, to: "clean.sqlite", workspace, ["--review", workspace("review.xlsx")])
    try Self.choose(
      workspace("review.xlsx"), to: workspace("filled.xlsx"),
      [("Надежда", "Объединить"), ("Павел", "Объединить")])
    let changed = try workspace.write(
      Self.base.replacing("Зимина;Надежда", with: "Зимина;Любовь"), to: "changed.csv")
    let (result, cleaned) = try Self.clean(
      changed, to: "decided.sqlite", workspace, ["--decisions", workspace("filled.xlsx"), "--quiet"])
    #expect(result.errLines.count == 1 && result.err.contains("изменилась"))
    #expect(try cleaned.journal.count("SELECT count(*) FROM decision") == 1)
    #expect(try Self.names(cleaned).contains("Зимина Любовь"))
  }

  @Test(arguments: ["Merge", "merge ", "ОБЪЕДИНИТЬ"])
  func decisionsAreReadInBothLanguages(_ word: String) throws {
    let workspace = try Workspace()
    let base = try workspace.write(Self.base, to: "base.csv")
    _ = try Self.clean(base, to: "clean.sqlite", workspace, ["--review", workspace("review.xlsx")])
    try Self.choose(workspace("review.xlsx"), to: workspace("filled.xlsx"), [("Павел", word)])
    let (_, cleaned) = try Self.clean(
      base, to: "decided.sqlite", workspace, ["--decisions", workspace("filled.xlsx")])
    #expect(try Self.names(cleaned).count == 5)
  }

  static let wrong: [(arguments: [String], words: String)] = [
    (["--review", "W/review.csv"], ".xlsx"), (["--review", "W/clean.xlsx"], "--review"),
    (["--review", "W/no/review.xlsx"], "review.xlsx"), (["--decisions", "W/base.csv"], "--review"),
    (["--decisions", "W/absent.xlsx"], "absent.xlsx"), (["--previous", "W/base.csv"], "--previous"),
    (["--previous", "W/absent.sqlite"], "absent.sqlite"), (["--against", "W/absent.csv"], "absent.csv"),
    (["--stop-list", "W/absent.csv"], "absent.csv"), (["--against", "W/clean.xlsx"], "clean.xlsx"),
  ]

  @Test(arguments: wrong, ["en", "ru"])
  func whatCannotBeIsToldBeforeAnyWork(_ wrong: (arguments: [String], words: String), _ language: String)
    throws
  {
    let workspace = try Workspace()
    let base = try workspace.write(Self.base, to: "base.csv")
    let result = try revizor(
      ["clean", base, "--output", workspace("clean.xlsx"), "--now", Sample.now, "--lang", language]
        + wrong.arguments.map { $0.replacing("W/", with: workspace.path + "/") })
    #expect(result.code == 2 || result.code == 3)
    #expect(result.errLines.count == 1 && result.err.contains(wrong.words), "\(result.err)")
    #expect(try workspace.names == ["base.csv"])
  }
}
