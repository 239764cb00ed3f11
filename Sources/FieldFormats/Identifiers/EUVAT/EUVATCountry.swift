import Tables

/// Members of the European Union as their VAT numbers begin, and Northern Ireland.
enum EUVATCountry: String, CaseIterable {
  case at, be, bg, cy, cz, de, dk, ee, el, es, fi, fr, hr, hu, ie, it, lt, lu, lv, mt, nl, pl, pt, ro, se, si
  case sk, xi

  private static let table: [EUVATCountry?] = {
    var table = [EUVATCountry?](repeating: nil, count: 26 * 26)
    for country in allCases {
      let letters = Array(country.rawValue.utf8)
      table[Int(letters[0] &- 0x61) * 26 + Int(letters[1] &- 0x61)] = country
    }
    return table
  }()

  /// The member with these two letters.
  init?(_ first: UInt8, _ second: UInt8) {
    guard first &- 0x41 < 26, second &- 0x41 < 26,
      let country = Self.table[Int(first &- 0x41) * 26 + Int(second &- 0x41)]
    else { return nil }
    self = country
  }

  /// Digits of the old numbers that a zero now stands before; 0: there are none.
  var oldLength: Int { self == .be ? 9 : self == .el ? 8 : 0 }

  /// Whether the check digits of a number agree; nil: the country has no number of this shape.
  func passes(_ number: Span<UInt8>) -> Bool? {
    switch self {
    case .at, .cy, .es, .ie, .nl, .fr: lettered(number)
    case .xi: EUVATMore.unitedKingdom(number)
    default: Digits.areDigits(number) ? digital(number) : nil
    }
  }

  private func lettered(_ number: Span<UInt8>) -> Bool? {
    switch self {
    case .at: EUVATLetters.austria(number)
    case .cy: EUVATLetters.cyprus(number)
    case .es: EUVATLetters.spain(number)
    case .ie: EUVATLetters.ireland(number)
    case .nl: EUVATLetters.netherlands(number)
    default: EUVATLetters.france(number)
    }
  }

  private func digital(_ number: Span<UInt8>) -> Bool? {
    switch self {
    case .be: EUVATDigits.belgium(number)
    case .bg: EUVATMore.bulgaria(number)
    case .cz: EUVATMore.czechia(number)
    case .de: number.count == 9 ? number[0] != 0x30 && EUVATDigits.iso7064(number) : nil
    case .dk: EUVATDigits.denmark(number)
    case .ee: EUVATDigits.estonia(number)
    case .el: EUVATDigits.greece(number)
    case .fi: EUVATDigits.finland(number)
    case .hr: number.count == 11 ? EUVATDigits.iso7064(number) : nil
    case .hu: EUVATDigits.hungary(number)
    case .it: EUVATDigits.italy(number)
    case .lt: EUVATMore.lithuania(number)
    case .lu: EUVATDigits.luxembourg(number)
    case .lv: EUVATMore.latvia(number)
    case .mt: EUVATDigits.malta(number)
    case .pl: EUVATDigits.poland(number)
    case .pt: EUVATDigits.portugal(number)
    case .ro: EUVATMore.romania(number)
    case .se: EUVATDigits.sweden(number)
    case .si: EUVATDigits.slovenia(number)
    case .sk: EUVATMore.slovakia(number)
    default: nil
    }
  }
}
