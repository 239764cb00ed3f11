/// A day of the proleptic Gregorian calendar.
struct CalendarDate: Equatable, Comparable {
  var year: Int
  var month: Int
  var day: Int

  /// The day, if it exists.
  init?(year: Int, month: Int, day: Int) {
    guard Self.exists(year, month, day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1 else { return false }
    return day <= length(year, month)
  }

  private static func length(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The day that lies `days` after 1970-01-01.
  ///
  /// Source: the era arithmetic of H. Hinnant, «chrono-compatible low-level date algorithms».
  init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// ISO 8601, `2019-03-12`.
  var iso: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

  /// As people write it in Russia, `12.03.2019`.
  var russian: String { "\(Self.padded(day, 2)).\(Self.padded(month, 2)).\(Self.padded(year, 4))" }

  static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return text.utf8.count >= width ? text : String(repeating: "0", count: width - text.utf8.count) + text
  }

  static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// A time of day, to the second.
struct ClockTime: Equatable {
  var hour: Int
  var minute: Int
  var second: Int

  init?(_ hour: Int, _ minute: Int, _ second: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { return nil }
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  var isMidnight: Bool { hour == 0 && minute == 0 && second == 0 }

  /// `14:35:00`.
  var iso: String {
    [hour, minute, second].map { CalendarDate.padded($0, 2) }.joined(separator: ":")
  }
}
