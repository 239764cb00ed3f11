import Tables

/// Check digits of the members whose numbers are weighed digits.
///
/// Sources: the national rules of the tax services, as VIES and the OECD's TIN sheets give them.
enum EUVATDigits {
  /// ISO 7064 MOD 11,10: Germany's USt-IdNr., Croatia's OIB.
  static func iso7064(_ number: Span<UInt8>) -> Bool {
    var check = 5
    for index in number.indices {
      check = ((check == 0 ? 10 : check) * 2 % 11 + Int(number[index] &- 0x30)) % 10
    }
    return check == 1
  }

  /// The Luhn check, ISO/IEC 7812-1 annex B, last digit included.
  static func luhn(_ number: Span<UInt8>) -> Bool {
    var sum = 0
    for index in number.indices {
      let digit = Int(number[index] &- 0x30)
      let isDoubled = (number.count - index) % 2 == 0
      sum += isDoubled ? digit * 2 % 10 + digit * 2 / 10 : digit
    }
    return sum % 10 == 0
  }

  /// Ten digits that begin with 0 or 1; the first eight and the last two make 97.
  static func belgium(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 10 else { return nil }
    let first = Digits.value(number, 0..<8)
    return number[0] <= 0x31 && first > 0 && (first + Digits.value(number, 8..<10)) % 97 == 0
  }

  static func denmark(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 8 else { return nil }
    let weights: InlineArray<8, Int> = [2, 7, 6, 5, 4, 3, 2, 1]
    return number[0] != 0x30 && Digits.sum(number, weights) % 11 == 0
  }

  static func estonia(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 9 else { return nil }
    let weights: InlineArray<9, Int> = [3, 7, 1, 3, 7, 1, 3, 7, 1]
    return Digits.sum(number, weights) % 10 == 0
  }

  static func greece(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 9 else { return nil }
    let weights: InlineArray<8, Int> = [256, 128, 64, 32, 16, 8, 4, 2]
    return Digits.sum(number, weights) % 11 % 10 == Int(number[8] &- 0x30)
  }

  static func finland(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 8 else { return nil }
    let weights: InlineArray<8, Int> = [7, 9, 10, 5, 8, 4, 2, 1]
    return Digits.sum(number, weights) % 11 == 0
  }

  static func hungary(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 8 else { return nil }
    let weights: InlineArray<8, Int> = [9, 7, 3, 1, 9, 7, 3, 1]
    return Digits.sum(number, weights) % 10 == 0
  }

  /// Seven digits of the firm, three of the province, the Luhn digit.
  static func italy(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 11 else { return nil }
    switch Digits.value(number, 7..<10) {
    case 1...100, 120, 121, 888, 999: break
    default: return false
    }
    return Digits.value(number, 0..<7) > 0 && luhn(number)
  }

  static func luxembourg(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 8 else { return nil }
    return Digits.value(number, 0..<6) % 89 == Digits.value(number, 6..<8)
  }

  static func malta(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 8 else { return nil }
    let weights: InlineArray<8, Int> = [3, 4, 6, 7, 8, 9, 10, 1]
    return number[0] != 0x30 && Digits.sum(number, weights) % 37 == 0
  }

  static func poland(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 10 else { return nil }
    let weights: InlineArray<9, Int> = [6, 5, 7, 2, 3, 4, 5, 6, 7]
    return Digits.sum(number, weights) % 11 == Int(number[9] &- 0x30)
  }

  static func portugal(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 9 else { return nil }
    let weights: InlineArray<8, Int> = [9, 8, 7, 6, 5, 4, 3, 2]
    return number[0] != 0x30
      && (11 - Digits.sum(number, weights) % 11) % 11 % 10 == Int(number[8] &- 0x30)
  }

  /// The ten digits of the organisation, then 01.
  static func sweden(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 12 else { return nil }
    return number[10] == 0x30 && number[11] == 0x31 && luhn(number.extracting(0..<10))
  }

  static func slovenia(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 8 else { return nil }
    let weights: InlineArray<7, Int> = [8, 7, 6, 5, 4, 3, 2]
    let check = 11 - Digits.sum(number, weights) % 11
    return number[0] != 0x30 && check != 11 && check % 10 == Int(number[7] &- 0x30)
  }
}
