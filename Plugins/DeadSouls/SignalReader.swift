import FieldFormats
import RuleKit
import Tables

/// Reads the signals of the rows of a batch.
struct SignalReader {
  let rule: DeadSouls
  let purchases: Purchases?
  private let timeline: Timeline
  private let channels: Channels
  private let holds: Holds
  private let names: Names
  private let births: TextView?
  private let created: TextView?
  private let updated: TextView?
  private let count: TextView?
  private let inn: TextView?
  private let ogrn: [TextView]

  init(_ batch: Batch, _ rule: DeadSouls) {
    self.rule = rule
    purchases = Purchases(of: batch, now: rule.now)
    timeline = Timeline(of: batch, now: rule.now, countsUpdates: rule.settings.countUpdates)
    channels = Channels(
      of: batch, rule.shapes, rule.suppressed, countsAddresses: rule.settings.countAddresses)
    holds = Holds(of: batch)
    names = Names(
      of: batch, person: rule.names.person, part: rule.names.part, firm: rule.names.firm)
    births = batch.column("birth_date")
    created = batch.column("created_at")
    updated = batch.column("updated_at")
    count = batch.column("purchases_count")
    inn = batch.column("inn")
    ogrn = ["ogrn", "ogrnip"].compactMap(batch.column)
  }

  /// What stands in the row itself.
  func signals(_ row: Int, _ outcome: inout FormatOutcome, _ results: inout Results) -> Signals {
    let last = timeline.last(row, into: &results)
    let reach = channels.reach(row, &outcome)
    var signals = Signals()
    signals.age = rule.terms.age(of: last?.date)
    signals.activity = last?.activity ?? .none
    signals.months = last?.date.months(to: rule.now) ?? 0
    signals.isReachable = channels.isEmpty ? nil : reach.isOpen
    signals.hasBounced = reach.hasBounced
    signals.hasOptedOut = reach.hasOptedOut
    signals.isImpossiblyOld = births.map { rule.terms.isImpossiblyOld($0, row) } ?? false
    signals.registry = rule.registry.fact(inn: inn, ogrn: ogrn, row: row)
    if let fact = signals.registry, let since = rule.registry.facts[Int(fact)].since {
      signals.isHeardOfSince = last.map { $0.date > since } ?? false
    }
    let isNameless = names.isPlaceholder(row, &outcome)
    let fillers = reach.placeholders + (isNameless ? 1 : 0)
    // One key field more is looked at only where it could matter.
    signals.isPlaceholder = isNameless || fillers > 1 || fillers == 1 && isFiller(inn, row, &outcome)
    signals.isStale = rule.terms.isStale(updated, row)
    signals.hasBalance = holds.hasBalance(row)
    signals.hasContract = holds.hasContract(row)
    signals.refusesContact = holds.refusesContact(row)
    if signals.age == .undated, let count, Purchases.number(count.utf8(at: row)) == 0 {
      signals.neverBought = rule.terms.neverBought(since: created, row)
    }
    return signals
  }

  /// Whether an ИНН was put in to fill its field.
  private func isFiller(_ cells: TextView?, _ row: Int, _ outcome: inout FormatOutcome) -> Bool {
    guard let cells, !cells.isNull(row) else { return false }
    return rule.inn.standardise(cells.utf8(at: row), into: &outcome) == .told
      && outcome.reading.status == .placeholder
  }

  /// What the purchases tell of the client's rhythm, and the base of its chance.
  func add(_ record: Purchases.Record?, chance: Int?, to signals: inout Signals) {
    guard let record else { return }
    signals.rhythm = Rhythm(record)
    if signals.rhythm == .overdue || signals.rhythm == .notDue { signals.gap = Rhythm.months(record) }
    guard let chance else { return }
    signals.chance = chance < 2_000 ? .veryLow : chance < 5_000 ? .low : .fair
  }
}
