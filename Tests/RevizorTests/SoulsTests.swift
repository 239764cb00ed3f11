import Foundation
import Testing

/// Dead souls in whole runs: the samples' own truth, and the lists that the command line hands over.
@Suite struct SoulsTests {
  /// One row of a clients table, by the truth and by the run.
  private struct Row {
    var address: String
    var client: String
    var status: String
    var found: String
    var foundClient: String
  }

  private static func rows(_ sample: Sample, _ cleaned: Cleaned) throws -> [Row] {
    var truth: [String: (client: String, status: String)] = [:]
    for line in try text(of: sample.folder + "/truth.csv").split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if cells.count > 5, !cells[5].isEmpty {
        truth["\(cells[0]) \(cells[1]) \(cells[3])"] = (cells[4], cells[5])
      }
    }
    let statuses = try Sheet(cleaned.output).rows.reduce(into: [String: String]()) { known, row in
      known[row["client_id"] ?? ""] = row["client_status"]
    }
    let read = try cleaned.journal.list(
      """
      SELECT path || '|' || table_name || '|' || address || '|' || client_id
      FROM source_row JOIN source USING (source_id) WHERE client_id IS NOT NULL
      """)
    return read.compactMap { line in
      let cells = line.split(separator: "|").map(String.init)
      let file = URL(fileURLWithPath: cells[0]).lastPathComponent
      let number = String(cells[2].reversed().prefix { $0.isNumber }.reversed())
      guard let known = truth["\(file) \(cells[1]) \(number)"], let found = statuses[cells[3]] else {
        return nil
      }
      return Row(
        address: cells[2], client: known.client, status: known.status, found: found, foundClient: cells[3])
    }
  }

  /// Of clients whose rows were all brought together every status is the true one; those that fell apart because a
  /// duplicate could not be seen are few.
  @Test(arguments: Sample.allCases)
  func statusesAreTheTrueOnes(_ sample: Sample) async throws {
    let rows = try Self.rows(sample, try await Shelf.shared.clean(sample))
    try #require(rows.count > 500)
    let parts = Dictionary(grouping: rows, by: \.client).mapValues { Set($0.map(\.foundClient)).count }
    let wrong = rows.filter { $0.found != $0.status }
    let unexplained = wrong.filter { parts[$0.client] == 1 }
    #expect(unexplained.map { "\($0.address): \($0.status), not \($0.found)" } == [])
    #expect(wrong.count * 200 <= rows.count)
  }

  private static let base = """
    ИНН;Название;Телефон;E-mail;Последняя покупка
    7700000014;ООО «Ромашка»;+7 916 123-45-68;ana@example.org;01.03.2024
    7700000021;ООО «Лютик»;+7 916 123-45-69;bel@example.org;01.10.2026

    """

  private static func clean(_ options: [String], files: [String: String]) throws -> [String: String?] {
    let workspace = try Workspace()
    let base = try workspace.write(Self.base, to: "base.csv")
    for (name, text) in files { try workspace.write(text, to: name) }
    let result = try revizor(
      ["clean", base, "--output", workspace("clean.csv"), "--now", Sample.now, "--lang", "en", "--quiet"]
        + options,
      directory: workspace.path)
    guard result.code == 0 else { throw Failed(result: result) }
    return try Sheet(workspace("clean.csv")).rows.reduce(into: [:]) { known, row in
      known[row["inn"] ?? ""] =
        "\(row["client_status"] ?? "") \(row["advice"] ?? ""): \(row["status_reason"] ?? "")"
    }
  }

  // A path of the command line begins at the working folder.
  @Test func listsOfTheCommandLineAreHeard() throws {
    let files = [
      "register.csv": "inn,ogrn,status,status_date\n7700000014,,LIQUIDATED,2024-05-31\n",
      "stop.csv": "email,phone,reason\nbel@example.org,,5.1.1\n,8 916 123 45 69,not in service\n",
    ]
    let plain = try Self.clean([], files: files)
    #expect(plain["7700000014"] == "dormant reactivate: last purchase 32 months ago")
    #expect(plain["7700000021"] == "active keep: last purchase 1 month ago")
    let heard = try Self.clean(["--registry", "register.csv", "--suppress", "stop.csv"], files: files)
    #expect(
      heard["7700000014"]
        == "dead archive: last purchase 32 months ago; closed by the register since 2024-05-31")
    #expect(
      heard["7700000021"]
        == "active verify: last purchase 1 month ago; no way to reach; a contact no longer works (suppression list)"
    )
  }

  // A path of a standard begins at the standard.
  @Test func listsOfAStandardStandBesideIt() throws {
    let workspace = try Workspace()
    _ = try workspace.folder("own")
    try workspace.write("inn,status\n7700000014,liquidated\n", to: "own/register.csv")
    let standard = try workspace.write(
      """
      standard: own
      version: 1
      extends: [ru-b2b]
      rules:
        dead-souls: {registry: register.csv}
      """, to: "own/own.yml")
    let heard = try Self.clean(["--standard", standard], files: [:])
    #expect(heard["7700000014"]??.hasPrefix("dead archive") == true)
  }

  @Test(arguments: [
    ("--registry", "none.csv", "", "--registry: none.csv cannot be read"),
    (
      "--registry", "bad.csv", "inn,status\n7700000014,asleep\n",
      "bad.csv:2: the status is none that is known"
    ),
    ("--suppress", "bad.csv", "email\n7700000014\n", "bad.csv:2: there is neither an e-mail address"),
  ])
  func aListThatCannotBeReadEndsWithTwo(_ option: String, _ file: String, _ text: String, _ says: String)
    throws
  {
    let workspace = try Workspace()
    let base = try workspace.write(Self.base, to: "base.csv")
    if !text.isEmpty { try workspace.write(text, to: file) }
    for command in [["check", base], ["clean", base, "--output", workspace("clean.csv")]] {
      let result = try revizor(
        command + ["--now", Sample.now, "--lang", "en", option, file], directory: workspace.path)
      #expect(result.code == 2 && result.errLines.count == 1, "\(result.err)")
      #expect(result.err.contains(says) && result.err.contains(option), "\(result.err)")
      #expect(!result.err.contains("asleep") && !result.err.contains("7700000014"))
    }
    #expect(try workspace.names.allSatisfy { !$0.hasPrefix("clean") })
  }

  @Test func anOptionNobodyTakesIsRefused() throws {
    let workspace = try Workspace()
    let base = try workspace.write(Self.base, to: "base.csv")
    let list = try workspace.write("inn,status\n7700000014,closed\n", to: "register.csv")
    let standard = try workspace.write(
      "standard: own\nversion: 1\nextends: [ru-b2b]\nrules:\n  dead-souls: off\n", to: "own.yml")
    let result = try revizor([
      "check", base, "--standard", standard, "--now", Sample.now, "--lang", "en", "--registry", list,
    ])
    #expect(result.code == 2 && result.err.contains("--registry: no rule of the standard reads such a file"))
  }
}
