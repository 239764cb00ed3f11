import Tables

/// VÖEN, the taxpayer's number of Azerbaijan: 10 digits, the last 1 (organisation) or 2 (person).
///
/// Check digit, the ninth: weights 4, 1, 8, 6, 2, 7, 5, 3 modulo 11; 10 is never given out. Source: the tax
/// ministry's rules of taxpayer registration.
struct VOENFormat: DigitIdentifier {
  static let checkDigit = FormatCode.error(
    "az-voen-check-digit", en: "VÖEN: wrong check digit", ru: "VÖEN: неверная контрольная цифра")
  static let shape = FormatCode.error(
    "az-voen-shape", en: "VÖEN: not 10 digits that end in 1 or 2", ru: "VÖEN: не 10 цифр с последней 1 или 2")

  let name = "az-voen"
  let words: MissingWords
  var codes: [FormatCode] { [Self.checkDigit, Self.shape] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.shape }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) || Digits.areRun(digits) { return .placeholder }
    guard digits.count == 9 || digits.count == 10 else { return .wrong(Self.shape) }
    let lost = 10 - digits.count
    guard (0x31...0x32).contains(digits[9 - lost]) else { return .wrong(Self.shape) }
    let weights: InlineArray<8, Int> = [4, 1, 8, 6, 2, 7, 5, 3]
    var sum = 0
    for index in lost..<8 { sum += Int(digits[index - lost] &- 0x30) * weights[index] }
    guard sum % 11 == Int(digits[8 - lost] &- 0x30) else {
      return .wrong(lost == 0 ? Self.checkDigit : Self.shape)
    }
    return lost == 0 ? .right : .lostZeros(1)
  }

  func parts(of digits: String) -> [String: PartValue] {
    ["kind": .text(digits.hasSuffix("1") ? "organization" : "person")]
  }
}
