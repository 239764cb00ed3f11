import Tables

/// LEI, the number of a legal entity on financial markets: 18 digits or letters and two check digits.
///
/// Source: ISO 17442; check digits by ISO 7064 MOD 97-10.
struct LEIFormat: CodeIdentifier {
  static let checkDigit = FormatCode.error(
    "lei-check-digits", en: "LEI: wrong check digits", ru: "LEI: неверное контрольное число")
  static let shape = FormatCode.error(
    "lei-shape", en: "LEI: not 18 digits or letters and 2 digits", ru: "LEI: не 18 цифр или букв и 2 цифры")

  let name = "lei"
  let words: MissingWords
  var codes: [FormatCode] { [Self.checkDigit, Self.shape] + IdentifierCodes.all }
  var malformed: FormatCode { Self.shape }
  var longest: Int { 20 }

  func judge(_ code: Span<UInt8>) -> DigitVerdict {
    if code.count > 4, Digits.areEqual(code) { return .placeholder }
    guard code.count == 20, Digits.isDigit(code[18]), Digits.isDigit(code[19]) else {
      return .wrong(Self.shape)
    }
    return Mod97.remainder(code) == 1 ? .right : .wrong(Self.checkDigit)
  }
}
