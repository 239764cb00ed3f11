import Pipeline
import RuleKit
import Tables

/// What exchange formats say of a group of findings, in one language.
struct GroupWords {
  let summary: RunSummary
  let options: ReportOptions
  let words: Wording
  let numbers: Numbers

  init(_ summary: RunSummary, _ options: ReportOptions) {
    self.summary = summary
    self.options = options
    words = Wording(language: options.language, command: options.command)
    numbers = Numbers(options.language)
  }

  /// Field, where there is one, and code: `phone · invalid-length`.
  func name(of group: RunSummary.FindingGroup) -> String {
    [group.field, group.code].compactMap { $0 }.joined(separator: " · ")
  }

  /// Field's label and what is wrong: `Phone: the number is too short`.
  func statement(of group: RunSummary.FindingGroup) -> String {
    let message = line(group.message[options.language])
    guard let field = group.field else { return message }
    let label = summary.label(of: field, options.language)
    return message.hasPrefix(label) ? message : "\(label): \(message)"
  }

  /// How often, and what share of the rows that is.
  func count(of group: RunSummary.FindingGroup) -> String {
    "\(numbers.count(group.count, .finding)), \(numbers.percent(group.share))"
  }

  /// The shape of a value, as people read it.
  func shape(_ shape: RunSummary.Shape) -> String { shape.shape.isEmpty ? words.blank : visible(shape.shape) }

  /// The first places of a shape and how many more there are.
  func places(of shape: RunSummary.Shape, atMost limit: Int = .max) -> String {
    joinedAddresses(shape.addresses.map { line($0) }, atMost: limit, of: shape.count)
  }

  /// Where findings stand that a report has no room for; empty where it has them all.
  func rest(_ left: Int) -> String {
    guard left > 0 else { return "" }
    let count = numbers.count(left, .finding)
    if let file = options.sideFile {
      return words.say("\(count) more: all of them stand in \(file)", "ещё \(count): все стоят в \(file)")
    }
    return words.say(
      "\(count) more: write the report with --report FILE and all of them stand beside it",
      "ещё \(count): запишите отчёт с --report ФАЙЛ, и все встанут рядом с ним")
  }

  /// The line that ends every report.
  var lastLine: String { words.lastLine(summary.rowsRead) }

  /// What a check came to, in a few words.
  var verdict: String {
    let grave = Totals(summary).severities.map { numbers.count($0.count, words.noun($0.severity)) }
    let counts = grave.isEmpty ? words.say("no findings", "замечаний нет") : grave.joined(separator: ", ")
    guard let judgement = summary.judgement else { return counts }
    return judgement.isFailed
      ? words.say("Failed: \(counts)", "Не прошла: \(counts)")
      : words.say("Passed: \(counts)", "Прошла: \(counts)")
  }
}
