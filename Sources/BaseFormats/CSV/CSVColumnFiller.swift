import Glibc
import Tables

/// Copies the cells of one column from a tape, all rows in one go.
struct CSVColumnFiller {
  let quote: UInt8

  /// Appends the cells at place `column` of every row; rows that end before it get a null.
  ///
  /// The apostrophe that guards a formula is lifted.
  /// - Complexity: O(rows + bytes of the column).
  @unsafe func append(
    column: Int, of tape: CSVTape, in text: UnsafeBufferPointer<UInt8>, to cells: inout TextColumn
  ) {
    guard column < tape.width.most else { return cells.appendNulls(tape.rowCount) }
    let isEven = tape.width.fewest == tape.width.most
    var limit = 0
    each(column, of: tape, isEven) { limit += $0.count }
    guard limit > 0 else { return cells.appendNulls(tape.rowCount) }
    unsafe cells.appendCells(tape.rowCount, atMost: limit) { output, ends in
      var written = 0
      var row = 0
      each(column, of: tape, isEven) { cell in
        unsafe written += copy(cell, text, to: output + written)
        unsafe ends[row] = Int64(written)
        row += 1
      }
    }
  }

  @inline(__always)
  private func each(_ column: Int, of tape: CSVTape, _ isEven: Bool, _ body: (CSVTape.Cell) -> Void) {
    if isEven {
      var place = Int(tape.rows[tape.skipped].firstCell) + column
      while place < tape.cells.count {
        body(tape.cells[place])
        place += tape.width.most
      }
      return
    }
    for row in tape.skipped..<tape.rows.count {
      let cells = tape.cells(ofRow: row)
      body(column < cells.count ? tape.cells[cells.lowerBound + column] : CSVTape.Cell(0, 0))
    }
  }

  @unsafe @inline(__always)
  private func copy(
    _ cell: CSVTape.Cell, _ text: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let count = cell.count
    guard count > 0, let bytes = text.baseAddress else { return 0 }
    let start = unsafe bytes + cell.start
    var written = count
    if cell.isComplex {
      unsafe written = CSVCellText.unquote(
        UnsafeBufferPointer(start: start, count: count), quote: quote, to: output)
    } else {
      unsafe memcpy(output, start, count)
    }
    guard written > 0, unsafe output[0] == UInt8(ascii: "'") else { return written }
    let lifted = unsafe FormulaGuard.lifted(Span(_unsafeStart: output, count: written)).count
    if lifted < written { unsafe memmove(output, output + 1, lifted) }
    return lifted
  }
}
