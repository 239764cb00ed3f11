import RuleKit
import Tables

/// The dated activities of a batch.
struct Timeline {
  private let columns: [(activity: Activity, field: String, cells: TextView)]
  private let now: CivilDate

  /// Dates up to this day are the zero of a clock or a spreadsheet, not an activity.
  private static let zero = CivilDate(year: 1970, month: 1, day: 1)

  init(of batch: Batch, now: CivilDate, countsUpdates: Bool) {
    self.now = now
    var fields: [(Activity, String)] = [(.purchase, "last_purchase_date"), (.contact, "last_contact_date")]
    if countsUpdates { fields.append((.update, "updated_at")) }
    columns = fields.compactMap { (activity, field) in batch.column(field).map { (activity, field, $0) } }
  }

  /// The last activity of a row; of two on one day the first in the order purchase, contact, update.
  ///
  /// A date beyond the clock is no activity yet and gets its finding.
  func last(_ row: Int, into results: inout Results) -> (date: CivilDate, activity: Activity)? {
    var last: (date: CivilDate, activity: Activity)?
    for (activity, field, cells) in columns where !cells.isNull(row) {
      guard let date = CivilDate(cells.utf8(at: row)), date > Self.zero else { continue }
      if date > now {
        results.flag(row: row, field, "date-in-future")
        continue
      }
      if let known = last?.date, known >= date { continue }
      last = (date, activity)
    }
    return last
  }
}
