import Foundation
import PluginHost
import RuleKit

/// A rule's page: all that its manifest tells, for people.
struct RulePage {
  let rule: RuleManifest
  let plugin: Plugin
  let language: Language

  private func word(_ en: String, _ ru: String) -> String { language == .ru ? ru : en }

  /// The page.
  var text: String {
    var lines = [
      "\(rule.id) · \(rule.title[language])", "", rule.rationale[language], "",
      "\(word("Plugin", "Плагин")): \(plugin.name) \(plugin.manifest.version)",
      "\(word("Phase", "Фаза")): \(rule.phase.rawValue); \(word("judges", "судит")): \(rule.subject.rawValue)",
      "\(word("Reads", "Читает")): \(rule.reads.joined(separator: ", "))",
    ]
    if !rule.writes.isEmpty {
      lines.append("\(word("Writes", "Пишет")): \(rule.writes.joined(separator: ", "))")
    }
    lines += settings + codes + examples
    return lines.joined(separator: "\n")
  }

  private var settings: [String] {
    let properties = rule.settings.object?["properties"]?.object ?? [:]
    guard !properties.isEmpty else { return [] }
    var lines = ["", word("Settings", "Настройки") + ":"]
    for (name, schema) in properties.sorted(by: { $0.key < $1.key }) {
      let object = schema.object ?? [:]
      let fallback = object["default"].map { " [\(word("default", "по умолчанию")) \(Self.json($0))]" } ?? ""
      lines.append("  \(name): \(object["type"]?.string ?? "")\(fallback)")
      let summary = object[language == .ru ? "x-description-ru" : "description"]?.string
      if let summary { lines.append("      \(summary)") }
    }
    return lines
  }

  private var codes: [String] {
    guard !rule.codes.isEmpty else { return [] }
    return ["", word("Codes", "Коды") + ":"]
      + rule.codes.sorted { $0.code < $1.code }.map { code in
        "  \(code.code) (\(code.severity.name), \(word("repair", "исправление")): \(repair(code.repair))): "
          + code.message[language]
      }
  }

  private func repair(_ repair: Repair) -> String {
    switch repair {
    case .safe: word("safe", "безопасное")
    case .lossy: word("lossy", "с потерей")
    case .absent: word("none", "нет")
    }
  }

  private var examples: [String] {
    guard !rule.examples.isEmpty else { return [] }
    var lines = [
      "",
      word("Examples", "Примеры") + " (↓ — \(word("flagged", "находка")), → — \(word("becomes", "станет"))):",
    ]
    for example in rule.examples {
      lines.append("")
      if let title = example.title { lines.append("  \(title[language])") }
      if let settings = example.settings.object, !settings.isEmpty {
        lines.append("  # \(Self.json(example.settings))")
      }
      lines += example.table.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
      for code in example.flagsTable { lines.append("  ↓ \(word("table", "таблица")): \(code)") }
      if !example.links.isEmpty { lines.append("  \(example.links.joined(separator: ", "))") }
    }
    return lines
  }

  private static func json(_ value: JSONValue) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
