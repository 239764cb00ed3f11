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
  private let jobs: Int
  private var told: [Told] = []
  /// The judged pairs of rows.
  private(set) var links: [RowLink] = []
  /// Sizes of groups that were too big to merge.
  private(set) var tooLarge: [Int] = []

  /// A decision, still without its reasons.
  private struct Told: Sendable {
    var rowA: Int
    var rowB: Int
    var a: Int
    var b: Int
    var verdict: LinkVerdict
    var least = -Double.infinity
  }

  init(groups: RecordGroups, scorer: PairScorer, options: LinkageOptions) {
    self.groups = groups
    self.scorer = scorer
    precision = options.mergeAbove
    mergeBits = Model.bits(ofProbability: options.mergeAbove)
    let records = Double(groups.evidence.count)
    matches = scorer.model.matchShare * records * (records - 1) / 2
    reviewBits = Model.bits(ofProbability: options.reviewAbove)
    maxGroup = options.maxGroup
    jobs = options.jobs
    text = EvidenceText(scorer: scorer)
  }

  /// Judges candidate pairs of records, and the rows within each record.
  mutating func judge(_ pairs: [Candidates.Pair]) {
    var edges: [Clusters.Edge] = []
    var doubts: [Clusters.Edge] = []
    let scorer = scorer
    let scores = Parallel.chunks(pairs.count, jobs: jobs) { range in
      range.map { scorer.score(Int(pairs[$0].a), Int(pairs[$0].b), pairs[$0].pattern) }
    }.flatMap { $0 }
    mergeBits = Cut.bits(scores, precision: precision, matches: matches)
    for (pair, score) in zip(pairs, scores) {
      let (a, b) = (Int(pair.a), Int(pair.b))
      if score.constraint.forbids {
        if score.bits >= mergeBits { link(a, b, .different) }
      } else if score.bits >= mergeBits, !score.constraint.asks {
        edges.append(Clusters.Edge(a: a, b: b, bits: score.bits))
      } else if score.bits >= reviewBits {
        doubts.append(Clusters.Edge(a: a, b: b, bits: min(score.bits, mergeBits - 0.5)))
      }
    }
    let mergeBits = mergeBits
    let clusters = Clusters(
      records: groups.count, edges: edges, mergeBits: mergeBits, limit: maxGroup, jobs: jobs
    ) { a, b in
      Self.weigh(scorer.score(a, b), mergeBits)
    } isAmbiguous: { near, one, other in
      let conflict = scorer.score(min(one, other), max(one, other)).constraint
      return scorer.judge.isAmbiguous(near, between: one, and: other, conflict)
    }
    tooLarge = clusters.tooLarge
    var joined = [Bool](repeating: false, count: groups.count)
    for edge in clusters.tree {
      link(edge.a, edge.b, .same)
      (joined[edge.a], joined[edge.b]) = (true, true)
    }
    for record in 0..<groups.count where groups.rows(record).count > 1 {
      linkRows(of: record, isJoined: joined[record])
    }
    linkDoubts(edges + doubts, clusters)
    tell()
  }

  /// Weight of a pair inside a component; nil when it must not meet, below merging when a person must decide.
  private static func weigh(_ score: PairScorer.Score, _ mergeBits: Double) -> Double? {
    switch score.constraint {
    case .family: return Clusters.family
    case _ where score.constraint.separates: return nil
    // Against a merge, but a third record that fits both may outweigh it: a name typed beyond recognition.
    case .twins, .otherName, .birthDate: return Clusters.contrary
    case .oneSign, .otherKind: return max(min(score.bits, mergeBits - 0.5), Clusters.contrary)
    default: return max(score.bits, Clusters.contrary)
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
    for edge in best.values { link(edge.a, edge.b, .review) }
  }

  /// Rows of one record say the same of themselves; equal in all that belongs to the client, they are one.
  private mutating func linkRows(of record: Int, isJoined: Bool) {
    let rows = groups.rows(record)
    let informative = groups.evidence.informativeCount(record) >= 2
    let score = scorer.score(record, record)
    let fromOneList = score.constraint == .sameSource
    let same = !fromOneList && isJoined || !score.constraint.asks && score.bits >= mergeBits
    for (first, second) in zip(rows, rows.dropFirst()) {
      let (one, other) = (Int(first), Int(second))
      let isEqual = informative && !fromOneList && groups.clientHashes[one] == groups.clientHashes[other]
      if same || isEqual {
        told.append(
          Told(rowA: one, rowB: other, a: record, b: record, verdict: .same, least: mergeBits + 4))
      } else if score.bits >= reviewBits {
        told.append(Told(rowA: one, rowB: other, a: record, b: record, verdict: .review))
      }
    }
  }

  private mutating func link(_ a: Int, _ b: Int, _ verdict: LinkVerdict) {
    told.append(Told(rowA: groups.firstRow(a), rowB: groups.firstRow(b), a: a, b: b, verdict: verdict))
  }

  /// Gives every decision its probability and its reasons.
  private mutating func tell() {
    let (told, scorer, text, mergeBits) = (told, scorer, text, mergeBits)
    links = Parallel.chunks(told.count, jobs: jobs) { range in
      range.map { place in
        let one = told[place]
        let score = scorer.score(one.a, one.b)
        let bits = one.verdict == .review ? min(score.bits, mergeBits - 0.5) : max(score.bits, one.least)
        let probability = (Model.probability(min(bits, 20)) * 1e6).rounded() / 1e6
        return RowLink(
          rowA: min(one.rowA, one.rowB), rowB: max(one.rowA, one.rowB), probability: probability,
          verdict: one.verdict, evidence: text.json(one.a, one.b, score))
      }
    }.flatMap { $0 }
  }
}
