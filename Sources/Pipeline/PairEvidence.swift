import Foundation
public import RuleKit
import Tables

/// Reads a link's evidence back into rows of a table.
public enum PairEvidence {
  /// An example for reports, in both languages' labels where the evidence has them.
  static func example(_ pair: RunLog.Pair, _ outcome: RunOutcome) -> RunSummary.Pair {
    let rows = [Int(pair.rowA), Int(pair.rowB)]
    return RunSummary.Pair(
      addressA: outcome.address(of: rows[0]), addressB: outcome.address(of: rows[1]),
      probability: pair.probability, verdict: pair.verdict,
      evidence: levels(pair.evidence).map { level in
        (
          field: level.field, a: outcome.readValue(level.field, rows[0]),
          b: outcome.readValue(level.field, rows[1]),
          label: level.label,
          bits: level.bits
        )
      })
  }

  /// The levels of a link's evidence, the weightiest first; a level without labels is called by its name.
  public static func levels(_ json: String?) -> [(field: String, label: Localized, bits: Double)] {
    guard let json, let value = try? JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)) else {
      return []
    }
    return (value.object ?? [:]).map { field, level in
      let name = level.object?["level"]?.string ?? ""
      let label = Localized(
        en: level.object?["en"]?.string ?? name, ru: level.object?["ru"]?.string ?? name)
      return (field: field, label: label, bits: level.object?["bits"]?.number ?? 0)
    }.sorted { (abs($1.bits), $0.field) < (abs($0.bits), $1.field) }
  }
}
