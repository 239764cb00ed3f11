import RuleKit
import Tables

/// Says of every client whether it lives: active, dormant, dead or unknown, why, and what to do about it.
///
/// Judged by the last activity against the run's clock and by whether any channel could still reach the client.
/// It advises and never deletes.
struct DeadSouls: Rule {
  static let about = RuleDescription(
    id: "dead-souls",
    title: Localized(en: "Dead souls are told from clients", ru: "Мёртвые души отделены от клиентов"),
    rationale: Localized(
      en:
        "A base is worth its living clients; mailing the dead ones costs money and hides how few the living are.",
      ru:
        "База стоит столько, сколько в ней живых клиентов; обзвон мёртвых стоит денег и скрывает, как мало живых."
    ),
    phase: .base, subject: .clients,
    reads: [
      "last_purchase_date", "last_contact_date", "updated_at", "birth_date", "phone", "phone_mobile",
      "phone_work",
      "phone_home", "phone_other", "email", "email_work", "email_home", "email_other", "whatsapp", "viber",
      "telegram", "balance", "contract_no", "consent", "do_not_call", "client_status", "status_reason",
      "advice",
    ],
    writes: ["client_status", "status_reason", "advice"], settings: settings, codes: codes, examples: examples
  )

  private let now: CivilDate
  private let language: Language
  private let activeSince: CivilDate
  private let dormantSince: CivilDate
  private let bornSince: CivilDate
  private let countsUpdates: Bool

  init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    guard let now = CivilDate(Array(context.now.utf8).span) else {
      throw SettingsError("", "come with a clock that is no date", remedy: "give --now as 2026-11-22")
    }
    self.now = now
    language = context.language
    activeSince = try Self.duration(settings.active, of: "active").before(now)
    dormantSince = try Self.duration(settings.dormant, of: "dormant").before(now)
    // Older than 110 is who has had the 111th birthday.
    bornSince = now.before(months: 111 * 12)
    countsUpdates = settings.countUpdates
    guard dormantSince <= activeSince else {
      throw SettingsError("dormant", "is shorter than 'active'", remedy: "make it longer, e.g. 36 months")
    }
  }

  private static func duration(_ text: String, of setting: String) throws(SettingsError) -> CalendarPeriod {
    guard let duration = CalendarPeriod(text) else {
      throw SettingsError(
        setting, "is not a length of time",
        remedy: "write a whole number and a unit, e.g. 12 months or 90 days")
    }
    return duration
  }

  func apply(to batch: Batch, into results: inout Results) {
    let timeline = Timeline(of: batch, now: now, countsUpdates: countsUpdates)
    let channels = Channels(of: batch)
    let holds = Holds(of: batch)
    let births = batch.column("birth_date")
    var pen = Pen(batch: batch, results: &results)
    var known: [Signals: Int] = [:]
    for row in 0..<batch.rowCount {
      let last = timeline.last(row, into: &results)
      let signals = Signals(
        age: age(of: last?.date), activity: last?.activity ?? .none, months: last?.date.months(to: now) ?? 0,
        isReachable: channels.isEmpty ? nil : channels.reach(row),
        isImpossiblyOld: births.map { isImpossiblyOld($0, row) } ?? false,
        hasBalance: holds.hasBalance(row), hasContract: holds.hasContract(row),
        refusesContact: holds.refusesContact(row))
      // Clients alike share their words: a large base has some hundreds of distinct judgements.
      let judgement = known[signals] ?? pen.learn(Judgement(signals, language), into: &results)
      if judgement == known.count { known[signals] = judgement }
      pen.write(judgement, row: row, into: &results)
    }
  }

  private func age(of date: CivilDate?) -> Signals.Age {
    guard let date else { return .undated }
    if date >= activeSince { return .fresh }
    return date >= dormantSince ? .old : .beyond
  }

  /// Whether a believable birth date (after 1900, the usual default of forms) makes the client older than 110.
  private func isImpossiblyOld(_ cells: TextView, _ row: Int) -> Bool {
    guard !cells.isNull(row), let birth = CivilDate(cells.utf8(at: row)), birth.year > 1900 else {
      return false
    }
    return birth <= bornSince
  }
}
