public import Pipeline
import RuleKit

/// Findings as a comment under a pull request, in GitHub Flavored Markdown.
///
/// A comment of GitHub holds 65,536 characters: kinds of findings that would not fit are counted on its last lines.
public struct MarkdownReporter: Reporter {
  public static let name = "markdown"
  public static let fileExtension = "md"

  /// Characters that leave room for the last lines.
  static let room = 60_000

  public init() {}

  public func render(_ summary: RunSummary, options: ReportOptions) -> String {
    let words = GroupWords(summary, options)
    let say = words.words.say
    let sign = summary.judgement.map { $0.isFailed ? "❌ " : "✅ " } ?? ""
    var lines = ["### \(sign)\(say("Revizor", "Ревизор")): \(Self.text(words.verdict))", ""]
    let place = summary.sources.map { "`\($0.place.replacing("`", with: "'"))`" }.joined(separator: ", ")
    lines.append(
      "\(say("Standard", "Стандарт")) `\(summary.standard)` · \(place) · \(words.numbers.count(summary.rowsRead, .row))"
    )
    lines += accepted(words)
    if !summary.findings.isEmpty { lines += ["", header(say), "|---|---|---|---:|---:|---|"] }
    var length = lines.reduce(0) { $0 + $1.count + 1 }
    var shown = 0
    for group in summary.findings {
      let row = Self.row(group, words)
      guard length + row.count < Self.room else { break }
      lines.append(row)
      length += row.count + 1
      shown += 1
    }
    let rest = summary.findings.dropFirst(shown)
    if !rest.isEmpty {
      lines += ["", words.rest(rest.reduce(0) { $0 + $1.count })]
    } else if let file = options.sideFile {
      lines += ["", say("Every finding: `\(file)`", "Все замечания: `\(file)`")]
    }
    return (lines + ["", words.lastLine, ""]).joined(separator: "\n")
  }

  private func header(_ say: (String, String) -> String) -> String {
    "| | \(say("Rule", "Правило")) | \(say("What", "Что")) | \(say("Count", "Сколько")) | \(say("Share", "Доля"))"
      + " | \(say("Where", "Где")) |"
  }

  private func accepted(_ words: GroupWords) -> [String] {
    AcceptedWords(words.summary.accepted, words.words, words.numbers).lines.map { "\n\(Self.text($0))" }
  }

  private static func row(_ group: RunSummary.FindingGroup, _ words: GroupWords) -> String {
    let sign =
      switch group.severity {
      case .error: "❌"
      case .warning: "⚠️"
      case .info: "ℹ️"
      }
    let places = group.shapes.first.map { words.places(of: $0, atMost: 3) } ?? ""
    let cells = [
      sign, "`\(group.rule)`", text(words.statement(of: group)), words.numbers.count(group.count),
      words.numbers.percent(group.share), text(places),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// A text that is shown as it is: signs that Markdown or HTML would take for their own are escaped.
  private static func text(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_{}[]()#+!|<>~&@".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
