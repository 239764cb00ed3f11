import Pipeline
import RuleKit

/// Fields, changes, findings.
extension HTMLPage {
  var fieldsModel: [String: Any] {
    [
      "hasFields": !summary.fields.isEmpty, "fields": summary.fields.map(row),
      "fieldsKey": hasOutcome ? BarPicture.key(words) : "",
    ]
  }

  private func row(_ field: RunSummary.Field) -> [String: Any] {
    let before = numbers.percent(field.filledBefore)
    let after = numbers.percent(field.filledAfter)
    let isDerived = field.headers.isEmpty
    var flagged = numbers.count(field.flaggedBefore)
    if hasOutcome, field.flaggedBefore != field.flaggedAfter {
      flagged += " → " + numbers.count(field.flaggedAfter)
    }
    let filled = !hasOutcome ? before : isDerived ? after : before == after ? after : "\(before) → \(after)"
    return [
      "label": line(summary.label(of: field.name, language)), "origin": origin(field), "filled": filled,
      "bar": BarPicture.filled(
        before: isDerived ? nil : field.filledBefore, after: hasOutcome ? field.filledAfter : nil,
        alternative: filled),
      "flagged": field.flaggedBefore + field.flaggedAfter == 0 ? "–" : flagged,
      "changed": field.changed == 0 ? "–" : numbers.count(field.changed),
    ]
  }

  private func origin(_ field: RunSummary.Field) -> String {
    let headers = field.headers.map { words.say("“\(line($0))”", "«\(line($0))»") }.joined(separator: ", ")
    let how =
      field.name.hasPrefix("extra.")
      ? words.say("not recognised, kept as it was", "не узнано, сохранено как было")
      : field.headers.isEmpty ? words.recognition("derived") : words.recognition(field.how)
    let name = field.name.hasPrefix("extra.") ? "" : field.name
    return [name, headers, how].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  var changesModel: [String: Any] {
    [
      "hasChanges": !summary.changes.isEmpty, "changesCount": numbers.count(totals.changes),
      "changes": summary.changes.map { group -> [String: Any] in
        let samples = summary.samples(of: group, mask, atMost: 4).map { sample -> [String: Any] in
          [
            "before": shown(masked: sample.before), "after": shown(masked: sample.after),
            "address": place(sample.address),
          ]
        }
        return [
          "field": line(summary.label(of: group.field, language)), "message": line(group.message[language]),
          "count": numbers.count(group.count), "code": "\(group.rule) · \(group.code)", "samples": samples,
          "hasSamples": !samples.isEmpty,
          "lossy": group.safety == .lossy ? [words.say("lossy", "с потерей")] : [],
        ]
      },
    ]
  }

  var findingsModel: [String: Any] {
    let rules = summary.findings.map(\.rule).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let none = words.say("None: every value fits the standard.", "Нет: все значения по стандарту.")
    return [
      "findingsCount": totals.severities.map { numbers.count($0.count, words.noun($0.severity)) }
        .joined(separator: ", "),
      "noFindings": summary.findings.isEmpty ? [none] : [],
      "rules": rules.map { rule -> [String: Any] in
        let groups = summary.findings.filter { $0.rule == rule }
        return [
          "rule": rule, "ruleCount": numbers.count(groups.reduce(0) { $0 + $1.count }),
          "groups": groups.map(card),
        ]
      },
    ]
  }

  private func card(_ group: RunSummary.FindingGroup) -> [String: Any] {
    var shapes = group.shapes.map { shape -> [String: Any] in
      [
        "number": numbers.count(shape.count),
        "shape": shape.shape.isEmpty ? words.blank : visible(shape.shape, atMost: 60),
        "example": shape.values.first.map { shown($0, field: group.field) } ?? "–",
        "addresses": joinedAddresses(shape.addresses.map(place), atMost: 4, of: shape.count),
      ]
    }
    if group.otherShapes > 0 {
      shapes.append([
        "number": numbers.count(group.otherShapes), "shape": words.say("other shapes", "прочие виды"),
        "example": "–", "addresses": "–",
      ])
    }
    return [
      "tone": group.severity.name, "severity": words.severity(group.severity),
      "field": group.field.map { [line(summary.label(of: $0, language))] } ?? [],
      "message": line(group.message[language]),
      "count": group.isOfTable ? words.extent(of: group) : numbers.count(group.count),
      "share": group.isOfTable ? "" : numbers.percent(group.share),
      "code": [group.field, group.code].compactMap { $0 }.joined(separator: " · "),
      "shapes": shapes, "hasShapes": !shapes.isEmpty,
    ]
  }
}
