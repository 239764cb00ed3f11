import RuleKit

/// The columns that answer for a field.
enum FieldFamily {
  /// What may follow a field's name in a column of the same meaning: `phone_mobile`, `address_legal`.
  private static let variants: Set<String> = ["mobile", "work", "home", "other", "legal", "actual"]

  /// Places of the columns that count for `field`: the field itself first, then repeats and variants.
  /// - Complexity: O(columns).
  static func columns(of field: String, among names: [String]) -> [Int] {
    let exact = names.indices.filter { names[$0] == field }
    return exact + names.indices.filter { names[$0] != field && belongs(names[$0], to: field) }
  }

  private static func belongs(_ name: String, to field: String) -> Bool {
    let base = FieldName.split(name).base
    if base == field { return true }
    guard base.hasPrefix(field + "_") else { return false }
    return variants.contains(String(base.dropFirst(field.count + 1)))
  }
}
