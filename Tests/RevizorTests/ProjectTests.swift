import Foundation
import Testing

/// What a repository says of its own checks: `.revizor.yml`, suppressions, filters.
@Suite struct ProjectTests {
  private static let dirty = """
    Название,ИНН,Телефон,E-mail
    ООО Ромашка,5001007321,8 (916) 123-45-6,office@romashka.example.org
    ООО Лютик,5001007322,8 916 555-01-72,lutik
    """

  private static func place(_ project: String = "", standard: String? = nil) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(dirty, to: "base.csv")
    if !project.isEmpty { try workspace.write(project, to: ".revizor.yml") }
    if let standard { try workspace.write(standard, to: "our.yml") }
    return workspace
  }

  private static func check(_ workspace: Workspace, _ more: [String] = []) throws -> Run.Result {
    try revizor(["check", "--now", Sample.now, "--lang", "en"] + more, directory: workspace.path)
  }

  @Test func theProjectFileSaysAll() throws {
    let workspace = try Self.place("bases: base.csv\nstandard: ru-b2b\nbaseline: debt.tsv\n")
    #expect(try Self.check(workspace).code == 1)
    #expect(try workspace.names == [".revizor.yml", "base.csv"])
    #expect(try Self.check(workspace, ["--update-baseline"]).code == 0)
    #expect(try workspace.names == [".revizor.yml", "base.csv", "debt.tsv"])
    let result = try Self.check(workspace)
    #expect(result.code == 0, "\(result.out)\(result.err)")
    #expect(result.out.contains("in the baseline debt.tsv"))
  }

  @Test func itsPathsCountFromItsFolder() throws {
    let workspace = try Workspace()
    let folder = try workspace.folder("bases")
    try Self.dirty.write(toFile: folder + "/base.csv", atomically: true, encoding: .utf8)
    try "bases: [base.csv]\nstandard: ru-b2b\n".write(
      toFile: folder + "/p.yml", atomically: true, encoding: .utf8)
    let result = try Self.check(workspace, ["--config", "bases/p.yml"])
    #expect(result.code == 1, "\(result.err)")
  }

  @Test func itsErrorsComeAllAtOnce() throws {
    let workspace = try Self.place("basis: base.csv\nstandard: [a, {b: c}]\n")
    let result = try Self.check(workspace)
    #expect(result.code == 2)
    #expect(
      result.errLines == [
        ".revizor.yml:1: unknown key of a project file 'basis'; did you mean 'bases'?",
        ".revizor.yml:2: 'standard' is a list that does not fit; it must be a text",
      ])
  }

  @Test func withoutBasesTheUsageIsSaid() throws {
    let result = try Self.check(try Workspace())
    #expect(result.code == 2)
    #expect(result.err.contains("<bases>"))
  }

  @Test(arguments: [
    (["--field", "phone"], ["phone"]), (["--field", "email"], ["email"]),
    (["--rule", "format-standards", "--field", "inn"], ["inn"]),
  ])
  func filtersKeepWhatWasAskedFor(_ arguments: [String], _ fields: [String]) throws {
    let workspace = try Self.place("bases: base.csv\nstandard: ru-b2b\n")
    let result = try Self.check(workspace, arguments + ["--reporter", "jsonl"])
    let found = result.outLines.dropLast().compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["field"] as? String
    }
    #expect(Set(found) == Set(fields))
  }

  @Test func anUnknownNameIsHelped() throws {
    let workspace = try Self.place("bases: base.csv\nstandard: ru-b2b\n")
    let result = try Self.check(workspace, ["--rule", "format-standard", "--field", "emial"])
    #expect(result.code == 2)
    #expect(result.err.contains("did you mean 'format-standards'?"))
    #expect(result.err.contains("did you mean 'email'?"))
  }

  private static func suppressing(_ until: String) -> String {
    """
    standard: our
    extends: [ru-b2b]
    suppress:
      - {rule: format-standards, field: phone, reason: old exchange, owner: sales, until: "\(until)"}
    """
  }

  @Test func aSuppressionHoldsUntilItsDay() throws {
    for (until, isHeld) in [(Sample.now, true), ("2026-01-01", false)] {
      let workspace = try Self.place(
        "bases: base.csv\nstandard: our.yml\n", standard: Self.suppressing(until))
      let result = try Self.check(workspace, ["--rule", "format-standards", "--field", "phone"])
      #expect(result.code == (isHeld ? 0 : 1), "\(result.out)\(result.err)")
      #expect(result.out.contains(isHeld ? "suppressed by the standard" : "ended on 2026-01-01"))
    }
  }

  @Test func aSuppressionIsWhole() throws {
    let workspace = try Self.place(
      "bases: base.csv\nstandard: our.yml\n",
      standard:
        "standard: our\nextends: [ru-b2b]\nsuppress:\n  - {rule: format-standard, reason: x, owner: y, until: 2027-01-01}\n  - {rule: duplicates}\n"
    )
    let result = try Self.check(workspace)
    #expect(result.code == 2)
    #expect(result.err.contains("a suppression has no 'reason'"), "\(result.err)")
    #expect(result.err.contains("a suppression has no 'until'"))
  }

  /// No value of the base stands in what any reporter shows.
  @Test(arguments: ["text", "json", "jsonl", "junit", "sarif", "github", "gitlab", "markdown", "html"])
  func everyReporterMasks(_ reporter: String) throws {
    let workspace = try Workspace()
    let values = [
      "8 (916) 123-45-6", "petrova@", "петрова@romashka", "ИВАКИНОВА", "Ивакинова", "40702810600001004855",
      "д. 5",
    ]
    try workspace.write(
      """
      Название,ИНН,Телефон,E-mail,Контактное лицо,Р/с,Адрес
      ООО Ромашка,5001007321,8 (916) 123-45-6,petrova@,ИВАКИНОВА МАРИЯ,40702810600001004855,"г. Тверь, ул. Липовая, д. 5"
      ООО Лютик,5001007322,12345,петрова@romashka,Ивакинова Мария,4070281060000100485,"Тверь, Липовая 5"
      """, to: "dirty.csv")
    let result = try revizor(
      ["check", "dirty.csv", "--standard", "ru-b2b", "--now", Sample.now, "--reporter", reporter],
      directory: workspace.path)
    #expect(result.code == 1, "\(result.err)")
    for value in values { #expect(!result.out.contains(value), "\(value)") }
  }
}
