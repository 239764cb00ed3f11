import RuleKit
import Tables

/// Says which records were not touched, and which clients not spoken to, for longer than the standard allows.
struct Freshness: Rule {
  static let about = RuleDescription(
    id: "freshness",
    title: Localized(
      en: "Records and contacts are touched in time", ru: "Записи и контакты вовремя обновляются"),
    rationale: Localized(
      en:
        "A base rots by about a fifth a year: people change phones and jobs, firms move. Only what is touched regularly stays true.",
      ru:
        "База портится примерно на пятую часть в год: люди меняют телефоны и работу, фирмы переезжают. Верно остаётся то, что регулярно обновляют."
    ),
    phase: .base, subject: .clients,
    reads: [
      "last_contact_date", "next_contact_date", "last_purchase_date", "updated_at", "created_at",
      "client_status",
    ], settings: settings, codes: codes, examples: examples)

  private let now: CivilDate
  private let settings: Settings
  private let usual: Due
  private let others: [(terms: OtherTerms, due: Due)]

  init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    guard let now = CivilDate(Array(context.now.utf8).span) else {
      throw SettingsError("", "come with a clock that is no date", remedy: "give --now as 2026-11-22")
    }
    self.now = now
    self.settings = settings
    usual = try Due(record: settings.record, contact: settings.contact, in: "", now: now)
    var others: [(terms: OtherTerms, due: Due)] = []
    for terms in settings.by {
      let due = try Due(
        record: terms.record ?? settings.record, contact: terms.contact ?? settings.contact, in: "by.",
        now: now)
      others.append((terms, due))
    }
    self.others = others
  }

  func apply(to batch: Batch, into results: inout Results) {
    let dates = Dates(of: batch, now: now)
    guard dates.isThere else {
      results.flagTable("no-dates")
      return
    }
    let status = batch.column("client_status")
    let choices = others.map { (terms: $0.terms, due: $0.due, cells: batch.column($0.terms.field)) }
    var pen = Pen()
    var decay = Decay(monthly: settings.decay)
    for row in 0..<batch.rowCount {
      if let status, settings.skips(status.utf8(at: row)) { continue }
      let touched = dates.touched(row)
      let changed = dates.changed(row)
      if let last = max(touched, changed) { decay.count(months: last.months(to: now)) }
      var due = usual
      for choice in choices {
        guard let cells = choice.cells, choice.terms.holds(cells.utf8(at: row)) else { continue }
        due = choice.due
        break
      }
      if let changed, changed < due.record {
        pen.flag(row, dates.changeField, "record-stale", due.record.dayNumber - changed.dayNumber, &results)
      }
      if let touched {
        if touched < due.contact {
          pen.flag(
            row, dates.touchField, "contact-overdue", due.contact.dayNumber - touched.dayNumber, &results)
        }
      } else if let field = dates.touchField {
        results.flag(row: row, field, "never-contacted")
      }
      if let planned = dates.planned(row), planned < now, touched.map({ $0 < planned }) ?? true {
        pen.flag(row, "next_contact_date", "plan-overdue", now.dayNumber - planned.dayNumber, &results)
      }
    }
    if let share = decay.share { results.flagTable("likely-outdated", arguments: share) }
  }

  private func max(_ left: CivilDate?, _ right: CivilDate?) -> CivilDate? {
    guard let left, let right else { return left ?? right }
    return Swift.max(left, right)
  }

  /// The days before which something is overdue.
  private struct Due {
    var record: CivilDate
    var contact: CivilDate

    init(record: String, contact: String, in path: String, now: CivilDate) throws(SettingsError) {
      func day(_ text: String, _ setting: String) throws(SettingsError) -> CivilDate {
        guard let period = CalendarPeriod(text) else {
          throw SettingsError(
            path + setting, "is not a length of time",
            remedy: "write a whole number and a unit, e.g. 12 months or 90 days")
        }
        return period.before(now)
      }
      self.record = try day(record, "record")
      self.contact = try day(contact, "contact")
    }
  }
}

/// Flags what is overdue, the number of days among the arguments.
private struct Pen {
  private var known: [Int: String] = [:]

  mutating func flag(
    _ row: Int, _ field: String?, _ code: String, _ days: Int, _ results: inout Results
  ) {
    // A base has some thousands of different delays at most.
    let words = known[days] ?? "{\"days\":\"\(days)\"}"
    known[days] = words
    guard let field else { return }
    results.flag(row: row, field, code, arguments: words)
  }
}
