/// Groups of records of one client.
struct Clusters {
  /// An accepted or doubtful pair.
  struct Edge: Sendable {
    var a: Int
    var b: Int
    var bits: Double
  }

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
  ///   - limit: records in the greatest component that is looked at.
  ///   - weigh: weight of any pair in bits (capped where a person must decide); nil when forbidden.
  /// - Complexity: O(edges) and O(size³) a component.
  init(records: Int, edges: [Edge], mergeBits: Double, limit: Int, weigh: (Int, Int) -> Double?) {
    var sets = UnionFind(count: records)
    for edge in edges { sets.join(edge.a, edge.b) }
    root = Array(0..<records)
    var members: [Int: [Int]] = [:]
    for edge in edges { for record in [edge.a, edge.b] { members[sets.root(record), default: []].append(record) } }
    for first in members.keys.sorted() {
      let group = Array(Set(members[first] ?? [])).sorted()
      if group.count > limit {
        tooLarge.append(group.count)
      } else {
        build(group, mergeBits, weigh)
      }
    }
  }

  private mutating func build(_ group: [Int], _ mergeBits: Double, _ weigh: (Int, Int) -> Double?) {
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
          if mean >= 0, mean > choice?.mean ?? -.infinity { choice = (mean, one, other) }
        }
      }
      guard let (_, one, other) = choice else { break }
      var edge = Edge(a: 0, b: 0, bits: -.infinity)
      for left in members[one] {
        for right in members[other] where single[left * size + right] > edge.bits {
          edge = Edge(a: min(group[left], group[right]), b: max(group[left], group[right]), bits: single[left * size + right])
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
    for one in alive {
      let lowest = members[one].map { group[$0] }.min() ?? group[one]
      for member in members[one] { root[group[member]] = lowest }
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
