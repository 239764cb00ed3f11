import Tables

/// ОКПО, the statistics code: 8 digits of an organisation, 10 of a sole proprietor (14 with a branch).
///
/// Check digit: ПР 50.1.024-2005, appendix В: weights 1…10 again and again, modulo 11; a remainder of 10 is
/// reckoned anew with weights from 3, and a second 10 is 0.
struct OKPOFormat: DigitIdentifier {
  static let checkDigit = FormatCode.error(
    "okpo-check-digit", en: "ОКПО: wrong check digit", ru: "ОКПО: неверная контрольная цифра")
  static let length = FormatCode.error(
    "okpo-length", en: "ОКПО: not 8, 10 or 14 digits", ru: "ОКПО: не 8, 10 и не 14 цифр")

  let name = "okpo"
  let words: MissingWords
  var codes: [FormatCode] { [Self.checkDigit, Self.length] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.length }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    // Runs such as 12345678 pass the check and were given out; only equal digits are put in.
    if digits.count > 4, Digits.areEqual(digits) { return .placeholder }
    switch digits.count {
    case 8, 10:
      return Self.key(digits, digits.count - 1, 0) == Int(digits[digits.count - 1] &- 0x30)
        ? .right : .wrong(Self.checkDigit)
    case 14: return Self.key(digits, 7, 0) == Int(digits[7] &- 0x30) ? .right : .wrong(Self.checkDigit)
    case 7 where Self.key(digits, 6, 1) == Int(digits[6] &- 0x30): return .lostZeros(1)
    case 9 where Self.key(digits, 8, 1) == Int(digits[8] &- 0x30): return .lostZeros(1)
    default: return .wrong(Self.length)
    }
  }

  private static func key(_ digits: Span<UInt8>, _ count: Int, _ lost: Int) -> Int {
    for shift in [0, 2] {
      var sum = 0
      for index in 0..<count { sum += Int(digits[index] &- 0x30) * ((index + lost + shift) % 10 + 1) }
      if sum % 11 != 10 { return sum % 11 }
    }
    return 0
  }
}
