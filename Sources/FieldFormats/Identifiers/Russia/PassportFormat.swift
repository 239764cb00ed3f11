import Tables

/// The inner passport of Russia: series `RRYY` (region by ОКАТО, year of the blank) and a number of six digits.
///
/// Shape: ПП РФ 828 of 08.07.1997. There is no check digit; blanks are used up to three years after they were
/// printed, and none was printed before 1997.
struct PassportFormat: DigitIdentifier {
  static let shape = FormatCode.error(
    "passport-shape", en: "passport: not 4 digits of the series and 6 of the number",
    ru: "паспорт: не 4 цифры серии и 6 цифр номера")
  static let region = FormatCode.error(
    "passport-region", en: "passport: no region has this series", ru: "паспорт: у серии нет такого региона")
  static let year = FormatCode.warning(
    "passport-year", en: "passport: a blank of a year when none was printed",
    ru: "паспорт: бланк года, когда их не печатали")
  static let abroad = FormatCode.warning(
    "passport-foreign-travel", en: "looks like a passport for travel abroad (2 and 7 digits)",
    ru: "похоже на заграничный паспорт (2 и 7 цифр)")

  let words: MissingWords
  /// Last two digits of the current year.
  let year: Int
  let name = "passport"
  var codes: [FormatCode] { [Self.shape, Self.region, Self.year, Self.abroad] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.shape }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) || Digits.areRun(digits) { return .placeholder }
    // Nine digits are a travel passport, or have lost a zero: nothing tells which.
    guard digits.count == 10 else { return .wrong(digits.count == 9 ? Self.abroad : Self.shape) }
    guard OKATORegions.contains(Digits.value(digits, 0..<2)) else { return .wrong(Self.region) }
    let number = Digits.value(digits, 4..<10)
    if number == 0 { return .placeholder }
    if number < 101 { return .wrong(Self.shape) }
    let blank = Digits.value(digits, 2..<4)
    return blank >= 97 || blank <= year + 1 ? .right : .doubtful(Self.year)
  }

  /// «серия 45 09 номер 235857»: the words between the digits are dropped.
  func split(_ text: String) -> Reading? {
    var rest = text.lowered
    guard rest.contains("серия") || rest.contains("номер") || rest.contains("сер.") else { return nil }
    for word in ["паспорт", "серия", "сер.", "номер", "рф", "№", ":", ",", ";"] {
      rest = rest.replacing(word, with: " ")
    }
    guard rest.utf8.allSatisfy({ Digits.isDigit($0) || $0 == 0x20 || $0 == 0x2D || $0 == 0x2E }) else {
      return nil
    }
    return interpret(rest, detail: true)
  }

  func compose(_ digits: inout [UInt8]) {
    if digits.count == 10 { digits.insert(0x20, at: 4) }
  }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard cell.count == 11, cell[4] == 0x20 else { return false }
    var digits = InlineArray<10, UInt8>(repeating: 0x30)
    for index in 0..<11 where index != 4 {
      guard Digits.isDigit(cell[index]) else { return false }
      digits[index < 4 ? index : index - 1] = cell[index]
    }
    return judge(digits.span) == .right
  }

  func parts(of digits: String) -> [String: PartValue] {
    ["series": .text(String(digits.prefix(4))), "number": .text(String(digits.dropFirst(4)))]
  }
}
