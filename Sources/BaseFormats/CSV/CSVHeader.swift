import Tables

/// The row that names the columns, and the titles above it.
///
/// The header is the first row, unless the first rows hold one filled cell each at most and a row of names stands below them:
/// at least two filled cells and half of its width, each with a letter in it and no two alike, and rows as wide as
/// itself below. At most ten rows are titles.
struct CSVHeader {
  /// Index of the header among the rows of the tape; the rows before it are titles.
  let row: Int
  /// Its cells; empty ones are named by position later.
  let names: [String]

  private static let mostTitles = 10

  /// Finds the header in the tape of the text's begin, which has a row.
  /// - Complexity: O(bytes of the first rows).
  init(_ tape: CSVTape, _ text: Span<UInt8>, _ quote: UInt8) {
    var found = 0
    for row in tape.rows.indices.prefix(Self.mostTitles + 1) {
      let names = Self.cells(ofRow: row, tape, text, quote)
      let filled = names.filter { !$0.isEmpty }
      if filled.count <= 1 { continue }
      if row > 0, Self.areNames(filled), filled.count * 2 >= names.count, Self.isWidth(of: row, tape) {
        found = row
      }
      break
    }
    row = found
    names = Self.cells(ofRow: found, tape, text, quote)
  }

  /// The row's cells, the guard of formulas lifted.
  private static func cells(ofRow row: Int, _ tape: CSVTape, _ text: Span<UInt8>, _ quote: UInt8) -> [String]
  {
    tape.cells(ofRow: row).map { place in
      unsafe text.withUnsafeBufferPointer { text in
        let bytes = unsafe CSVCellText.copy(tape.cells[place], of: text, quote: quote)
        return String(copying: FormulaGuard.lifted(bytes.span))
      }
    }
  }

  private static func areNames(_ cells: [String]) -> Bool {
    cells.count > 1 && Set(cells).count == cells.count
      && cells.allSatisfy { $0.unicodeScalars.contains { $0.properties.isAlphabetic } }
  }

  /// Whether the rows below are as wide as the row, for the most part.
  private static func isWidth(of row: Int, _ tape: CSVTape) -> Bool {
    let width = tape.cells(ofRow: row).count
    let below = tape.rows.indices.dropFirst(row + 1).prefix(50)
    return below.count { tape.cells(ofRow: $0).count == width } * 2 > below.count
  }
}
