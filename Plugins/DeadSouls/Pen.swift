import RuleKit
import Tables

/// Writes judgements into the derived fields, only where a cell does not hold them already.
struct Pen {
  /// The fields, in the order of a judgement's texts.
  static let fields = ["client_status", "status_reason", "advice", "dead_score"]
  /// The field of the chance to be still there.
  static let chance = "p_alive"

  private let columns: InlineArray<4, TextView?>
  private let numbers: InlineArray<4, UInt16>
  private let chanceColumn: (number: UInt16, cells: TextView?)
  private let chanceCode: UInt16
  /// Texts of the judgements learned, four each, and the code to write them by.
  private var learned = TextColumn()
  private var codes: [UInt16] = []
  /// Texts of 0.0000 to 1.0000.
  private let chances: TextColumn

  init(batch: Batch, results: inout Results) {
    columns = InlineArray { batch.column(Self.fields[$0]) }
    var numbers = InlineArray<4, UInt16>(repeating: 0)
    for place in numbers.indices { numbers[place] = results.number(of: Self.fields[place]) }
    self.numbers = numbers
    chanceColumn = (results.number(of: Self.chance), batch.column(Self.chance))
    chanceCode = results.number(of: "chance")
    chances = TextColumn((0...10_000).lazy.map { Self.decimal($0, digits: 4) })
  }

  /// Keeps a judgement's words and gives the number to write it by.
  mutating func learn(_ judgement: Judgement, score: Int, into results: inout Results) -> Int {
    codes.append(results.number(of: "status-\(judgement.status.rawValue)"))
    learned.append(judgement.status.rawValue)
    learned.append(judgement.reason)
    learned.append(judgement.advice.rawValue)
    learned.append(Self.decimal(score, digits: 2))
    return codes.count - 1
  }

  /// Writes a learned judgement into a row.
  func write(_ judgement: Int, row: Int, into results: inout Results) {
    let code = codes[judgement]
    for place in columns.indices {
      let text = learned.utf8(at: judgement * 4 + place)
      if let cells = columns[place], !cells.isNull(row), cells.utf8(at: row).equals(text) { continue }
      results.edit(row: row, field: numbers[place], code: code, to: text)
    }
  }

  /// Writes a chance in ten-thousandths; nil clears one that holds no longer.
  func write(chance: Int?, row: Int, into results: inout Results) {
    guard let chance else {
      if let cells = chanceColumn.cells, !cells.isNull(row) {
        results.edit(row: row, Self.chance, "chance", to: nil)
      }
      return
    }
    let text = chances.utf8(at: chance)
    if let cells = chanceColumn.cells, !cells.isNull(row), cells.utf8(at: row).equals(text) { return }
    results.edit(row: row, field: chanceColumn.number, code: chanceCode, to: text)
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
