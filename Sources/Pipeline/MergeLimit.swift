/// The share of rows that may disappear in merges.
enum MergeLimit {
  /// Whether more rows than allowed became another's.
  /// - Parameters:
  ///   - clientOfRow: for each row its client; negative: none.
  ///   - clients: number of clients.
  ///   - limit: share of the rows, 0…1.
  /// - Returns: whether the limit is broken.
  static func isBroken(_ clientOfRow: [Int32], clients: Int, limit: Double) -> Bool {
    let rows = clientOfRow.count { $0 >= 0 }
    return Double(rows - clients) > limit * Double(rows)
  }

  /// What to say of it: how many, and the three largest groups.
  /// - Complexity: O(rows + clients log clients).
  static func error(
    _ clientOfRow: [Int32], clients: Int, limit: Double, name: (Int) -> (key: String, address: String)
  ) -> RunError {
    var sizes = [Int](repeating: 0, count: clients)
    var rows = 0
    for client in clientOfRow where client >= 0 {
      sizes[Int(client)] += 1
      rows += 1
    }
    let largest = sizes.indices.filter { sizes[$0] > 1 }.map { (rows: sizes[$0], name: name($0)) }
      .sorted { ($1.rows, $0.name.key) < ($0.rows, $1.name.key) }.prefix(3)
    return .tooManyMerges(
      merged: rows - clients, rows: rows, limit: limit, largest: largest.map { ($0.rows, $0.name.address) })
  }
}

extension RunOutcome {
  /// The error that a run with this limit would have stopped with; nil: it would not.
  public func mergeLimit(_ limit: Double) -> RunError? {
    let place = assembly.clientRows.map { clientOfRow[$0] }
    guard MergeLimit.isBroken(place, clients: clients.rowCount, limit: limit) else { return nil }
    return MergeLimit.error(place, clients: clients.rowCount, limit: limit) { client in
      (clients.text("client_id", client) ?? "", assembly.address(of: keepers[client]))
    }
  }
}
