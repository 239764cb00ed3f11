import Tables

/// Check digits of Russian identifiers, on runs of ASCII digits.
///
/// Source: ИНН: order ММВ-7-6/435@ of the tax service (29.06.2012); ОГРН, ОГРНИП: rules of the registers
/// (government decree 438, 19.06.2002, annex 1).
enum Identifiers {
  /// Whether the digits are an ИНН of an organisation (10) or a person (12), and no run of one digit.
  static func isINN(_ digits: Span<UInt8>) -> Bool {
    guard isVaried(digits) else { return false }
    switch digits.count {
    case 10: return check(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8])
    case 12:
      return check(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
        && check(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
    default: return false
    }
  }

  /// Whether the digits are an ОГРН (13) or ОГРНИП (15).
  static func isOGRN(_ digits: Span<UInt8>) -> Bool {
    guard digits.count == 13 || digits.count == 15, isVaried(digits) else { return false }
    var number = 0
    for index in 0..<(digits.count - 1) { number = number * 10 + Int(digits[index] - 0x30) }
    return number % (digits.count == 13 ? 11 : 13) % 10 == Int(digits[digits.count - 1] - 0x30)
  }

  private static func check(_ digits: Span<UInt8>, _ weights: [Int]) -> Bool {
    var sum = 0
    for (index, weight) in weights.enumerated() { sum += weight * Int(digits[index] - 0x30) }
    return sum % 11 % 10 == Int(digits[weights.count] - 0x30)
  }

  private static func isVaried(_ digits: Span<UInt8>) -> Bool {
    for index in digits.indices where digits[index] != digits[0] { return true }
    return false
  }
}
