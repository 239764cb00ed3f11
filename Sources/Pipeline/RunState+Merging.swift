import RuleKit
import Tables

extension RunState {
  /// Merges what the links of the round call the same.
  /// - Returns: rows that disappeared.
  mutating func resolve() -> Int {
    var clusters = Clusters(rowCount: frame.rowCount)
    var merged = 0
    for link in links {
      if link.verdict == .same { merged += clusters.union(link.rowA, link.rowB) ? 1 : 0 }
      let pair = RunLog.Pair(
        rowA: Int32(rowIDs[link.rowA]), rowB: Int32(rowIDs[link.rowB]), probability: link.probability,
        verdict: link.verdict, evidence: link.evidence)
      if isFirstRound || link.verdict == .same { log.pairs.append(pair) } else { laterPairs.append(pair) }
    }
    links = []
    guard merged > 0 else { return 0 }
    if isFirstRound { logFound() }
    let old = frame
    let flawed = flawedCells()
    let resolver = Resolver(
      policy: options.policy,
      isFlawed: { row, field in
        old.index(of: field).map { flawed.contains(UInt64(row) << 16 | UInt64($0)) } ?? false
      }, keys: keys)
    var outcome = resolver.resolve(old, clusters.list())
    joinSources(&outcome, old)
    note(outcome)
    var now = [Int32](repeating: -1, count: old.rowCount)
    for (client, members) in outcome.members.enumerated() {
      for row in members { now[Int(row)] = Int32(client) }
    }
    let keepers = outcome.members.map { Int($0[$0.startIndex]) }
    move(to: outcome.clients, rowIDs: keepers.map { rowIDs[$0] }, keys: keepers.map { keys[$0] }, now)
    forgetFound()
    return merged
  }

  /// Cells with an error finding of this round, as `row << 16 | column`.
  private func flawedCells() -> Set<UInt64> {
    var flawed: Set<UInt64> = []
    for finding in found.items where finding.row >= 0 && finding.severity == .error {
      guard let field = finding.field.flatMap({ frame.index(of: log.names[$0]) }) else { continue }
      flawed.insert(UInt64(finding.row) << 16 | UInt64(field))
    }
    return flawed
  }

  /// A merged client names the addresses of all its rows.
  private func joinSources(_ outcome: inout Resolver.Outcome, _ old: Frame) {
    guard let column = old["source"], let now = outcome.clients["source"] else { return }
    var rows: [Int] = []
    var values = TextColumn()
    for (client, members) in outcome.members.enumerated() where members.count > 1 {
      rows.append(client)
      values.append(members.map(Int.init).sorted().compactMap { column[$0] }.joined(separator: "; "))
    }
    outcome.clients.set("source", now.replacing(rows: rows, with: values))
  }

  private struct HeldValue: Hashable {
    var row: Int32
    var base: String
    var value: String
  }

  /// Remembers survivors by their rows; their client is known when the run ends.
  ///
  /// A client that merges again carries values of rows that an earlier round merged into it: they keep the rows
  /// that they were read in.
  private mutating func note(_ outcome: Resolver.Outcome) {
    var merging: Set<Int32> = []
    for members in outcome.members where members.count > 1 { merging.formUnion(members) }
    var origins: [HeldValue: Int] = [:]
    if !isFirstRound {
      var standing: [RunOutcome.GoldenValue] = []
      for held in survivors {
        guard let row = frameRow(of: held.rowID), merging.contains(row) else {
          standing.append(held)
          continue
        }
        origins[HeldValue(row: row, base: FieldName.split(held.field).base, value: held.value)] = held.rowID
      }
      survivors = standing
    }
    func origin(_ row: Int, _ field: String, _ value: String) -> Int {
      guard !origins.isEmpty else { return rowIDs[row] }
      return origins[HeldValue(row: Int32(row), base: FieldName.split(field).base, value: value)]
        ?? rowIDs[row]
    }
    for item in outcome.survivors {
      survivors.append(
        .init(
          client: -1, field: item.field, value: item.value, rowID: origin(item.row, item.field, item.value),
          policy: item.policy))
    }
    for item in outcome.superseded {
      superseded.append(
        .init(
          client: -1, field: item.field, value: item.value, rowID: origin(item.row, item.field, item.value),
          policy: ""))
    }
  }

  /// Where a row over all sources stands in the frame.
  /// - Complexity: O(log rows).
  private func frameRow(of rowID: Int) -> Int32? {
    let rows = assembly.clientRows
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < rowID { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == rowID ? place[low] : nil
  }

  /// Stops a run that would merge more than it may.
  func checkMergeLimit() throws(RunError) {
    let rows = place.count { $0 >= 0 }
    let merged = rows - frame.rowCount
    if Double(merged) > options.maxMerge * Double(rows) {
      throw .tooManyMerges(merged: merged, rows: rows, limit: options.maxMerge)
    }
  }
}
