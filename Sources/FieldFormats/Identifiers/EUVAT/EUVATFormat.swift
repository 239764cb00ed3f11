import Tables

/// A VAT number of the European Union: the country's two letters and its own number.
///
/// All 27 members and XI (Northern Ireland), each by its own check digits; Greece is EL, GR is taken too.
/// Source of the shapes: European Commission, VIES, «VAT number structure».
struct EUVATFormat: CodeIdentifier {
  static let checkDigit = FormatCode.error(
    "eu-vat-check-digit", en: "VAT number: the country's check digits do not agree",
    ru: "номер НДС: контрольные цифры страны не сходятся")
  static let shape = FormatCode.error(
    "eu-vat-shape", en: "VAT number: not a member's letters and its number",
    ru: "номер НДС: не буквы страны ЕС и её номер")

  let name = "eu-vat"
  let words: MissingWords
  var codes: [FormatCode] { [Self.checkDigit, Self.shape] + IdentifierCodes.all }
  var malformed: FormatCode { Self.shape }
  var longest: Int { 15 }

  func judge(_ code: Span<UInt8>) -> DigitVerdict {
    guard code.count > 3, code.count <= 15, let country = EUVATCountry(code[0], code[1]) else {
      return .wrong(Self.shape)
    }
    let number = code.extracting(2..<code.count)
    if number.count > 4, Digits.areEqual(number) { return .placeholder }
    switch country.passes(number) {
    case .some(true): return .right
    case .some(false): return .wrong(Self.checkDigit)
    case .none: return .wrong(Self.shape)
    }
  }

  /// GR becomes EL; Belgium and Greece get the zero their old numbers lack.
  func settle(_ code: inout [UInt8]) {
    guard code.count > 2 else { return }
    if code[0] == UInt8(ascii: "G"), code[1] == UInt8(ascii: "R") {
      code[0] = UInt8(ascii: "E")
      code[1] = UInt8(ascii: "L")
    }
    if let country = EUVATCountry(code[0], code[1]), country == .be || country == .el,
      code.count == country.oldLength + 2
    {
      code.insert(0x30, at: 2)
    }
  }

  func parts(of code: String) -> [String: PartValue] {
    ["country": .text(String(code.prefix(2))), "number": .text(String(code.dropFirst(2)))]
  }
}
