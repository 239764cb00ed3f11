import Pipeline
import RuleKit

/// Duplicates, dead souls and segments.
extension TextPage {
  var duplicates: [String] {
    let found = summary.duplicates
    guard found.same + found.review > 0 || !found.examples.isEmpty else { return [] }
    var bands = TextTable([.left, .right, .left])
    let clients = numbers.count(found.mergedClients, .client)
    let rows = numbers.count(found.mergedRows, .duplicate)
    let merged =
      found.mergedClients == 0
      ? "" : words.say("\(rows) merged into \(clients)", "\(rows) → \(clients)")
    bands.add(words.verdict(.same), numbers.count(found.same, .pair), merged)
    bands.add(words.verdict(.review), numbers.count(found.review, .pair), "")
    var lines = [title(words.say("Duplicates", "Дубли"))] + bands.lines(indent: 2)
    for pair in options.isBrief ? [] : found.examples {
      let place = "\(line(pair.addressA))  ≟  \(line(pair.addressB))"
      lines.append(
        "  \(numbers.probability(pair.probability))  \(paint(words.verdict(pair.verdict), .bold))  \(place)")
      var table = TextTable([.left, .left, .left, .left, .right])
      for item in pair.evidence {
        let isBare = item.a == nil && item.b == nil
        table.add(
          item.field, isBare ? "–" : shown(item.a, field: item.field, atMost: 32),
          isBare ? "–" : shown(item.b, field: item.field, atMost: 32), line(item.label[language]),
          "\(numbers.bits(item.bits)) \(words.say("bits", "бит"))")
      }
      lines += table.lines(indent: 6)
    }
    return lines
  }

  var deadSouls: [String] {
    guard !summary.statuses.isEmpty else { return [] }
    let whole = summary.statuses.reduce(0) { $0 + $1.count }
    var lines = [title(words.say("Dead souls", "Мёртвые души"), numbers.count(whole, .client))]
    var table = TextTable([.left, .right, .right])
    for item in summary.statuses {
      table.add(words.status(item.status), numbers.count(item.count), numbers.percent(item.count, of: whole))
      for reason in options.isBrief ? [] : summary.reasons(of: item.status, words) {
        table.add("  " + line(reason.reason, atMost: 60), numbers.count(reason.count), "")
      }
    }
    lines += table.lines(indent: 2)
    guard !summary.advice.isEmpty else { return lines }
    let advice = summary.advice.map { "\(words.advice($0.advice)) \(numbers.count($0.count))" }
    return lines + ["  \(words.say("advice", "совет")): " + advice.joined(separator: ", ")]
  }

  var segments: [String] {
    guard !summary.segments.isEmpty else { return [] }
    var table = TextTable([.left, .left])
    for item in summary.segments {
      let parts = item.values.map { "\(words.segment($0.value)) \(numbers.count($0.count))" }
      table.add(line(summary.label(of: item.field, language)), line(parts.joined(separator: ", ")))
    }
    return [title(words.say("Segments", "Сегменты"))] + table.lines(indent: 2)
  }
}
