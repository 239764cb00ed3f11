import Tables

/// Country codes, and how long the numbers behind them are.
///
/// Source of the codes: ITU-T E.164, list of assigned country codes; of the lengths: the national plans filed
/// with the ITU.
struct PhonePlan: Sendable {
  struct Country: Sendable {
    var region: String
    var code: String
    /// Bit n: a national number may have n digits; 0: not known.
    var lengths: UInt32
    /// Digits dialled before a national number at home.
    var trunk: String
  }

  private var countries: [Country] = []
  /// By the code's value plus 0, 100 or 1100 for codes of one, two, three digits.
  private var byCode = [Int16](repeating: -1, count: 2200)
  private var byRegion: [String: Int] = [:]

  /// Reads rows of (region, code, lengths with commas, trunk prefix).
  init(countries rows: [[String]]) {
    for row in rows {
      var lengths: UInt32 = 0
      for length in row[2].split(separator: ",") {
        if let length = Int(length), length < 20 { lengths |= 1 << UInt32(length) }
      }
      guard let value = Int(row[1]), (1...3).contains(row[1].count) else { continue }
      let place = Self.place(value, row[1].count)
      byRegion[row[0]] = countries.count
      if byCode[place] < 0 { byCode[place] = Int16(countries.count) }
      countries.append(Country(region: row[0], code: row[1], lengths: lengths, trunk: row[3]))
    }
  }

  private static func place(_ value: Int, _ length: Int) -> Int {
    value + (length == 1 ? 0 : length == 2 ? 100 : 1100)
  }

  /// The country of an international number and the length of its code.
  func country(_ digits: Span<UInt8>) -> (index: Int, codeLength: Int)? {
    var value = 0
    for length in 1...3 where length < digits.count {
      value = value * 10 + Int(digits[length - 1] &- 0x30)
      let found = byCode[Self.place(value, length)]
      if found >= 0 { return (Int(found), length) }
    }
    return nil
  }

  subscript(index: Int) -> Country { countries[index] }

  func country(ofRegion region: String) -> Country? { byRegion[region].map { countries[$0] } }

  /// What the plan says of an international number: whether its length can be, and whether the length is known.
  func check(_ digits: Span<UInt8>) -> (region: Int, fits: Bool, known: Bool)? {
    guard let (index, length) = country(digits) else { return nil }
    let lengths = countries[index].lengths
    let rest = digits.count - length
    if lengths == 0 { return (index, rest >= 5 && digits.count <= 15, false) }
    return (index, rest < 20 && lengths & (1 << UInt32(rest)) != 0, true)
  }

  /// Numbers that regulators keep for films: Ofcom, «Telephone numbers for drama»; NANPA, 555-0100…0199.
  static func isFictional(_ digits: Span<UInt8>) -> Bool {
    if digits.count == 12, Digits.value(digits, 0..<9) == 447_700_900 { return true }
    return digits.count == 11 && digits[0] == 0x31 && Digits.value(digits, 4..<9) == 55501
  }
}
