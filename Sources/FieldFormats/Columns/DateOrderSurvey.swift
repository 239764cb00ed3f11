import Tables

/// Counts which of two numbers in dates can only be a day.
struct DateOrderSurvey: Sendable {
  /// Dates in which the first number is above 12, and in which the second is.
  private var dayFirst = 0
  private var monthFirst = 0
  /// Dates that can be read either way.
  private var either = 0
  /// Of those, dates that lie ahead when the day, or the month, is taken to stand first.
  private var aheadDayFirst = 0
  private var aheadMonthFirst = 0
  private let today: CalendarDate?
  private let isBirthDate: Bool
  private var dates = 0
  private var days = [Int](repeating: 0, count: 13 * 32)

  init(now: String, isBirthDate: Bool) {
    let parts = now.prefix(10).split(separator: "-").compactMap { Int($0) }
    today = parts.count == 3 ? CalendarDate(year: parts[0], month: parts[1], day: parts[2]) : nil
    self.isBirthDate = isBirthDate
  }

  mutating func look(at cell: Span<UInt8>) {
    guard let (one, two, year, isISO) = Self.numbers(cell) else { return }
    if isBirthDate { count(isISO ? (month: one, day: two) : (month: two, day: one)) }
    if isISO { return }
    if one > 12, two <= 12 {
      dayFirst += 1
    } else if two > 12, one <= 12 {
      monthFirst += 1
    } else if one != two, one <= 12 {
      either += 1
      guard let today, year >= 1000 else { return }
      if let date = CalendarDate(year: year, month: two, day: one), date > today { aheadDayFirst += 1 }
      if let date = CalendarDate(year: year, month: one, day: two), date > today { aheadMonthFirst += 1 }
    }
  }

  private mutating func count(_ date: (month: Int, day: Int)) {
    guard date.month <= 12, date.day <= 31 else { return }
    dates += 1
    days[date.month * 32 + date.day] += 1
  }

  /// Two numbers of one or two digits and a year, or an ISO date: `12/03/2019 14:35`, `2019-03-12`.
  private static func numbers(_ cell: Span<UInt8>) -> (one: Int, two: Int, year: Int, isISO: Bool)? {
    var values = (0, 0, 0)
    var lengths = (0, 0, 0)
    var index = 0
    var mark: UInt8 = 0
    for part in 0..<3 {
      let start = index
      var value = 0
      while index < cell.count, index - start < 5, Digits.isDigit(cell[index]) {
        value = value * 10 + Int(cell[index] - 0x30)
        index += 1
      }
      guard index > start else { return nil }
      switch part {
      case 0: (values.0, lengths.0) = (value, index - start)
      case 1: (values.1, lengths.1) = (value, index - start)
      default: (values.2, lengths.2) = (value, index - start)
      }
      if part == 2 { break }
      guard index < cell.count, part == 0 || cell[index] == mark else { return nil }
      mark = cell[index]
      guard mark == 0x2E || mark == 0x2F || mark == 0x2D else { return nil }
      index += 1
    }
    // Behind the date: nothing, a time, or «г.».
    guard index == cell.count || cell[index] == 0x20 || cell[index] == 0x54 else { return nil }
    if lengths.0 == 4 { return (values.1, values.2, values.0, true) }
    guard lengths.0 <= 2, lengths.1 <= 2, lengths.2 == 2 || lengths.2 == 4, values.0 > 0, values.1 > 0 else {
      return nil
    }
    return (values.0, values.1, lengths.2 == 4 ? values.2 : 0, false)
  }

  /// The order; nil: the cells do not say.
  ///
  /// Where every date can be read either way, dates of the past that only one reading keeps in the past tell.
  var order: DateOrder? {
    if dayFirst > 0, monthFirst > 0 { return .mixed }
    if dayFirst > 0 { return .dmy }
    if monthFirst > 0 { return .mdy }
    guard either >= 3 else { return nil }
    if aheadDayFirst > 0, aheadMonthFirst == 0 { return .mdy }
    if aheadMonthFirst > 0, aheadDayFirst == 0 { return .dmy }
    return nil
  }

  /// The day of the year that one birthday in ten falls on, where one in 365 would.
  var defaultDay: String? {
    guard isBirthDate, dates >= 20, let most = days.indices.max(by: { days[$0] < days[$1] }),
      days[most] * 10 >= dates
    else { return nil }
    return "\(CalendarDate.padded(most / 32, 2))-\(CalendarDate.padded(most % 32, 2))"
  }
}
