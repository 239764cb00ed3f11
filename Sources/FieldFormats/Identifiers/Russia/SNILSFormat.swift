import Tables

/// СНИЛС, the number of a person's pension account: `XXX-XXX-XXX YY`.
///
/// Check: the nine digits by weights 9…1, modulo 101, 100 as 00; numbers up to 001-001-998 were given out without
/// one. Source: rules of the pension fund's individual accounts, clause 8 (its example: 112-233-445 95).
struct SNILSFormat: DigitIdentifier {
  static let checkDigit = FormatCode.error(
    "snils-check-digits", en: "СНИЛС: wrong check digits", ru: "СНИЛС: неверное контрольное число")
  static let length = FormatCode.error("snils-length", en: "СНИЛС: not 11 digits", ru: "СНИЛС: не 11 цифр")

  static let unchecked = FormatCode.warning(
    "snils-unchecked", en: "СНИЛС: so small a number has no check digits",
    ru: "СНИЛС: у столь малых номеров нет контрольного числа")

  let name = "snils"
  let words: MissingWords
  var codes: [FormatCode] { [Self.checkDigit, Self.length, Self.unchecked] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.length }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) { return .placeholder }
    switch digits.count {
    case 11:
      let number = Digits.value(digits, 0..<9)
      if number <= 1_001_998 { return number > 0 ? .doubtful(Self.unchecked) : .placeholder }
      return Self.passes(digits, 0) ? .right : .wrong(Self.checkDigit)
    case 9...10:
      let lost = 11 - digits.count
      return Digits.value(digits, 0..<(9 - lost)) > 1_001_998 && Self.passes(digits, lost)
        ? .lostZeros(lost) : .wrong(Self.length)
    default: return .wrong(Self.length)
    }
  }

  func compose(_ digits: inout [UInt8]) {
    guard digits.count == 11 else { return }
    digits.append(contentsOf: [0x20, digits[9], digits[10]])
    digits[11] = 0x20
    // From the end, so that no digit is written over before it has moved.
    for (mark, from) in [(7, 6), (3, 3)] {
      for place in stride(from: from + 2, through: from, by: -1) {
        digits[place + mark - from + 1] = digits[place]
      }
      digits[mark] = 0x2D
    }
  }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard cell.count == 14, cell[3] == 0x2D, cell[7] == 0x2D, cell[11] == 0x20 else { return false }
    var digits = InlineArray<11, UInt8>(repeating: 0x30)
    var count = 0
    for index in 0..<14 where index != 3 && index != 7 && index != 11 {
      guard Digits.isDigit(cell[index]) else { return false }
      digits[count] = cell[index]
      count += 1
    }
    return judge(digits.span) == .right
  }

  private static func passes(_ digits: Span<UInt8>, _ lost: Int) -> Bool {
    var sum = 0
    for index in lost..<9 { sum += Int(digits[index - lost] &- 0x30) * (9 - index) }
    return sum % 101 % 100 == Digits.value(digits, (9 - lost)..<(11 - lost))
  }
}
