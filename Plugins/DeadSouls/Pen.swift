import RuleKit
import Tables

/// Writes judgements into the three derived fields, only where a cell does not hold them already.
struct Pen {
  private struct Words {
    var code: UInt16
    var texts: [[UInt8]]
  }
  private let fields: [(number: UInt16, cells: TextView?)]
  private var learned: [Words] = []

  init(batch: Batch, results: inout Results) {
    var fields: [(number: UInt16, cells: TextView?)] = []
    for name in ["client_status", "status_reason", "advice"] {
      fields.append((results.number(of: name), batch.column(name)))
    }
    self.fields = fields
  }

  /// Keeps a judgement's words and gives the number to write it by.
  mutating func learn(_ judgement: Judgement, into results: inout Results) -> Int {
    let code = results.number(of: "status-\(judgement.status.rawValue)")
    let texts = [judgement.status.rawValue, judgement.reason, judgement.advice.rawValue].map {
      Array($0.utf8)
    }
    learned.append(Words(code: code, texts: texts))
    return learned.count - 1
  }

  /// Writes a learned judgement into a row.
  func write(_ judgement: Int, row: Int, into results: inout Results) {
    let code = learned[judgement].code
    for (index, field) in fields.enumerated() {
      let text = learned[judgement].texts[index]
      if let cells = field.cells, !cells.isNull(row), cells.utf8(at: row).equals(text.span) { continue }
      results.edit(row: row, field: field.number, code: code, to: text.span)
    }
  }
}
