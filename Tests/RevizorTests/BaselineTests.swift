import Foundation
import Testing

/// `check --baseline`: old debt passes, new debt fails, and nothing but the finding itself is what it is known by.
@Suite struct BaselineTests {
  private static let header = "Название,ИНН,Телефон,E-mail,Город"
  private static let rows = [
    "ООО Ромашка,5001007321,8 (916) 123-45-6,office@romashka.example.org,Москва",
    "ООО Лютик,5001007322,8 916 555-01-72,lutik,Тверь",
    "ООО Василёк,6690668755,12345,vas@vasilek.example.org,Пермь",
    "ООО Пион,0295339075,8 916 555-01-74,pion@pion.example.org,Уфа",
  ]

  private struct Place {
    let workspace: Workspace
    var base: String { workspace("base.csv") }
    var file: String { workspace("revizor.baseline") }

    init() throws { workspace = try Workspace() }

    func write(_ rows: [String], to name: String = "base.csv") throws {
      try workspace.write(([BaselineTests.header] + rows).joined(separator: "\n") + "\n", to: name)
    }

    func check(
      _ more: [String] = [], base: String? = nil, secret: String? = nil
    ) throws -> (code: Int32, findings: [[String: String]], err: String) {
      let result = try revizor(
        [
          "check", base ?? self.base, "--standard", "ru-b2b", "--now", Sample.now, "--lang", "en",
          "--reporter",
          "jsonl", "--baseline", file,
        ] + more, environment: secret.map { ["REVIZOR_BASELINE_KEY": $0] } ?? [:])
      let findings = result.outLines.compactMap { line -> [String: String]? in
        let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return object?["rule"] == nil ? nil : object?.compactMapValues { $0 as? String }
      }
      return (result.code, findings, result.err)
    }
  }

  /// A place with the rows above, all that is found in them accepted.
  private static func accepted() throws -> Place {
    let place = try Place()
    try place.write(rows)
    let result = try place.check(["--update-baseline"])
    #expect(result.code == 0, "\(result.err)")
    return place
  }

  @Test func oldDebtPasses() throws {
    let place = try Self.accepted()
    let result = try place.check()
    #expect(result.code == 0)
    #expect(result.findings.isEmpty)
  }

  @Test func withoutABaselineItFails() throws {
    let place = try Self.accepted()
    let result = try revizor("check", place.base, "--standard", "ru-b2b", "--now", Sample.now)
    #expect(result.code == 1)
  }

  /// What a base goes through without becoming worse.
  @Test(arguments: ["rows at the top", "sorted", "renamed", "another cell edited", "a column added"])
  func noNewDebtPasses(_ what: String) throws {
    let place = try Self.accepted()
    var base = place.base
    switch what {
    case "rows at the top":
      try place.write(["ООО Астра,5012075173,8 916 555-01-75,astra@astra.example.org,Орёл"] + Self.rows)
    case "sorted": try place.write(Self.rows.sorted().reversed())
    case "renamed":
      try place.write(Self.rows, to: "other.csv")
      base = place.workspace("other.csv")
    case "another cell edited": try place.write(Self.rows.map { $0.replacing("Тверь", with: "Калуга") })
    default:
      let lines = [Self.header + ",Заметка"] + Self.rows.map { $0 + ",ждём" }
      try place.workspace.write(lines.joined(separator: "\n") + "\n", to: "base.csv")
    }
    let result = try place.check(base: base)
    // What is wrong with the added row itself is news, and nothing else.
    let news = result.findings.filter {
      $0["severity"] != "info" && !($0["address"] ?? "").hasSuffix("line 2")
    }
    #expect(news.isEmpty, "\(news)")
  }

  @Test func oneNewBadValueFailsAlone() throws {
    let place = try Self.accepted()
    try place.write(Self.rows.map { $0.replacing("pion@pion.example.org", with: "pion(at") })
    let result = try place.check()
    #expect(result.code == 1)
    #expect(result.findings.map { $0["field"] } == ["email"], "\(result.findings)")
    #expect(result.findings.first?["address"]?.hasSuffix("line 5") == true)
  }

  @Test func debtPaidOffFailsOnlyStrictly() throws {
    let place = try Self.accepted()
    try place.write(Self.rows.map { $0.replacing(",lutik,", with: ",office@lyutik.example.org,") })
    #expect(try place.check().code == 0)
    #expect(try place.check(["--strict-baseline"]).code == 1)
    #expect(try place.check(["--update-baseline"]).code == 0)
    #expect(try place.check(["--strict-baseline"]).code == 0)
  }

  @Test func theFileTellsNothingAndStaysTheSame() throws {
    let place = try Self.accepted()
    let text = try text(of: place.file)
    for secret in ["Ромашка", "5001007322", "lutik", "916", "Тверь", "base.csv"] {
      #expect(!text.contains(secret), "\(secret)")
    }
    let entries = text.split(separator: "\n").dropFirst(3)
    #expect(entries.sorted() == Array(entries))
    _ = try place.check(["--update-baseline"])
    #expect(try RevizorTests.text(of: place.file) == text)
  }

  @Test func aSecretIsPartOfTheMarks() throws {
    let place = try Place()
    try place.write(Self.rows)
    #expect(try place.check(["--update-baseline"], secret: "осень").code == 0)
    #expect(try place.check(secret: "осень").code == 0)
    #expect(try place.check(secret: "весна").code == 1)
  }

  @Test func aDamagedFileIsSaid() throws {
    let place = try Self.accepted()
    try place.workspace.write("# revizor baseline 1\nsalt\tx\nwhat\n", to: "revizor.baseline")
    let result = try place.check()
    #expect(result.code == 2)
    #expect(result.err.contains("revizor.baseline:3: "))
  }

  @Test func aMissingFileIsSaid() throws {
    let place = try Place()
    try place.write(Self.rows)
    let result = try place.check()
    #expect(result.code == 2)
    #expect(result.err.contains("--update-baseline"))
  }
}
