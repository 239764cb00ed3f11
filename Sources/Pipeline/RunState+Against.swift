import RuleKit
import Tables

extension RunState {
  /// What a group of rows turned out to be when held against other bases.
  private struct Standing {
    /// For each group of the own base that it surely belongs to, the surest record.
    var sure: [Int: Link] = [:]
    /// The record of the own base that it most likely belongs to, though not surely.
    var doubtful: Link?
    var hit: StopList.Hit?
  }

  /// Takes out of the frame what the own base has already, what stands on the stop list, and what is in doubt.
  ///
  /// A client is judged as a whole: if one of its rows is on the stop list, all are.
  /// - Returns: rows taken out.
  mutating func setAside(_ clusters: inout Clusters) -> Int {
    guard own != nil || stopList != nil else { return 0 }
    let standings = standings(&clusters)
    defer {
      ownLinks = []
      ownTwins = []
    }
    guard !standings.isEmpty else { return 0 }
    var verdicts: [Int: (verdict: OwnVerdict, reason: String, record: Int?)] = [:]
    for (root, standing) in standings { verdicts[root] = verdict(of: standing) }
    var conflicts: [Int] = []
    var out = [Bool](repeating: false, count: frame.rowCount)
    for row in 0..<frame.rowCount {
      guard let found = verdicts[clusters.root(of: row)] else { continue }
      out[row] = true
      if found.verdict == .conflict { conflicts.append(row) }
    }
    for (index, row) in place.enumerated() where row >= 0 {
      guard let found = verdicts[clusters.root(of: Int(row))] else { continue }
      let rowID = assembly.clientRows[index]
      aside.put(rowID, found.verdict, record: found.record)
      reasons[rowID] = found.reason
    }
    aside.keep(frame.gathering(conflicts), rowIDs: conflicts.map { rowIDs[$0] })
    takeOut(out, &clusters)
    return out.count { $0 }
  }

  private mutating func standings(_ clusters: inout Clusters) -> [Int: Standing] {
    var standings: [Int: Standing] = [:]
    for (row, hit) in stopList?.hits(in: frame) ?? [:] {
      let root = clusters.root(of: row)
      if let known = standings[root]?.hit, (known.field, known.address) <= (hit.field, hit.address) {
        continue
      }
      standings[root, default: Standing()].hit = hit
    }
    guard let own else { return standings }
    var groups = Clusters(rowCount: own.frame.rowCount)
    for twin in ownTwins where twin.verdict == .same { groups.union(twin.rowA, twin.rowB) }
    func isSurer(_ link: Link, _ other: Link?) -> Bool {
      guard let other else { return true }
      guard link.probability == other.probability else { return link.probability > other.probability }
      return (own.records[link.rowB], own.ids[link.rowB]) < (own.records[other.rowB], own.ids[other.rowB])
    }
    for link in ownLinks where link.verdict != .different {
      let root = clusters.root(of: link.rowA)
      var standing = standings[root] ?? Standing()
      let group = groups.root(of: link.rowB)
      if link.verdict == .same {
        if isSurer(link, standing.sure[group]) { standing.sure[group] = link }
      } else if isSurer(link, standing.doubtful) {
        standing.doubtful = link
      }
      standings[root] = standing
    }
    for link in ownLinks { log(own: link) }
    return standings
  }

  private func verdict(of standing: Standing) -> (verdict: OwnVerdict, reason: String, record: Int?) {
    if let hit = standing.hit { return (.stopList, "stop-list: \(hit.field) (\(hit.address))", nil) }
    func address(_ link: Link) -> String { own?.address(of: link.rowB) ?? "" }
    if standing.sure.count == 1, let link = standing.sure.first?.value {
      return (.ours, "already-ours: \(address(link))", link.rowB)
    }
    let several = standing.sure.values.map(address).sorted()
    let doubtful = standing.doubtful
    let named = several.isEmpty ? doubtful.map { [address($0)] } ?? [] : several
    return (.conflict, "conflict: " + named.joined(separator: ", "), several.isEmpty ? doubtful?.rowB : nil)
  }

  /// Rows leave the frame; sums that must be kept are those of the rows that stay.
  private mutating func takeOut(_ out: [Bool], _ clusters: inout Clusters) {
    if isFirstRound { logFound() }
    let gone = out.indices.filter { out[$0] }
    for index in sumsBefore.indices {
      guard let column = frame[sumsBefore[index].field] else { continue }
      let sum = ExactDecimal.sum(of: column.gathering(gone)).sum
      sumsBefore[index].sum = sumsBefore[index].sum.subtracting(sum) ?? sumsBefore[index].sum
    }
    let kept = out.indices.filter { !out[$0] }
    var now = [Int32](repeating: -1, count: out.count)
    for (new, old) in kept.enumerated() { now[old] = Int32(new) }
    var moved = Clusters(rowCount: kept.count)
    for (new, old) in kept.enumerated() { moved.union(new, Int(now[clusters.root(of: old)])) }
    clusters = moved
    let standing = found.moved(now)
    move(to: frame.gathering(kept), rowIDs: kept.map { rowIDs[$0] }, keys: kept.map { keys[$0] }, now)
    if isFirstRound { keepLogged(standing) } else { found = standing }
  }
}
