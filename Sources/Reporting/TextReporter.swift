public import Pipeline
import RuleKit
import Tables

/// A report for a terminal: dense, aligned, plain unless colours are asked for.
///
/// Its last line is always `read N of N` (Russian: `прочитано N из N`), ungrouped, for scripts that look for it.
public struct TextReporter: Reporter {
  public static let name = "text"
  public static let fileExtension = "txt"

  public init() {}

  public func render(_ summary: RunSummary, options: ReportOptions) -> String {
    let page = TextPage(summary, options)
    let sections = [
      page.heading, page.sources, page.standard, page.findings, page.accepted, page.changes, page.duplicates,
      page.merges, page.decisions, page.against, page.deadSouls, page.segments, page.money, page.notes,
      page.nextSteps, page.outputs,
      page.sums,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }
}

/// The sections of the text report; a section without content has no lines.
struct TextPage {
  let summary: RunSummary
  let options: ReportOptions
  let words: Wording
  let numbers: Numbers
  let mask: Mask
  let totals: Totals

  init(_ summary: RunSummary, _ options: ReportOptions) {
    self.summary = summary
    self.options = options
    words = Wording(language: options.language, command: options.command)
    numbers = Numbers(options.language)
    mask = Mask(reveals: options.reveal)
    totals = Totals(summary)
  }

  var language: Language { options.language }

  /// Colours of a terminal, ECMA-48 §8.3.117 (SGR).
  enum Paint: String {
    case bold = "1", red = "31", green = "32", yellow = "33", cyan = "36", dim = "2"
  }

  func paint(_ text: String, _ paint: Paint) -> String {
    options.colour ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }

  func title(_ text: String, _ detail: String = "") -> String {
    paint(text, .bold) + (detail.isEmpty ? "" : "  " + paint(detail, .dim))
  }

  /// A masked value as it stands in a line.
  func shown(_ value: String?, field: String?, atMost limit: Int = 48) -> String {
    shown(masked: mask(value, field: field), atMost: limit)
  }

  /// A value that is masked already, as it stands in a line.
  func shown(masked value: String?, atMost limit: Int = 48) -> String {
    guard let value, !value.isEmpty else { return words.blank }
    return visible(value, atMost: limit)
  }

  // MARK: Heading, sources, standard

  var heading: [String] {
    let version = summary.version.isEmpty ? words.product : "\(words.product) \(summary.version)"
    return [
      paint(
        ([version, words.title] + (summary.now.isEmpty ? [] : [summary.now])).joined(separator: " · "), .bold)
    ]
  }

  var sources: [String] {
    guard !summary.sources.isEmpty else { return [] }
    var table = TextTable([.left, .left, .right, .left])
    for source in summary.sources {
      table.add(
        line(source.place, atMost: 60), words.role(source.role), numbers.count(source.rows, .row),
        line(source.notes.map { language == .ru ? $0.russian : $0.english }.joined(separator: "; ")))
    }
    let total =
      "\(numbers.count(summary.sources.count, .table)), \(numbers.count(summary.rowsRead, .row))"
    return [title(words.say("What came in", "Что пришло"), total)] + table.lines(indent: 2)
  }

  var standard: [String] {
    guard !summary.standard.isEmpty else { return [] }
    let name = [summary.standard, summary.standardTitle[language]].filter { !$0.isEmpty }.joined(
      separator: " · ")
    let reason = summary.standardReason[language]
    return [title(words.say("Standard", "Стандарт")), "  " + name] + (reason.isEmpty ? [] : ["  " + reason])
  }

  // MARK: Money, notes, the end

  var money: [String] {
    guard !summary.money.isEmpty else { return [] }
    var table = TextTable([.left, .left, .right, .left, .right])
    for check in summary.money {
      let holds = check.before == check.after
      table.add(
        holds ? "✓" : "✗", check.name, numbers.decimal(check.before), holds ? "=" : "≠",
        numbers.decimal(check.after))
    }
    return [title(words.say("Money, in and out", "Деньги: вошло и вышло"))] + table.lines(indent: 2)
  }

  var notes: [String] {
    guard !summary.notes.isEmpty else { return [] }
    return [title(words.say("To know", "Полезно знать"))] + summary.notes.map { "  " + line($0[language]) }
  }

  /// Findings that count no more.
  var accepted: [String] {
    let lines = AcceptedWords(summary.accepted, words, numbers).lines
    guard !lines.isEmpty else { return [] }
    return [title(words.say("Not counted", "Не в счёте"))] + lines.map { "  " + line($0) }
  }

  var nextSteps: [String] {
    let steps = NextSteps(summary, words: words, numbers: numbers).all
    var lines = [title(words.say("What to do next", "Что делать дальше"))]
    for (index, step) in steps.enumerated() {
      lines.append("  \(index + 1). \(line(step.title))")
      lines.append("     " + paint(line(step.detail.filter { $0 != "`" }), .dim))
    }
    return lines
  }

  var outputs: [String] {
    guard !summary.outputs.isEmpty else { return [] }
    var table = TextTable([.left, .left])
    for output in summary.outputs { table.add(words.output(output.kind), line(output.path)) }
    return [title(words.say("Delivered", "Готово"))] + table.lines(indent: 2)
  }

  /// The conservation of rows, and the line that ends every screen.
  var sums: [String] {
    var lines: [String] = []
    if totals.isConserved, totals.rows > 0 {
      let parts = [
        "\(words.say("kept", "осталось")) \(numbers.count(totals.kept))",
        "\(words.say("merged", "слито")) \(numbers.count(totals.merged))",
        "\(words.say("quarantined", "отложено")) \(numbers.count(totals.quarantined))",
      ]
      let written =
        options.command == .check
        ? "" : " · \(words.say("written", "записано")) \(numbers.count(summary.clientsWritten, .client))"
      lines.append(
        "\(parts.joined(separator: " + ")) = \(words.say("read", "прочитано")) \(numbers.count(totals.rows))"
          + written)
    }
    lines.append(words.lastLine(summary.rowsRead))
    return lines
  }
}
