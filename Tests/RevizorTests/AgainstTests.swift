import Foundation
import Testing

/// A bought base held against the own one and a stop list: only the new clients are written.
@Suite struct AgainstTests {
  private static let own = """
    Код;ФИО;Дата рождения;Телефон;E-mail;Адрес
    К-1;Зимина Вера Павловна;12.04.1999;+7 916 111-22-33;;ул. Лесная, д. 5, кв. 7
    К-2;Кудряшов Степан Ильич;01.02.1980;+7 916 222-33-44;stepan@mail.example;
    К-3;Белкин Олег Юрьевич;30.11.1969;+7 916 444-55-66;oleg@mail.example;
    """
  private static let bought = """
    ФИО;Мобильный;Почта;Дата рождения;Адрес
    Кудряшов Степан Ильич;8 (916) 222-33-44;stepan@mail.example;01.02.1980;
    Орлова Инна Львовна;+7 916 555-66-77;inna@mail.example;07.07.1990;
    Орлова Инна Львовна;8 916 555 66 77;inna@mail.example;07.07.1990;
    Зимина Надежда Павловна;+7 916 111-22-33;;12.04.1999;ул. Лесная, д. 5, кв. 7
    Гущин Пётр Олегович;+7 916 777-88-99;petr@mail.example;02.02.1982;
    """

  private static func run(_ ending: String = "sqlite") throws -> (Cleaned, Run.Result, Workspace) {
    let workspace = try Workspace()
    let own = try workspace.write(Self.own, to: "own.csv")
    let bought = try workspace.write(Self.bought, to: "bought.csv")
    let stop = try workspace.write("8 916 777 88 99\n+7 999 000-00-00\n", to: "stop.csv")
    let result = try mustRun([
      "clean", bought, "--against", own, "--stop-list", stop, "--output", workspace("new.\(ending)"),
      "--standard",
      "ru-b2c", "--now", Sample.now, "--lang", "ru",
    ])
    return (try Cleaned(workspace: workspace, output: workspace("new.\(ending)")), result, workspace)
  }

  @Test func everyBoughtRowIsSpokenOf() throws {
    let (cleaned, result, _) = try Self.run()
    #expect(
      try cleaned.journal.list("SELECT verdict FROM verdict ORDER BY row_id")
        == ["ours", "new", "new", "conflict", "stop_list"])
    #expect(
      try cleaned.journal.list("SELECT fate FROM source_row JOIN verdict USING (row_id) ORDER BY row_id")
        .sorted() == ["kept", "merged", "merged", "quarantined", "quarantined"])
    #expect(try cleaned.journal.list("SELECT client_id FROM verdict WHERE verdict = 'ours'") == ["К-2"])
    #expect(
      try cleaned.journal.list("SELECT reason FROM source_row WHERE fate = 'quarantined' ORDER BY row_id")
        == ["conflict: own.csv › line 2", "stop-list: phone_mobile (stop.csv › line 1)"])
    let output = try SQLFile(cleaned.output)
    #expect(try output.list("SELECT count(*) FROM clients") == ["1"])
    #expect(try output.list("SELECT our_client FROM already_ours") == ["К-2"])
    #expect(try output.list("SELECT count(*) FROM rejected") == ["2"])
    for words in ["новые", "уже наши", "в стоп-листе", "спорные"] { #expect(result.out.contains(words)) }
    #expect(result.outLines.last == "прочитано 5 из 5")
  }

  @Test func theRunTellsWhatItWasHeldAgainst() throws {
    let (cleaned, _, _) = try Self.run()
    #expect(
      try cleaned.journal.list(
        "SELECT value FROM run WHERE key IN ('against.1.table', 'against.1.rows', 'stop_list.1.rows') ORDER BY key"
      )
        == ["3", "own", "2"])
  }

  /// One base writes the name in one cell, the other in three; each way round.
  @Test(arguments: [false, true])
  func aFullNameMeetsItsParts(_ turned: Bool) throws {
    let whole = """
      Код;ФИО;Дата рождения;Телефон
      К-1;Зимина Вера Павловна;12.04.1999;+7 916 111-22-33
      К-2;Кудряшов Степан Ильич;01.02.1980;+7 916 222-33-44
      К-3;Белкин Олег Юрьевич;30.11.1969;
      """
    let parts = """
      Код;Фамилия;Имя;Отчество;Дата рождения;Телефон
      Б-1;Кудряшов;Степан;Ильич;01.02.1980;8 916 222 33 44
      Б-2;Белкин;Олег;Юрьевич;30.11.1969;+7 916 444-55-66
      Б-3;Гущин;Пётр;Олегович;02.02.1982;+7 916 777-88-99
      """
    let workspace = try Workspace()
    let own = try workspace.write(turned ? parts : whole, to: "own.csv")
    let bought = try workspace.write(turned ? whole : parts, to: "bought.csv")
    try mustRun([
      "clean", bought, "--against", own, "--output", workspace("new.sqlite"), "--standard", "ru-b2c", "--now",
      Sample.now, "--quiet",
    ])
    let journal = try SQLFile(workspace("new.journal.sqlite"))
    #expect(
      try journal.list("SELECT client_id FROM verdict WHERE verdict = 'ours' ORDER BY client_id")
        == (turned ? ["Б-1", "Б-2"] : ["К-2", "К-3"]))
    #expect(try journal.count("SELECT count(*) FROM verdict WHERE verdict = 'new'") == 1)
  }

  @Test func rowsAreConservedBySource() throws {
    let (cleaned, _, _) = try Self.run()
    let rows = try cleaned.journal.rows(
      """
      SELECT path LIKE '%bought.csv', rows, sum(fate = 'kept') + sum(fate = 'merged') + sum(fate = 'quarantined')
      FROM source JOIN source_row USING (source_id) GROUP BY source_id ORDER BY source_id
      """)
    #expect(rows == [["1", "5", "5"], ["0", "3", "3"]])
    #expect(
      try cleaned.journal.count(
        """
        SELECT count(*) FROM link WHERE row_a NOT IN (SELECT row_id FROM source_row)
        OR row_b NOT IN (SELECT row_id FROM source_row)
        """) == 0)
  }

  @Test func whatIsNewStaysNewWhenCleanedAgain() throws {
    let (cleaned, _, workspace) = try Self.run("xlsx")
    try mustRun([
      "clean", cleaned.output, "--against", workspace("own.csv"), "--output", workspace("again.sqlite"),
      "--standard",
      "ru-b2c", "--now", Sample.now, "--lang", "ru", "--quiet",
    ])
    let ids = try SQLFile(workspace("again.sqlite")).list("SELECT client_id FROM clients")
    let clients = try Sheet(cleaned.output, table: "Клиенты")
    let column = try #require(clients.columns.first)
    #expect(ids.count == 1 && clients.rows.compactMap { $0[column] } == ids)
  }

  @Test func theConflictIsShownBesideOurClient() throws {
    let (_, _, workspace) = try Self.run()
    try mustRun([
      "clean", workspace("bought.csv"), "--against", workspace("own.csv"), "--output",
      workspace("two.sqlite"),
      "--standard", "ru-b2c", "--now", Sample.now, "--lang", "ru", "--quiet", "--review",
      workspace("review.xlsx"),
    ])
    let rows = try Sheet(workspace("review.xlsx")).rows
    #expect(rows.count == 1)
    #expect(rows.first?["Где записан · 2"] == "наш: own.csv › line 2")
    #expect(
      rows.first?["ФИО · 1"] == "Зимина Надежда Павловна" && rows.first?["ФИО · 2"] == "Зимина Вера Павловна")
  }

  @Test func theInputsStayAsTheyWere() throws {
    let (_, _, workspace) = try Self.run()
    #expect(try text(of: workspace("own.csv")) == Self.own)
    #expect(try text(of: workspace("bought.csv")) == Self.bought)
    #expect(
      try workspace.names == [
        "bought.csv", "new.journal.sqlite", "new.report.html", "new.sqlite", "own.csv", "stop.csv",
      ])
  }

  static let lists: [(name: String, text: String, stopped: Int)] = [
    ("phones.csv", "Телефон\n8 916 777 88 99\n", 1),
    ("bare.txt", "8(916)777-88-99\n89165556677\n", 3),
    ("mails.csv", "e-mail\nPETR@mail.example\n", 1),
    ("names.csv", "ФИО\nГущин Петр Олегович\n", 1),
    ("nobody.csv", "Телефон\n+7 999 000-00-00\n", 0),
    // Listed by phone, not by name: a namesake may be called.
    ("both.csv", "ФИО;Телефон\nГущин Пётр Олегович;+7 999 000-00-01\n", 0),
  ]

  @Test(arguments: lists)
  func aStopListIsAnyBase(_ name: String, _ list: String, _ stopped: Int) throws {
    let workspace = try Workspace()
    let bought = try workspace.write(Self.bought, to: "bought.csv")
    let stop = try workspace.write(list, to: name)
    try mustRun([
      "clean", bought, "--stop-list", stop, "--output", workspace("new.sqlite"), "--standard", "ru-b2c",
      "--now",
      Sample.now, "--lang", "ru", "--quiet",
    ])
    let journal = try SQLFile(workspace("new.journal.sqlite"))
    #expect(try journal.count("SELECT count(*) FROM verdict WHERE verdict = 'stop_list'") == stopped)
    #expect(try journal.count("SELECT count(*) FROM source_row WHERE reason LIKE 'stop-list:%'") == stopped)
  }
}
