/// A header brought to what can be compared: `Моб.тел. № 2` and «моб тел 2» are the same.
struct HeaderText: Sendable, Hashable {
  /// Words in lower case, ё as е, without punctuation and without the ordinal.
  let words: [String]
  /// The number at its end; 1 when there is none.
  let ordinal: Int

  /// The words run together: headers with equal keys are the same header.
  var key: String { words.joined() }

  init(words: [String], ordinal: Int) {
    self.words = words
    self.ordinal = ordinal
  }

  // A number at the end is an ordinal when `cutsOrdinal`; otherwise it stays a word.
  init(_ header: String, cutsOrdinal: Bool = true) {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in header {
      if character.isLetter || character.isNumber {
        // `ПолноеНаименование`, `emailAddress`: a capital after a small letter begins a word. So does a digit
        // after a letter: `Телефон2`.
        let begins = character.isUppercase && wasLower || character.isNumber && word.last?.isLetter == true
        if begins { Self.close(&word, into: &words) }
        wasLower = character.isLowercase
        // Characters compare by canonical equivalence: «е» + U+0308, as macOS writes it, is «ё» too.
        word += character == "ё" || character == "Ё" ? "е" : character.lowercased()
      } else if !Self.dropped.contains(character) {
        Self.close(&word, into: &words)
        wasLower = false
      }
    }
    Self.close(&word, into: &words)
    words = Self.joiningEmail(words)
    var ordinal = 1
    if cutsOrdinal, words.count > 1, let number = words.last.flatMap({ Int($0) }), (1...99).contains(number) {
      ordinal = number
      words.removeLast()
    }
    if words.isEmpty {
      // «№» is all that some headers are.
      let rest = header.filter { !$0.isWhitespace }
      words = rest.isEmpty ? [] : [rest]
    }
    self.words = words
    self.ordinal = ordinal
  }

  // These vanish without parting words; all else that is no letter parts them. The key is the same either way.
  private static let dropped: Set<Character> = ["'", "’", "\"", "\u{200B}", "\u{FEFF}", "\u{AD}"]

  private static func close(_ word: inout String, into words: inout [String]) {
    if !word.isEmpty { words.append(word) }
    word = ""
  }

  /// `e-mail`, with a Latin or a Cyrillic «е», becomes one word.
  private static func joiningEmail(_ words: [String]) -> [String] {
    var joined: [String] = []
    for word in words {
      if word.hasPrefix("mail"), let last = joined.last, last == "e" || last == "е" {
        joined[joined.count - 1] = "e" + word
      } else {
        joined.append(word == "еmail" || word == "емаил" ? "email" : word)
      }
    }
    return joined
  }
}
