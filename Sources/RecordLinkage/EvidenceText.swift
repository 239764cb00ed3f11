import Foundation

/// Tells why a pair was judged as it was, as JSON without any cell's value.
struct EvidenceText {
  let scorer: PairScorer

  /// `{"field": {"level", "en", "ru", "bits"}, …}`, keys sorted; a rule of identity stands under `rule`.
  func json(_ a: Int, _ b: Int, _ score: PairScorer.Score) -> String {
    var parts: [(field: String, text: String)] = []
    for place in 0..<scorer.model.count where score.pattern[place] > 0 {
      let comparison = Comparison.at(place)
      let level = comparison.levels[score.pattern[place] - 1]
      let text = place - Comparison.Place.texts
      let field = text >= 0 ? scorer.comparator.evidence.textNames[text] : level.field ?? comparison.field
      parts.append(
        (field, Self.entry(level.key, level.en, level.ru, scorer.weight(place, a, b, score.pattern))))
    }
    if score.constraint != .none {
      let label = score.constraint.label
      parts.append(("rule", Self.entry(score.constraint.key, label.en, label.ru, nil)))
    }
    parts.sort { $0.field < $1.field }
    return "{" + parts.map { "\(Self.quoted($0.field)): \($0.text)" }.joined(separator: ", ") + "}"
  }

  private static func entry(_ key: String, _ en: String, _ ru: String, _ bits: Double?) -> String {
    let weight = bits.map { ", \"bits\": \(($0 * 10).rounded() / 10)" } ?? ""
    return "{\"level\": \(quoted(key)), \"en\": \(quoted(en)), \"ru\": \(quoted(ru))\(weight)}"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20:
        quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
