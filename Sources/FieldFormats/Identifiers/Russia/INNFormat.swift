import Tables

/// ИНН, the taxpayer's number: 10 digits of an organisation, 12 of a person or sole proprietor.
///
/// Check digits: order of the ФНС ММВ-7-6/435@ of 29.06.2012, appendix.
struct INNFormat: DigitIdentifier {
  static let checkDigit = FormatCode.error(
    "inn-check-digit", en: "ИНН: wrong check digit", ru: "ИНН: неверная контрольная цифра")
  static let length = FormatCode.error(
    "inn-length", en: "ИНН: not 10 or 12 digits", ru: "ИНН: не 10 и не 12 цифр")
  static let pair = FormatCode.safe(
    "inn-kpp-split", en: "КПП standing with the ИНН put into its own field",
    ru: "КПП, стоявший вместе с ИНН, вынесен в своё поле")

  let name = "inn"
  let words: MissingWords
  var codes: [FormatCode] { [Self.checkDigit, Self.length, Self.pair] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.length }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) || Digits.areRun(digits) { return .placeholder }
    switch digits.count {
    case 10: return Self.passes10(digits, 0) ? .right : .wrong(Self.checkDigit)
    case 12: return Self.passes12(digits, 0) ? .right : .wrong(Self.checkDigit)
    // Regions 01–09 begin with a zero that a spreadsheet drops.
    case 9 where digits[0] != 0x30 && Self.passes10(digits, 1): return .lostZeros(1)
    // Ten digits and a zero are also what is left of `7714843760.0`: two readings, neither is taken.
    case 11 where digits[0] != 0x30 && digits[10] != 0x30 && Self.passes12(digits, 1): return .lostZeros(1)
    default: return .wrong(Self.length)
    }
  }

  func split(_ text: String) -> Reading? {
    guard text.utf8.count > 19 else { return nil }
    let parts = text.split { " /\\,;".contains($0) }
    guard parts.count == 2, [10, 12].contains(parts[0].count), parts[1].count == 9,
      verdict(String(parts[0])) == .right, parts[0].utf8.allSatisfy({ Digits.isDigit($0) })
    else { return nil }
    var reading = Reading.value(String(parts[0]), Self.pair)
    reading.parts = ["match_key": .text(String(parts[0])), "kpp": .text(String(parts[1]))]
    if KPPFormat.isWellFormed(String(parts[1])) {
      reading.derived = [DerivedValue(target: .field("kpp"), value: String(parts[1]), code: Self.pair)]
    } else {
      reading.edit = FormatCode(Self.pair.id, .info, .absent, en: Self.pair.en, ru: Self.pair.ru)
    }
    return reading
  }

  /// Whether 10 digits check; `lost` leading zeros are not in the text.
  private static func passes10(_ digits: Span<UInt8>, _ lost: Int) -> Bool {
    let weights: InlineArray<9, Int> = [2, 4, 10, 3, 5, 9, 4, 6, 8]
    var sum = 0
    for index in lost..<9 { sum += Int(digits[index - lost] &- 0x30) * weights[index] }
    return sum % 11 % 10 == Int(digits[9 - lost] &- 0x30)
  }

  private static func passes12(_ digits: Span<UInt8>, _ lost: Int) -> Bool {
    let weights: InlineArray<11, Int> = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
    var eleventh = 0
    var twelfth = 0
    for index in lost..<11 {
      let digit = Int(digits[index - lost] &- 0x30)
      twelfth += digit * weights[index]
      // The weights of the eleventh digit are those of the twelfth, shifted by one.
      if index < 10 { eleventh += digit * weights[index + 1] }
    }
    return eleventh % 11 % 10 == Int(digits[10 - lost] &- 0x30)
      && twelfth % 11 % 10 == Int(digits[11 - lost] &- 0x30)
  }
}
