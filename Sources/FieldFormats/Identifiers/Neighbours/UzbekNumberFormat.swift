import Tables

/// ПИНФЛ, the number of a person in Uzbekistan: 14 digits, century and sex, date of birth, district, ordinal.
///
/// Check digit: weights 7, 3, 1 again and again, modulo 10. Source: ПКМ РУз 177 of 2022.
struct PINFLFormat: DigitIdentifier {
  static let checkDigit = FormatCode.error(
    "uz-pinfl-check-digit", en: "ПИНФЛ: wrong check digit", ru: "ПИНФЛ: неверная контрольная цифра")
  static let length = FormatCode.error(
    "uz-pinfl-length", en: "ПИНФЛ: not 14 digits", ru: "ПИНФЛ: не 14 цифр")
  static let structure = FormatCode.warning(
    "uz-pinfl-structure", en: "ПИНФЛ: checks, but its century or date of birth cannot be",
    ru: "ПИНФЛ: контрольная цифра верна, но век или дата рождения невозможны")

  let name = "uz-pinfl"
  let words: MissingWords
  var codes: [FormatCode] { [Self.checkDigit, Self.length, Self.structure] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.length }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) || Digits.areRun(digits) { return .placeholder }
    guard digits.count == 14 else { return .wrong(Self.length) }
    guard Digits.hasCheck731(digits, 14) else { return .wrong(Self.checkDigit) }
    let isDate =
      (1...31).contains(Digits.value(digits, 1..<3)) && (1...12).contains(Digits.value(digits, 3..<5))
    return isDate && (1...6).contains(digits[0] &- 0x30) ? .right : .doubtful(Self.structure)
  }

  func parts(of digits: String) -> [String: PartValue] {
    guard let first = digits.utf8.first else { return [:] }
    return ["gender": .text(first % 2 == 1 ? "male" : "female")]
  }
}

extension Digits {
  /// Whether the last of `count` digits is the sum of those before it by weights 7, 3, 1 again and again, modulo 10.
  static func hasCheck731(_ digits: Span<UInt8>, _ count: Int) -> Bool {
    let weights: InlineArray<3, Int> = [7, 3, 1]
    var sum = 0
    for index in 0..<(count - 1) { sum += Int(digits[index] &- 0x30) * weights[index % 3] }
    return sum % 10 == Int(digits[count - 1] &- 0x30)
  }
}
