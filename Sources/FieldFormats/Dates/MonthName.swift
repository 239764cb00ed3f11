/// Names of months, Russian and English, whole or cut, and Roman numbers.
enum MonthName {
  private static let stems: [(String, Int)] = [
    ("янв", 1), ("фев", 2), ("мар", 3), ("апр", 4), ("май", 5), ("мая", 5), ("июн", 6), ("июл", 7),
    ("авг", 8), ("сен", 9),
    ("окт", 10), ("ноя", 11), ("дек", 12), ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("may", 5),
    ("jun", 6),
    ("jul", 7), ("aug", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12),
  ]
  private static let whole: [String] = [
    "январь", "января", "февраль", "февраля", "март", "марта", "апрель", "апреля", "май", "мая", "июнь",
    "июня", "июль",
    "июля", "август", "августа", "сентябрь", "сентября", "октябрь", "октября", "ноябрь", "ноября", "декабрь",
    "декабря",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]
  private static let roman: [String: Int] = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
    "xii": 12,
  ]

  /// The names and their stems, by their bytes.
  static let table = WordTable(
    (stems.map(\.0) + whole).compactMap { word in number(of: word).map { (word: word, number: UInt32($0)) } })

  /// The month a lower-case word names.
  static func number(of word: String) -> Int? {
    // Х and І of the Cyrillic keyboard pass for Roman ones.
    let latin = String(
      String.UnicodeScalarView(word.unicodeScalars.map { $0 == "х" ? "x" : $0 == "і" ? "i" : $0 }))
    if let number = roman[latin] { return number }
    guard let (_, number) = stems.first(where: { word.hasPrefix($0.0) }) else { return nil }
    return whole.contains { $0.hasPrefix(word) } ? number : nil
  }
}

/// Words that stand with a date and say nothing more than it does.
enum DateWords {
  static let all: Set<String> = Set(
    """
    г гг год года году г-да в во от т t z utc gmt msk мск am pm at on of the de st nd rd th го е й ое ого
    пн вт ср чт пт сб вс пон вто сре чет пят суб вос понедельник вторник среда среду четверг пятница пятницу суббота
    субботу воскресенье mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday
    sunday
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
