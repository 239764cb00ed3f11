import Tables

/// How a column is filled: in how many rows, whether with different values, and a print of its cells.
struct ColumnShape {
  let field: String
  let cells: TextView
  /// Rows with a value.
  let filled: Int
  /// Whether two values differ.
  let isVaried: Bool

  var count: Int { cells.count }

  /// - Complexity: O(rows), a byte or two a row where values differ.
  init(_ field: String, _ cells: TextView) {
    self.field = field
    self.cells = cells
    var filled = 0
    var first: Int?
    var isVaried = false
    for row in 0..<cells.count where !cells.isNull(row) {
      filled += 1
      guard !isVaried else { continue }
      if let first {
        isVaried = !cells.utf8(at: row).equals(cells.utf8(at: first))
      } else {
        first = row
      }
    }
    self.filled = filled
    self.isVaried = isVaried
  }

  /// Columns that hold in every row what another holds, each with the first that it copies.
  ///
  /// First is who has a canonical name, then who comes first by name: the order of columns decides nothing.
  /// - Complexity: O(columns² + rows of the columns that seem alike).
  static func copies(among shapes: [ColumnShape]) -> [(copy: String, other: String)] {
    let ordered = shapes.sorted {
      ($0.field.hasPrefix("extra.") ? 1 : 0, $0.field) < ($1.field.hasPrefix("extra.") ? 1 : 0, $1.field)
    }
    var found: [(copy: String, other: String)] = []
    for (index, shape) in ordered.enumerated() {
      if let other = ordered[..<index].first(where: { $0.isSame(as: shape) }) {
        found.append((shape.field, other.field))
      }
    }
    return found
  }

  /// Whether every cell is the same; columns that differ do so within the first rows, as a rule.
  private func isSame(as other: ColumnShape) -> Bool {
    guard filled == other.filled, count == other.count else { return false }
    for row in 0..<count {
      guard cells.isNull(row) == other.cells.isNull(row),
        cells.utf8(at: row).equals(other.cells.utf8(at: row))
      else { return false }
    }
    return true
  }
}
