/// Cyrillic in Latin letters, by ICAO Doc 9303 as Russian passports use it since 2014.
func latin(_ text: String) -> String {
  let table: [Character: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ie", "ы": "y", "ь": "", "э": "e",
    "ю": "iu",
    "я": "ia",
  ]
  return text.reduce(into: "") { result, letter in
    if let small = table[letter] {
      result += small
    } else if let lower = letter.lowercased().first, let small = table[lower] {
      result += small.prefix(1).uppercased() + small.dropFirst()
    } else {
      result.append(letter)
    }
  }
}
