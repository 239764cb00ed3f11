import Foundation
import Testing

/// `profile`, and the pages of formats, from the command line.
@Suite struct ProfileTests {
  @Test(arguments: Sample.allCases)
  func everySampleHasAProfile(_ sample: Sample) throws {
    let workspace = try Workspace()
    let rows = try sample.bases.flatMap { try Sheet.list($0).map(\.rows) }.reduce(0, +)
    for language in ["en", "ru"] {
      let result = try revizor(
        ["profile"] + sample.bases + ["--now", Sample.now, "--lang", language], directory: workspace.path)
      #expect(result.code == 0, "\(result.err)")
      let last = language == "en" ? "read \(rows) of \(rows)" : "прочитано \(rows) из \(rows)"
      #expect(result.outLines.last.map(String.init) == last)
      #expect(result.out.contains(language == "en" ? "What to do next" : "Что делать дальше"))
    }
    #expect(try workspace.names == [])
  }

  @Test(arguments: Sample.allCases)
  func theSameWhateverTheThreads(_ sample: Sample) throws {
    let texts = try ["1", "2", "4"].map { jobs in
      try mustRun(["profile"] + sample.bases + ["--now", Sample.now, "--reporter", "json", "--jobs", jobs])
        .out
    }
    #expect(texts[0] == texts[1] && texts[1] == texts[2])
  }

  @Test func aFileWithoutHeadersLosesNobody() throws {
    let workspace = try Workspace()
    let base = try workspace.write(
      """
      ООО «Ромашка»,7714843760,+79161234576,Москва
      АО «Лютик»,0274062111,+74952147147,Казань
      ИП Белов А. А.,500100732259,+79771475934,Тула

      """, to: "clients.csv")
    let result = try mustRun(["profile", base, "--lang", "en", "--now", Sample.now])
    #expect(result.outLines.last == "read 3 of 3")
    for field in ["org_name", "inn", "phone", "city"] {
      #expect(result.out.contains("→ \(field) «"), "\(field)")
    }
    let clean = try mustRun([
      "clean", base, "--output", workspace("clean.csv"), "--now", Sample.now, "--lang", "en",
    ])
    #expect(clean.outLines.last == "read 3 of 3")
    #expect(try String(contentsOfFile: workspace("clean.csv"), encoding: .utf8).contains("Ромашка"))
  }

  @Test(arguments: ["en", "ru"])
  func aFormatHasItsPage(_ language: String) throws {
    let page = try mustRun(["rules", "explain", "format-standards/phone", "--lang", language]).out
    for part in [
      "+79161234576", "8 (916) 123-45-76", "phone-e164", "E.164", language == "en" ? "invalid" : "неверно",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    let list = try mustRun(["rules", "list", "--formats", "--lang", language]).out
    #expect(list.contains("format-standards/iban") && list.contains("mandatory-fields"))
    let wrong = try revizor("rules", "explain", "format-standards/fone")
    #expect(wrong.code == 2 && wrong.err.contains("did you mean 'phone'?"))
  }

  @Test func formatsOfAStandardCanBeTried() throws {
    let workspace = try Workspace()
    let standard = try workspace.write(
      """
      standard: own
      extends: [ru-b2b]
      formats:
        client-code: {pattern: '[A-Z]{2}-\\d{4}'}
      fields:
        external_id: {format: client-code}
        employees: {format: integer, range: {min: 1}}
      conditions:
        - {when: {org_legal_form: ИП}, then: {inn: {length: 12}}}
      """, to: "own.yml")
    let code = try mustRun(["format", "client-code", "AB-0012", "ab-1", "--standard", standard]).outLines
    #expect(code[0].contains("\"status\":\"ok\"") && code[1].contains("pattern-mismatch"))
    let field = try mustRun(["format", "employees", "0", "1 250", "--standard", standard]).outLines
    #expect(field[0].contains("out-of-range") && field[1].contains("\"value\":\"1250\""))
    let base = try workspace.write(
      """
      ID,Название,ИНН,Телефон,Численность
      AB-0012,ИП Белов Пётр Ильич,7714843760,+79161234576,12
      12,ООО «Лютик»,7707083893,+79161234577,0
      """, to: "clients.csv")
    let check = try revizor("check", base, "--standard", standard, "--lang", "ru", "--now", Sample.now)
    for code in ["pattern-mismatch", "out-of-range", "condition-broken", "inn-of-proprietor"] {
      #expect(check.out.contains(code), "\(code)\n\(check.out)")
    }
    #expect(check.out.contains("длина 12, если org_legal_form = ИП"))
  }
}
