import Pipeline
import RuleKit

/// What would merge, what people decided, what other bases have already.
extension TextPage {
  /// The groups that a dry run would merge, the largest first.
  var merges: [String] {
    let found = summary.duplicates
    guard options.isDryRun, found.mergedClients > 0 else { return [] }
    let rows = numbers.count(found.mergedRows + found.mergedClients, .row)
    let clients = numbers.count(found.mergedClients, .client)
    var lines = [
      title(
        words.say("What would merge", "Что будет объединено"),
        words.say("\(rows) into \(clients)", "\(rows) → \(clients)"))
    ]
    var table = TextTable([.right, .left])
    for group in found.groups {
      let more = group.rows - group.addresses.count
      let shown = group.addresses.map { line($0) }.joined(separator: "  +  ")
      table.add(numbers.count(group.rows), shown + (more > 0 ? "  +  … \(numbers.count(more))" : ""))
    }
    lines += table.lines(indent: 2)
    let rest = found.mergedClients - found.groups.count
    if rest > 0 {
      lines.append(
        "  "
          + words.say(
            "… and \(numbers.count(rest, .client)) more: --verbose lists all",
            "… и ещё \(numbers.count(rest, .client)): все покажет --verbose"))
    }
    return lines
  }

  var decisions: [String] {
    guard let made = summary.decisions else { return [] }
    var table = TextTable([.left, .right])
    for item in made.counts(words) { table.add(item.name, numbers.count(item.count, .pair)) }
    return [title(words.say("Decisions", "Решения людей"))] + table.lines(indent: 2)
      + made.refused.map { "    " + line($0[language]) }
  }

  var against: [String] {
    guard let found = summary.against else { return [] }
    var table = TextTable([.left, .right])
    for item in found.counts(words) { table.add(item.name, numbers.count(item.count, .row)) }
    return [title(words.say("Held against", "Сверено с"), line(found.names(numbers)))]
      + table.lines(indent: 2)
  }
}

extension RunSummary.Decisions {
  /// What came of the decisions, named; what did not occur is left out.
  func counts(_ words: Wording) -> [(name: String, count: Int)] {
    [
      (words.say("merged", "объединено"), merged), (words.say("kept apart", "не дубль"), keptApart),
      (words.say("later", "позже"), later),
      (words.say("earlier, records not here", "прежние, записей здесь нет"), absent),
      (words.say("refused", "отклонено"), refused.count),
    ].filter { $0.1 > 0 }
  }
}

extension RunSummary.Against {
  /// The verdicts, named, in the order of what to do with them.
  func counts(_ words: Wording) -> [(name: String, count: Int)] {
    [
      (words.say("new", "новые"), new), (words.say("already ours", "уже наши"), ours),
      (words.say("on the stop list", "в стоп-листе"), stopped),
      (words.say("in conflict, for a person to decide", "спорные, решать человеку"), conflicts),
    ]
  }

  /// The bases, and their rows.
  func names(_ numbers: Numbers) -> String {
    func file(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
    let all =
      bases.map { "\(file($0.path)) (\(numbers.count($0.rows, .row)))" } + (stopList.map { [file($0)] } ?? [])
    return all.joined(separator: ", ")
  }
}
