/// Capital letters of names.
enum NameCase {
  /// The word in title case where it is all in capitals or all small; else as it is.
  static func titled(_ word: String) -> String {
    guard !isTitled(word), isOneCase(word) else { return word }
    guard word.has(0x2D) else { return part(word) }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map { part(String($0)) }.joined(separator: "-")
  }

  /// Whether the word is one Russian capital and small letters after it, told by bytes.
  private static func isTitled(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { word in
      let text = unsafe word.span
      guard text.count > 2, text.count % 2 == 0, text[0] == 0xD0, (0x90...0xAF).contains(text[1]) else {
        return false
      }
      var index = 2
      while index < text.count {
        let tail = text[index + 1]
        guard text[index] == 0xD0 ? tail >= 0xB0 : text[index] == 0xD1 && (tail < 0x90 || tail == 0x91) else {
          return false
        }
        index += 2
      }
      return true
    }
  }

  /// Whether all letters are capitals or all small.
  static func isOneCase(_ word: String) -> Bool {
    var hasCapital = false
    var hasSmall = false
    for scalar in word.unicodeScalars {
      hasCapital = hasCapital || scalar.isCapital
      hasSmall = hasSmall || scalar.isSmall
    }
    return !(hasCapital && hasSmall)
  }

  private static func part(_ word: String) -> String {
    let low = word.lowered
    guard let first = low.utf8.first, first < 0x80 else { return capitalized(low) }
    // Mc and O' and D' are followed by a capital.
    for head in ["mc", "o'", "d'", "o’", "d’"] where low.hasPrefix(head) && low.count > head.count {
      return capitalized(head) + capitalized(String(low.dropFirst(head.count)))
    }
    return capitalized(low)
  }

  private static func capitalized(_ word: String) -> String {
    guard let first = word.unicodeScalars.first else { return word }
    let head = String(first).raised
    // A letter whose capital is two letters (ß) stays as it is.
    return head.unicodeScalars.count == 1 ? head + String(word.unicodeScalars.dropFirst()) : word
  }
}
