import Foundation

/// Sorts weighed pairs into the three bands, and rows into clients.
struct Bands {
  private let groups: RecordGroups
  private let scorer: PairScorer
  /// Weight from which pairs are merged.
  private(set) var mergeBits: Double
  private let precision: Double
  private let matches: Double
  private let reviewBits: Double
  private let maxGroup: Int
  private let text: EvidenceText
  /// The judged pairs of rows.
  private(set) var links: [RowLink] = []
  /// Sizes of groups that were too big to merge.
  private(set) var tooLarge: [Int] = []

  init(groups: RecordGroups, scorer: PairScorer, options: LinkageOptions) {
    self.groups = groups
    self.scorer = scorer
    precision = options.mergeAbove
    mergeBits = Model.bits(ofProbability: options.mergeAbove)
    let records = Double(groups.evidence.count)
    matches = scorer.model.matchShare * records * (records - 1) / 2
    reviewBits = Model.bits(ofProbability: options.reviewAbove)
    maxGroup = options.maxGroup
    text = EvidenceText(scorer: scorer)
  }

  /// Judges candidate pairs of records, and the rows within each record.
  mutating func judge(_ pairs: [Candidates.Pair]) {
    var edges: [Clusters.Edge] = []
    var doubts: [Clusters.Edge] = []
    let scores = pairs.map { scorer.score(Int($0.a), Int($0.b), $0.pattern) }
    mergeBits = Cut.bits(scores, precision: precision, matches: matches)
    for (pair, score) in zip(pairs, scores) {
      let (a, b) = (Int(pair.a), Int(pair.b))
      if score.constraint.forbids {
        if score.bits >= mergeBits { link(a, b, score, .different) }
      } else if score.bits >= mergeBits, !score.constraint.asks {
        edges.append(Clusters.Edge(a: a, b: b, bits: score.bits))
      } else if score.bits >= reviewBits {
        doubts.append(Clusters.Edge(a: a, b: b, bits: min(score.bits, mergeBits - 0.5)))
      }
    }
    let clusters = Clusters(
      records: groups.evidence.count, edges: edges, mergeBits: mergeBits, limit: maxGroup
    ) { a, b in
      weigh(a, b)
    } isAmbiguous: { near, one, other in
      let conflict = scorer.score(min(one, other), max(one, other)).constraint
      return scorer.judge.isAmbiguous(near, between: one, and: other, conflict)
    }
    tooLarge = clusters.tooLarge
    for edge in clusters.tree { link(edge.a, edge.b, scorer.score(edge.a, edge.b), .same) }
    var joined = Set<Int>()
    for edge in clusters.tree { joined.formUnion([edge.a, edge.b]) }
    for record in groups.rows.indices where groups.rows[record].count > 1 {
      linkRows(of: record, isJoined: joined.contains(record))
    }
    linkDoubts(edges + doubts, clusters)
  }

  /// Weight of a pair inside a component; nil when it must not meet, below merging when a person must decide.
  private func weigh(_ a: Int, _ b: Int) -> Double? {
    let score = scorer.score(a, b)
    if score.constraint.separates { return nil }
    switch score.constraint {
    // Against a merge, but a third record that fits both may outweigh it: a name typed beyond recognition.
    case .twins, .otherName, .birthDate: return min(score.bits, Clusters.contrary)
    case .oneSign, .otherKind: return min(score.bits, mergeBits - 0.5)
    default: return score.bits
    }
  }

  /// The best doubtful pair between two clusters stands for all of them.
  private mutating func linkDoubts(_ edges: [Clusters.Edge], _ clusters: Clusters) {
    var best: [UInt64: Clusters.Edge] = [:]
    for edge in edges {
      let (one, other) = (clusters.root[edge.a], clusters.root[edge.b])
      guard one != other else { continue }
      let key = UInt64(min(one, other)) << 32 | UInt64(max(one, other))
      if let known = best[key], known.bits >= edge.bits { continue }
      best[key] = edge
    }
    for edge in best.values { link(edge.a, edge.b, scorer.score(edge.a, edge.b), .review) }
  }

  /// Rows of one record say the same of themselves; equal in all that belongs to the client, they are one.
  private mutating func linkRows(of record: Int, isJoined: Bool) {
    let rows = groups.rows[record]
    let informative = groups.evidence.informativeCount(record) >= 2
    let score = scorer.score(record, record)
    let same = isJoined || !score.constraint.asks && score.bits >= mergeBits
    for (first, second) in zip(rows, rows.dropFirst()) {
      if same
        || informative && score.constraint != .sameSource
          && groups.clientHashes[first] == groups.clientHashes[second]
      {
        add(first, second, max(score.bits, mergeBits + 4), .same, text.json(record, record, score))
      } else if score.bits >= reviewBits {
        add(first, second, min(score.bits, mergeBits - 0.5), .review, text.json(record, record, score))
      }
    }
  }

  private mutating func link(_ a: Int, _ b: Int, _ score: PairScorer.Score, _ verdict: LinkVerdict) {
    let bits = verdict == .review ? min(score.bits, mergeBits - 0.5) : score.bits
    add(groups.rows[a][0], groups.rows[b][0], bits, verdict, text.json(a, b, score))
  }

  private mutating func add(_ a: Int, _ b: Int, _ bits: Double, _ verdict: LinkVerdict, _ evidence: String) {
    let probability = (Model.probability(min(bits, 20)) * 1e6).rounded() / 1e6
    links.append(
      RowLink(
        rowA: min(a, b), rowB: max(a, b), probability: probability, verdict: verdict, evidence: evidence))
  }
}
