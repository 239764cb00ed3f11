/// Russian names in Latin letters.
///
/// Source: ICAO Doc 9303, part 3, section 6, as Russian passports have it since 2014.
enum Transliteration {
  private static let letters: [Unicode.Scalar: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ie", "ы": "y", "ь": "", "э": "e",
    "ю": "iu", "я": "ia",
  ]

  /// The text in Latin letters; nil: it has no Russian ones.
  static func icao(_ text: String) -> String? {
    var result = ""
    var isRussian = false
    for scalar in text.unicodeScalars {
      let low = String(scalar).lowered.unicodeScalars.first ?? scalar
      guard let latin = letters[low] else {
        result.unicodeScalars.append(scalar)
        continue
      }
      isRussian = true
      result += scalar.isCapital ? latin.prefix(1).raised + latin.dropFirst() : latin
    }
    return isRussian ? result : nil
  }

  /// A key under which a name's spellings in both alphabets meet.
  ///
  /// Both sides go through the table of the passports; then what other tables write otherwise falls together.
  static func key(_ text: String) -> String {
    var key = (icao(text) ?? text).lowered
    let folds = [
      ("shch", "sh"), ("iu", "u"), ("ju", "u"), ("yu", "u"), ("ia", "a"), ("ja", "a"), ("ya", "a"),
      ("kh", "h"),
      ("ks", "x"), ("tz", "ts"), ("ij", "i"), ("iy", "i"), ("yi", "i"), ("y", "i"), ("j", "i"), ("'", ""),
    ]
    for (spelling, common) in folds { key = key.replacing(spelling, with: common) }
    var result = ""
    for letter in key where result.last != letter || letter == " " { result.append(letter) }
    return result
  }
}
