import Tables

/// Check digits of the members whose numbers hold letters.
///
/// Sources: the national rules of the tax services, as VIES and the OECD's TIN sheets give them.
enum EUVATLetters {
  /// `U` and eight digits: every second one doubled, its digits summed, 4 added.
  static func austria(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 9, number[0] == UInt8(ascii: "U"), Digits.areDigits(number.extracting(1..<9)) else {
      return nil
    }
    var sum = 4
    for index in 1..<8 {
      let digit = Int(number[index] &- 0x30)
      sum += index % 2 == 1 ? digit : digit * 2 / 10 + digit * 2 % 10
    }
    return (100 - sum) % 10 == Int(number[8] &- 0x30)
  }

  /// Eight digits and a letter; the digits in odd places are translated.
  static func cyprus(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 9, Digits.areDigits(number.extracting(0..<8)), number[8] >= 0x41 else { return nil }
    let odd: InlineArray<10, Int> = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
    var sum = 0
    for index in 0..<8 {
      let digit = Int(number[index] &- 0x30)
      sum += index % 2 == 0 ? odd[digit] : digit
    }
    // Numbers from 12 on are not given out.
    return Digits.value(number, 0..<2) != 12 && sum % 26 == Int(number[8]) - 0x41
  }

  /// DNI (digits, letter), NIE (X, Y, Z first), K, L, M, or CIF (letter, digits, digit or letter).
  static func spain(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 9, Digits.areDigits(number.extracting(1..<8)) else { return nil }
    let letters: StaticString = "TRWAGMYFPDXBNJZSQVHLCKE"
    func isLetter(_ value: Int) -> Bool { unsafe letters.utf8Start[value % 23] == number[8] }
    switch number[0] {
    case 0x30...0x39: return isLetter(Digits.value(number, 0..<8))
    case UInt8(ascii: "X")...UInt8(ascii: "Z"):
      return isLetter(Int(number[0] - UInt8(ascii: "X")) * 10_000_000 + Digits.value(number, 1..<8))
    case UInt8(ascii: "K"), UInt8(ascii: "L"), UInt8(ascii: "M"): return isLetter(Digits.value(number, 1..<8))
    case UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "J"), UInt8(ascii: "N"),
      UInt8(
        ascii: "P")...UInt8(
        ascii: "S"), UInt8(ascii: "U"), UInt8(ascii: "V"), UInt8(ascii: "W"):
      return company(number)
    default: return nil
    }
  }

  /// A CIF's last place is the Luhn digit, or the letter JABCDEFGHI in its place.
  private static func company(_ number: Span<UInt8>) -> Bool {
    var sum = 0
    for index in 1..<8 {
      let digit = Int(number[index] &- 0x30)
      sum += index % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10
    }
    let check = (10 - sum % 10) % 10
    let letters: StaticString = "JABCDEFGHI"
    let letter = unsafe letters.utf8Start[check]
    // Which firms take the letter has changed over the years; both are met.
    return number[8] == letter || Int(number[8]) == check + 0x30
  }

  /// Seven digits, the check letter, and since 2013 one letter more; before it a letter in the second place.
  static func ireland(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 8 || number.count == 9, Digits.isDigit(number[0]),
      Digits.areDigits(number.extracting(2..<7)), number[7] >= 0x41
    else { return nil }
    let letters: StaticString = "WABCDEFGHIJKLMNOPQRSTUV"
    func isLetter(_ sum: Int) -> Bool { unsafe letters.utf8Start[sum % 23] == number[7] }
    // The old numbers: 1A23456B is 0234561 for the check.
    let shift = Digits.isDigit(number[1]) ? 0 : 1
    var sum = 0
    for index in 2..<7 { sum += Int(number[index] &- 0x30) * (8 - index + shift) }
    if Digits.isDigit(number[1]) {
      var extra = 0
      if number.count == 9 {
        guard number[8] &- 0x41 < 26 else { return nil }
        extra = number[8] == UInt8(ascii: "W") ? 0 : (Int(number[8]) - 0x40) * 9
      }
      return isLetter(sum + Int(number[0] &- 0x30) * 8 + Int(number[1] &- 0x30) * 7 + extra)
    }
    guard number.count == 8 else { return nil }
    return isLetter(sum + Int(number[0] &- 0x30) * 2)
  }

  /// Nine digits, `B`, two digits: eleven-proof, or MOD 97-10 over the whole number.
  static func netherlands(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 12, Digits.areDigits(number.extracting(0..<9)), number[9] == UInt8(ascii: "B"),
      Digits.areDigits(number.extracting(10..<12)), Digits.value(number, 10..<12) > 0,
      Digits.value(number, 0..<9) > 0
    else { return nil }
    var sum = -Int(number[8] &- 0x30)
    for index in 0..<8 { sum += Int(number[index] &- 0x30) * (9 - index) }
    // «NL» as digits is 2321.
    return sum % 11 == 0 || Mod97.remainder(number, after: 2321) == 1
  }

  /// Two characters of the key (I and O excepted) and the nine digits of the SIREN.
  static func france(_ number: Span<UInt8>) -> Bool? {
    guard number.count == 11, Digits.areDigits(number.extracting(2..<11)) else { return nil }
    let letters: StaticString = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    func place(_ byte: UInt8) -> Int? {
      for index in 0..<34 where unsafe letters.utf8Start[index] == byte { return index }
      return nil
    }
    guard let first = place(number[0]), let second = place(number[1]) else { return nil }
    let siren = number.extracting(2..<11)
    // Monaco's numbers begin with zeros and have no Luhn digit.
    let isMonaco = Digits.value(siren, 0..<3) == 0
    guard isMonaco || EUVATDigits.luhn(siren) else { return false }
    let value = Digits.value(siren, 0..<9)
    if first < 10, second < 10 {
      return first * 10 + second == (value * 100 + 12) % 97
    }
    let check = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
    return (value + 1 + check / 11) % 11 == check % 11
  }
}
