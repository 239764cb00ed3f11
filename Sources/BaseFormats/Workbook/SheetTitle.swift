/// Names that a sheet may have: at most 31 characters, none of `[]:*?/\`, no apostrophe at either end, no two
/// alike (ECMA-376 part 1 §18.2.19 and what Excel refuses).
enum SheetTitle {
  private static let longest = 31

  /// Legal, distinct titles in the same order.
  /// - Complexity: O(titles × their length).
  static func legal(_ titles: [String]) -> [String] {
    legal(titles.map { (title: $0, sheets: 1, isFull: false) }).flatMap { $0 }
  }

  /// Legal, distinct titles of tables that take one sheet or more, in the same order.
  ///
  /// The sheets after a table's first are numbered. Behind a table whose last sheet `isFull` none has the title by which
  /// a reader would take it for one sheet more.
  /// - Complexity: O(sheets × the length of titles).
  static func legal(_ tables: [(title: String, sheets: Int, isFull: Bool)]) -> [[String]] {
    var seen: Set<String> = ["history"]
    return tables.map { table in
      let base = cleaned(table.title)
      var number = 1
      while true {
        let first = number == 1 ? base : numbered(base, number)
        let titles = [first] + (1..<max(table.sheets, 1)).map { numbered(first, $0 + 1) }
        number += 1
        let kept = Set(titles.map { $0.lowercased() })
        guard seen.isDisjoint(with: kept) else { continue }
        seen.formUnion(kept)
        if table.isFull { seen.insert(numbered(first, table.sheets + 1).lowercased()) }
        return titles
      }
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
