import RuleKit
import Tables

/// The days on which terms of the settings and of the standard began.
struct Terms: Sendable {
  private let activeSince: CivilDate
  private let olderSince: CivilDate
  private let dormantSince: CivilDate
  private let bornSince: CivilDate
  private let oneYearAgo: CivilDate
  private let twoYearsAgo: CivilDate
  private let threeYearsAgo: CivilDate

  init(_ settings: DeadSouls.Settings, now: CivilDate) throws(SettingsError) {
    let active = try Self.period(settings.active, of: "active")
    let dormant = try Self.period(settings.dormant, of: "dormant")
    activeSince = active.before(now)
    dormantSince = dormant.before(now)
    guard dormantSince <= activeSince else {
      throw SettingsError("dormant", "is shorter than 'active'", remedy: "make it longer, e.g. 36 months")
    }
    // Half way between the two: 24 months with the defaults of 12 and 36.
    if case .months(let first) = active, case .months(let last) = dormant {
      olderSince = now.before(months: (first + last) / 2)
    } else {
      olderSince = activeSince.before(days: (activeSince.dayNumber - dormantSince.dayNumber) / 2)
    }
    // Older than 110 is who has had the 111th birthday.
    bornSince = now.before(months: 111 * 12)
    (oneYearAgo, twoYearsAgo) = (now.before(months: 12), now.before(months: 24))
    threeYearsAgo = now.before(months: 36)
  }

  private static func period(_ text: String, of setting: String) throws(SettingsError) -> CalendarPeriod {
    guard let period = CalendarPeriod(text) else {
      throw SettingsError(
        setting, "is not a length of time",
        remedy: "write a whole number and a unit, e.g. 12 months or 90 days")
    }
    return period
  }

  /// How old an activity is; a limit belongs to the younger side.
  func age(of date: CivilDate?) -> Signals.Age {
    guard let date else { return .undated }
    if date >= activeSince { return .fresh }
    if date >= olderSince { return .old }
    return date >= dormantSince ? .older : .beyond
  }

  /// Whether a believable birth date (after 1900, the usual default of forms) makes the client older than 110.
  func isImpossiblyOld(_ cells: TextView, _ row: Int) -> Bool {
    guard let birth = date(cells, row), birth.year > 1900 else { return false }
    return birth <= bornSince
  }

  /// Whether the record was last changed more than three years ago.
  func isStale(_ updated: TextView?, _ row: Int) -> Bool {
    guard let date = date(updated, row), date.year > 1970 else { return false }
    return date < threeYearsAgo
  }

  /// How long a client without purchases is on record.
  func neverBought(since created: TextView?, _ row: Int) -> Signals.NeverBought {
    guard let date = date(created, row), date.year > 1970, date <= oneYearAgo else { return .no }
    return date <= twoYearsAgo ? .forTwoYears : .forOneYear
  }

  private func date(_ cells: TextView?, _ row: Int) -> CivilDate? {
    guard let cells, !cells.isNull(row) else { return nil }
    return CivilDate(cells.utf8(at: row))
  }
}
