/// A length of time as people write it in a standard: `12 months`, `2 years`, `90 days`, «12 месяцев».
public enum CalendarPeriod: Equatable, Sendable {
  /// Calendar months.
  case months(Int)
  /// Days.
  case days(Int)

  private static let units: [(names: Set<String>, make: @Sendable (Int) -> CalendarPeriod)] = [
    (["d", "day", "days", "дн", "день", "дня", "дней", "сутки", "суток"], { .days($0) }),
    (["w", "week", "weeks", "нед", "неделя", "недели", "недель"], { .days($0 * 7) }),
    (["m", "mo", "month", "months", "мес", "месяц", "месяца", "месяцев"], { .months($0) }),
    (["y", "yr", "year", "years", "г", "год", "года", "лет"], { .months($0 * 12) }),
  ]

  /// Reads a whole number and a unit; anything else, and more than 1000 years, is nil.
  public init?(_ text: String) {
    let trimmed = text.lowercased().split(whereSeparator: \.isWhitespace).joined()
    let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
    var unit = String(trimmed.dropFirst(digits.count))
    if unit.hasSuffix(".") { unit.removeLast() }
    guard let count = Int(digits), (1...365_000).contains(count),
      let made = Self.units.first(where: { $0.names.contains(unit) })?.make(count)
    else { return nil }
    if case .months(let months) = made, months > 12_000 { return nil }
    self = made
  }

  /// The day this long before `date`.
  public func before(_ date: CivilDate) -> CivilDate {
    switch self {
    case .months(let months): date.before(months: months)
    case .days(let days): date.before(days: days)
    }
  }
}
