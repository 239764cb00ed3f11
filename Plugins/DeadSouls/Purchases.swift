import PurchaseModels
import RuleKit
import Tables

/// The purchases of a batch's clients as three columns tell them: the first day, the last day, how many.
struct Purchases {
  private let first: TextView
  private let last: TextView
  private let count: TextView
  private let today: Int

  /// What is known of one client, in days.
  struct Record: Equatable {
    /// Purchases, at least 1.
    var count: Int
    /// Days from the first to the last.
    var span: Int
    /// Days since the last.
    var silence: Int

    /// Purchases after the first, at most one a day.
    ///
    /// Several orders of one day are one coming to the shop, and the columns do not say which days they were.
    var repeats: Int { span == 0 ? 0 : max(1, min(count - 1, span)) }

    /// The record as the models want it, in weeks.
    var history: PurchaseHistory {
      PurchaseHistory(repeats: repeats, recency: Double(span) / 7, age: Double(span + silence) / 7)
    }
  }

  /// nil: the table lacks one of the three columns.
  init?(of batch: Batch, now: CivilDate) {
    guard let first = batch.column("first_purchase_date"), let last = batch.column("last_purchase_date"),
      let count = batch.column("purchases_count")
    else { return nil }
    self.first = first
    self.last = last
    self.count = count
    today = now.dayNumber
  }

  /// The purchases of a row; nil: there are none, or what the cells say cannot be.
  func record(_ row: Int) -> Record? {
    guard !first.isNull(row), !last.isNull(row), !count.isNull(row),
      let number = Self.number(count.utf8(at: row)), number > 0,
      let start = CivilDate(first.utf8(at: row)), let end = CivilDate(last.utf8(at: row))
    else { return nil }
    // Before 1970 stand the zeros of clocks and spreadsheets.
    let (from, to) = (start.dayNumber, end.dayNumber)
    guard from > 0, from <= to, to <= today else { return nil }
    return Record(count: number, span: to - from, silence: today - to)
  }

  /// A whole number below a milliard; anything else is nil.
  static func number(_ text: Span<UInt8>) -> Int? {
    guard (1...9).contains(text.count) else { return nil }
    var value = 0
    for index in text.indices {
      guard text[index].isDigit else { return nil }
      value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
    }
    return value
  }
}

/// A client's own rhythm of buying held against its silence.
enum Rhythm: UInt8, Sendable {
  /// There are too few purchases to have one, or nothing can be said.
  case unknown
  /// The silence is not yet longer than the usual gap.
  case notDue
  /// It is longer, but not out of all proportion.
  case late
  /// It is far longer than ever usual.
  case overdue

  /// Days that a client must have been buying before it has a rhythm: a burst of orders is none.
  private static let leastSpan = 30

  /// Judges a silence.
  ///
  /// The standard: with 3 purchases overdue beyond 3 × the median gap, from 4 on beyond the mean gap + 3 standard
  /// deviations. Of two gaps the median is the mean. Of more, the columns tell only the mean; purchases at random
  /// moments have gaps whose standard deviation is their mean, so the bound is 4 × the mean: never too early for a
  /// regular buyer.
  init(_ record: Purchases.Record) {
    guard record.count >= 3, record.repeats >= 2, record.span >= Self.leastSpan else {
      self = .unknown
      return
    }
    // Both sides times the number of gaps: no division.
    let bound = record.count == 3 ? 3 : 4
    if record.silence * record.repeats <= record.span {
      self = .notDue
    } else if record.silence * record.repeats <= record.span * bound {
      self = .late
    } else {
      self = .overdue
    }
  }

  /// Months of the usual gap, to the nearest; 0: less than half of one.
  static func months(_ record: Purchases.Record) -> Int {
    Int((Double(record.span) / Double(record.repeats) / 30.44).rounded())
  }
}
