import Tables

/// Numbers of persons that hold the date of birth.
enum BirthDigits {
  static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days: InlineArray<12, Int> = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  /// The birth number of Czechia and Slovakia: `YYMMDD` with 50 added to a woman's month, three or four digits.
  ///
  /// Source: act 133/2000 Sb., §13. Nine digits were given out until 1953, without a check.
  static func isBirthNumber(_ number: Span<UInt8>) -> Bool {
    guard number.count == 9 || number.count == 10 else { return false }
    var year = 1900 + Digits.value(number, 0..<2)
    if number.count == 9 {
      if year >= 1980 { year -= 100 }
      if year > 1953 { return false }
    } else if year < 1954 {
      year += 100
    }
    let month = Digits.value(number, 2..<4) % 50 % 20
    guard isDate(year, month, Digits.value(number, 4..<6)) else { return false }
    guard number.count == 10 else { return true }
    // A remainder of 10 was written 0.
    return Digits.value(number, 0..<9) % 11 % 10 == Int(number[9] &- 0x30)
  }

  /// The CNP of Romania: sex and century, `YYMMDD`, county, ordinal, check digit.
  ///
  /// Source: law 105/1996, as the register of persons applies it.
  static func isRomanian(_ number: Span<UInt8>) -> Bool {
    let weights: InlineArray<12, Int> = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]
    let rest = Digits.sum(number, weights) % 11
    guard (rest == 10 ? 1 : rest) == Int(number[12] &- 0x30) else { return false }
    let century: Int
    switch number[0] {
    case 0x33, 0x34: century = 1800
    case 0x35, 0x36: century = 2000
    case 0x30: return false
    default: century = 1900
    }
    let county = Digits.value(number, 7..<9)
    guard (1...48).contains(county) || (51...52).contains(county) || county == 70 else { return false }
    return isDate(
      century + Digits.value(number, 1..<3), Digits.value(number, 3..<5), Digits.value(number, 5..<7))
  }
}
