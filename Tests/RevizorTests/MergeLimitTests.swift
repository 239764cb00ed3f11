import Foundation
import Testing

/// Limits against merging by accident.
@Suite struct MergeLimitTests {
  /// Eight rows of two clients, two others.
  private static let base =
    "Фамилия;Имя;Телефон;E-mail\n"
    + (0..<5).map { _ in "Кудряшов;Степан;+7 916 222-33-44;stepan@mail.example\n" }.joined()
    + (0..<3).map { _ in "Белкин;Олег;+7 916 444-55-66;oleg@mail.example\n" }.joined()
    + "Орлова;Инна;+7 916 555-66-77;inna@mail.example\nЗимина;Вера;+7 916 111-22-33;vera@mail.example\n"

  private static func clean(_ workspace: Workspace, _ more: String...) throws -> Run.Result {
    let base = try workspace.write(Self.base, to: "base.csv")
    return try revizor(
      [
        "clean", base, "--output", workspace("clean.csv"), "--standard", "ru-b2c", "--now", Sample.now,
      ] + more)
  }

  @Test(arguments: ["en", "ru"])
  func aRunThatMergesMoreThanHalfStops(_ language: String) throws {
    let workspace = try Workspace()
    let result = try Self.clean(workspace, "--lang", language)
    #expect(result.code == 5)
    #expect(try workspace.names == ["base.csv"])
    // How many, which, and how to allow it.
    let rows = language == "ru" ? "строк: 5" : "rows: 5"
    for part in ["60", "base.csv › line ", rows, "--dry-run", "--max-merge 60%"] {
      #expect(result.err.contains(part), "\(part): \(result.err)")
    }
    #expect(result.err.contains(language == "ru" ? "строк" : "rows") && result.errLines.count == 1)
  }

  @Test func whatTheMessageAdvisesIsEnough() throws {
    let workspace = try Workspace()
    #expect(try Self.clean(workspace, "--max-merge", "60%", "--quiet").code == 0)
    #expect(try Sheet(workspace("clean.csv")).rows.count == 4)
  }

  @Test func aDryRunShowsWhatWouldMerge() throws {
    let workspace = try Workspace()
    let result = try Self.clean(workspace, "--dry-run", "--lang", "ru")
    #expect(result.code == 5, "the run itself would stop")
    #expect(try workspace.names == ["base.csv"])
    let shown = result.out.replacing("\u{A0}", with: " ")
    #expect(shown.contains("Что будет объединено  8 строк → 2 клиента"), "\(shown)")
    let groups = result.outLines.filter { $0.contains("  +  ") }
    #expect(groups.count == 2)
    #expect(groups.first?.contains("5  base.csv › line 2  +  base.csv › line 3") == true, "\(groups)")
    #expect(result.outLines.last == "прочитано 10 из 10")
    let allowed = try Self.clean(workspace, "--dry-run", "--max-merge", "100%", "--lang", "ru")
    #expect(allowed.code == 0 && allowed.err.isEmpty && allowed.out.contains("Что будет объединено"))
  }

  /// Look-alikes beyond the size of a group are not merged, but asked about.
  @Test func groupsAboveTheCapGoToReview() throws {
    let workspace = try Workspace()
    // Different records of one person: another note in each.
    let rows = (0..<8).map { "Кудряшов;Степан;Ильич;01.02.1980;+7 916 222-33-44;s\($0)@mail.example\n" }
      .joined()
    let base = try workspace.write(
      "Фамилия;Имя;Отчество;Дата рождения;Телефон;E-mail\n" + rows
        + "Орлова;Инна;Львовна;07.07.1990;+7 916 555-66-77;inna@mail.example\n", to: "base.csv")
    try workspace.write(
      """
      standard: small-groups
      version: 1
      extends: [ru-b2c]
      rules:
        duplicates: {max_group: 3}
      """, to: "small.yml")
    for (standard, merged) in [("ru-b2c", true), (workspace("small.yml"), false)] {
      try mustRun([
        "clean", base, "--output", workspace("clean.sqlite"), "--standard", standard, "--now", Sample.now,
        "--quiet",
        "--max-merge", "100%", "--review", workspace("review.xlsx"), "--lang", "en",
      ])
      let journal = try SQLFile(workspace("clean.journal.sqlite"))
      #expect((try journal.count("SELECT count(*) FROM source_row WHERE fate = 'merged'") > 0) == merged)
      let said = try journal.count("SELECT count(*) FROM finding WHERE code = 'group-too-large'")
      #expect((said > 0) == !merged)
      let shown = try Sheet(workspace("review.xlsx"), table: "Decisions").rows
      #expect((shown.count >= 7) == !merged, "\(shown.count)")
    }
  }
}
