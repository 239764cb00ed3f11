/// A day of the Gregorian calendar, without clock, zone or locale.
struct Day: Comparable, Hashable {
  /// Days since 1970-01-01.
  var number: Int

  init(number: Int) { self.number = number }

  /// The day of that date (Howard Hinnant, chrono-compatible low-level date algorithms: `days_from_civil`).
  init(_ year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// The day on which all samples are judged.
  static let today = Day(2026, 11, 22)

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }

  /// Year, month and day (`civil_from_days` of the same source).
  var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// `2019-03-12`.
  var iso: String { "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))" }

  /// `12.03.2019`.
  var dotted: String { "\(padded(parts.day, 2)).\(padded(parts.month, 2)).\(padded(parts.year, 4))" }

  /// `12.03.19`.
  var dottedShort: String {
    "\(padded(parts.day, 2)).\(padded(parts.month, 2)).\(padded(parts.year % 100, 2))"
  }

  /// `12/03/2019`.
  var slashed: String { "\(padded(parts.day, 2))/\(padded(parts.month, 2))/\(padded(parts.year, 4))" }

  /// The day with its month in words: `12 марта 2019 г.`.
  var inWords: String {
    let months = [
      "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
      "ноября",
      "декабря",
    ]
    return "\(parts.day) \(months[parts.month - 1]) \(parts.year) г."
  }

  /// Number of the day in Excel's 1900 system (days after 1899-12-30, for days after February 1900).
  var serial: Double { Double(number + 25_569) }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
