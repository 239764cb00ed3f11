/// Makes names distinct where a format tells none apart by letter case.
enum UniqueNames {
  /// The names, a later one of the same spelling numbered: `phone`, `phone_2`.
  /// - Complexity: O(names).
  static func of(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.map { name in
      var candidate = name.isEmpty ? "column" : name
      var number = 1
      while !seen.insert(candidate.lowercased()).inserted {
        number += 1
        candidate = "\(name)_\(number)"
      }
      return candidate
    }
  }
}
