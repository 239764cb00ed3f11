import Pipeline
import RuleKit

/// Duplicates and dead souls.
extension HTMLPage {
  var hasDuplicates: Bool {
    summary.duplicates.same + summary.duplicates.review > 0 || !summary.duplicates.examples.isEmpty
  }

  var duplicatesModel: [String: Any] {
    let found = summary.duplicates
    let clients = numbers.count(found.mergedClients, .client)
    let rows = numbers.count(found.mergedRows, .duplicate)
    let merged =
      found.mergedClients == 0 ? "" : words.say("\(rows) merged into \(clients)", "\(rows) → \(clients)")
    let pairs = { (count: Int) in Noun.pair.form(for: count, language) }
    return [
      "hasDuplicates": hasDuplicates, "hasPairs": !found.examples.isEmpty,
      "bands": [
        [
          "tone": "same", "number": numbers.count(found.same),
          "label": "\(pairs(found.same)): \(words.verdict(.same))",
          "detail": merged,
        ],
        [
          "tone": "review", "number": numbers.count(found.review),
          "label": "\(pairs(found.review)): \(words.verdict(.review))",
          "detail": words.say("nothing was merged here", "здесь ничего не слито"),
        ],
      ],
      "pairs": found.examples.map(card),
    ]
  }

  private func card(_ pair: RunSummary.Pair) -> [String: Any] {
    let widest = pair.evidence.map { abs($0.bits) }.max() ?? 1
    return [
      "tone": pair.verdict.name, "verdict": words.verdict(pair.verdict), "addressA": place(pair.addressA),
      "addressB": place(pair.addressB), "probability": numbers.probability(pair.probability),
      "evidence": pair.evidence.map { item -> [String: Any] in
        let isBare = item.a == nil && item.b == nil
        return [
          "name": line(words.compared(item.field, summary)),
          "a": isBare ? "–" : shown(item.a, field: item.field),
          "b": isBare ? "–" : shown(item.b, field: item.field), "level": line(item.label[language]),
          "weight": numbers.bits(item.bits),
          "bar": BarPicture.weight(item.bits, widest: widest, alternative: numbers.bits(item.bits)),
        ]
      },
    ]
  }

  var soulsModel: [String: Any] {
    let whole = summary.statuses.reduce(0) { $0 + $1.count }
    let parts = summary.statuses.map { (BarPicture.tone(ofStatus: $0.status), $0.count) }
    let alternative = summary.statuses.map {
      "\(words.status($0.status)) \(numbers.percent($0.count, of: whole))"
    }
    return [
      "hasSouls": !summary.statuses.isEmpty, "soulsCount": numbers.count(whole, .client),
      "soulsPicture": BarPicture.stacked(parts, alternative: alternative.joined(separator: ", ")),
      "statuses": summary.statuses.map { item -> [String: Any] in
        [
          "name": line(words.status(item.status)), "number": numbers.count(item.count),
          "swatch": BarPicture.swatch(BarPicture.tone(ofStatus: item.status)),
          "share": numbers.percent(item.count, of: whole),
          "reasons": summary.reasons(of: item.status, words).map {
            ["reason": line($0.reason), "count": numbers.count($0.count)]
          },
        ]
      },
      "hasAdvice": !summary.advice.isEmpty,
      "advice": summary.advice.map {
        ["name": line(words.advice($0.advice)), "number": numbers.count($0.count)]
      },
      "segments": summary.segments.map { item -> [String: Any] in
        [
          "title": line(summary.label(of: item.field, language)),
          "values": item.values.map {
            ["name": line(words.segment($0.value)), "number": numbers.count($0.count)]
          },
        ]
      },
    ]
  }
}
