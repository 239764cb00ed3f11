import Pipeline
import RuleKit

/// What a report says of findings that count no more.
struct AcceptedWords {
  private let accepted: RunSummary.Accepted
  private let words: Wording
  private let numbers: Numbers

  init(_ accepted: RunSummary.Accepted, _ words: Wording, _ numbers: Numbers) {
    self.accepted = accepted
    self.words = words
    self.numbers = numbers
  }

  /// A line for each way in which findings were accepted; none where there was none.
  var lines: [String] {
    var lines: [String] = []
    if accepted.isWritten, let file = accepted.baseline {
      let count = numbers.count(accepted.inBaseline, .finding)
      lines.append(
        words.say(
          "baseline \(file) written: \(count) accepted", "базовая линия \(file) записана: принято \(count)"))
    } else if let file = accepted.baseline {
      let count = numbers.count(accepted.inBaseline, .finding)
      lines.append(words.say("in the baseline \(file): \(count)", "в базовой линии \(file): \(count)"))
    }
    if !accepted.gone.isEmpty {
      let count = accepted.gone.reduce(0) { $0 + $1.count }
      lines.append(
        words.say(
          "accepted before and gone now: \(numbers.count(count)); --update-baseline takes them out",
          "было принято, но больше нет: \(numbers.count(count)); --update-baseline их уберёт"))
      for kind in accepted.gone {
        let name = [kind.rule, kind.code, kind.field].compactMap { $0 }.joined(separator: " · ")
        lines.append("  \(numbers.count(kind.count))  \(name)")
      }
    }
    if accepted.suppressed > 0 {
      lines.append(
        words.say("suppressed by the standard: ", "подавлено стандартом: ")
          + numbers.count(accepted.suppressed, .finding))
    }
    if accepted.filtered > 0 {
      lines.append(
        words.say("of rules and fields not asked for: ", "у правил и полей, о которых не спрашивали: ")
          + numbers.count(accepted.filtered, .finding))
    }
    return lines
  }
}
