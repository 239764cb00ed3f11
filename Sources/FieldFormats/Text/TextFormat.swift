import Tables

/// Plain text: hygiene alone.
struct TextFormat: FieldFormat {
  let name: String
  let words: MissingWords
  let hygiene: Hygiene
  var codes: [FormatCode] { [] }

  init(name: String = "text", words: MissingWords, keepsLines: Bool = false) {
    self.name = name
    self.words = words
    hygiene = keepsLines ? .lines : .line
  }

  func isClean(_ cell: Span<UInt8>) -> Bool { hygiene.isTidy(cell) && !words.mayBeMissing(cell) }

  func interpret(_ text: String, detail: Bool) -> Reading {
    var reading = Reading.value(text)
    if detail { reading.parts["match_key"] = .text(MatchText.key(text)) }
    return reading
  }
}

/// Keys for comparing texts.
enum MatchText {
  /// Lower case, ё as е, look-alikes as Cyrillic where the word has no other Latin letters, no punctuation.
  static func key(_ text: String) -> String { Letters.key(text) ?? slowKey(text) }

  /// The key of a text in any alphabet.
  private static func slowKey(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    var pending = false
    for scalar in text.lowered.unicodeScalars {
      guard scalar.isAlphabetic || ("0"..."9").contains(scalar) else {
        pending = true
        continue
      }
      if pending, !key.isEmpty { key.append(" ") }
      pending = false
      key.append(scalar == "ё" ? "е" : scalar)
    }
    return String(key)
  }
}
