/// A day of the proleptic Gregorian calendar.
public struct CivilDate: Equatable, Comparable, Hashable, Sendable {
  /// Year, 1 to 9999 where it was read from text.
  public var year: Int
  /// Month, 1 to 12.
  public var month: Int
  /// Day of the month, from 1.
  public var day: Int

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// A day; nothing is checked.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026-11-22`, alone or followed by a time (`T…` or a space); anything else is nil.
  public init?(_ text: Span<UInt8>) {
    guard text.count >= 10, text.count == 10 || text[10] == UInt8(ascii: "T") || text[10] == 0x20,
      text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let year = Self.number(text, 0..<4), let month = Self.number(text, 5..<7),
      let day = Self.number(text, 8..<10),
      (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      let byte = text[index]
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// Days of a month, by the Gregorian leap rule.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The day `months` calendar months earlier; the 31st becomes the last day of a shorter month.
  public func before(months: Int) -> CivilDate {
    let total = year * 12 + month - 1 - months
    // Floor division, so that years before 1 would come out right too.
    let earlierYear = total >= 0 ? total / 12 : (total - 11) / 12
    let earlierMonth = total - earlierYear * 12 + 1
    return CivilDate(
      year: earlierYear, month: earlierMonth, day: min(day, Self.days(in: earlierMonth, of: earlierYear)))
  }

  /// The day `days` days earlier.
  /// - Complexity: O(months passed).
  public func before(days: Int) -> CivilDate {
    var date = self
    var rest = days
    while rest >= date.day {
      rest -= date.day
      let first = CivilDate(year: date.year, month: date.month, day: 1).before(months: 1)
      date = CivilDate(year: first.year, month: first.month, day: Self.days(in: first.month, of: first.year))
    }
    date.day -= rest
    return date
  }

  /// Whole calendar months from this day to a later one: those for which `before(months:)` does not pass it.
  public func months(to later: CivilDate) -> Int {
    let months = (later.year - year) * 12 + later.month - month
    return later.before(months: months) < self ? months - 1 : months
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar; earlier days are negative.
  ///
  /// Source: years begin in March, so that the leap day ends them; 400 years have 146 097 days.
  public var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
