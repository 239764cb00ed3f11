/// Capital letters of names.
enum NameCase {
  /// The word in title case where it is all in capitals or all small; else as it is.
  static func titled(_ word: String) -> String {
    guard isOneCase(word) else { return word }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map { part(String($0)) }.joined(separator: "-")
  }

  /// Whether all letters are capitals or all small.
  static func isOneCase(_ word: String) -> Bool { word == word.lowercased() || word == word.uppercased() }

  private static func part(_ word: String) -> String {
    let low = word.lowercased()
    // Mc and O' and D' are followed by a capital.
    for head in ["mc", "o'", "d'", "o’", "d’"] where low.hasPrefix(head) && low.count > head.count {
      return capitalized(head) + capitalized(String(low.dropFirst(head.count)))
    }
    return capitalized(low)
  }

  private static func capitalized(_ word: String) -> String {
    guard let first = word.first else { return word }
    let head = String(first).uppercased()
    // A letter whose capital is two letters (ß) stays as it is.
    return (head.count == 1 ? head : String(first)) + word.dropFirst()
  }
}
