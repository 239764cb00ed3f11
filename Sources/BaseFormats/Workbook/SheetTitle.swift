/// Names that a sheet may have: at most 31 characters, none of `[]:*?/\`, no apostrophe at either end, no two
/// alike (ECMA-376 part 1 §18.2.19 and what Excel refuses).
enum SheetTitle {
  private static let longest = 31

  /// Legal, distinct titles in the same order.
  /// - Complexity: O(titles × their length).
  static func legal(_ titles: [String]) -> [String] {
    var seen: Set<String> = ["history"]
    return titles.map { title in
      let base = cleaned(title)
      var candidate = base
      var number = 1
      while !seen.insert(candidate.lowercased()).inserted {
        number += 1
        candidate = numbered(base, number)
      }
      return candidate
    }
  }

  /// The title of the sheet that goes on where another is full: `Clients (2)`.
  static func numbered(_ title: String, _ number: Int) -> String {
    let ending = " (\(number))"
    return cut(title, to: longest - ending.count) + ending
  }

  private static func cleaned(_ title: String) -> String {
    let scalars = title.unicodeScalars.map { scalar in
      "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.value < 0x20 ? " " : scalar
    }
    var text = cut(String(String.UnicodeScalarView(scalars)), to: longest)
    while let first = text.first, first == "'" || first == " " { text.removeFirst() }
    while let last = text.last, last == "'" || last == " " { text.removeLast() }
    return text.isEmpty ? "Sheet" : text
  }

  /// Excel counts UTF-16 units.
  private static func cut(_ text: String, to units: Int) -> String {
    var text = text
    while text.utf16.count > units { text.removeLast() }
    return text
  }
}
