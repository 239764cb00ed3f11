import Foundation
import Testing

/// What a run puts in place, and when it puts nothing there.
@Suite struct DeliveryTests {
  @Test(arguments: [
    ("clean.xlsx", ["clean.journal.sqlite", "clean.report.html", "clean.xlsx"]),
    ("clean.sqlite", ["clean.journal.sqlite", "clean.report.html", "clean.sqlite"]),
    (
      "clean.csv",
      ["clean.contacts.csv", "clean.csv", "clean.journal.sqlite", "clean.orders.csv", "clean.report.html"]
    ),
    ("out/", ["clients.csv", "clients.journal.sqlite", "clients.report.html", "contacts.csv", "orders.csv"]),
  ])
  func theFilesOfARun(_ output: String, _ names: [String]) throws {
    let workspace = try Workspace()
    try mustRun(Sample.oldCRM.clean(to: workspace(output)))
    let folder = output.hasSuffix("/") ? workspace("out") : workspace.path
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == names)
  }

  @Test func aDryRunWritesNothing() throws {
    let workspace = try Workspace()
    let result = try mustRun(
      ["clean"] + Sample.oldCRM.bases
        + ["--output", workspace("clean.csv"), "--now", Sample.now, "--lang", "en", "--dry-run"])
    #expect(result.outLines.last == "read 6185 of 6185")
    #expect(try workspace.names == [])
  }

  @Test func tooManyMergesStopTheRun() throws {
    let workspace = try Workspace()
    let output = try workspace.write("earlier\n", to: "clean.csv")
    let result = try revizor(Sample.boughtList.clean(to: output, "--max-merge", "1%"))
    #expect(result.code == 5)
    #expect(result.errLines.count == 1)
    #expect(result.err.contains("--max-merge"))
    #expect(try workspace.names == ["clean.csv"])
    #expect(try text(of: output) == "earlier\n")
  }

  /// A cell that a spreadsheet would run (OWASP, CSV Injection) is text in the output, and stays the same text when
  /// that is cleaned again.
  @Test(arguments: ["csv", "xlsx"])
  func formulasAreText(_ ending: String) throws {
    let workspace = try Workspace()
    let base = try workspace.write(
      """
      Название,Телефон,Комментарий
      =1+1,+73430450183,"=HYPERLINK(""http://romashka.example"")"
      +ЗАО Лютик,+73470894651,-2+3
      @ООО Гром,+74210311897,"\t=1+1"
      """, to: "base.csv")
    func clean(_ base: String, _ name: String) throws -> Sheet {
      try mustRun([
        "clean", base, "--output", workspace("\(name).\(ending)"), "--standard", "ru-b2b", "--headers",
        "canonical",
        "--now", Sample.now, "--quiet",
      ])
      return try Sheet(workspace("\(name).\(ending)"))
    }
    let first = try clean(base, "first")
    let again = try clean(workspace("first.\(ending)"), "again")
    for column in ["org_name", "phone", "comment"] {
      #expect(first.rows.count == 3)
      #expect(first.rows.map { $0[column] } == again.rows.map { $0[column] }, "\(column)")
    }
    guard ending == "csv" else { return }
    // A phone number is no formula, and must not look like one that was mended.
    let cells = try text(of: workspace("first.csv")).split { $0 == "," || $0.isNewline || $0 == "\"" }
    let risky = cells.filter { "=+-@\t".contains($0.first ?? " ") && $0.wholeMatch(of: /\+\d+/) == nil }
    #expect(risky.isEmpty, "\(risky)")
  }
}
