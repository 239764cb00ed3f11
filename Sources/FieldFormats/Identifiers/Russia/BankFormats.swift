import Tables

/// БИК, a bank's number in Russia: 9 digits that begin with 0, 1 or 2.
///
/// It has no check digit.
///
/// Source: Положение Банка России 732-П.
struct BIKFormat: DigitIdentifier {
  static let shape = FormatCode.error(
    "bik-shape", en: "БИК: not 9 digits that begin with 0, 1 or 2", ru: "БИК: не 9 цифр с первой 0, 1 или 2")

  let name = "bik"
  let words: MissingWords
  var codes: [FormatCode] { [Self.shape] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.shape }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) || Digits.areRun(digits) { return .placeholder }
    if digits.count == 8, digits[0] == 0x34 { return .lostZeros(1) }
    return digits.count == 9 && digits[0] <= 0x32 ? .right : .wrong(Self.shape)
  }
}

/// A bank account in Russia, 20 characters: settlement account or a bank's own (correspondent) one.
///
/// The key (9th character) can be checked only against the bank's БИК. Source: Банк России, «Порядок расчёта
/// контрольного ключа» 515 of 08.09.1997. A cell may hold `БИК|account`; then the key is checked.
struct BankAccountFormat: FieldFormat {
  static let shape = FormatCode.error("account-shape", en: "account: not 20 digits", ru: "счёт: не 20 цифр")
  static let key = FormatCode.error(
    "account-key", en: "account: the key does not fit the БИК", ru: "счёт: ключ не подходит к БИК")
  static let bank = FormatCode.error(
    "account-of-other-bank", en: "correspondent account: its last three digits are not those of the БИК",
    ru: "корр. счёт: последние три цифры не те, что у БИК")
  static let treasury = FormatCode.warning(
    "account-treasury-key", en: "treasury account: the key does not fit the БИК by the banks' rule",
    ru: "казначейский счёт: ключ не подходит к БИК по правилу для банков")
  static let correspondent = FormatCode.error(
    "account-not-correspondent", en: "correspondent account: does not begin with 301",
    ru: "корр. счёт: не начинается с 301")

  /// Whether the field is a correspondent account.
  let isCorrespondent: Bool
  let words: MissingWords
  var name: String { isCorrespondent ? "corr-account" : "bank-account" }
  var codes: [FormatCode] {
    [Self.shape, Self.key, Self.bank, Self.treasury] + (isCorrespondent ? [Self.correspondent] : [])
      + IdentifierCodes.all
  }
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { .code }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    cell.count == 20 && Digits.areDigits(cell) && !Digits.areEqual(cell)
      && (!isCorrespondent || (cell[0] == 0x33 && cell[1] == 0x30 && cell[2] == 0x31))
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    return standardiseDigits(cell, into: &outcome) { isClean($0) } ?? tell(cell, into: &outcome)
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    let parts = text.split(separator: "|", maxSplits: 1)
    let number = NumberText(String(parts.last ?? ""))
    if number.isRounded { return .invalid(IdentifierCodes.rounded) }
    let account = Array(Self.latin(number.core).utf8)
    guard account.count == 20, Self.isShaped(account.span) else { return .invalid(Self.shape) }
    if Digits.areEqual(account.span) { return .placeholder(IdentifierCodes.placeholder) }
    if isCorrespondent, !number.core.hasPrefix("301") { return .invalid(Self.correspondent) }
    var isDoubtful = false
    if parts.count == 2 {
      let bank = Array(NumberText(String(parts[0])).core.utf8)
      guard bank.count == 9, Digits.areDigits(bank.span) else { return .invalid(BIKFormat.shape) }
      if let wrong = Self.misfit(account.span, bank.span) {
        guard wrong == Self.treasury else { return .invalid(wrong) }
        isDoubtful = true
      }
    }
    // The rule names the letters of the sixth place in Russian.
    let value = String(
      String.UnicodeScalarView(account.map { MixedScript.cyrillic(Unicode.Scalar($0)) ?? Unicode.Scalar($0) })
    )
    var reading = Reading.value(value, IdentifierCodes.cleaned)
    if isDoubtful { reading = .suspicious(value, Self.treasury, IdentifierCodes.cleaned) }
    reading.parts = ["match_key": .text(value), "currency": .text(String(value.dropFirst(5).prefix(3)))]
    return reading
  }

  /// The sixth character may be a letter, given here in Latin.
  private static func latin(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { MixedScript.latin($0) ?? $0 }))
  }

  private static func isShaped(_ account: Span<UInt8>) -> Bool {
    for index in account.indices where !Digits.isDigit(account[index]) {
      if index != 5 || letterValue(account[index]) == nil { return false }
    }
    return true
  }

  /// Digit that stands for a clearing currency's letter.
  private static func letterValue(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "A"): 0
    case UInt8(ascii: "B"): 1
    case UInt8(ascii: "C"): 2
    case UInt8(ascii: "E"): 3
    case UInt8(ascii: "H"): 4
    case UInt8(ascii: "K"): 5
    case UInt8(ascii: "M"): 6
    case UInt8(ascii: "P"): 7
    case UInt8(ascii: "T"): 8
    case UInt8(ascii: "X"): 9
    default: nil
    }
  }

  /// What speaks against an account at the bank with this БИК; nil: nothing does.
  private static func misfit(_ account: Span<UInt8>, _ bank: Span<UInt8>) -> FormatCode? {
    let isCorrespondent = Digits.value(account, 0..<5) == 30101
    // The central bank's own units have no three digits to repeat.
    let unit = Digits.value(bank, 6..<9)
    if isCorrespondent, unit > 2, Digits.value(account, 17..<20) != unit { return Self.bank }
    if fits(account, bank) { return nil }
    // A spreadsheet keeps fifteen digits and puts zeros for the rest.
    if Digits.value(account, 15..<20) == 0 { return IdentifierCodes.rounded }
    let first = Digits.value(account, 0..<5)
    return first == 40102 || first / 1000 == 3 && account[0] == 0x30 ? treasury : key
  }

  /// Whether the account's key fits the bank's БИК.
  static func fits(_ account: Span<UInt8>, _ bank: Span<UInt8>) -> Bool {
    let unit = Digits.value(bank, 6..<9)
    let isCorrespondent =
      account[0] == 0x33 && account[1] == 0x30 && account[2] == 0x31 && account[3] == 0x30
      && account[4] == 0x31
    let isCentral = unit < 3 || isCorrespondent
    let weights: InlineArray<3, Int> = [7, 1, 3]
    var sum = 0
    for place in 0..<23 {
      let digit: Int =
        switch place {
        case 0: isCentral ? 0 : Int(bank[6] &- 0x30)
        case 1, 2: Int(bank[(isCentral ? 3 : 6) + place] &- 0x30)
        default: letterValue(account[place - 3]) ?? Int(account[place - 3] &- 0x30)
        }
      sum += digit * weights[place % 3] % 10
    }
    return sum % 10 == 0
  }
}
