import RuleKit
import Testing

@testable import Reporting

@Test(arguments: [
  (0, "0 строк"), (1, "1 строка"), (2, "2 строки"), (5, "5 строк"), (11, "11 строк"), (14, "14 строк"),
  (21, "21 строка"), (22, "22 строки"), (100, "100 строк"), (101, "101 строка"), (111, "111 строк"),
  (112, "112 строк"), (12_345, "12 345 строк"), (1_000_001, "1 000 001 строка"),
])
func russianPlurals(number: Int, text: String) {
  #expect(Numbers(.ru).count(number, .row) == text.replacing(" ", with: "\u{A0}"))
}

@Test(arguments: [
  (0, "0 rows"), (1, "1 row"), (2, "2 rows"), (12_345, "12,345 rows"), (-1_234, "−1,234 rows"),
])
func englishPlurals(number: Int, text: String) {
  #expect(Numbers(.en).count(number, .row) == text.replacing(" ", with: "\u{A0}"))
}

@Test(arguments: [
  (0, "0%", "0 %"), (1, "100%", "100 %"), (0.5, "50.0%", "50,0 %"), (0.0971, "9.7%", "9,7 %"),
  (0.000_01, "<0.1%", "<0,1 %"), (0.999_99, ">99.9%", ">99,9 %"),
])
func percentages(share: Double, en: String, ru: String) {
  #expect(Numbers(.en).percent(share) == en)
  #expect(Numbers(.ru).percent(share) == ru.replacing(" ", with: "\u{A0}"))
}

@Test(arguments: [
  ("1234567.89", "1,234,567.89", "1 234 567,89"), ("-1204500.00", "−1,204,500.00", "−1 204 500,00"),
  ("0", "0", "0"), ("12.5", "12.5", "12,5"), ("н/д", "н/д", "н/д"), ("1.2.3", "1.2.3", "1.2.3"),
])
func decimals(text: String, en: String, ru: String) {
  #expect(Numbers(.en).decimal(text) == en)
  #expect(Numbers(.ru).decimal(text) == ru.replacing(" ", with: "\u{A0}"))
}

@Test(arguments: [(1, "1"), (0.999_99, "0.9999"), (0.8841, "0.8841"), (0.05, "0.0500"), (0, "0.0000")])
func probabilities(value: Double, text: String) {
  #expect(Numbers(.en).probability(value) == text)
}

@Test(arguments: [(13.24, "+13.2"), (-1.26, "−1.3"), (0, "0.0"), (0.04, "0.0")])
func bits(value: Double, text: String) {
  #expect(Numbers(.en).bits(value) == text)
}

@Test func dates() {
  #expect(Numbers(.en).date("2026-11-02") == "2\u{A0}November 2026")
  #expect(Numbers(.ru).date("2026-11-02") == "2\u{A0}ноября 2026\u{A0}г.")
  #expect(Numbers(.ru).date("вчера") == "вчера")
}

@Test func addressesSayOnceWhatTheyShare() {
  let all = ["a.xlsx › Л › E17", "a.xlsx › Л › E44", "b.csv › line 3", "b.csv › line 9"]
  #expect(joinedAddresses(all, atMost: 3, of: 9) == "a.xlsx › Л › E17, E44; b.csv › line 3, …")
  #expect(joinedAddresses(all, atMost: 4, of: 4) == "a.xlsx › Л › E17, E44; b.csv › line 3, line 9")
  #expect(joinedAddresses([], atMost: 3, of: 2) == "")
}
