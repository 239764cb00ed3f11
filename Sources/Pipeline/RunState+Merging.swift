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
    for (client, members) in outcome.members.enumerated() { for row in members { now[Int(row)] = Int32(client) } }
    let keepers = outcome.members.map { Int($0[$0.startIndex]) }
    move(to: outcome.clients, rowIDs: keepers.map { rowIDs[$0] }, keys: keepers.map { keys[$0] }, now)
    forgetFound()
    return merged
  }

  /// Cells with an error finding of this round, as `row << 16 | column`.
  private func flawedCells() -> Set<UInt64> {
    var flawed: Set<UInt64> = []
    for finding in found where finding.row >= 0 && finding.severity == .error {
      guard let field = finding.field.flatMap({ frame.index(of: $0) }) else { continue }
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

  /// Remembers survivors by their rows; their client is known when the run ends.
  private mutating func note(_ outcome: Resolver.Outcome) {
    for item in outcome.survivors {
      survivors.append(
        .init(client: -1, field: item.field, value: item.value, rowID: rowIDs[item.row], policy: item.policy))
    }
    for item in outcome.superseded {
      superseded.append(.init(client: -1, field: item.field, value: item.value, rowID: rowIDs[item.row], policy: ""))
    }
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
