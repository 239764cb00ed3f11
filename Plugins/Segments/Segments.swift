import RuleKit
import Tables

/// Sorts clients by what they bought: ABC by turnover, RFM by quintiles, and the stage of their life as a client.
///
/// Judged on merged clients, from the summary of their purchases (the pipeline takes it from linked orders). Equal
/// figures always get equal segments, so nothing depends on the order of rows.
struct Segments: Rule {
  static let about = RuleDescription(
    id: "segments",
    title: Localized(en: "Clients are sorted by what they bought", ru: "Клиенты разложены по покупкам"),
    rationale: Localized(
      en: "A few clients bring most of the money, and each stage of a client's life asks for another word.",
      ru: "Большую часть денег приносят немногие, и на каждой стадии с клиентом говорят по-своему."),
    phase: .base, subject: .clients,
    reads: [
      "purchases_total", "purchases_count", "first_purchase_date", "last_purchase_date", "abc_class", "rfm",
      "life_cycle",
    ],
    writes: ["abc_class", "rfm", "life_cycle"], settings: settings, codes: codes, examples: examples)

  private let shares: TurnoverClasses.Shares
  private let stages: LifeCycle
  private let fields: Set<String>

  init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    guard let now = CivilDate(Array(context.now.utf8).span) else {
      throw SettingsError("", "come with a clock that is no date", remedy: "give --now as 2026-11-22")
    }
    guard let shares = TurnoverClasses.Shares(settings.abc) else {
      throw SettingsError(
        "abc", "is not three positive shares that make 100", remedy: "write e.g. abc: [75, 20, 5]")
    }
    guard let period = CalendarPeriod(settings.lostAfter) else {
      throw SettingsError(
        "lost_after", "is not a length of time",
        remedy: "write a whole number and a unit, e.g. 12 months or 90 days")
    }
    guard settings.regular >= 2 else {
      throw SettingsError("regular", "is less than 2", remedy: "one order makes nobody a regular client")
    }
    guard settings.many >= 3 else {
      throw SettingsError("many", "is less than 3", remedy: "few orders are 2 up to one less than many")
    }
    if let stranger = settings.fields.first(where: { !Self.about.writes.contains($0) }) {
      throw SettingsError(
        "fields", "names '\(stranger)', which this rule does not make",
        remedy: "known are \(Self.about.writes.joined(separator: ", "))")
    }
    self.shares = shares
    fields = Set(settings.fields)
    stages = LifeCycle(
      regular: settings.regular, many: settings.many, boughtSince: period.before(now).dayNumber)
  }

  func apply(to batch: Batch, into results: inout Results) {
    let purchases = Purchases(of: batch)
    // A base that tells of no purchase at all tells nothing of segments either.
    guard purchases.areKnown else { return }
    let classes = purchases.totals.map { TurnoverClasses($0, shares) }
    if fields.contains("abc_class"), let classes, let totals = purchases.totals {
      let pen = Pen("abc_class", code: "abc-class", TurnoverClasses.names, batch, &results)
      for row in 0..<batch.rowCount { pen.write(classes.place(of: totals[row]), row: row, into: &results) }
    }
    if fields.contains("rfm") { scores(purchases, batch, &results) }
    if fields.contains("life_cycle"), let counts = purchases.counts {
      let pen = Pen("life_cycle", code: "life-cycle", LifeCycle.names, batch, &results)
      for row in 0..<batch.rowCount {
        let isTop = classes.map { $0.place(of: purchases.totals?[row] ?? Purchases.none) == 0 }
        let stage = stages.stage(
          orders: counts[row], last: purchases.last?[row] ?? Purchases.none, isTop: isTop ?? false,
          hasBought: purchases.hasBought(row))
        pen.write(stage?.rawValue, row: row, into: &results)
      }
    }
  }

  /// Recency, frequency and money, each 1 to 5, of the clients that have all three.
  private func scores(_ purchases: Purchases, _ batch: Batch, _ results: inout Results) {
    guard let dates = purchases.last, let counts = purchases.counts, let totals = purchases.totals else {
      return
    }
    func isRanked(_ row: Int) -> Bool {
      dates[row] != Purchases.none && counts[row] > 0 && totals[row] != Purchases.none
    }
    let rows = (0..<batch.rowCount).filter(isRanked)
    let recency = Quintiles(rows.map { dates[$0] })
    let frequency = Quintiles(rows.map { counts[$0] })
    let money = Quintiles(rows.map { totals[$0] })
    let names = (0..<125).map { "\($0 / 25 + 1)\($0 / 5 % 5 + 1)\($0 % 5 + 1)" }
    let pen = Pen("rfm", code: "rfm-scores", names, batch, &results)
    for row in 0..<batch.rowCount {
      guard isRanked(row) else {
        pen.write(nil, row: row, into: &results)
        continue
      }
      let place =
        recency.score(of: dates[row]) * 25 + frequency.score(of: counts[row]) * 5
        + money.score(of: totals[row])
      pen.write(place, row: row, into: &results)
    }
  }
}
