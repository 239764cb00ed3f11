extension Mask {
  /// `Иванов Иван Петрович` → `И***в И. П.`; a patronymic in the middle tells that the surname stands last.
  static func person(_ value: String) -> String {
    let words = value.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count > 1 else { return text(value) }
    let surname = words.count > 2 && isPatronymic(words[1]) ? 2 : 0
    let masked = words.enumerated().map { place, word in place == surname ? text(word) : initial(of: word) }
    return masked.joined(separator: " ")
  }

  /// `Иван` → `И.`; what are initials already stays.
  private static func initial(of word: String) -> String {
    if word.hasSuffix("."), word.count <= 4, word.filter(\.isLetter).count <= 2 { return word }
    guard let first = word.first(where: \.isLetter) else { return "***" }
    return "\(first)."
  }

  /// Endings of patronymics: Russian grammar (Русская грамматика, 1980, §§ 339–343); оглы, кызы: Turkic usage.
  private static func isPatronymic(_ word: String) -> Bool {
    let word = word.lowercased()
    return word.count > 5 && patronymicEndings.contains { word.hasSuffix($0) }
      || ["оглы", "кызы"].contains(word)
  }

  private static let patronymicEndings = [
    "ович", "евич", "овна", "евна", "ична", "ильич", "кузьмич", "фомич",
  ]

  private static func namesPerson(_ value: String) -> Bool {
    let words = value.split(whereSeparator: \.isWhitespace)
    return (2...5).contains(words.count) && words.contains { isPatronymic(String($0)) }
  }

  /// Names of organisations are open; those of sole proprietors keep the form and mask the person.
  static func organization(_ value: String) -> String {
    let words = value.split(whereSeparator: \.isWhitespace).map(String.init)
    let lower = value.lowercased()
    for long in ["индивидуальный предприниматель", "глава кфх"] where lower.hasPrefix(long) {
      let head = String(value.prefix(long.count))
      return head + " " + person(String(value.dropFirst(long.count).drop { $0 == " " }))
    }
    if let first = words.first, words.count > 1, isProprietor(first) {
      return first + " " + person(words.dropFirst().joined(separator: " "))
    }
    if let last = words.last, words.count > 1, isProprietor(last) {
      return person(words.dropLast().joined(separator: " ")) + " " + last
    }
    let isCompany = words.contains { companyForms.contains(letters(of: $0)) } || value.contains("«")
    return isCompany ? openText(value, persons: false) : openText(value)
  }

  private static func isProprietor(_ word: String) -> Bool {
    ["ип", "чп", "пбоюл", "кфх"].contains(letters(of: word))
  }

  private static let companyForms: Set<String> = [
    "ооо", "оао", "зао", "пао", "ао", "нао", "нко", "ано", "фгуп", "муп", "гуп", "снт", "тсж", "ooo", "llc",
    "ltd", "inc", "gmbh", "too", "тоо",
  ]

  private static func letters(of word: String) -> String { word.lowercased().filter(\.isLetter) }

  /// Words that may be shown, unless they hold a person's name or a number to call.
  static func openText(_ value: String, persons: Bool = true, digits most: Int = 9) -> String {
    if persons, namesPerson(value) { return person(value) }
    guard most < .max, value.count(where: \.isWholeNumber) > most, longestNumber(in: value) > most else {
      return value
    }
    return hidingNumbers(in: value, longerThan: most)
  }

  /// Digits in the longest stretch that only signs of a phone part.
  private static func longestNumber(in value: String) -> Int {
    stretches(of: value).map { $0.count(where: \.isWholeNumber) }.max() ?? 0
  }

  private static func hidingNumbers(in value: String, longerThan most: Int) -> String {
    stretches(of: value).map { $0.count(where: \.isWholeNumber) > most ? phone($0) : $0 }.joined()
  }

  /// The value cut into stretches of digits with signs between, and everything else.
  private static func stretches(of value: String) -> [String] {
    var result: [String] = []
    var inNumber = false
    for character in value {
      let belongs =
        character.isWholeNumber || (inNumber && " -()\u{A0}".contains(character)) || character == "+"
      if belongs == inNumber, let last = result.indices.last {
        result[last].append(character)
      } else {
        result.append(String(character))
        inNumber = belongs
      }
    }
    return result
  }

  /// `127642, г. Москва, ул. Сухонская, д. 11, кв. 89` → `127642, г. Москва, ул. Сухонская, ***`.
  ///
  /// Everything from the house on is hidden. A number that is an index, an ordinal (`2-я`) or part of a street's
  /// name (`8 Марта`) does not count as a house.
  static func address(_ value: String) -> String {
    if isPhone(value) { return phone(value) }
    if namesPerson(value), !value.contains(",") { return person(value) }
    let words = value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for (place, word) in words.enumerated()
    where startsHouse(word, next: place + 1 < words.count ? words[place + 1] : nil) {
      var kept = Array(words[..<place])
      while let last = kept.last, houseMarks.contains(letters(of: last)) || last.isEmpty { kept.removeLast() }
      return (kept + ["***"]).joined(separator: " ")
    }
    return value
  }

  private static let houseMarks: Set<String> = [
    "д", "дом", "к", "корп", "корпус", "стр", "строение", "кв", "квартира", "оф", "офис", "влд", "вл", "зд",
    "лит", "пом", "помещ", "house", "flat", "apt", "no",
  ]

  private static func startsHouse(_ word: String, next: String?) -> Bool {
    // A mark glued to its number (`д.11`), or a number glued to the comma before it (`Ленина,5`).
    let parts = word.split(whereSeparator: { ".,№".contains($0) })
    guard let digitPart = parts.first(where: { $0.first?.isWholeNumber == true }) else { return false }
    let digits = digitPart.count(where: \.isWholeNumber)
    if digitPart.allSatisfy(\.isWholeNumber), digits == 6 { return false }
    guard parts.count == 1, word.first?.isWholeNumber == true else { return true }
    if ordinalEndings.contains(letters(of: word)), digitPart.contains("-") { return false }
    return next.map { !wordsAfterNumbers.contains(letters(of: $0)) } ?? true
  }

  /// What ends an ordinal: `2-я`, `50-летия`.
  private static let ordinalEndings: Set<String> = [
    "я", "й", "е", "ый", "ой", "ий", "ая", "ое", "го", "летия", "летие",
  ]

  /// What follows a number in the name of a street: `8 Марта`, `60 лет Октября`.
  private static let wordsAfterNumbers: Set<String> = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря", "лет", "летия", "съезда", "линия", "интернационала",
  ]
}
