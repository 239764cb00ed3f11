import Tables

/// ОГРН of an organisation (13 digits) or ОГРНИП of a sole proprietor (15).
///
/// A field of ОГРН takes either; a field of ОГРНИП takes its own alone.
/// Check digit: the last digit of the number before it modulo 11 (13). Source: ПП РФ 438 of 19.06.2002,
/// appendix 1, and its successors. A first digit of 2, 6–9 (4) marks a record number, not the entity's.
struct OGRNFormat: DigitIdentifier {
  static let checkDigit = FormatCode.error(
    "ogrn-check-digit", en: "ОГРН: wrong check digit", ru: "ОГРН: неверная контрольная цифра")
  static let length = FormatCode.error("ogrn-length", en: "ОГРН: not 13 digits", ru: "ОГРН: не 13 цифр")
  static let record = FormatCode.warning(
    "ogrn-is-grn", en: "a register's record number (ГРН), not the ОГРН",
    ru: "номер записи реестра (ГРН), а не ОГРН")
  static let personCheckDigit = FormatCode.error(
    "ogrnip-check-digit", en: "ОГРНИП: wrong check digit", ru: "ОГРНИП: неверная контрольная цифра")
  static let personLength = FormatCode.error(
    "ogrnip-length", en: "ОГРНИП: not 15 digits", ru: "ОГРНИП: не 15 цифр")
  static let firstDigit = FormatCode.error(
    "ogrn-first-digit", en: "no such number begins with this digit",
    ru: "с этой цифры номер начинаться не может")

  /// Whether the field is of a sole proprietor.
  let isPerson: Bool
  let words: MissingWords
  var name: String { isPerson ? "ogrnip" : "ogrn" }
  var codes: [FormatCode] {
    let person = [Self.personCheckDigit, Self.personLength]
    let own = isPerson ? person : [Self.checkDigit, Self.length] + person
    return own + [Self.record, Self.firstDigit] + IdentifierCodes.all
  }
  var notDigits: FormatCode { isPerson ? Self.personLength : Self.length }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) || Digits.areRun(digits) { return .placeholder }
    // Old bases keep both numbers under «ОГРН»: there fifteen digits are a sole proprietor's.
    let isPerson = isPerson || digits.count == 15
    guard digits.count == (isPerson ? 15 : 13) else { return .wrong(notDigits) }
    let last = digits.count - 1
    let rest = Digits.value(digits, 0..<last) % (isPerson ? 13 : 11) % 10
    guard rest == Int(digits[last] &- 0x30) else {
      return .wrong(isPerson ? Self.personCheckDigit : Self.checkDigit)
    }
    switch (isPerson, digits[0] &- 0x30) {
    case (true, 3), (false, 1), (false, 5): return .right
    case (true, 4), (false, 2), (false, 6...9): return .wrong(Self.record)
    default: return .wrong(Self.firstDigit)
    }
  }

  func parts(of digits: String) -> [String: PartValue] {
    ["kind": .text(digits.utf8.count == 15 ? "ogrnip" : "ogrn")]
  }
}
