import RuleKit
import Tables

extension RunState {
  /// Groups the rows of the frame by the links of the round and by what people decided.
  ///
  /// A person's word goes first. Sure links follow from the surest on, and one that would bring together what a
  /// person keeps apart joins nothing.
  mutating func unite() -> Clusters {
    var clusters = Clusters(rowCount: frame.rowCount)
    defer { links = [] }
    guard !book.isIdle else {
      for link in links {
        if link.verdict == .same { clusters.union(link.rowA, link.rowB) }
        log(link)
      }
      return clusters
    }
    var fences = book.fences(node)
    var decided = followDecisions(&clusters, &fences)
    joinTwins(&fences)
    for index in surest(links) {
      let (a, b) = (clusters.root(of: links[index].rowA), clusters.root(of: links[index].rowB))
      guard a != b, !fences.forbid(a, b) else { continue }
      clusters.union(a, b)
      fences.join(a, b, as: clusters.root(of: a))
    }
    for link in links {
      let (a, b) = (clusters.root(of: link.rowA), clusters.root(of: link.rowB))
      let isDecided = decided.remove([link.rowA, link.rowB]) != nil
      log(link, isDecided ? .merge : fences.forbid(a, b) ? .notDuplicate : nil)
    }
    for pair in decided.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      log(
        Link(
          rowA: pair[0], rowB: pair[1], probability: 1, verdict: .same,
          evidence: DecisionBook.evidence(.merge)))
    }
    ownLinks = ownLinks.filter { link in
      guard fences.forbid(clusters.root(of: link.rowA), frame.rowCount + link.rowB) else { return true }
      log(own: link, .notDuplicate)
      return false
    }
    return clusters
  }

  /// The node of a decision under its number in this round: a row of the frame, or beyond them one of the own base.
  private func node(_ record: Int) -> Int? {
    if record >= place.count { return frame.rowCount + record - place.count }
    return place[record] < 0 ? nil : Int(place[record])
  }

  /// Joins what a person said is one client.
  /// - Returns: the pairs of rows that became one so.
  private mutating func followDecisions(_ clusters: inout Clusters, _ fences: inout Fences) -> Set<[Int]> {
    var decided: Set<[Int]> = []
    let rows = frame.rowCount
    for union in book.unions {
      guard let first = node(union.a), let second = node(union.b), first != second else { continue }
      let (a, b) = (min(first, second), max(first, second))
      guard a < rows else { continue }
      let roots = (clusters.root(of: a), b < rows ? clusters.root(of: b) : b)
      guard roots.0 != roots.1 else { continue }
      if fences.forbid(roots.0, roots.1) {
        book.contradict(union.decision)
      } else if b < rows {
        clusters.union(a, b)
        fences.join(roots.0, roots.1, as: clusters.root(of: a))
        decided.insert([a, b])
      } else {
        ownLinks.removeAll { $0.rowA == a && $0.rowB == b - rows }
        ownLinks.append(
          Link(
            rowA: a, rowB: b - rows, probability: 1, verdict: .same, evidence: DecisionBook.evidence(.merge)))
      }
    }
    return decided
  }

  /// Records that the own base has twice stand on the same sides of every fence.
  private func joinTwins(_ fences: inout Fences) {
    guard let own else { return }
    var groups = Clusters(rowCount: own.frame.rowCount)
    for twin in ownTwins where twin.verdict == .same { groups.union(twin.rowA, twin.rowB) }
    let list = groups.list()
    for group in 0..<list.count where list[group].count > 1 {
      let nodes = list[group].map { frame.rowCount + Int($0) }
      for node in nodes.dropFirst() { fences.join(nodes[0], node, as: nodes[0]) }
      for node in nodes.dropFirst() { fences.copy(nodes[0], to: node) }
    }
  }

  /// Places of the sure links from the surest on; at equal probability the order is that of the rows' contents.
  private func surest(_ links: [Link]) -> [Int] {
    func key(_ link: Link) -> [String] { [keys[link.rowA], keys[link.rowB]].sorted() }
    return links.indices.filter { links[$0].verdict == .same }.sorted { a, b in
      let (left, right) = (links[a].probability, links[b].probability)
      guard left == right else { return left > right }
      return key(links[a]).lexicographicallyPrecedes(key(links[b]))
    }
  }

  // MARK: - Log

  /// Writes a judged pair down, in the light of a person's decision.
  private mutating func log(_ link: Link, _ choice: Decision.Choice? = nil) {
    log(link, rowB: rowIDs[link.rowB], choice)
  }

  /// Writes down a pair with a record of the own base, whose rows are numbered after all sources.
  mutating func log(own link: Link, _ choice: Decision.Choice? = nil) {
    guard let own else { return }
    log(link, rowB: assembly.rowCount + own.assembly.clientRows[link.rowB], choice)
  }

  private mutating func log(_ link: Link, rowB: Int, _ choice: Decision.Choice?) {
    let verdict: Verdict =
      switch choice {
      case .merge: .same
      case .notDuplicate: .different
      default: link.verdict
      }
    let evidence = choice.map { DecisionBook.evidence($0, with: link.evidence) } ?? link.evidence
    let pair = RunLog.Pair(
      rowA: Int32(rowIDs[link.rowA]), rowB: Int32(rowB), probability: link.probability, verdict: verdict,
      evidence: evidence)
    if isFirstRound || verdict == .same { log.pairs.append(pair) } else { laterPairs.append(pair) }
  }
}
