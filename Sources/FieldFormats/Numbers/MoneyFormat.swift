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
    var (start, end) = (0, cell.count)
    while start < end, cell[start] == 0x20 { start += 1 }
    while end > start, cell[end - 1] == 0x20 { end -= 1 }
    let text = cell.extracting(start..<end)
    guard PlainDecimal.collect(text, hasRoubles: own == "RUB", into: &outcome.value) else {
      return tell(cell, into: &outcome)
    }
    outcome.edit = Self.written
    return .replaced
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    let sum = MoneyText(text, own: own)
    let outcome = sum.read(by: reader)
    guard case .number(var number) = outcome else {
      return outcome == .ambiguous
        ? Reading(status: .ambiguous, finding: Self.ambiguous) : .invalid(Self.unreadable)
    }
    // A third digit after the point would be read as thousands the next time.
    if number.fraction.utf8.count == 3 { number.fraction += "0" }
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
