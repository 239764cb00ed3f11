import Tables

/// УНП, the taxpayer's number of Belarus: 9 digits, or two letters and 7 digits of a person.
///
/// Check digit: weights 29, 23, 19, 17, 13, 7, 5, 3 modulo 11; 10 is never given out. The letters are of
/// ABCEHKMOPT, the first by its place in the alphabet (A is 10), the second by its place among the ten. Source:
/// Постановление МНС РБ 96 of 31.12.2010, as tax registers of Belarus apply it.
struct BelarusNumberFormat: CodeIdentifier {
  static let checkDigit = FormatCode.error(
    "by-unp-check-digit", en: "УНП: wrong check digit", ru: "УНП: неверная контрольная цифра")
  static let shape = FormatCode.error(
    "by-unp-shape", en: "УНП: not 9 digits, nor 2 letters and 7 digits",
    ru: "УНП: не 9 цифр и не 2 буквы и 7 цифр")

  let name = "by-unp"
  let words: MissingWords
  var codes: [FormatCode] { [Self.checkDigit, Self.shape] + IdentifierCodes.all }
  var malformed: FormatCode { Self.shape }
  var longest: Int { 9 }

  func judge(_ code: Span<UInt8>) -> DigitVerdict {
    if code.count > 4, Digits.areEqual(code) || Digits.areRun(code) { return .placeholder }
    guard code.count == 9, Digits.areDigits(code.extracting(2..<9)) else { return .wrong(Self.shape) }
    var first = Int(code[0] &- 0x30)
    var second = Int(code[1] &- 0x30)
    if !Digits.isDigit(code[0]) || !Digits.isDigit(code[1]) {
      guard let letter = Self.place(code[0]), let next = Self.place(code[1]), letter < 7 else {
        return .wrong(Self.shape)
      }
      first = Int(code[0]) - 0x41 + 10
      second = next
    } else if !(1...7).contains(first) {
      return .wrong(Self.shape)
    }
    let weights: InlineArray<8, Int> = [29, 23, 19, 17, 13, 7, 5, 3]
    var sum = first * 29 + second * 23
    for index in 2..<8 { sum += Int(code[index] &- 0x30) * weights[index] }
    return sum % 11 == Int(code[8] &- 0x30) ? .right : .wrong(Self.checkDigit)
  }

  /// Place of a letter among ABCEHKMOPT; nil: it is none of them.
  private static func place(_ byte: UInt8) -> Int? {
    let letters: StaticString = "ABCEHKMOPT"
    for index in 0..<10 where unsafe letters.utf8Start[index] == byte { return index }
    return nil
  }

  func parts(of code: String) -> [String: PartValue] {
    ["kind": .text(code.utf8.first.map { Digits.isDigit($0) } == true ? "organization" : "person")]
  }
}
