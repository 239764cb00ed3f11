import Tables

/// BIC, a bank's code in the SWIFT network: bank (4 letters), country (2), place (2), branch (3 or none).
///
/// Source: ISO 9362; it has no check digit.
struct BICFormat: CodeIdentifier {
  static let shape = FormatCode.error(
    "bic-shape", en: "BIC: not 8 or 11 letters and digits in their places",
    ru: "BIC: не 8 и не 11 букв и цифр на своих местах")
  static let country = FormatCode.error(
    "bic-country", en: "BIC: no such country", ru: "BIC: такой страны нет")

  let name = "bic"
  let words: MissingWords
  var codes: [FormatCode] { [Self.shape, Self.country] + IdentifierCodes.all }
  var malformed: FormatCode { Self.shape }
  var longest: Int { 11 }

  func judge(_ code: Span<UInt8>) -> DigitVerdict {
    guard code.count == 8 || code.count == 11 else { return .wrong(Self.shape) }
    if Digits.areEqual(code) { return .placeholder }
    for index in 0..<6 where Digits.isDigit(code[index]) { return .wrong(Self.shape) }
    return CountryCodes.contains(code[4], code[5]) ? .right : .wrong(Self.country)
  }

  func parts(of code: String) -> [String: PartValue] {
    ["country": .text(String(code.dropFirst(4).prefix(2))), "bank": .text(String(code.prefix(4)))]
  }
}
