import Tables

/// Check digits of the members that give one number to firms and another to persons.
///
/// Sources: the national rules of the tax services, as VIES and the OECD's TIN sheets give them.
enum EUVATMore {
  /// Nine digits of a firm; ten of a Bulgarian, of a foreigner, or of anyone else.
  static func bulgaria(_ number: Span<UInt8>) -> Bool? {
    if number.count == 9 {
      for step in [1, 3] {
        var sum = 0
        for index in 0..<8 { sum += Int(number[index] &- 0x30) * (index + step) }
        if sum % 11 < 10 || step == 3 { return sum % 11 % 10 == Int(number[8] &- 0x30) }
      }
    }
    guard number.count == 10 else { return nil }
    let last = Int(number[9] &- 0x30)
    let born: InlineArray<9, Int> = [2, 4, 8, 5, 10, 9, 7, 3, 6]
    let month = Digits.value(number, 2..<4)
    let century = month > 40 ? 2000 : month > 20 ? 1800 : 1900
    if Digits.sum(number, born) % 11 % 10 == last,
      BirthDigits.isDate(century + Digits.value(number, 0..<2), month % 20, Digits.value(number, 4..<6))
    {
      return true
    }
    let foreign: InlineArray<9, Int> = [21, 19, 17, 13, 11, 9, 7, 3, 1]
    if Digits.sum(number, foreign) % 10 == last { return true }
    let other: InlineArray<9, Int> = [4, 3, 2, 7, 6, 5, 4, 3, 2]
    return (11 - Digits.sum(number, other) % 11) % 11 == last
  }

  /// Eight digits of a firm, nine that begin with 6 of special cases, nine or ten of a person's birth number.
  static func czechia(_ number: Span<UInt8>) -> Bool? {
    switch number.count {
    case 8:
      let weights: InlineArray<7, Int> = [8, 7, 6, 5, 4, 3, 2]
      let check = (11 - Digits.sum(number, weights) % 11) % 11
      return number[0] != 0x39 && (check == 0 ? 1 : check) % 10 == Int(number[7] &- 0x30)
    case 9 where number[0] == 0x36:
      let weights: InlineArray<7, Int> = [8, 7, 6, 5, 4, 3, 2]
      let rest = Digits.sum(number.extracting(1..<8), weights) % 11
      return (8 - (10 - rest + 11) % 11 + 10) % 10 == Int(number[8] &- 0x30)
    case 9...10: return BirthDigits.isBirthNumber(number)
    default: return nil
    }
  }

  /// Nine digits of a firm or twelve of anyone else; the last but one is 1.
  static func lithuania(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 9 || number.count == 12 else { return nil }
    let last = number.count - 1
    guard number[last - 1] == 0x31 else { return false }
    for step in [0, 2] {
      var sum = 0
      for index in 0..<last { sum += Int(number[index] &- 0x30) * ((index + step) % 9 + 1) }
      if sum % 11 < 10 || step == 2 { return sum % 11 % 10 == Int(number[last] &- 0x30) }
    }
    return false
  }

  /// Eleven digits: of a firm from 4 on, of a person with the date of birth, or 32 and no date.
  static func latvia(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 11 else { return nil }
    if number[0] > 0x33 {
      let weights: InlineArray<11, Int> = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]
      return Digits.sum(number, weights) % 11 == 3
    }
    let weights: InlineArray<10, Int> = [10, 5, 8, 4, 2, 1, 6, 3, 7, 9]
    guard (1 + Digits.sum(number, weights)) % 11 % 10 == Int(number[10] &- 0x30) else { return false }
    if number[0] == 0x33, number[1] == 0x32 { return true }
    let year = 1800 + Int(number[6] &- 0x30) * 100 + Digits.value(number, 4..<6)
    return BirthDigits.isDate(year, Digits.value(number, 2..<4), Digits.value(number, 0..<2))
  }

  /// Two to ten digits, weighed from the right; or a person's thirteen.
  static func romania(_ number: Span<UInt8>) -> Bool? {
    if number.count == 13 { return BirthDigits.isRomanian(number) }
    guard (2...10).contains(number.count) else { return nil }
    guard number[0] != 0x30 else { return false }
    let weights: InlineArray<9, Int> = [7, 5, 3, 2, 1, 7, 5, 3, 2]
    let last = number.count - 1
    var sum = 0
    for index in 0..<last { sum += Int(number[index] &- 0x30) * weights[9 - last + index] }
    return sum * 10 % 11 % 10 == Int(number[last] &- 0x30)
  }

  /// Ten digits divisible by 11; or a person's birth number.
  static func slovakia(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 10 else { return number.count == 9 ? BirthDigits.isBirthNumber(number) : nil }
    if BirthDigits.isBirthNumber(number) { return true }
    switch number[2] {
    case 0x32, 0x33, 0x34, 0x37, 0x38, 0x39: break
    default: return false
    }
    return number[0] != 0x30 && Digits.value(number, 0..<10) % 11 == 0
  }

  /// Nine or twelve digits; GD and three digits of a ministry, HA of a health authority.
  static func unitedKingdom(_ number: Span<UInt8>) -> Bool? {
    if number.count == 5, Digits.areDigits(number.extracting(2..<5)) {
      let value = Digits.value(number, 2..<5)
      switch (number[0], number[1]) {
      case (UInt8(ascii: "G"), UInt8(ascii: "D")): return value < 500
      case (UInt8(ascii: "H"), UInt8(ascii: "A")): return value >= 500
      default: return nil
      }
    }
    guard number.count == 9 || number.count == 12, Digits.areDigits(number) else { return nil }
    let weights: InlineArray<9, Int> = [8, 7, 6, 5, 4, 3, 2, 10, 1]
    let rest = Digits.sum(number, weights) % 97
    // Numbers given out since 2009 have 55 added.
    return rest == 0 || Digits.value(number, 0..<3) >= 100 && (rest == 42 || rest == 55)
  }
}
