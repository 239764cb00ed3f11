import Foundation
import RuleKit

/// A link's evidence, field by field.
enum Evidence {
  /// The levels, the weightiest first.
  static func levels(_ json: String?, _ language: Language) -> [(field: String, label: String, bits: Double)]
  {
    guard let json, let value = try? JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)) else {
      return []
    }
    return (value.object ?? [:]).map { field, level in
      let label = level.object?[language.rawValue]?.string ?? level.object?["level"]?.string ?? ""
      return (field: field, label: label, bits: level.object?["bits"]?.number ?? 0)
    }.sorted { (abs($1.bits), $0.field) < (abs($0.bits), $1.field) }
  }
}
