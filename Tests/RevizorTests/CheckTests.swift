import Foundation
import Testing

/// `check`: an exit code for machines, findings for people, values for neither unless asked.
@Suite struct CheckTests {
  /// Nothing to find: whole, canonical, bought last month.
  static let clean = """
    client_id,org_name,inn,phone,email,last_purchase_date
    C-1,ООО «Ромашка»,5001007322,+79161234567,info@romashka.example,2026-10-05
    """

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
    let report = try JSONSerialization.jsonObject(with: Data(result.out.utf8))
    #expect(report is [String: Any])
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
    #expect(try text(of: workspace("report.json")) == printed.out)
  }

  /// No phone, e-mail or name of the base stands in what is shown, until it is asked for.
  @Test(arguments: ["text", "json", "html"])
  func valuesAreMasked(_ reporter: String) throws {
    let values = ["8 (916) 123-45-6", "petrova@", "петрова@romashka", "5001007321"]
    let workspace = try Workspace()
    let base = try workspace.write(
      """
      Название,ИНН,Телефон,E-mail
      ООО Ромашка,5001007321,8 (916) 123-45-6,petrova@
      ООО Лютик,5001007322,12345,петрова@romashka
      """, to: "dirty.csv")
    let arguments = ["check", base, "--standard", "ru-b2b", "--now", Sample.now, "--reporter", reporter]
    let masked = try revizor(arguments)
    #expect(masked.code == 1, "\(masked.err)")
    for value in values { #expect(!masked.out.contains(value), "\(value)") }
    let revealed = try revizor(arguments + ["--reveal"])
    #expect(revealed.out.contains("5001007321"))
  }
}

/// An invented base with nothing to find in it.
enum CleanBase {
  static let text = """
    org_name,inn,kpp,phone,email,last_purchase_date
    ООО «Ромашка»,5001007322,500101001,+79161234567,info@romashka.example,2026-10-05
    ООО «Лютик»,7707083893,770701001,+79161234568,info@lutik.example,2026-09-11

    """
}
