import Tables

/// IDNO, the number of an organisation in Moldova: 13 digits.
///
/// Check digit: weights 7, 3, 1 again and again, modulo 10. Source: Government decision 861 of 2005, as Moldova's
/// register applies it.
struct IDNOFormat: DigitIdentifier {
  static let checkDigit = FormatCode.error(
    "md-idno-check-digit", en: "IDNO: wrong check digit", ru: "IDNO: неверная контрольная цифра")
  static let length = FormatCode.error("md-idno-length", en: "IDNO: not 13 digits", ru: "IDNO: не 13 цифр")

  let name = "md-idno"
  let words: MissingWords
  var codes: [FormatCode] { [Self.checkDigit, Self.length] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.length }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) || Digits.areRun(digits) { return .placeholder }
    guard digits.count == 13 else { return .wrong(Self.length) }
    return Digits.hasCheck731(digits, 13) ? .right : .wrong(Self.checkDigit)
  }
}
