import Foundation
import Testing

/// What a person can get wrong: one clear line each, the right exit code, nothing written.
@Suite struct BadCommandTests {
  /// A command line that must fail.
  ///
  /// `{}` is the folder of the test.
  struct Case: Sendable, CustomStringConvertible {
    var title: String
    var arguments: [String]
    var code: Int32
    /// What each line of stderr must hold, a list a line.
    var says: [[String]]
    var files: [String: String] = [:]
    var description: String { title }

    init(
      _ title: String, _ arguments: String, code: Int32 = 2, says: [String]..., files: [String: String] = [:]
    ) {
      self.title = title
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.code = code
      self.says = says
      self.files = files
    }
  }

  /// A small base; its values are looked for in what errors say.
  static let base = "ИНН,Название,Телефон\n7707083893,ООО Ромашка,+79161234567\n"
  static let values = ["7707083893", "Ромашка", "9161234567"]

  private static let into = "--output {}/out.csv --now 2026-11-22"

  static let inputs = [
    Case("missing file", "clean {}/none.csv \(into)", code: 3, says: ["none.csv", "no such file"]),
    Case("a folder", "clean {}/folder \(into)", code: 3, says: ["folder", "is a folder"]),
    Case(
      "an empty file", "clean {}/empty.csv \(into)", code: 3, says: ["empty.csv", "empty"],
      files: ["empty.csv": ""]),
    Case(
      "text that is named .xlsx", "clean {}/text.xlsx \(into)", code: 3,
      says: ["text.xlsx", "Excel", "text"],
      files: ["text.xlsx": base]),
    Case(
      "no column recognised", "clean {}/odd.csv \(into)", code: 3,
      says: ["odd.csv", "no column", "--mapping"],
      files: ["odd.csv": "a,b\n1,2\n"]),
    Case(
      "no such table", "clean {}/ok.csv --table Nope \(into)", code: 3, says: ["no table 'Nope'", "'ok'"]),
    Case(
      "unknown encoding", "clean {}/ok.csv --encoding klingon \(into)", code: 3, says: ["klingon", "utf-8"]),
    Case(
      "one of two is missing", "clean {}/ok.csv {}/none.csv \(into)", code: 3,
      says: ["none.csv", "no such file"]),
  ]

  static let standards = [
    Case(
      "unknown standard", "clean {}/ok.csv --standard ru-b2 \(into)",
      says: ["'ru-b2'", "did you mean 'ru-b2b'?"]),
    Case(
      "unknown key", "clean {}/ok.csv --standard {}/our.yml \(into)",
      says: ["our.yml:4:", "'feilds'", "did you mean 'fields'?"],
      files: ["our.yml": "standard: our\nversion: 1\nextends: [ru-b2b]\nfeilds:\n  phone: {format: phone}\n"]),
    Case(
      "unknown setting", "clean {}/ok.csv --standard {}/our.yml \(into)",
      says: ["our.yml:5:", "'duplicates'", "'merge_abov'", "did you mean 'merge_above'?"],
      files: [
        "our.yml": "standard: our\nversion: 1\nextends: [ru-b2b]\nrules:\n  duplicates: {merge_abov: 0.9}\n"
      ]),
    Case(
      "unknown rule", "clean {}/ok.csv --standard {}/our.yml \(into)",
      says: ["our.yml:5:", "'mandatory-feilds'", "did you mean 'mandatory-fields'?"],
      files: ["our.yml": "standard: our\nversion: 1\nextends: [ru-b2b]\nrules:\n  mandatory-feilds: {}\n"]),
    Case(
      "two errors of a standard", "clean {}/ok.csv --standard {}/our.yml \(into)",
      says: ["our.yml:5:", "'merge_abov'"], ["our.yml:6:", "'mandatory-feilds'"],
      files: [
        "our.yml": "standard: our\nversion: 1\nextends: [ru-b2b]\nrules:\n  duplicates: {merge_abov: 0.9}\n"
          + "  mandatory-feilds: {}\n"
      ]),
    Case("missing mapping", "clean {}/ok.csv --mapping {}/none.yml \(into)", says: ["none.yml"]),
  ]

  static let outputs = [
    Case(
      "no such folder", "clean {}/ok.csv --output {}/none/out.csv",
      says: ["out", "the folder does not exist"]),
    Case(
      "output is the base", "clean {}/ok.csv --output {}/ok.csv",
      says: ["--output", "ok.csv", "another name"]),
    Case(
      "output is the base by another way", "clean {}/ok.csv --output {}/folder/../ok.csv",
      says: ["--output", "ok.csv", "another name"]),
    Case(
      "unknown ending", "clean {}/ok.csv --output {}/out.pdf", says: ["'.pdf'", ".xlsx, .csv or .sqlite"]),
  ]

  static let options = [
    Case(
      "a date of no calendar", "clean {}/ok.csv --output {}/out.csv --now 2026-02-31",
      says: ["--now", "2026-11-22"]),
    Case(
      "no date", "clean {}/ok.csv --output {}/out.csv --now yesterday",
      says: ["--now", "'yesterday'", "2026-11-22"]),
    Case("no threads", "clean {}/ok.csv --jobs 0 \(into)", says: ["--jobs", "0", "1 or more"]),
    Case(
      "more than all merges", "clean {}/ok.csv --max-merge 200% \(into)",
      says: ["--max-merge", "200%", "50%"]),
    Case("long delimiter", "clean {}/ok.csv --delimiter ab \(into)", says: ["--delimiter", "'ab'"]),
    Case("no folder of plugins", "clean {}/ok.csv --plugins {}/none \(into)", says: ["--plugins", "none"]),
    Case("unknown reporter", "check {}/ok.csv --reporter jsn", says: ["'jsn'", "did you mean 'json'?"]),
    Case("unknown format", "format phon 1", says: ["'phon'", "did you mean 'phone'?"]),
    Case(
      "unknown rule to explain", "rules explain dead-sols",
      says: ["'dead-sols'", "did you mean 'dead-souls'?"]),
    Case("unknown plugin", "plugins info DeadSoul", says: ["'DeadSoul'", "did you mean 'DeadSouls'?"]),
    Case("no journal", "trace {}/ok.csv x", says: ["ok.csv", "is not a journal"]),
  ]

  @Test(arguments: inputs + standards + outputs + options)
  func isRefusedWithOneClearLine(_ item: Case) throws {
    let workspace = try Workspace()
    try workspace.write(Self.base, to: "ok.csv")
    _ = try workspace.folder("folder")
    for (name, text) in item.files { try workspace.write(text, to: name) }
    let names = try workspace.names

    let result = try revizor(item.arguments.map { $0.replacing("{}", with: workspace.path) })
    #expect(result.code == item.code, "\(result.err)")
    #expect(result.out == "")
    try #require(result.errLines.count == item.says.count, "\(result.err)")
    for (line, says) in zip(result.errLines, item.says) {
      for word in says { #expect(line.contains(word), "\(line)") }
    }
    for value in Self.values { #expect(!result.err.contains(value)) }
    #expect(try workspace.names == names, "something was written")
    #expect(try text(of: workspace("ok.csv")) == Self.base)
  }

  /// The parser's own errors take several lines: what, what for, how.
  @Test(arguments: [
    ("claen x.csv", "claen"), ("clean x.csv", "--output"),
    ("clean x.csv --output o.csv --ouptut p", "--ouptut"),
    ("read x.csv --as pdf", "'pdf'"), ("check x.csv --lang de", "'de'"),
  ])
  func usageIsCodeTwo(_ line: String, _ word: String) throws {
    let result = try revizor(line.split(separator: " ").map(String.init))
    #expect(result.code == 2)
    #expect(result.out == "")
    #expect(result.errLines.first?.contains(word) == true, "\(result.err)")
  }

  /// The error of a Russian run is Russian.
  @Test func errorsSpeakTheLanguageOfTheRun() throws {
    let result = try revizor("clean", "/none.csv", "--output", "/tmp/none-out.csv", "--lang", "ru")
    #expect(result.code == 3)
    #expect(
      result.err.contains("нет такого файла")
        || result.err.unicodeScalars.contains { (0x430...0x44F).contains($0.value) })
  }
}
