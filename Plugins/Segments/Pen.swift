import RuleKit
import Tables

/// Writes one derived field, only where a cell does not hold the word already.
struct Pen {
  private let name: String
  private let codeName: String
  private let field: UInt16
  private let code: UInt16
  private let cells: TextView?
  private let words: [[UInt8]]

  init(_ field: String, code: String, _ words: [String], _ batch: Batch, _ results: inout Results) {
    name = field
    codeName = code
    self.field = results.number(of: field)
    self.code = results.number(of: code)
    cells = batch.column(field)
    self.words = words.map { Array($0.utf8) }
  }

  /// Writes the word at `place`; nil takes a word away that no longer holds.
  func write(_ place: Int?, row: Int, into results: inout Results) {
    guard let place else {
      if let cells, !cells.isNull(row) { results.edit(row: row, name, codeName, to: nil) }
      return
    }
    let word = words[place]
    if let cells, !cells.isNull(row), cells.utf8(at: row).equals(word.span) { return }
    results.edit(row: row, field: field, code: code, to: word.span)
  }
}
