/// Groups of records of one client.
struct Clusters {
  /// An accepted or doubtful pair.
  struct Edge: Sendable {
    var a: Int
    var b: Int
    var bits: Double
  }

  /// Weight from which a pair speaks against any group with both in it.
  static let contrary = -4.0
  /// Weight of a pair that looks like two of one family: only many pairs that say otherwise outweigh it.
  static let family = -16.0
  /// Mean weight from which two groups are one: two spoiled copies of one client may well contradict each other.
  static let leastMean = -2.0

  /// Cluster of each record: the lowest record in it.
  private(set) var root: [Int]
  /// The pairs that hold the clusters together, a tree in each.
  private(set) var tree: [Edge] = []
  /// Sizes of components that were too big to be taken apart, and were left alone.
  private(set) var tooLarge: [Int] = []

  /// Groups records.
  ///
  /// Components of edges come first; those over two records are then built up anew by average linkage: two
  /// groups join while some pair between them is an edge, the mean weight of ALL pairs between them is not
  /// negative, and no pair is forbidden. A chain of look-alikes thus breaks where it is thin.
  /// - Parameters:
  ///   - records: number of records.
  ///   - edges: pairs good enough to merge.
  ///   - mergeBits: weight from which a pair is good enough.
  ///   - limit: records in the greatest component that is looked at.
  ///   - jobs: threads.
  ///   - weigh: weight of any pair in bits (capped where a person must decide); nil when forbidden.
  ///   - isAmbiguous: whether `near` fits both of two records that must not meet, for want of what tells them apart.
  /// - Complexity: O(edges) and O(size³) a component.
  init(
    records: Int, edges: [Edge], mergeBits: Double, limit: Int, jobs: Int = 1,
    weigh: @Sendable (Int, Int) -> Double?,
    isAmbiguous: @Sendable (_ near: Int, _ one: Int, _ other: Int) -> Bool
  ) {
    var sets = UnionFind(count: records)
    for edge in edges { sets.join(edge.a, edge.b) }
    var groups: [[Int]] = []
    var place = [Int](repeating: -1, count: records)
    var isMember = [Bool](repeating: false, count: records)
    for edge in edges { (isMember[edge.a], isMember[edge.b]) = (true, true) }
    for record in 0..<records where isMember[record] {
      let root = sets.root(record)
      if place[root] < 0 {
        place[root] = groups.count
        groups.append([])
      }
      groups[place[root]].append(record)
    }
    root = Array(0..<records)
    let components = groups
    for found in Parallel.chunks(
      components.count, jobs: jobs, least: 256,
      { range in
        var built = Built()
        for group in components[range] {
          if group.count > limit {
            built.tooLarge.append(group.count)
          } else {
            built.build(group, mergeBits, weigh, isAmbiguous)
          }
        }
        return built
      })
    {
      tree += found.tree
      tooLarge += found.tooLarge
      for (record, lowest) in found.roots { root[record] = lowest }
    }
  }
}

/// What became of some components.
private struct Built: Sendable {
  var tree: [Clusters.Edge] = []
  var tooLarge: [Int] = []
  /// Records with the lowest record of their group.
  var roots: [(record: Int, lowest: Int)] = []

  mutating func build(
    _ group: [Int], _ mergeBits: Double, _ weigh: (Int, Int) -> Double?,
    _ isAmbiguous: (Int, Int, Int) -> Bool
  ) {
    let size = group.count
    // Sum, greatest and forbidden of the pairs between two groups; a row a group.
    var sum = [Double](repeating: 0, count: size * size)
    var best = [Double](repeating: -.infinity, count: size * size)
    for one in 0..<size {
      for other in (one + 1)..<max(size, one + 1) {
        let bits = weigh(group[one], group[other]) ?? -.infinity
        (sum[one * size + other], sum[other * size + one]) = (bits, bits)
        (best[one * size + other], best[other * size + one]) = (bits, bits)
      }
    }
    let single = best
    var alive = Array(0..<size)
    var members = group.indices.map { [$0] }
    while alive.count > 1 {
      var choice: (mean: Double, one: Int, other: Int)?
      for (index, one) in alive.enumerated() {
        for other in alive[(index + 1)...] where best[one * size + other] >= mergeBits {
          let mean = sum[one * size + other] / Double(members[one].count * members[other].count)
          if mean >= Clusters.leastMean, mean > choice?.mean ?? -.infinity { choice = (mean, one, other) }
        }
      }
      guard let (mean, one, other) = choice else { break }
      let fits = { (near: Int, far: Int, third: Int) -> Bool in
        guard let first = members[far].first, let last = members[third].first else { return false }
        return members[near].allSatisfy { isAmbiguous(group[$0], group[first], group[last]) }
      }
      if let third = rival(of: one, other, mean, alive, members, sum, best, mergeBits, fits) {
        for (left, right) in [(one, other), (third.near, third.rival)] {
          best[left * size + right] = -.infinity
          best[right * size + left] = -.infinity
        }
        continue
      }
      var edge = Clusters.Edge(a: 0, b: 0, bits: -.infinity)
      for left in members[one] {
        for right in members[other] where single[left * size + right] > edge.bits {
          edge = Clusters.Edge(
            a: min(group[left], group[right]), b: max(group[left], group[right]),
            bits: single[left * size + right])
        }
      }
      tree.append(edge)
      for third in alive where third != one && third != other {
        sum[one * size + third] += sum[other * size + third]
        sum[third * size + one] = sum[one * size + third]
        best[one * size + third] = max(best[one * size + third], best[other * size + third])
        best[third * size + one] = best[one * size + third]
      }
      members[one] += members[other]
      alive.removeAll { $0 == other }
    }
    settle(group, alive, members)
  }

  /// A third group that fits one of the two nearly as well but must not meet the other: then nobody can say to
  /// which of them the one belongs (a nameless birth date between a father and a son).
  private func rival(
    of one: Int, _ other: Int, _ mean: Double, _ alive: [Int], _ members: [[Int]], _ sum: [Double],
    _ best: [Double],
    _ mergeBits: Double, _ isAmbiguous: (Int, Int, Int) -> Bool
  ) -> (near: Int, rival: Int)? {
    let size = members.count
    for third in alive where third != one && third != other {
      for (near, far) in [(one, other), (other, one)]
      where best[near * size + third] >= mergeBits
        && sum[far * size + third] <= Clusters.contrary * Double(members[far].count * members[third].count)
      {
        let rivalMean = sum[near * size + third] / Double(members[near].count * members[third].count)
        if rivalMean >= mean - 3, isAmbiguous(near, far, third) { return (near, third) }
      }
    }
    return nil
  }

  private mutating func settle(_ group: [Int], _ alive: [Int], _ members: [[Int]]) {
    for one in alive {
      let lowest = members[one].map { group[$0] }.min() ?? group[one]
      for member in members[one] { roots.append((group[member], lowest)) }
    }
  }
}

/// Disjoint sets with path halving; the lowest member is the root.
struct UnionFind {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  /// The lowest member of the set.
  mutating func root(_ member: Int) -> Int {
    var member = member
    while parent[member] != member {
      parent[member] = parent[parent[member]]
      member = parent[member]
    }
    return member
  }

  /// Joins two sets.
  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(one), root(other))
    parent[max(first, second)] = min(first, second)
  }
}
