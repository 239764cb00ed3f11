/// Stages of a client's life by the number of orders and the age of the last.
struct LifeCycle: Sendable {
  /// A stage; its raw value is its place in `names`.
  enum Stage: Int, Sendable {
    case potential, oneOrder, repeats, regular, key, lostAfterOne, lostAfterFew, lostAfterMany
  }

  static let names = [
    "potential", "one-order", "repeat", "regular", "key", "lost-after-one", "lost-after-few",
    "lost-after-many",
  ]

  /// Orders from which a client is regular.
  let regular: Int
  /// Orders from which a lost client was lost after many.
  let many: Int
  /// The first day on which a last purchase is none of a lost client.
  let boughtSince: Int

  /// The stage of a client.
  ///
  /// - Parameters:
  ///   - orders: number of orders, or `Purchases.none`.
  ///   - last: day of the last, or `Purchases.none`: who is undated is not called lost.
  ///   - isTop: whether the client is of class A.
  ///   - hasBought: whether any figure tells of a purchase.
  /// - Returns: nil where purchases are known of, but not how many.
  func stage(orders: Int, last: Int, isTop: Bool, hasBought: Bool) -> Stage? {
    guard orders > 0 else { return hasBought ? nil : .potential }
    if last != Purchases.none, last < boughtSince {
      return orders == 1 ? .lostAfterOne : orders < many ? .lostAfterFew : .lostAfterMany
    }
    guard orders > 1 else { return .oneOrder }
    guard orders >= regular else { return .repeats }
    return isTop ? .key : .regular
  }
}
