import Pipeline
import RuleKit
import Tables

/// What came in and went out, and the proofs: rows, money, fingerprints of files.
extension HTMLPage {
  /// Whether rows may have a fate other than to stay.
  private var showsFates: Bool { options.command != .check || totals.merged + totals.quarantined > 0 }

  var flowModel: [String: Any] {
    var model: [String: Any] = [
      "tables": summary.sources.map(row), "fates": showsFates,
      "notes": summary.notes.map { line($0[language]) },
      "total": [
        "rows": numbers.count(totals.rows), "kept": numbers.count(totals.kept),
        "merged": numbers.count(totals.merged), "quarantined": numbers.count(totals.quarantined),
      ],
      "proofTone": totals.isConserved ? "good" : "bad", "proof": proof,
    ]
    if showsFates, totals.rows > 0 {
      model["picture"] = FlowPicture(summary, words: words, numbers: numbers).svg
      model["caption"] = caption
    }
    return model
  }

  private func row(_ source: RunSummary.Source) -> [String: Any] {
    [
      "place": line(source.place),
      "role": words.role(source.role),
      "notes": line(source.notes.map { language == .ru ? $0.russian : $0.english }.joined(separator: ", ")),
      "rows": numbers.count(source.rows),
      "kept": numbers.count(source.kept), "merged": numbers.count(source.merged),
      "quarantined": numbers.count(source.quarantined),
    ]
  }

  private var proof: String {
    let sides =
      "\(numbers.count(totals.rows)) = \(numbers.count(totals.kept)) + \(numbers.count(totals.merged)) + "
      + numbers.count(totals.quarantined)
    return totals.isConserved
      ? "✓ \(sides). " + words.say("No row is lost.", "Ни одна строка не потеряна.")
      : "✗ " + words.say("The rows do not add up.", "Строки не сходятся.")
  }

  private var caption: String {
    let found = summary.duplicates
    guard found.mergedClients > 0 else { return words.say("Rows of clients.", "Строки с клиентами.") }
    let clients = numbers.count(found.mergedClients, .client)
    return words.say(
      "Rows of clients. \(clients) gathered from several rows.",
      "Строки с клиентами. Собрано из нескольких строк: \(clients).")
  }

  var proofModel: [String: Any] {
    var prints: [[String: Any]] = []
    var seen: [String] = []
    for source in summary.sources where !seen.contains(source.path) {
      seen.append(source.path)
      prints.append(["path": line(source.path), "format": source.format, "sha": source.sha256])
    }
    return [
      "prints": prints, "hasMoney": !summary.money.isEmpty,
      "money": summary.money.map { check -> [String: Any] in
        let holds = check.before == check.after
        return [
          "name": line(check.name), "before": numbers.decimal(check.before),
          "after": numbers.decimal(check.after),
          "tone": holds ? "good" : "bad",
          "verdict": holds ? words.say("✓ agrees", "✓ сходится") : words.say("✗ differs", "✗ расходится"),
        ]
      },
      "hasOutputs": !summary.outputs.isEmpty,
      "outputs": summary.outputs.map { ["kind": words.output($0.kind), "path": line($0.path)] },
    ]
  }
}
