import FieldFormats
import Foundation
import Tables
import Testing

/// Patterns of a standard's own formats.
@Suite struct PatternTests {
  private func fits(_ pattern: Pattern, _ value: String) -> Bool {
    var value = value
    return value.withUTF8 { pattern.matches(unsafe $0.span) }
  }

  @Test(
    arguments: [
      ("[A-Z]{2}-\\d{4}", ["AB-0012"], ["ab-0012", "AB-001", "AB-00123", " AB-0012", "AB-0012\n"]),
      ("^(ДГ|СЧ)/\\d+(-[а-я])?$", ["ДГ/1", "СЧ/22-б"], ["ДГ/", "ДГ/1-Б", "дг/1"]),
      ("^a$|^bc$", ["a", "bc"], ["abc", "ab", ""]), ("", [""], ["a"]),
      ("(?i)клиент №\\d*", ["Клиент №", "КЛИЕНТ №17"], ["клиент 17"]),
      ("[^,;]+", ["что угодно"], ["", "а,б"]), (".*", ["", "x", "строка"], ["две\nстроки"]),
      ("\\w+@\\w+\\.ru", ["anna@mail.ru", "анна@mail.ru"], ["anna@mail.com", "@mail.ru"]),
      ("\\p{Lu}\\p{Ll}+", ["Ольга", "Ann"], ["ольга", "ОЛЬГА", "О"]), ("[]a-]+", ["]a-"], ["b"]),
      ("a{0,3}b{2,}c{2}", ["bbcc", "aaabbbcc"], ["aaaabbcc", "abcc", "abbc"]),
      ("(a|b)*?c", ["ababc"], ["ab"]),
      ("\\+7 \\(\\d{3}\\)", ["+7 (495)"], ["7 (495)"]), ("𝔄[𐐀-𐐏]", ["𝔄𐐁"], ["𝔄𐐐"]),
      ("(a*)*b", ["aaab", "b"], ["aaa"]), ("(?:да|нет)?", ["да", "нет", ""], ["данет"]),
    ] as [(String, [String], [String])])
  func matchesTheWholeValue(_ text: String, _ right: [String], _ wrong: [String]) throws {
    let pattern = try Pattern(text)
    for value in right { #expect(fits(pattern, value), "\(text): \(value)") }
    for value in wrong { #expect(!fits(pattern, value), "\(text): \(value)") }
  }

  @Test(arguments: [
    ("(a", "leaves a group open"), ("a)", "closes a group"), ("[a", "leaves [ open"),
    ("*a", "repeats nothing"),
    ("a{3,2}", "count that cannot be"), ("a{5000}", "count that cannot be"), ("(?=a)b", "linear time"),
    ("(a)\\1", "\\1, which is not known"), ("a^b", "^ in the middle"), ("[z-a]", "runs backwards"),
    ("\\p{Greek}", "unknown property"), ("a\\", "ends in a backslash"), ("(.*a.{20}){20}", "too large"),
    ("((a{100}){100}){100}", "too large"),
  ])
  func whatCannotBeMatchedIsRefused(_ text: String, _ problem: String) throws {
    let error = try #require(throws: ConstraintError.self) { _ = try Pattern(text) }
    #expect(error.problem.contains(problem), "\(error.problem)")
    #expect(!error.remedy.isEmpty)
  }

  /// The patterns that bring backtracking matchers to their knees (CWE-1333) take a step a character here.
  @Test(arguments: ["(a+)+b", "(a|aa)+b", "(.*)*x", "a*a*a*a*a*a*b", "(a|a)*b"])
  func noPatternIsSlow(_ text: String) throws {
    let pattern = try Pattern(text)
    let clock = ContinuousClock()
    let value = String(repeating: "a", count: 200_000)
    var isFitting = true
    let time = clock.measure { isFitting = fits(pattern, value) }
    #expect(!isFitting)
    #expect(time < .seconds(2))
  }

  @Test func illFormedBytesAreNoValue() throws {
    let pattern = try Pattern("[а-я]+")
    let values: [[UInt8]] = [[0xD0], [0xFF], [0x80, 0x80], [0xD0, 0xB0, 0xF5], [0xE2, 0x82]]
    for bytes in values {
      let isFitting = pattern.matches(bytes.span)
      #expect(!isFitting)
    }
  }
}
