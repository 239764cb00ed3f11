/// First two digits of ОКАТО and ОКТМО that some region of Russia has.
///
/// Source: ОК 019-95 and ОК 033-2013, first level; 21, 23, 43 and 93 stand for the regions that joined later.
enum OKATORegions {
  private static let codes: [Int] = [
    1, 3, 4, 5, 7, 8, 10, 11, 12, 14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 32, 33,
    34, 35, 36, 37, 38, 40, 41, 42, 43, 44, 45, 46, 47, 49, 50, 52, 53, 54, 56, 57, 58, 60, 61, 63, 64,
    65, 66, 67, 68, 69, 70, 71, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90,
    91, 92, 93, 94, 95, 96, 97, 98, 99,
  ]
  private static let table: [Bool] = {
    var table = [Bool](repeating: false, count: 100)
    for code in codes { table[code] = true }
    return table
  }()

  static func contains(_ code: Int) -> Bool { code >= 0 && code < 100 && table[code] }
}
