import RuleKit
import Tables

/// Dates that cannot follow each other so.
extension CrossRules {
  static let dates: [CrossRule] = [
    CrossRule(
      "purchases-order", .error, "last_purchase_date", against: "first_purchase_date",
      en: "the last purchase is before the first", ru: "последняя покупка раньше первой",
      example: """
        first_purchase_date | last_purchase_date
        2024-05-02          | ↓2023-11-30
        2023-11-30          | 2024-05-02
        2024-05-02          | 2024-05-02
        """
    ) { last, first, _ in isEarlier(last, first) },
    CrossRule(
      "birth-after-creation", .error, "birth_date", against: "created_at",
      en: "born after the record was made", ru: "дата рождения позже даты создания записи",
      example: """
        birth_date  | created_at
        ↓2021-03-08 | 2019-04-01
        1985-03-08  | 2019-04-01
        """
    ) { birth, created, _ in isEarlier(created, birth) },
    CrossRule(
      "birth-after-purchase", .error, "birth_date", against: "first_purchase_date",
      en: "born after the first purchase", ru: "дата рождения позже первой покупки",
      example: """
        birth_date  | first_purchase_date
        ↓2021-03-08 | 2020-04-01
        1985-03-08  | 2020-04-01
        """
    ) { birth, purchase, _ in isEarlier(purchase, birth) },
    CrossRule(
      "updated-before-creation", .warning, "updated_at", against: "created_at",
      en: "changed before it was made", ru: "изменено раньше, чем создано",
      example: """
        created_at | updated_at
        2024-05-02 | ↓2023-11-30
        2023-11-30 | 2024-05-02
        """
    ) { updated, created, _ in isEarlier(updated, created) },
  ]

  /// Whether one day lies before another; both begin with an ISO 8601 day, whose order is that of its characters.
  private static func isEarlier(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    guard one.count >= 10, other.count >= 10 else { return false }
    for index in 0..<10 where one[index] != other[index] { return one[index] < other[index] }
    return false
  }
}
