/// A manager's name taken apart, so that an initial fits the name it stands for.
struct ManagerName: Sendable {
  private let words: [[Character]]

  /// Letters of either case, ё or е, and dots after initials are the same.
  init(_ text: some StringProtocol) {
    words = text.lowercased().replacing("ё", with: "е").split { $0.isWhitespace || $0 == "." }
      .map { Array($0) }
  }

  /// Whether there is no letter or digit at all: «—» is nobody.
  var isEmpty: Bool { !words.contains { $0.contains { $0.isLetter || $0.isNumber } } }

  /// Whether both may be the same person: equal surnames, and given names of which none contradicts another.
  func fits(_ other: ManagerName) -> Bool {
    guard words.first == other.words.first else { return false }
    return zip(words, other.words).dropFirst().allSatisfy { one, two in
      one == two || one.count == 1 && two.first == one[0] || two.count == 1 && one.first == two[0]
    }
  }

  /// The names in a cell: `Орлова Вера; Белов Пётр`.
  ///
  /// A comma parts two people only where both parts have a first name.
  static func names(in text: String) -> [ManagerName] {
    let parts = text.split { $0 == ";" || $0 == "/" || $0 == "|" || $0.isNewline }
    let names = parts.flatMap { part -> [Substring] in
      let pieces = part.split(separator: ",")
      return pieces.allSatisfy { $0.split(separator: " ").count > 1 } ? pieces : [part]
    }
    return names.map { ManagerName($0) }.filter { !$0.isEmpty }
  }
}
