import RuleKit
import Tables

/// The dates of a batch that tell when a client was last touched.
struct Dates {
  private let contact: TextView?
  private let purchase: TextView?
  private let updated: TextView?
  private let created: TextView?
  private let next: TextView?
  private let now: CivilDate

  /// Days up to this one are the zero of a clock or a spreadsheet.
  private static let zero = CivilDate(year: 1970, month: 1, day: 1)

  init(of batch: Batch, now: CivilDate) {
    contact = batch.column("last_contact_date")
    purchase = batch.column("last_purchase_date")
    updated = batch.column("updated_at")
    created = batch.column("created_at")
    next = batch.column("next_contact_date")
    self.now = now
  }

  /// Whether the table has any of them.
  var isThere: Bool { [contact, purchase, updated, next].contains { $0 != nil } }

  /// The field that a missing contact is told of; nil: the table keeps no contacts.
  var touchField: String? {
    contact != nil ? "last_contact_date" : purchase != nil ? "last_purchase_date" : nil
  }

  /// The field that a stale record is told of.
  var changeField: String { updated != nil ? "updated_at" : "created_at" }

  /// When the client was last spoken to or bought.
  func touched(_ row: Int) -> CivilDate? {
    guard let spoken = past(contact, row) else { return past(purchase, row) }
    guard let bought = past(purchase, row) else { return spoken }
    return max(spoken, bought)
  }

  /// When the record was last changed, or else made; nil where the table does not keep changes.
  func changed(_ row: Int) -> CivilDate? {
    guard updated != nil else { return nil }
    return past(updated, row) ?? past(created, row)
  }

  /// When the client is to be spoken to, past or to come.
  func planned(_ row: Int) -> CivilDate? { date(next, row) }

  private func past(_ cells: TextView?, _ row: Int) -> CivilDate? {
    guard let date = date(cells, row), date <= now else { return nil }
    return date
  }

  private func date(_ cells: TextView?, _ row: Int) -> CivilDate? {
    guard let cells, !cells.isNull(row), let date = CivilDate(cells.utf8(at: row)), date > Self.zero else {
      return nil
    }
    return date
  }
}

/// How much of a base is likely out of date by now: an estimate from experience, apart from what was found.
///
/// Contacts go bad at a steady rate, so a share (1 − rate)^m of them is still right after m months. The usual rate of
/// 2.1 % a month is a vendor's (HubSpot on MarketingSherpa: 22.5 % a year; others say 22 to 30 %), without a solid study.
struct Decay {
  private let monthly: Double
  private var clients = 0
  /// Sum over clients of the chance to be out of date, in millionths: the order of clients must not matter.
  private var outdated = 0
  private var known: [Int: Int] = [:]

  /// - Parameter monthly: percent a month; 0: no estimate.
  init(monthly: Double) { self.monthly = monthly }

  /// Counts a client last touched so many months ago.
  mutating func count(months: Int) {
    guard monthly > 0 else { return }
    clients += 1
    if let millionths = known[months] {
      outdated += millionths
      return
    }
    var right = 1.0
    for _ in 0..<min(months, 1_200) { right *= 1 - monthly / 100 }
    let millionths = Int(((1 - right) * 1e6).rounded())
    known[months] = millionths
    outdated += millionths
  }

  /// Arguments of the finding; nil: nobody was counted.
  var share: String? {
    guard clients > 0 else { return nil }
    let tenths = Int((Double(outdated) / Double(clients) / 1_000).rounded())
    let rate = monthly == monthly.rounded() ? "\(Int(monthly))" : "\(monthly)"
    return
      #"{"clients":"\#(clients)","rate":"\#(rate)","share":"\#(tenths / 10).\#(tenths % 10)"}"#
  }
}
