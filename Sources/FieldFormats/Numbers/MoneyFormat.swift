import Tables

/// Sums of money: an exact decimal with a dot; the currency goes when it is the base's own.
struct MoneyFormat: FieldFormat {
  static let written = FormatCode.safe(
    "money-written", en: "sum written as a plain decimal", ru: "сумма записана простым десятичным числом")
  static let currency = FormatCode.warning(
    "money-currency", en: "a sum in another currency", ru: "сумма в другой валюте")
  static let ambiguous = FormatCode.warning(
    "money-ambiguous", en: "the mark can divide thousands or begin the fraction",
    ru: "знак может отделять тысячи или дробь")
  static let unreadable = FormatCode.error("money-unreadable", en: "not a sum", ru: "не сумма")
  private static let keptCurrency = FormatCode(
    "money-currency", .warning, .absent, en: currency.en, ru: currency.ru)

  let name = "money"
  let words: MissingWords
  let own: String
  let reader: DecimalReader
  var codes: [FormatCode] { [Self.written, Self.currency, Self.ambiguous, Self.unreadable] }
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { .code }

  init(words: MissingWords, options: FormatOptions) {
    self.words = words
    own = options.currency
    reader = DecimalReader(mark: options.decimalMark, dotIsDecimal: false)
  }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    // Three digits after the point are what thousands look like.
    DecimalReader.isCanonical(cell, fractions: ~0b1000)
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    guard PlainDecimal.collect(cell, hasRoubles: own == "RUB", into: &outcome.value) else {
      return tell(cell, into: &outcome)
    }
    outcome.edit = Self.written
    return .replaced
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    var sum = MoneyText(text)
    guard !sum.isUnknown else { return .invalid(Self.unreadable) }
    let outcome = reader.read(sum.amount)
    guard case .number(var number) = outcome else {
      return outcome == .ambiguous
        ? Reading(status: .ambiguous, finding: Self.ambiguous) : .invalid(Self.unreadable)
    }
    if let kopecks = sum.kopecks {
      guard number.fraction.isEmpty, kopecks.utf8.count <= 2 else { return .invalid(Self.unreadable) }
      number.fraction = kopecks.utf8.count == 1 ? "0" + kopecks : kopecks
    }
    if sum.power > 0 { number = number.scaled(by: sum.power) }
    // A third digit after the point would be read as thousands the next time.
    if number.fraction.utf8.count == 3 { number.fraction += "0" }
    sum.currency = sum.currency ?? (sum.kopecks == nil ? nil : own)
    var reading = Reading.value(number.text, Self.written)
    reading.parts = ["match_key": .text(number.text)]
    if let currency = sum.currency {
      reading.parts["currency"] = .text(currency)
      if currency != own {
        reading.status = .suspicious
        reading.finding = Self.currency
        reading.edit = Self.keptCurrency
      }
    }
    if detail { reading.display = Self.display(number, sum.currency ?? own) }
    return reading
  }

  /// `1 234,50 ₽`.
  private static func display(_ number: DecimalText, _ currency: String) -> String {
    let parts = number.text.split(separator: ".")
    var head = String(parts[0])
    var grouped = ""
    let isNegative = head.hasPrefix("-")
    if isNegative { head.removeFirst() }
    for (place, digit) in head.reversed().enumerated() {
      if place > 0, place % 3 == 0 { grouped = " " + grouped }
      grouped = String(digit) + grouped
    }
    let fraction = parts.count == 2 ? ",\(parts[1])" : ""
    let sign = ["RUB": "₽", "USD": "$", "EUR": "€", "KZT": "₸", "UAH": "₴"][currency] ?? currency
    return "\(isNegative ? "−" : "")\(grouped)\(fraction) \(sign)"
  }
}

/// A sum of money taken apart: amount, currency, kopecks, thousands and millions.
struct MoneyText {
  private(set) var amount = ""
  var currency: String?
  private(set) var kopecks: String?
  private(set) var power = 0
  /// Whether the text has words that are none of a sum.
  private(set) var isUnknown = false

  private static let currencies: [String: String] = [
    "₽": "RUB", "руб": "RUB", "рублей": "RUB", "рубля": "RUB", "рубль": "RUB", "р": "RUB", "rub": "RUB",
    "rur": "RUB",
    "r": "RUB", "$": "USD", "usd": "USD", "долл": "USD", "доллар": "USD", "долларов": "USD", "доллара": "USD",
    "€": "EUR",
    "eur": "EUR", "евро": "EUR", "₸": "KZT", "тг": "KZT", "тенге": "KZT", "kzt": "KZT", "br": "BYN",
    "byn": "BYN",
    "бел": "BYN", "₴": "UAH", "грн": "UAH", "гривен": "UAH", "uah": "UAH", "сум": "UZS", "uzs": "UZS",
    "сом": "KGS",
    "kgs": "KGS", "£": "GBP", "gbp": "GBP", "¥": "CNY", "cny": "CNY", "юаней": "CNY", "юань": "CNY",
    "amd": "AMD",
    "драм": "AMD", "gel": "GEL", "лари": "GEL", "azn": "AZN", "манат": "AZN", "try": "TRY", "₺": "TRY",
    "chf": "CHF",
    "pln": "PLN",
  ]
  private static let powers: [String: Int] = [
    "тыс": 3, "т": 3, "тысяч": 3, "тысячи": 3, "тысяча": 3, "k": 3, "к": 3, "млн": 6, "миллионов": 6,
    "миллион": 6,
    "миллиона": 6, "m": 6, "млрд": 9, "миллиардов": 9, "миллиард": 9, "миллиарда": 9, "bn": 9, "mln": 6,
  ]

  init(_ text: String) {
    var word = ""
    func isMark(_ scalar: Unicode.Scalar) -> Bool { "₽$€₸₴£¥₺".unicodeScalars.contains(scalar) }
    var scalars = Array(text.unicodeScalars)
    scalars.append("\n")
    for (index, scalar) in scalars.enumerated() {
      let isExponent =
        (scalar == "E" || scalar == "e") && word.isEmpty && index > 0
        && ("0"..."9").contains(scalars[index - 1])
        && index + 1 < scalars.count
        && (scalars[index + 1] == "+" || ("0"..."9").contains(scalars[index + 1]))
      if scalar.isAlphabetic, !isExponent {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty {
        take(word.lowered)
        word = ""
        // The dot of «руб.» belongs to the word.
        if scalar == "." { continue }
      }
      if isMark(scalar) {
        take(String(scalar))
      } else if scalar != "\n" {
        amount.unicodeScalars.append(scalar)
      }
    }
    amount = String(amount.drop { $0 == " " || $0 == ":" })
    while amount.last == " " { amount.removeLast() }
  }

  private mutating func take(_ word: String) {
    if let code = Self.currencies[word] {
      if let currency, currency != code { isUnknown = true }
      currency = code
    } else if let power = Self.powers[word] {
      self.power += power
    } else if ["коп", "копеек", "копейки", "копейка", "к"].contains(word) {
      // What stood since the roubles are the kopecks.
      let parts = amount.split(separator: " ")
      if let last = parts.last, currency != nil, parts.count > 1 {
        kopecks = String(last)
        amount = parts.dropLast().joined(separator: " ")
      } else {
        isUnknown = true
      }
    } else {
      isUnknown = true
    }
  }
}
