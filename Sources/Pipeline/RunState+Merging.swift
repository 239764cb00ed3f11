import RuleKit
import Tables

extension RunState {
  /// Merges what the links of the round call the same, and sets aside what other bases have.
  /// - Returns: rows that disappeared.
  mutating func resolve() -> Int {
    var clusters = unite()
    let gone = setAside(&clusters)
    let list = clusters.list()
    let merged = frame.rowCount - list.count
    guard merged > 0 else { return gone }
    if isFirstRound { logFound() }
    let old = frame
    let flawed = flawedCells()
    let origins = takeOrigins(of: list)
    let resolver = Resolver(
      policy: options.policy,
      isFlawed: { row, field in
        old.index(of: field).map { flawed.contains(UInt64(row) << 16 | UInt64($0)) } ?? false
      },
      base: { [rowIDs, assembly] row, field, value in
        let origin = origins[HeldValue(row, field, value)] ?? rowIDs[row]
        return assembly.sources[assembly.place(of: origin).source].base
      }, keys: keys)
    var outcome = resolver.resolve(old, list)
    joinSources(&outcome, old)
    note(outcome, origins)
    var now = [Int32](repeating: -1, count: old.rowCount)
    for (client, members) in outcome.members.enumerated() {
      for row in members { now[Int(row)] = Int32(client) }
    }
    mergedRecords = recordFields.map { MergedRecords(old, fields: $0, clients: now) }
    let keepers = outcome.members.map { Int($0[$0.startIndex]) }
    move(to: outcome.clients, rowIDs: keepers.map { rowIDs[$0] }, keys: keepers.map { keys[$0] }, now)
    forgetFound()
    return merged + gone
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

  /// A value of a client that is made of several rows.
  private struct HeldValue: Hashable {
    var row: Int32
    var base: String
    var value: String

    init(_ row: Int, _ field: String, _ value: String) {
      self.row = Int32(row)
      base = FieldName.split(field).base
      self.value = value
    }
  }

  /// The rows that the values of clients which merge again were read in; those survivors are judged anew.
  private mutating func takeOrigins(of list: ClusterList) -> [HeldValue: Int] {
    guard !isFirstRound else { return [:] }
    var merging: Set<Int32> = []
    for client in 0..<list.count where list[client].count > 1 { merging.formUnion(list[client]) }
    var origins: [HeldValue: Int] = [:]
    var standing: [RunOutcome.GoldenValue] = []
    for held in survivors {
      guard let row = frameRow(of: held.rowID), merging.contains(row) else {
        standing.append(held)
        continue
      }
      origins[HeldValue(Int(row), held.field, held.value)] = held.rowID
    }
    survivors = standing
    return origins
  }

  /// Remembers survivors by their rows; their client is known when the run ends.
  ///
  /// A client that merges again carries values of rows that an earlier round merged into it: they keep the rows
  /// that they were read in.
  private mutating func note(_ outcome: Resolver.Outcome, _ origins: [HeldValue: Int]) {
    func origin(_ row: Int, _ field: String, _ value: String) -> Int {
      origins.isEmpty ? rowIDs[row] : origins[HeldValue(row, field, value)] ?? rowIDs[row]
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
  /// - Complexity: O(rows).
  func checkMergeLimit() throws(RunError) {
    guard MergeLimit.isBroken(place, clients: frame.rowCount, limit: options.maxMerge) else { return }
    throw MergeLimit.error(place, clients: frame.rowCount, limit: options.maxMerge) { client in
      (keys[client], assembly.address(of: rowIDs[client]))
    }
  }
}
