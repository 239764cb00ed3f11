/// What the models know of one client: how often it came back, when last, and how long it could.
package struct PurchaseHistory: Sendable, Equatable {
  /// Purchases after the first one (periods with a purchase, where several fall into one).
  package var repeats: Int
  /// Time from the first purchase to the last; 0 where there was no second one.
  package var recency: Double
  /// Time from the first purchase to the day of judgement, in the unit of `recency`.
  package var age: Double

  /// A history.
  package init(repeats: Int, recency: Double, age: Double) {
    self.repeats = repeats
    self.recency = recency
    self.age = age
  }
}

/// The histories of a base as the likelihood wants them: like ones counted once, in the order of their repeats.
///
/// The order does not depend on that of the clients, and neither does any sum over it.
package struct PurchaseHistories: Sendable {
  /// Different histories, ascending by repeats, recency, age.
  package let distinct: [PurchaseHistory]
  /// How many clients have each.
  package let counts: [Double]
  /// Number of clients.
  package let total: Double

  /// Counts histories.
  /// - Complexity: O(n log n).
  package init(_ all: [PurchaseHistory]) {
    var distinct: [PurchaseHistory] = []
    var counts: [Double] = []
    for history in all.sorted(by: Self.precedes) {
      if distinct.last == history {
        counts[counts.count - 1] += 1
      } else {
        distinct.append(history)
        counts.append(1)
      }
    }
    self.distinct = distinct
    self.counts = counts
    total = Double(all.count)
  }

  private init(distinct: [PurchaseHistory], counts: [Double]) {
    self.distinct = distinct
    self.counts = counts
    total = counts.reduce(0, +)
  }

  /// Every so many-th of the different histories, so that about `most` are left.
  func thinned(to most: Int) -> PurchaseHistories {
    guard distinct.count > most else { return self }
    let step = (distinct.count + most - 1) / most
    let places = stride(from: step / 2, to: distinct.count, by: step)
    return PurchaseHistories(distinct: places.map { distinct[$0] }, counts: places.map { counts[$0] })
  }

  private static func precedes(_ left: PurchaseHistory, _ right: PurchaseHistory) -> Bool {
    (left.repeats, left.recency, left.age) < (right.repeats, right.recency, right.age)
  }
}
