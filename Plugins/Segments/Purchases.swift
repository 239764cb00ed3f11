import RuleKit
import Tables

/// What the clients of a batch bought, as whole numbers; a figure that is not there is `none`.
struct Purchases {
  /// No figure.
  static let none = Int.min

  /// Turnover in ten-thousandths of a unit of money.
  let totals: [Int]?
  /// Numbers of orders.
  let counts: [Int]?
  /// Days of the last purchase since 1970-01-01.
  let last: [Int]?
  private let first: [Int]?

  /// - Complexity: O(rows).
  init(of batch: Batch) {
    totals = batch.column("purchases_total").map { Self.numbers($0, decimals: 4) }
    counts = batch.column("purchases_count").map { Self.numbers($0, decimals: 0) }
    last = batch.column("last_purchase_date").map(Self.days)
    first = batch.column("first_purchase_date").map(Self.days)
  }

  /// Whether any client is known to have bought anything.
  var areKnown: Bool {
    [totals, counts].contains { $0?.contains { $0 > 0 } ?? false }
      || last?.contains { $0 != Self.none } ?? false
  }

  /// Whether any figure says that the client bought something.
  func hasBought(_ row: Int) -> Bool {
    (counts?[row] ?? 0) > 0 || (totals?[row] ?? 0) > 0 || (last?[row] ?? Self.none) != Self.none
      || (first?[row] ?? Self.none) != Self.none
  }

  private static func days(_ cells: TextView) -> [Int] {
    (0..<cells.count).map { row in
      cells.isNull(row) ? none : CivilDate(cells.utf8(at: row))?.dayNumber ?? none
    }
  }

  private static func numbers(_ cells: TextView, decimals: Int) -> [Int] {
    (0..<cells.count).map { row in
      cells.isNull(row) ? none : number(cells.utf8(at: row), decimals: decimals) ?? none
    }
  }

  /// A decimal number times 10 to the power of `decimals`, further places cut off; nil for other text and for
  /// what does not fit.
  private static func number(_ text: Span<UInt8>, decimals: Int) -> Int? {
    var index = 0
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var value = 0
    var places = -1
    var digits = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == UInt8(ascii: "."), places < 0 {
        places = 0
        continue
      }
      guard byte &- UInt8(ascii: "0") <= 9 else { return nil }
      digits += 1
      if places >= decimals { continue }
      if places >= 0 { places += 1 }
      let (shifted, tooLong) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooLarge) = shifted.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      guard !tooLong, !tooLarge else { return nil }
      value = sum
    }
    guard digits > 0 else { return nil }
    for _ in max(places, 0)..<max(decimals, max(places, 0)) {
      let (shifted, tooLong) = value.multipliedReportingOverflow(by: 10)
      guard !tooLong else { return nil }
      value = shifted
    }
    return isNegative ? -value : value
  }
}
