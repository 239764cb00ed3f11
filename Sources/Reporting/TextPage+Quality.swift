import Pipeline
import RuleKit

/// Findings and changes.
extension TextPage {
  var findings: [String] {
    let heading = words.say("Findings", "Замечания")
    guard !summary.findings.isEmpty else {
      let isAll = summary.accepted.isEmpty
      return [
        title(heading),
        "  "
          + (isAll
            ? words.say("none: every value fits the standard", "нет: все значения по стандарту")
            : words.say("none that count", "нет таких, что в счёте")),
      ]
    }
    let counts = totals.severities.map { numbers.count($0.count, words.noun($0.severity)) }
    var lines = [title("\(heading): \(numbers.count(totals.findings))", counts.joined(separator: ", "))]
    for rule in rulesInOrder(summary.findings.map(\.rule)) {
      lines.append("  " + paint(rule, .cyan))
      for group in summary.findings where group.rule == rule { lines += self.lines(of: group) }
    }
    return lines
  }

  private func lines(of group: RunSummary.FindingGroup) -> [String] {
    let name = [group.field, group.code].compactMap { $0 }.joined(separator: " · ")
    let count =
      group.isOfTable
      ? words.extent(of: group) : "\(numbers.count(group.count))  \(numbers.percent(group.share))"
    let (sign, colour): (String, Paint) =
      switch group.severity {
      case .error: ("✗", .red)
      case .warning: ("!", .yellow)
      case .info: ("i", .dim)
      }
    let head = "    \(paint(sign, colour)) \(name)  \(paint(count, .bold))  \(line(group.message[language]))"
    guard !options.isBrief else { return [head] }
    var table = TextTable([.right, .left, .left, .left])
    for shape in group.shapes {
      let sample = shape.values.first.map { shown($0, field: group.field, atMost: 32) } ?? ""
      table.add(
        numbers.count(shape.count), shape.shape.isEmpty ? words.blank : visible(shape.shape, atMost: 28),
        shape.shape.isEmpty ? "" : sample,
        joinedAddresses(shape.addresses.map { line($0) }, atMost: 3, of: shape.count))
    }
    if group.otherShapes > 0 {
      table.add(numbers.count(group.otherShapes), words.say("other shapes", "прочие виды"), "", "")
    }
    return [head] + table.lines(indent: 8)
  }

  /// Rules in the order they first stand, each once.
  private func rulesInOrder(_ rules: [String]) -> [String] {
    rules.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Kinds of changes that a brief report lists.
  private static let briefChanges = 12

  var changes: [String] {
    guard !summary.changes.isEmpty else { return [] }
    var table = TextTable([.right, .left, .left])
    var samples: [[String]] = []
    let listed = options.isBrief ? Array(summary.changes.prefix(Self.briefChanges)) : summary.changes
    for group in listed {
      let lossy = group.safety == .lossy ? " [\(words.say("lossy", "с потерей"))]" : ""
      table.add(
        numbers.count(group.count), "\(group.field) · \(group.code)", line(group.message[language]) + lossy)
      var shown = TextTable([.left, .left, .left, .left])
      for sample in summary.samples(of: group, mask, atMost: options.isBrief ? 0 : 3) {
        shown.add(
          self.shown(masked: sample.before), "→", self.shown(masked: sample.after), line(sample.address))
      }
      samples.append(shown.lines(indent: 8))
    }
    var lines = [title("\(words.changesTitle): \(numbers.count(totals.changes))")]
    for (head, below) in zip(table.lines(indent: 2), samples) { lines += [head] + below }
    let rest = summary.changes.dropFirst(listed.count)
    if !rest.isEmpty {
      let cells = numbers.count(rest.reduce(0) { $0 + $1.count })
      lines.append(
        "  "
          + words.say(
            "… and \(cells) more of \(rest.count) other kinds: see the report and the journal",
            "… и ещё \(cells), других видов — \(rest.count): в отчёте и журнале"))
    }
    return lines
  }
}
