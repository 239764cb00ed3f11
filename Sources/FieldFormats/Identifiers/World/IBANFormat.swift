import Tables

/// IBAN, an account's international number: country, two check digits, the country's own account.
///
/// Source: ISO 13616 and the IBAN registry; check digits by ISO 7064 MOD 97-10, besides those of the Belgian,
/// Spanish, Norwegian and Montenegrin accounts themselves.
struct IBANFormat: CodeIdentifier {
  static let checkDigit = FormatCode.error(
    "iban-check-digits", en: "IBAN: wrong check digits", ru: "IBAN: неверное контрольное число")
  static let shape = FormatCode.error(
    "iban-shape", en: "IBAN: not built as its country builds them",
    ru: "IBAN: построен не так, как в его стране")
  static let country = FormatCode.error(
    "iban-country", en: "IBAN: the country has none", ru: "IBAN: в такой стране его нет")

  let words: MissingWords
  let table: IBANTable
  let name = "iban"
  var codes: [FormatCode] { [Self.checkDigit, Self.shape, Self.country] + IdentifierCodes.all }
  var malformed: FormatCode { Self.shape }
  var longest: Int { 34 }

  func judge(_ code: Span<UInt8>) -> DigitVerdict {
    if code.count > 4, Digits.areEqual(code) { return .placeholder }
    guard let fits = table.fits(code) else { return .wrong(Self.country) }
    guard fits else { return .wrong(Self.shape) }
    let account = code.extracting(4..<code.count)
    guard Mod97.remainder(code.extracting(0..<4), after: Mod97.remainder(account)) == 1 else {
      return .wrong(Self.checkDigit)
    }
    return Self.passesAtHome(account, code[0], code[1]) ? .right : .wrong(Self.checkDigit)
  }

  /// Check digits of the account itself.
  private static func passesAtHome(_ account: Span<UInt8>, _ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (UInt8(ascii: "B"), UInt8(ascii: "E")):
      let rest = Digits.value(account, 0..<10) % 97
      return Digits.value(account, 10..<12) == (rest == 0 ? 97 : rest)
    case (UInt8(ascii: "M"), UInt8(ascii: "E")): return Mod97.remainder(account) == 1
    case (UInt8(ascii: "N"), UInt8(ascii: "O")):
      let weights: InlineArray<11, Int> = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
      return Digits.sum(account, weights) % 11 == 0
    case (UInt8(ascii: "E"), UInt8(ascii: "S")):
      let weights: InlineArray<10, Int> = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]
      var bank = 0
      var number = 0
      for index in 0..<8 { bank += Int(account[index] &- 0x30) * weights[index + 2] }
      for index in 0..<10 { number += Int(account[index + 10] &- 0x30) * weights[index] }
      func key(_ sum: Int) -> Int {
        let key = 11 - sum % 11
        return key == 11 ? 0 : key == 10 ? 1 : key
      }
      return key(bank) == Int(account[8] &- 0x30) && key(number) == Int(account[9] &- 0x30)
    default: return true
    }
  }

  func parts(of code: String) -> [String: PartValue] { ["country": .text(String(code.prefix(2)))] }

  func display(of code: String) -> String? {
    var groups: [Substring] = []
    var rest = code[...]
    while !rest.isEmpty {
      groups.append(rest.prefix(4))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: " ")
  }
}
