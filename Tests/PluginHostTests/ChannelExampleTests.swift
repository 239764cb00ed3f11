import Foundation
import PluginHost
import RuleKit
import RuleTesting
import Tables
import Testing

/// The field standards' own vectors: what reaches somebody, and what stands for nobody.
///
/// `REVIZOR_STANDARDS` names the folder that holds `vectors/phones.csv` and `vectors/emails.csv`.
@Suite struct ChannelExampleTests {
  private static let folder = ProcessInfo.processInfo.environment["REVIZOR_STANDARDS"]

  @Test(
    .enabled(if: folder != nil, "REVIZOR_STANDARDS is not set"),
    arguments: [("phone", "phones.csv"), ("email", "emails.csv")])
  func reachabilityAgreesWithTheVectors(_ field: String, _ file: String) throws {
    let text = try String(contentsOfFile: "\(try #require(Self.folder))/vectors/\(file)", encoding: .utf8)
    // Canonical text, and whether it reaches: a base rule sees cells after the formats have put them right.
    var cells: [(text: String, reaches: Bool)] = []
    for line in text.split(whereSeparator: \.isNewline).dropFirst() where !line.contains("\"") {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count > 3, !parts[0].contains(";") else { continue }
      let canonical = parts[1].isEmpty ? parts[0] : parts[1]
      guard !canonical.contains(where: { $0 == ";" || $0 == "|" }) else { continue }
      if parts[2] == "true" && !parts[1].isEmpty { cells.append((String(canonical), true)) }
      if parts[3] == "placeholder" { cells.append((String(canonical), false)) }
    }
    try #require(cells.count > 60)
    let rule = try ExamplePlugins.open("DeadSouls").instance(
      of: "dead-souls", settings: .object([:]),
      context: RuleContext(now: ExampleCase.now, dictionaries: ExamplePlugins.dictionaries))
    let results = try rule.apply(
      fields: [field], columns: [TextColumn(cells.map(\.text))], rows: 0..<cells.count)
    var status: [Int: String] = [:]
    for (index, edit) in results.edits.enumerated() where results.names[edit.field] == "client_status" {
      status[edit.row] = results.editValues[index]
    }
    for (row, cell) in cells.enumerated() {
      #expect(status[row] == (cell.reaches ? "unknown" : "dead"), "\(file): \(cell.text)")
    }
  }
}
