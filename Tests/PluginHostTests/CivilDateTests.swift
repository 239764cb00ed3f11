import RuleKit
import Tables
import Testing

/// Days since 1970 agree with the calendar, day by day.
@Suite struct CivilDateTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017), (1900, 1, 1, -25_567),
    (2026, 11, 22, 20_779),
  ])
  func daysAreCountedFromTheEpoch(_ year: Int, _ month: Int, _ day: Int, _ number: Int) {
    #expect(CivilDate(year: year, month: month, day: day).dayNumber == number)
  }

  @Test func everyDayIsOneMore() {
    var expected = CivilDate(year: 1896, month: 1, day: 1).dayNumber
    for year in 1896...2104 {
      for month in 1...12 {
        for day in 1...CivilDate.days(in: month, of: year) {
          #expect(CivilDate(year: year, month: month, day: day).dayNumber == expected)
          expected += 1
        }
      }
    }
  }
}
