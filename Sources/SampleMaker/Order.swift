/// An order of a client.
struct Order {
  /// Index of the row it hangs on, in `Clientele.rows`; nil for an orphan.
  var row: Int?
  var day: Day
  var kopecks: Int
  var status: Status

  enum Status: String, CaseIterable {
    case paid = "Оплачен"
    case shipped = "Отгружен"
    case unpaid = "Не оплачен"
    case cancelled = "Отменён"

    /// The word of a base that was kept in English.
    var english: String {
      switch self {
      case .paid: "paid"
      case .shipped: "shipped"
      case .unpaid: "overdue"
      case .cancelled: "cancelled"
      }
    }
  }
}
