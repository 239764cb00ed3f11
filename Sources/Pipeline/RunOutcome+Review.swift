import RuleKit
import Tables

extension RunOutcome {
  /// Clients in a group from which only the likeliest links that hold it together are shown, one fewer than clients.
  public static let mostInWholeGroup = 10

  /// The pairs that a person should decide, by groups, the likeliest group first.
  ///
  /// Rows that became one client are one; of several links between two clients the likeliest is shown.
  /// - Complexity: O(links log links).
  public func reviewPairs() -> [ReviewPair] {
    var best: [[Int]: ReviewPair] = [:]
    for pair in log.pairs {
      guard let found = reviewed(pair) else { continue }
      let nodes = [min(found.a.node, found.b.node), max(found.a.node, found.b.node)]
      guard let known = best[nodes] else {
        best[nodes] = found
        continue
      }
      if Self.isLikelier(found, known) { best[nodes] = found }
    }
    return grouped(best.values.sorted(by: Self.isLikelier))
  }

  private static func isLikelier(_ one: ReviewPair, _ other: ReviewPair) -> Bool {
    one.probability == other.probability ? one.id < other.id : one.probability > other.probability
  }

  /// The pair of clients of a judged pair of rows; nil where there is nothing to decide.
  private func reviewed(_ pair: RunLog.Pair) -> ReviewPair? {
    guard let a = side(Int(pair.rowA)), let b = side(Int(pair.rowB)), a.node != b.node else { return nil }
    // A row that surely belongs to two clients of ours is in doubt, too.
    let isTorn = pair.verdict == .same && b.isOurs && aside.verdicts[a.row] == .conflict
    guard pair.verdict == .review || isTorn else { return nil }
    let isStraight = b.isOurs || (!a.isOurs && a.key <= b.key)
    return ReviewPair(
      group: 0, clientsInGroup: 0, a: isStraight ? a : b, b: isStraight ? b : a,
      probability: pair.probability, evidence: PairEvidence.levels(pair.evidence))
  }

  /// The client of a row; nil where the row is set aside for good.
  private func side(_ row: Int) -> ReviewPair.Side? {
    if row >= assembly.rowCount {
      guard let own, let record = Self.index(of: row - assembly.rowCount, in: own.assembly.clientRows) else {
        return nil
      }
      return .init(key: own.records[record], row: row, isOurs: true, node: clients.rowCount + row)
    }
    guard let index = Self.index(of: row, in: assembly.clientRows) else { return nil }
    let client = Int(clientOfRow[row])
    guard client >= 0 || aside.verdicts[row] == .conflict else { return nil }
    return .init(
      key: records[index], row: row, isOurs: false, node: client >= 0 ? client : clients.rowCount + row)
  }

  private static func index(of row: Int, in rows: [Int]) -> Int? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row ? low : nil
  }

  /// Numbers the groups, and leaves of a large one the links that hold it together.
  private func grouped(_ pairs: [ReviewPair]) -> [ReviewPair] {
    var numbers: [Int: Int] = [:]
    for pair in pairs {
      for node in [pair.a.node, pair.b.node] where numbers[node] == nil { numbers[node] = numbers.count }
    }
    func number(_ side: ReviewPair.Side) -> Int { numbers[side.node] ?? 0 }
    var clusters = Clusters(rowCount: numbers.count)
    // Pairs come from the likeliest on: those that join two parts are the tree that holds a group together.
    let isInTree = pairs.map { clusters.union(number($0.a), number($0.b)) }
    var sizes = [Int](repeating: 0, count: numbers.count)
    for node in 0..<numbers.count { sizes[clusters.root(of: node)] += 1 }
    var order: [Int: Int] = [:]
    let waiting = Dictionary(
      decisions.filter { $0.decision.choice == .later }.map { ($0.decision.pair, $0.decision.choice) }
    ) { first, _ in first }
    var result: [ReviewPair] = []
    for (pair, isInTree) in zip(pairs, isInTree) {
      let root = clusters.root(of: number(pair.a))
      guard isInTree || sizes[root] <= Self.mostInWholeGroup else { continue }
      var pair = pair
      pair.group = order[root] ?? order.count + 1
      order[root] = pair.group
      pair.clientsInGroup = sizes[root]
      pair.choice = waiting[[min(pair.a.key, pair.b.key), max(pair.a.key, pair.b.key)]]
      result.append(pair)
    }
    // Groups keep together; the sort is stable within a group by what went before.
    return result.enumerated().sorted { ($0.element.group, $0.offset) < ($1.element.group, $1.offset) }
      .map(\.element)
  }

  /// A value of one side of a pair, standardised.
  public func value(_ field: String, of side: ReviewPair.Side) -> String? {
    if side.isOurs {
      guard let own, let record = Self.index(of: side.row - assembly.rowCount, in: own.assembly.clientRows)
      else { return nil }
      return own.frame.text(field, record)
    }
    let client = Int(clientOfRow[side.row])
    return client >= 0 ? clients.text(field, client) : aside.text(field, side.row)
  }

  /// Fields that the sides of pairs may have values of, those of the clients first.
  public var reviewFields: [String] {
    var fields = clients.fields
    for field in aside.fields + (own?.frame.fields.filter { !$0.hasPrefix("extra.") } ?? [])
    where !fields.contains(field) { fields.append(field) }
    return fields.filter { $0 != "client_id" && $0 != "source" }
  }

  /// Where the record of a side stands.
  public func address(of side: ReviewPair.Side) -> String {
    let client = side.isOurs ? -1 : Int(clientOfRow[side.row])
    return (client < 0 ? nil : clients.text("source", client)) ?? address(of: side.row)
  }
}
