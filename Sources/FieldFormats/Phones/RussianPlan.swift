import Tables

/// The numbering plan of +7: Russia by the first three digits, Kazakhstan's areas by the first five.
///
/// Source: metadata of libphonenumber 9.0 (Apache-2.0), regions RU and KZ, spelled out as ranges; the carve-outs
/// within 930 are left out. Looking a number up is O(1).
enum RussianPlan {
  private static let russianAreas: [ClosedRange<Int>] = [
    301...302, 336...336, 341...343, 345...347, 349...349, 351...353, 365...365, 381...385, 388...388,
    390...391,
    394...395, 401...401, 411...411, 413...413, 415...416, 421...421, 423...424, 426...427, 471...475,
    481...487,
    491...496, 498...499, 811...818, 820...821, 831...831, 833...836, 840...848, 851...851, 855...857,
    860...863,
    865...867, 869...869, 871...873, 877...879,
  ]
  private static let kazakhMobile: [ClosedRange<Int>] = [
    700...702, 705...708, 747...747, 760...764, 771...771, 775...778, 785...785,
  ]
  /// Area code, then the fourth and fifth digits.
  private static let kazakhAreas: [(area: Int, next: [ClosedRange<Int>])] = [
    (710, [20...43, 59...59, 63...63]), (711, [20...47, 49...49, 59...59]), (712, [20...39, 59...59]),
    (713, [20...37, 39...43, 45...49, 59...59]), (714, [20...31, 33...49, 51...59, 97...97]),
    (715, [20...29, 31...47, 59...59]), (716, [20...49, 51...51, 59...59, 61...61]), (717, [20...29]),
    (718, [20...29, 31...34, 36...45, 59...59, 70...79]),
    (721, [20...39, 44...44, 46...49, 53...54, 56...56, 59...59]),
    (722, [20...30, 36...37, 39...39, 46...46, 51...52, 56...57, 59...59]),
    (723, [20...49, 51...51, 53...53, 59...59]), (724, [20...29, 31...33, 35...39, 59...59]),
    (725, [20...48, 59...59, 61...61]), (726, [20...29, 31...44, 59...59]),
    (727, [20...40, 52...52, 57...57, 59...59, 70...79, 90...99]), (728, [20...43, 59...59]),
    (729, [20...29, 31...32, 34...35, 37...38, 59...59]),
  ]

  private static let byThree: [PhoneKind] = {
    var table = [PhoneKind](repeating: .none, count: 1000)
    for range in russianAreas { for code in range { table[code] = .fixed } }
    for code in 900...999 { table[code] = .mobile }
    for range in kazakhMobile { for code in range { table[code] = .mobile } }
    table[800] = .tollFree
    table[804] = .tollFree
    table[803] = .premium
    table[809] = .premium
    table[808] = .personal
    table[751] = .voip
    return table
  }()

  /// Kazakhstan's areas by the second to the fifth digit.
  private static let kazakhFixed: [Bool] = {
    var table = [Bool](repeating: false, count: 10_000)
    for (area, ranges) in kazakhAreas {
      for range in ranges { for next in range { table[(area - 700) * 100 + next] = true } }
    }
    return table
  }()

  /// Kind of the number with these ten digits after +7; `none`: there is no such number.
  static func kind(_ national: Span<UInt8>) -> PhoneKind {
    let kind = byThree[Digits.value(national, 0..<3)]
    if kind != .none || national[0] != 0x37 { return kind }
    return kazakhFixed[Digits.value(national, 1..<5)] ? .fixed : .none
  }

  /// Whether the ten digits are put in: equal, a run, seven zeros or 1234567 at the end, nine equal at the end.
  static func isPlaceholder(_ national: Span<UInt8>) -> Bool {
    // All of them end in three digits that stay or go on by one: most numbers are told by that.
    let step = Digits.step(national, 9)
    guard step <= 1 || step == 9, Digits.step(national, 8) == step else { return false }
    let tail = Digits.value(national, 3..<10)
    if tail == 0 || tail == 1_234_567 { return true }
    let nine = Digits.value(national, 1..<10)
    if nine % 111_111_111 == 0 || nine == 123_456_789 || nine == 987_654_321 { return true }
    return Digits.areRun(national)
  }

  /// Whether the last seven digits are the same: such numbers are sold as beautiful ones, and invented.
  static func isRepeating(_ national: Span<UInt8>) -> Bool {
    national[9] == national[8] && Digits.value(national, 3..<10) % 1_111_111 == 0
  }
}
