import Tables

/// Texts that fill a cell and say nothing: blanks, dashes, «н/д», `null`, error values of spreadsheets.
enum EmptyWords {
  /// Formats whose cells may answer «нет» or `-`: there a word is a value.
  static let formatsWithout: Set<String> = ["boolean", "integer", "number", "money", "percent", "digits"]

  // In small letters, by their length in bytes; signs alone («—», `***`) need no list.
  private static let byLength: [Int: [[UInt8]]] = {
    let words = [
      "n/a", "#n/a", "#н/д", "null", "none", "nil", "nan", "undefined", "\\n", "(blank)", "(empty)",
      "#value!",
      "#знач!", "#ссылка!", "#ref!", "#имя?", "#name?", "#div/0!", "#дел/0!", "#число!", "#num!", "нет",
      "нет данных", "н/д", "н.д.", "не указан", "не указана", "не указано", "не указаны", "не заполнено",
      "неизвестно", "неизвестен", "неизвестна", "отсутствует", "пусто", "(пусто)", "<пусто>", "уточнить",
      "уточняется", "xxx", "ххх", "test", "тест", "asdf", "йцукен",
    ]
    return Dictionary(grouping: words.map { Array($0.utf8) }, by: \.count)
  }()
  private static let longest = byLength.keys.max() ?? 0

  /// Whether the cell says nothing; with `words` false only blanks count.
  /// - Complexity: O(1) for long cells, else O(words of the cell's length).
  @inline(__always)
  static func isNothing(_ cells: TextView, _ row: Int, words: Bool) -> Bool {
    if cells.isNull(row) { return true }
    let text = cells.utf8(at: row)
    if text.count > longest { return text.isBlank }
    return words ? isSignsOnly(text) || isWord(text) : text.isBlank
  }

  /// Whether there is neither a letter nor a digit: ASCII signs, no-break spaces, dashes.
  private static func isSignsOnly(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        return false
      case 0..<0x80: index += 1
      // U+00A0, the no-break space.
      case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: index += 2
      // U+2000…U+203F: spaces, dashes, quotation marks, the ellipsis.
      case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80: index += 3
      default: return false
      }
    }
    return true
  }

  private static func isWord(_ text: Span<UInt8>) -> Bool {
    guard let words = byLength[text.count] else { return false }
    for word in words where equals(text, word) { return true }
    return false
  }

  /// Whether `text` in small letters is `word`; Latin and Cyrillic letters keep their length in UTF-8.
  private static func equals(_ text: Span<UInt8>, _ word: [UInt8]) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0xD0, index + 1 < text.count {
        let (lead, trail) = smallCyrillic(text[index + 1])
        guard word[index] == lead, word[index + 1] == trail else { return false }
        index += 2
      } else {
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        guard word[index] == (isCapital ? byte | 0x20 : byte) else { return false }
        index += 1
      }
    }
    return true
  }

  /// The small letter of the one encoded as D0 `trail`: А…П stay in the block of D0, Р…Я go to D1.
  private static func smallCyrillic(_ trail: UInt8) -> (UInt8, UInt8) {
    switch trail {
    case 0x90...0x9F: (0xD0, trail + 0x20)
    case 0xA0...0xAF: (0xD1, trail - 0x20)
    default: (0xD0, trail)
    }
  }
}
