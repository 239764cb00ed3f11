import FieldFormats
import RuleKit

/// A format's page: its name, its sources, what it does to values, its codes.
struct FormatPage {
  /// The rule that applies formats; `format-standards/phone` names one.
  static let rule = "format-standards"

  let name: String
  let guide: FormatGuide
  let format: any FieldFormat
  let language: Language

  private func word(_ en: String, _ ru: String) -> String { language == .ru ? ru : en }

  /// The page.
  var text: String {
    let title = word(guide.title.en, guide.title.ru)
    var lines = ["\(Self.rule)/\(name)" + (title.isEmpty ? "" : " · \(title)")]
    if !guide.sources.isEmpty {
      lines += ["", word("Sources", "Источники") + ":"]
      lines += guide.sources.map { "  " + word($0.en, $0.ru) }
    }
    lines += examples + codes
    lines += ["", word("Try it", "Проверить") + ": revizor format \(name) \(word("VALUE", "ЗНАЧЕНИЕ"))"]
    return lines.joined(separator: "\n")
  }

  private var examples: [String] {
    guard !guide.examples.isEmpty else { return [] }
    let results = guide.examples.map { format.explain($0.input) }
    let width = results.map { status($0.status).count }.max() ?? 0
    let lines = results.map { result in
      let status = status(result.status)
      var line = "  " + status + String(repeating: " ", count: width - status.count) + "  \(result.input)"
      if let value = result.value, value != result.input { line += " → \(value)" }
      if let code = result.code { line += "  (\(code))" }
      if let suggestion = result.suggestion { line += "  \(word("perhaps", "возможно")) \(suggestion)" }
      return line
    }
    return ["", word("Examples", "Примеры") + ":"] + lines
  }

  private var codes: [String] {
    guard !format.codes.isEmpty else { return [] }
    return ["", word("Codes", "Коды") + ":"]
      + format.codes.sorted { $0.id < $1.id }.map { code in
        "  \(code.id) (\(code.severity.rawValue), \(word("repair", "исправление")): \(repair(code.repair))): "
          + word(code.en, code.ru)
      }
  }

  private func repair(_ repair: FormatRepair) -> String {
    switch repair {
    case .safe: word("safe", "безопасное")
    case .lossy: word("lossy", "с потерей")
    case .absent: word("none", "нет")
    }
  }

  private func status(_ status: FormatStatus) -> String {
    switch status {
    case .ok: word("ok", "верно")
    case .fixed: word("fixed", "исправлено")
    case .suspicious: word("suspicious", "сомнительно")
    case .invalid: word("invalid", "неверно")
    case .placeholder: word("placeholder", "заглушка")
    case .missing: word("missing", "пусто")
    case .ambiguous: word("ambiguous", "неоднозначно")
    }
  }
}
