import Foundation
import Tables
import Testing

@testable import Pipeline

struct ExactDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("007", "7"), ("10", "10"), ("-1234.50", "-1234.5"), ("+5.00", "5"),
    ("0.01", "0.01"),
    ("-0.010", "-0.01"), ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
    ("0.0000000000000000000000000000000000001", "0.0000000000000000000000000000000000001"),
  ])
  func reads(_ text: String, _ expected: String) { #expect(ExactDecimal(text)?.text == expected) }

  @Test(arguments: [
    "", "-", "+", ".", ".5", "5.", "1.2.3", "1,5", "1 000", "--1", "1e3", "abc", "１２", "5-", "NaN",
    "999999999999999999999999999999999999999",
  ])
  func refuses(_ text: String) { #expect(ExactDecimal(text) == nil) }

  @Test(arguments: [
    ("1.5", "2.25", "3.75"), ("-1", "1.00", "0"), ("0.1", "0.2", "0.3"), ("-0.5", "-0.5", "-1"),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999", nil),
    ("99999999999999999999999999999999999999", "0.1", nil),
  ])
  func adds(_ a: String, _ b: String, _ sum: String?) throws {
    let (left, right) = (try #require(ExactDecimal(a)), try #require(ExactDecimal(b)))
    #expect(left.adding(right)?.text == sum)
    #expect(right.adding(left)?.text == sum)
  }

  @Test(arguments: [
    ("10", 3, 2, "3.33"), ("10", 4, 1, "2.5"), ("0.05", 2, 2, "0.03"), ("-0.05", 2, 2, "-0.03"),
    ("0.04", 2, 2, "0.02"), ("1", 3, 0, "0"), ("1", 2, 0, "1"), ("-1", 2, 0, "-1"), ("100", 8, 2, "12.5"),
    ("0.0449999", 1, 1, "0"), ("1", 0, 2, nil), ("1", -1, 2, nil),
    ("0.0000000000000000000000000000000000001", 100_000, 2, nil),
  ])
  func divides(_ text: String, _ count: Int, _ decimals: Int, _ expected: String?) throws {
    #expect(try #require(ExactDecimal(text)).divided(by: count, decimals: decimals)?.text == expected)
  }

  @Test(arguments: [
    ("1", "2"), ("-2", "-1"), ("-1", "0.001"), ("1.0", "1.01"), ("9", "10"),
    ("0.1", "99999999999999999999999999999999999999"), ("-99999999999999999999999999999999999999", "-0.1"),
    ("99999999999999999999999999999999999998", "99999999999999999999999999999999999999"),
  ])
  func orders(_ less: String, _ greater: String) throws {
    let (a, b) = (try #require(ExactDecimal(less)), try #require(ExactDecimal(greater)))
    #expect(a < b && !(b < a) && a != b && a == a)
  }

  @Test func equalNumbersAreEqualAtAnyScale() {
    #expect(ExactDecimal("1.50") == ExactDecimal("1.5"))
    #expect(ExactDecimal("-0.0") == .zero)
  }

  @Test func agreesWithDecimalOfFoundation() throws {
    var numbers = Seeded(7)
    for _ in 0..<2_000 {
      func random() -> String {
        let digits = String(numbers.next() % 1_000_000_000_000)
        let fraction = String(numbers.next() % 10_000)
        return (numbers.next().isMultiple(of: 2) ? "-" : "") + digits
          + (numbers.next().isMultiple(of: 3) ? "" : "." + fraction)
      }
      let (a, b) = (random(), random())
      let (left, right) = (try #require(ExactDecimal(a)), try #require(ExactDecimal(b)))
      let (x, y) = (try #require(Decimal(string: a)), try #require(Decimal(string: b)))
      #expect(left.adding(right)?.text == "\(x + y)")
      #expect((left < right) == (x < y))
      let count = Int(numbers.next() % 999) + 1
      var quotient = x / Decimal(count)
      var rounded = Decimal()
      unsafe NSDecimalRound(&rounded, &quotient, 2, .plain)
      #expect(left.divided(by: count, decimals: 2).map { Decimal(string: $0.text) } == rounded)
    }
  }

  @Test func sumsAColumnAndCountsWhatIsNoNumber() {
    let (sum, unread) = ExactDecimal.sum(of: TextColumn(["1.10", nil, "2.2", "two", "-0.3", ""]))
    #expect(sum.text == "3")
    #expect(unread == 2)
  }
}
