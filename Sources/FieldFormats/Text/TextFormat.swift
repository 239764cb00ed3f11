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

  /// Stray spaces are put right without a string.
  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    guard !Mojibake.isSuspect(cell) else { return tell(cell, into: &outcome) }
    outcome.value.removeAll(keepingCapacity: true)
    outcome.value.append(spacing: cell)
    guard !outcome.value.isEmpty, !outcome.value.span.equals(cell), isClean(outcome.value.span) else {
      return tell(cell, into: &outcome)
    }
    outcome.edit = TextCodes.spaces
    return .replaced
  }

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
