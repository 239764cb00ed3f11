/// Columns of text, aligned; widths are counted in characters.
struct TextTable {
  enum Alignment { case left, right }

  private let alignments: [Alignment]
  private var rows: [[String]] = []

  /// A table with a column for each alignment.
  init(_ alignments: [Alignment]) { self.alignments = alignments }

  /// Adds a row; it must have as many cells as the table has columns.
  mutating func add(_ cells: String...) {
    precondition(cells.count == alignments.count, "a cell a column")
    rows.append(cells)
  }

  /// The rows as lines, trailing spaces removed; a column blank in every row takes no place.
  func lines(indent: Int) -> [String] {
    let widths = alignments.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let margin = String(repeating: " ", count: indent)
    return rows.map { cells in
      var line = margin
      for (column, cell) in cells.enumerated() where widths[column] > 0 {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += (alignments[column] == .right ? padding + cell : cell + padding) + "  "
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
