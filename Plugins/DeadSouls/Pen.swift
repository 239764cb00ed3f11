import RuleKit
import Tables

/// Writes judgements into the derived fields, only where a cell does not hold them already.
struct Pen {
  /// The fields, in the order of a judgement's texts.
  static let fields = ["client_status", "status_reason", "advice", "dead_score"]
  /// The field of the chance to be still there.
  static let chance = "p_alive"

  private struct Words {
    var code: UInt16
    var texts: [[UInt8]]
  }
  private let columns: [(number: UInt16, cells: TextView?)]
  private let chanceColumn: (number: UInt16, cells: TextView?)
  private let chanceCode: UInt16
  private var learned: [Words] = []
  /// Texts of 0.0000 to 1.0000, made when first needed.
  private var chances: [[UInt8]?]

  init(batch: Batch, results: inout Results) {
    var columns: [(number: UInt16, cells: TextView?)] = []
    for name in Self.fields { columns.append((results.number(of: name), batch.column(name))) }
    self.columns = columns
    chanceColumn = (results.number(of: Self.chance), batch.column(Self.chance))
    chanceCode = results.number(of: "chance")
    chances = Array(repeating: nil, count: 10_001)
  }

  /// Keeps a judgement's words and gives the number to write it by.
  mutating func learn(_ judgement: Judgement, score: Int, into results: inout Results) -> Int {
    let code = results.number(of: "status-\(judgement.status.rawValue)")
    let texts = [
      judgement.status.rawValue, judgement.reason, judgement.advice.rawValue,
      Self.decimal(score, digits: 2),
    ]
    learned.append(Words(code: code, texts: texts.map { Array($0.utf8) }))
    return learned.count - 1
  }

  /// Writes a learned judgement into a row.
  func write(_ judgement: Int, row: Int, into results: inout Results) {
    let code = learned[judgement].code
    for (index, field) in columns.enumerated() {
      let text = learned[judgement].texts[index]
      if let cells = field.cells, !cells.isNull(row), cells.utf8(at: row).equals(text.span) { continue }
      results.edit(row: row, field: field.number, code: code, to: text.span)
    }
  }

  /// Writes a chance in ten-thousandths; nil clears one that holds no longer.
  mutating func write(chance: Int?, row: Int, into results: inout Results) {
    guard let chance else {
      if let cells = chanceColumn.cells, !cells.isNull(row) {
        results.edit(row: row, Self.chance, "chance", to: nil)
      }
      return
    }
    let text = chances[chance] ?? Array(Self.decimal(chance, digits: 4).utf8)
    chances[chance] = text
    if let cells = chanceColumn.cells, !cells.isNull(row), cells.utf8(at: row).equals(text.span) { return }
    results.edit(row: row, field: chanceColumn.number, code: chanceCode, to: text.span)
  }

  /// A number of hundredths or ten-thousandths up to 1 as its shortest decimal, the form of the format `number`.
  static func decimal(_ number: Int, digits: Int) -> String {
    var text = String(number)
    text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    var fraction = text.suffix(digits)
    while fraction.last == "0" { fraction.removeLast() }
    return text.dropLast(digits) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
