import Tables

/// A number of a register whose check digit is not published: only the digits are counted.
struct UncheckedNumberFormat: DigitIdentifier {
  /// Which number.
  enum Kind: String {
    case uzSTIR = "uz-stir"
    case kyrgyzINN = "kg-inn"
    case armenianTIN = "am-tin"
    case georgianID = "ge-id"
    case tajikINN = "tj-inn"
    case turkmenTIN = "tm-tin"
    case duns

    /// Digits of the number; source: the tax services' registers, for DUNS its owner.
    var lengths: ClosedRange<Int> {
      switch self {
      case .uzSTIR, .tajikINN, .duns: 9...9
      case .kyrgyzINN: 14...14
      case .armenianTIN: 8...8
      case .georgianID: 9...11
      case .turkmenTIN: 12...12
      }
    }
  }

  static let length = FormatCode.error(
    "register-number-length", en: "the register has no numbers of this length",
    ru: "в реестре нет номеров такой длины")
  static let structure = FormatCode.error(
    "register-number-structure", en: "the register has no numbers that begin so",
    ru: "номера реестра так не начинаются")

  let kind: Kind
  let words: MissingWords
  var name: String { kind.rawValue }
  var codes: [FormatCode] { [Self.length, Self.structure] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.length }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) || Digits.areRun(digits) { return .placeholder }
    guard kind.lengths.contains(digits.count), kind != .georgianID || digits.count != 10 else {
      return .wrong(Self.length)
    }
    // An organisation, a woman or a man, then the date.
    if kind == .kyrgyzINN {
      let isDate =
        (1...31).contains(Digits.value(digits, 1..<3)) && (1...12).contains(Digits.value(digits, 3..<5))
      return digits[0] <= 0x32 && isDate ? .right : .wrong(Self.structure)
    }
    return .right
  }

  func parts(of digits: String) -> [String: PartValue] { ["check": .text("unchecked")] }
}
