/// Where the cells of a run of delimited text are; the text itself is elsewhere.
struct CSVTape: Sendable {
  /// A cell: bytes `start..<end` of the text.
  ///
  /// When `isComplex`, they begin at the opening quote and hold quotes to be undone; else they are the cell as it is.
  struct Cell: BitwiseCopyable {
    private let first: UInt32
    let end: UInt32

    init(_ start: Int, _ end: Int, isComplex: Bool = false) {
      first = UInt32(truncatingIfNeeded: start) | (isComplex ? 1 << 31 : 0)
      self.end = UInt32(truncatingIfNeeded: end)
    }

    var start: Int { Int(first & 0x7FFF_FFFF) }
    var isComplex: Bool { first >> 31 != 0 }
    var count: Int { Int(end) - start }
  }

  /// A row: its first cell, and the line ends before it.
  struct Row: BitwiseCopyable {
    var firstCell: UInt32
    var line: UInt32
  }

  /// Text longer than this is not addressed; rows are far shorter.
  static let longestText = Int(Int32.max)

  /// All cells, row by row.
  var cells: ContiguousArray<Cell> = []
  var rows: ContiguousArray<Row> = []
  /// Where the row that did not end begins; nil when the text ended with a row.
  var openStart: Int?
  /// Line ends up to the open row, or in all.
  var lineCount = 0
  /// Line of the quote that was never closed.
  var openQuoteLine: Int?
  /// Most cells of a row, and fewest.
  var width = (most: 0, fewest: Int.max)
  /// How many rows of the tape were taken elsewhere (the header and what is above it).
  var skipped = 0

  /// Rows from `skipped` on.
  var rowCount: Int { rows.count - skipped }

  /// Cells of a row.
  func cells(ofRow row: Int) -> Range<Int> {
    let start = Int(rows[row].firstCell)
    return start..<(row + 1 < rows.count ? Int(rows[row + 1].firstCell) : cells.count)
  }

  /// Makes a row of the cells from `first` on.
  mutating func endRow(from first: Int, line: Int) {
    rows.append(Row(firstCell: UInt32(first), line: UInt32(line)))
    width.most = max(width.most, cells.count - first)
    width.fewest = min(width.fewest, cells.count - first)
  }

  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    openStart = nil
    openQuoteLine = nil
    lineCount = 0
    skipped = 0
    width = (0, .max)
  }
}
