import Tables

/// EIN, the employer's number of the United States: 9 digits, shown as `XX-XXXXXXX`.
///
/// It has no check digit; its first two digits are of the campus that gave it out. Source: IRS, «How EINs are
/// assigned and valid EIN prefixes».
struct EINFormat: DigitIdentifier {
  static let shape = FormatCode.error("us-ein-shape", en: "EIN: not 9 digits", ru: "EIN: не 9 цифр")
  static let prefix = FormatCode.error(
    "us-ein-prefix", en: "EIN: no campus gives out this prefix", ru: "EIN: такой начальной пары цифр нет")

  let name = "us-ein"
  let words: MissingWords
  var codes: [FormatCode] { [Self.shape, Self.prefix] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.shape }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) || Digits.areRun(digits) { return .placeholder }
    guard digits.count == 9 else { return .wrong(Self.shape) }
    return Self.isGiven(Digits.value(digits, 0..<2)) ? .right : .wrong(Self.prefix)
  }

  private static func isGiven(_ prefix: Int) -> Bool {
    switch prefix {
    case 1...6, 10...16, 20...27, 30...48, 50...68, 71...77, 80...88, 90...95, 98...99: true
    default: false
    }
  }

  func parts(of digits: String) -> [String: PartValue] {
    ["written": .text("\(digits.prefix(2))-\(digits.dropFirst(2))")]
  }
}
