import RuleKit
import Tables

/// Counts and sums of purchases against each other.
extension CrossRules {
  static let purchases: [CrossRule] = [
    CrossRule(
      "average-above-total", .warning, "average_check", against: "purchases_total",
      en: "the average purchase is greater than all of them together", ru: "средний чек больше суммы покупок",
      example: """
        purchases_total | average_check
        1500.00         | ↓2500.00
        1500.00         | 750.00
        1500.00         | 1500
        """
    ) { average, total, _ in
      guard let own = cents(average), let other = cents(total), other >= 0 else { return false }
      return own > other
    },
    CrossRule(
      "count-without-date", .warning, "purchases_count", against: "last_purchase_date",
      en: "no purchases, but a date of the last one", ru: "покупок нет, а дата последней есть",
      example: """
        last_purchase_date | purchases_count
        2024-05-02         | ↓0
        2024-05-02         | 3
        """
    ) { count, _, _ in count.equals("0") },
  ]

  /// A canonical sum in hundredths; nil: more than 15 digits, or no plain decimal.
  private static func cents(_ sum: Span<UInt8>) -> Int? {
    var value = 0
    var decimals = -1
    let isNegative = sum.count > 0 && sum[0] == 0x2D
    guard sum.count <= 16 else { return nil }
    for index in (isNegative ? 1 : 0)..<sum.count {
      if sum[index] == 0x2E, decimals < 0 {
        decimals = 0
      } else if sum[index] &- 0x30 < 10 {
        if decimals == 2 { continue }
        value = value * 10 + Int(sum[index] &- 0x30)
        if decimals >= 0 { decimals += 1 }
      } else {
        return nil
      }
    }
    for _ in max(decimals, 0)..<2 { value *= 10 }
    return isNegative ? -value : value
  }
}
