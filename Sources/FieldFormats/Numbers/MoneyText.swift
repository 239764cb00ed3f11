/// A sum of money taken apart: its numbers, and the words and signs that stand with them.
struct MoneyText {
  /// A number as written, and what the words behind it make of it.
  private struct Part {
    var text: String
    var power = 0
    var isKopecks = false
    var hasCurrency = false
  }

  /// ISO 4217 code; nil: none is named.
  private(set) var currency: String?
  private var parts: [Part] = []
  private var isNegative = false
  /// Whether the text has words that are none of a sum, or two currencies.
  private var isUnknown = false

  init(_ text: String, own: String) {
    var word = ""
    var open = ""
    var scalars = Array(text.unicodeScalars)
    isNegative = Self.takeBrackets(&scalars)
    scalars.append("\n")
    for (index, scalar) in scalars.enumerated() {
      if scalar.isAlphabetic, !Self.isExponent(scalars, index, word.isEmpty) {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty {
        take(word.lowered, &open)
        word = ""
        // The dot of «руб.» belongs to the word.
        if scalar == "." { continue }
      }
      if MoneyWords.signs.contains(scalar) {
        take(String(scalar), &open)
      } else if scalar != "\n" {
        open.unicodeScalars.append(scalar)
      }
    }
    close(&open)
    if parts.contains(where: \.isKopecks), currency == nil { currency = own }
    if let last = parts.indices.last, parts.count == 2, parts[0].hasCurrency, parts[last].power == 0,
      !parts[last].hasCurrency, parts[last].text.utf8.count == 2
    {
      // «150 р. 50» says kopecks without their word.
      parts[last].isKopecks = true
    }
  }

  /// A letter of «1.5E+06» within a number.
  private static func isExponent(_ text: [Unicode.Scalar], _ index: Int, _ isFirst: Bool) -> Bool {
    guard isFirst, text[index] == "E" || text[index] == "e", index > 0, index + 1 < text.count else {
      return false
    }
    return ("0"..."9").contains(text[index - 1])
      && (text[index + 1] == "+" || ("0"..."9").contains(text[index + 1]))
  }

  /// Brackets around the whole, currency and all, are a minus.
  private static func takeBrackets(_ text: inout [Unicode.Scalar]) -> Bool {
    guard text.count > 2, text.first == "(", text.last == ")" else { return false }
    text.removeFirst()
    text.removeLast()
    return true
  }

  private mutating func take(_ word: String, _ open: inout String) {
    close(&open)
    let last = parts.indices.last
    if MoneyWords.kopecks.contains(word) || word == "к" && isAfterRoubles {
      guard let last, !parts[last].hasCurrency else { return isUnknown = true }
      parts[last].isKopecks = true
    } else if let power = MoneyWords.powers[word] {
      guard let last, !parts[last].hasCurrency else { return isUnknown = true }
      parts[last].power += power
    } else if let code = MoneyWords.currencies[word] {
      // «бел. руб.» are not roubles of Russia.
      if currency == "BYN", code == "RUB" { return }
      if let currency, currency != code { isUnknown = true }
      currency = code
      if let last { parts[last].hasCurrency = true }
    } else {
      isUnknown = true
    }
  }

  /// Whether roubles stand before the number that was closed last.
  private var isAfterRoubles: Bool {
    parts.count > 1 && parts[parts.count - 2].hasCurrency && parts[parts.count - 1].text.utf8.count <= 2
  }

  private mutating func close(_ open: inout String) {
    defer { open = "" }
    var text = open[...]
    while let first = text.first, first == " " || first == ":" { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    guard !text.isEmpty else { return }
    guard text.utf8.contains(where: { Digits.isDigit($0) }) else {
      // A sign before the currency, `-$5`; any other mark is none of a sum.
      let isMinus = text == "-" || text == "−" || text == "–"
      guard isMinus, parts.count < 2 else { return isUnknown = text != "." && text != "," && text != "+" }
      isNegative.toggle()
      return
    }
    parts.append(Part(text: String(text)))
  }

  /// The sum.
  func read(by reader: DecimalReader) -> DecimalReader.Outcome {
    guard !isUnknown, let first = parts.first else { return .unreadable }
    var sum: DecimalText
    switch reader.read(first.text) {
    case .number(let number): sum = number.scaled(by: first.power)
    case .ambiguous:
      // «1,234 млн» has a fraction: nobody groups the millions of millions.
      guard first.power >= 6, let number = reader.fraction(first.text) else { return .ambiguous }
      sum = number.scaled(by: first.power)
    case .unreadable: return .unreadable
    }
    if isNegative { sum.isNegative.toggle() }
    if first.isKopecks {
      guard parts.count == 1, sum.fraction.isEmpty else { return .unreadable }
      return .number(sum.lowered(by: 2))
    }
    var power = first.power
    for part in parts.dropFirst() {
      guard case .number(let number) = reader.read(part.text), number.fraction.isEmpty, !number.isNegative
      else {
        return .unreadable
      }
      if part.isKopecks {
        guard part.power == 0, sum.fraction.isEmpty, number.whole.utf8.count <= 2 else { return .unreadable }
        sum.fraction = number.whole.utf8.count == 1 ? "0" + number.whole : number.whole
        power = 0
      } else {
        // «1 млн 200 тыс»: the smaller part fills the zeros of the greater one.
        let scaled = number.scaled(by: part.power).whole
        guard power > part.power, sum.fraction.isEmpty, scaled.utf8.count <= power,
          sum.whole.hasSuffix(String(repeating: "0", count: scaled.utf8.count))
        else { return .unreadable }
        sum.whole = sum.whole.dropLast(scaled.utf8.count) + scaled
        power = part.power
      }
    }
    return .number(sum)
  }
}

/// Words and signs that stand with sums.
///
/// Source of the codes: ISO 4217; of the words: Russian usage and that of the neighbouring countries.
enum MoneyWords {
  static let signs = Set("₽$€₸₴£¥₺₼₾֏".unicodeScalars)
  static let kopecks: Set<String> = [
    "коп", "копеек", "копейки", "копейка", "копейками", "тиын", "cents", "cent",
  ]
  static let currencies = table(
    """
    RUB ₽ руб рублей рубля рубль р rub rur r
    USD $ usd долл доллар долларов доллара дол dollars
    EUR € eur евро euro
    KZT ₸ тг тенге теңге kzt
    BYN br byn byr бел белорусских белорусский
    UAH ₴ грн гривен гривна гривны гривень uah
    UZS сум сумов uzs so
    KGS сом сомов kgs
    GBP £ gbp фунтов
    CNY ¥ cny юаней юань юаня rmb
    AMD ֏ amd драм драмов
    GEL ₾ gel лари
    AZN ₼ azn манат манатов
    TRY ₺ try лир
    TJS tjs сомони
    MDL mdl лей леев
    CHF chf
    PLN pln zł злотых
    """)
  static let powers: [String: Int] = [
    "тыс": 3, "т": 3, "тысяч": 3, "тысячи": 3, "тысяча": 3, "k": 3, "к": 3, "thousand": 3, "млн": 6,
    "миллионов": 6, "миллион": 6, "миллиона": 6, "m": 6, "mln": 6, "million": 6, "м": 6, "млрд": 9,
    "миллиардов": 9, "миллиард": 9, "миллиарда": 9, "bn": 9, "b": 9, "billion": 9,
  ]

  private static func table(_ rows: String) -> [String: String] {
    var table: [String: String] = [:]
    for row in rows.split(separator: "\n") {
      let words = row.split(separator: " ")
      for word in words.dropFirst() { table[String(word)] = String(words[0]) }
    }
    return table
  }
}
