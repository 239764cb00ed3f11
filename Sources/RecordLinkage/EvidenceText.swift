import Foundation

/// Tells why a pair was judged as it was, as JSON without any cell's value.
struct EvidenceText: Sendable {
  private let scorer: PairScorer
  /// For each comparison and level the field it is told under, and its entry up to the weight.
  private let entries: [[(field: String, text: String)]]

  init(scorer: PairScorer) {
    self.scorer = scorer
    entries = (0..<scorer.model.count).map { place in
      let comparison = Comparison.at(place)
      let text = place - Comparison.Place.texts
      return comparison.levels.map { level in
        let field = text >= 0 ? scorer.comparator.evidence.textNames[text] : level.field ?? comparison.field
        return (field, "\(Self.quoted(field)): \(Self.entry(level.key, level.en, level.ru))")
      }
    }
  }

  /// `{"field": {"level", "en", "ru", "bits"}, …}`, keys sorted; a rule of identity stands under `rule`.
  func json(_ a: Int, _ b: Int, _ score: PairScorer.Score) -> String {
    var parts: [(field: String, text: String)] = []
    for place in 0..<scorer.model.count where score.pattern[place] > 0 {
      let (field, text) = entries[place][score.pattern[place] - 1]
      let bits = (scorer.weight(place, a, b, score.pattern) * 10).rounded() / 10
      parts.append((field, "\(text), \"bits\": \(bits == 0 ? 0 : bits)}"))
    }
    if score.constraint != .none {
      let label = score.constraint.label
      parts.append(("rule", "\"rule\": \(Self.entry(score.constraint.key, label.en, label.ru))}"))
    }
    parts.sort { $0.field < $1.field }
    return "{" + parts.map(\.text).joined(separator: ", ") + "}"
  }

  /// An entry that is still open at its end.
  private static func entry(_ key: String, _ en: String, _ ru: String) -> String {
    "{\"level\": \(quoted(key)), \"en\": \(quoted(en)), \"ru\": \(quoted(ru))"
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
