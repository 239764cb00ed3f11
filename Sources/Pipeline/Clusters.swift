/// Rows grouped into clients: a run of row numbers, and where each client's begins.
struct ClusterList {
  private var rows: [Int32] = []
  private var starts: [Int32] = [0]

  /// Number of clients.
  var count: Int { starts.count - 1 }

  /// Rows of a client, ascending.
  subscript(cluster: Int) -> ArraySlice<Int32> { rows[Int(starts[cluster])..<Int(starts[cluster + 1])] }

  fileprivate init(roots: [Int32]) {
    // Counting sort by root: clients come in the order of their first rows.
    var sizes = [Int32](repeating: 0, count: roots.count)
    for root in roots { sizes[Int(root)] += 1 }
    var offsets = [Int32](repeating: 0, count: roots.count)
    var total: Int32 = 0
    for root in roots.indices where sizes[root] > 0 {
      offsets[root] = total
      total += sizes[root]
      starts.append(total)
    }
    rows = [Int32](repeating: 0, count: roots.count)
    for (row, root) in roots.enumerated() {
      rows[Int(offsets[Int(root)])] = Int32(row)
      offsets[Int(root)] += 1
    }
  }
}

/// Union-find over rows: which rows are one client.
struct Clusters {
  private var parent: [Int32]

  init(rowCount: Int) { parent = (0..<Int32(rowCount)).map { $0 } }

  /// The lowest row of the cluster.
  mutating func root(of row: Int) -> Int {
    var root = row
    while parent[root] != Int32(root) { root = Int(parent[root]) }
    var walk = row
    while parent[walk] != Int32(root) {
      let next = Int(parent[walk])
      parent[walk] = Int32(root)
      walk = next
    }
    return root
  }

  /// Makes two rows one client; the lower root stays the root.
  /// - Returns: whether they were two.
  @discardableResult
  mutating func union(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (root(of: a), root(of: b))
    guard first != second else { return false }
    parent[max(first, second)] = Int32(min(first, second))
    return true
  }

  /// The clients in the order of their first rows.
  /// - Complexity: O(rows).
  mutating func list() -> ClusterList {
    ClusterList(roots: parent.indices.map { Int32(root(of: $0)) })
  }
}
