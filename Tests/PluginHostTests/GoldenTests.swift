import Foundation
import PluginHost
import RuleKit
import Testing

/// What every shipped rule is by default: its settings, codes and words, held against `Golden/<plugin>.txt`.
///
/// A standard of somebody else's rests on all of it. When a change is meant, `REVIZOR_GOLDEN=write` writes the files anew,
/// and the change is read in the diff of the commit.
@Suite struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden").path
  private static let isWriting = ProcessInfo.processInfo.environment["REVIZOR_GOLDEN"] == "write"

  @Test(arguments: ExamplePlugins.names)
  func defaultsAreTheGoldenOnes(_ name: String) throws {
    let path = "\(Self.folder)/\(name).txt"
    let text = RuleSheet.text(of: try ExamplePlugins.open(name).manifest)
    if Self.isWriting {
      try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return
    }
    let golden = try? String(contentsOfFile: path, encoding: .utf8)
    try #require(golden != nil, "no Golden/\(name).txt; REVIZOR_GOLDEN=write makes it")
    let changes = difference(golden ?? "", text)
    #expect(changes.isEmpty, "\(name) is not what it was:\n\(changes.joined(separator: "\n"))")
  }

  @Test func noGoldenFileIsLeftBehind() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(Set(files).subtracting(ExamplePlugins.names.map { $0 + ".txt" }).isEmpty)
  }

  /// Lines that went (`-`) and came (`+`), each after the rule it belongs to.
  private func difference(_ old: String, _ new: String) -> [String] {
    let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
    let (before, after) = (lines(old), lines(new))
    let change = after.difference(from: before)
    func rule(_ lines: [Substring], _ line: Int) -> Substring {
      lines[...line].last { $0.hasPrefix("rule ") } ?? "plugin"
    }
    return change.map { step in
      switch step {
      case .remove(let line, let text, _): "- \(rule(before, line)):\(text)"
      case .insert(let line, let text, _): "+ \(rule(after, line)):\(text)"
      }
    }
  }
}

/// A plugin's manifest as lines that a diff can be read of.
enum RuleSheet {
  static func text(of manifest: PluginManifest) -> String {
    (["plugin \(manifest.name) \(manifest.version)"] + manifest.rules.flatMap(lines) + [""])
      .joined(separator: "\n")
  }

  private static func lines(_ rule: RuleManifest) -> [String] {
    var lines = ["", "rule \(rule.id) · phase \(rule.phase.rawValue) · judges \(rule.subject.rawValue)"]
    lines += both("title", rule.title) + both("why", rule.rationale)
    lines.append("  reads \(rule.reads.joined(separator: " "))")
    lines.append("  writes \(rule.writes.joined(separator: " "))")
    if let linked = rule.linked { lines.append("  linked \(linked.joined(separator: " "))") }
    for (name, schema) in (rule.settings.object?["properties"]?.object ?? [:]).sorted(by: { $0.key < $1.key })
    {
      var keywords = schema.object ?? [:]
      let words = Localized(
        en: keywords.removeValue(forKey: "description")?.string ?? "",
        ru: keywords.removeValue(forKey: "x-description-ru")?.string ?? "")
      let fallback = keywords.removeValue(forKey: "default").map { " = \(json($0))" } ?? ""
      lines.append("  setting \(name)\(fallback) · \(json(.object(keywords)))")
      lines += both("setting \(name)", words)
    }
    for code in rule.codes.sorted(by: { $0.code < $1.code }) {
      lines.append("  code \(code.code) · \(code.severity.name) · repair \(code.repair.rawValue)")
      lines += both("code \(code.code)", code.message)
    }
    for (number, example) in rule.examples.enumerated() {
      lines += both("example \(number + 1)", example.title ?? Localized(en: "–", ru: "–"))
    }
    return lines
  }

  private static func both(_ what: String, _ words: Localized) -> [String] {
    ["  \(what) en: \(words.en)", "  \(what) ru: \(words.ru)"]
  }

  private static func json(_ value: JSONValue) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
