import Foundation
import Testing

/// `check`: an exit code for machines, findings for people, values for neither unless asked.
@Suite struct CheckTests {
  @Test(arguments: Sample.allCases)
  func aDirtyBaseFails(_ sample: Sample) throws {
    let result = try revizor(["check"] + sample.bases + ["--now", Sample.now, "--lang", "en"])
    #expect(result.code == 1, "\(result.err)")
    let rows = try sample.bases.flatMap { try Sheet.list($0).map(\.rows) }.reduce(0, +)
    #expect(result.outLines.last == "read \(rows) of \(rows)")
  }

  @Test func aCleanBasePasses() throws {
    let workspace = try Workspace()
    let base = try workspace.write(CleanBase.text, to: "clients.csv")
    let result = try revizor("check", base, "--standard", "ru-b2b", "--now", Sample.now, "--lang", "en")
    #expect(result.code == 0, "\(result.out)\(result.err)")
    #expect(result.outLines.last == "read 2 of 2")
    #expect(try workspace.names == ["clients.csv"])
  }

  @Test(arguments: Sample.allCases)
  func nothingIsWritten(_ sample: Sample) throws {
    let workspace = try Workspace()
    _ = try revizor(["check"] + sample.bases + ["--now", Sample.now], directory: workspace.path)
    #expect(try workspace.names == [])
  }

  @Test(arguments: Sample.allCases)
  func theJSONIsJSONAndKeepsAllFindings(_ sample: Sample) async throws {
    let result = try revizor(
      ["check"] + sample.bases + ["--now", Sample.now, "--reporter", "json", "--lang", "en"])
    #expect(result.code == 1)
    struct Report: Decodable {
      struct Totals: Decodable { var findings: Int }
      struct Source: Decodable { var rows: Int }
      struct Finding: Decodable { var count: Int }
      var rowsRead: Int
      var totals: Totals
      var sources: [Source]
      var findings: [Finding]
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let report = try decoder.decode(Report.self, from: Data(result.out.utf8))
    #expect(report.rowsRead == (try sample.bases.flatMap { try Sheet.list($0).map(\.rows) }.reduce(0, +)))
    #expect(report.sources.map(\.rows).reduce(0, +) == report.rowsRead)
    #expect(report.totals.findings > 0)
    #expect(report.findings.map(\.count).reduce(0, +) == report.totals.findings)
  }

  @Test func theReportGoesToAFile() throws {
    let workspace = try Workspace()
    let sample = Sample.oldCRM
    let printed = try revizor(
      ["check"] + sample.bases + ["--now", Sample.now, "--reporter", "json", "--lang", "en"])
    let filed = try revizor(
      ["check"] + sample.bases
        + ["--now", Sample.now, "--reporter", "json", "--lang", "en", "--report", workspace("report.json")])
    #expect(filed.code == 1)
    #expect(filed.out == "")
    let named = try text(of: workspace("report.json"))
      .replacing("\"all_findings\": \"report.json.findings.jsonl\"", with: "\"all_findings\": null")
    #expect(named == printed.out)
  }

  /// No phone, e-mail or name of the base stands in what is shown, until it is asked for.
  @Test(arguments: ["text", "json", "html"])
  func valuesAreMasked(_ reporter: String) throws {
    let values = ["8 (916) 123-45-6", "petrova@", "петрова@romashka", "Ивакинова"]
    let workspace = try Workspace()
    let base = try workspace.write(
      """
      Название,ИНН,Телефон,E-mail,Контактное лицо
      ООО Ромашка,5001007321,8 (916) 123-45-6,petrova@,ИВАКИНОВА МАРИЯ
      ООО Лютик,5001007322,12345,петрова@romashka,Ивакинова Мария
      """, to: "dirty.csv")
    let arguments = ["check", base, "--standard", "ru-b2b", "--now", Sample.now, "--reporter", reporter]
    let masked = try revizor(arguments)
    #expect(masked.code == 1, "\(masked.err)")
    for value in values { #expect(!masked.out.contains(value), "\(value)") }
    let revealed = try revizor(arguments + ["--reveal"])
    #expect(revealed.out.contains("petrova@"))
  }
}

/// An invented base with nothing to find in it.
enum CleanBase {
  static let text = """
    org_name,inn,kpp,phone,email,last_purchase_date
    ООО «Халвентис»,6690668755,669001001,+73430450183,office@khalventis.example.org,2026-10-05
    ООО «Корбелум»,0295339075,029501001,+73470894651,info@korbelum.example.org,2026-09-11

    """
}
