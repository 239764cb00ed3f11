import RuleKit
import Tables

/// Reads one result table of a plugin and holds it against the contract: places, numbers, rows in range.
struct ResultReader {
  let reader: ArrowReader
  let rowCount: Int

  private func row(_ value: Int64?) throws(ArrowError) -> Int {
    guard let value, value >= 0, value < rowCount else { throw ArrowError(problem: "names a row that is not there") }
    return Int(value)
  }

  private func required(_ text: String?, _ what: String) throws(ArrowError) -> String {
    guard let text, !text.isEmpty else { throw ArrowError(problem: "has an empty \(what)") }
    return text
  }

  func findings(into results: inout Results) throws(ArrowError) {
    let rows = try reader.int64(0)
    let fields = try reader.text(1)
    let codes = try reader.text(2)
    let severities = try reader.int8(3)
    let arguments = try reader.text(4)
    for index in 0..<reader.length {
      guard let severity = severities[index].flatMap(Severity.init(rawValue:)) else {
        throw ArrowError(problem: "has an unknown severity")
      }
      let row = try rows[index].map { (value) throws(ArrowError) in try self.row(value) } ?? -1
      let field: UInt16? = if let field = fields[index] { results.number(of: field) } else { nil }
      results.flag(
        row: row, field: field, code: results.number(of: try required(codes[index], "code")),
        severity: severity, arguments: arguments[index])
    }
  }

  func edits(into results: inout Results) throws(ArrowError) {
    let rows = try reader.int64(0)
    let fields = try reader.text(1)
    let values = try reader.text(2)
    let codes = try reader.text(3)
    let safeties = try reader.int8(4)
    for index in 0..<reader.length {
      guard let safety = safeties[index].flatMap(Safety.init(rawValue:)) else {
        throw ArrowError(problem: "has an unknown safety")
      }
      results.edit(
        row: try row(rows[index]), try required(fields[index], "field"), try required(codes[index], "code"),
        to: values[index], safety: safety)
    }
  }

  func links(into results: inout Results) throws(ArrowError) {
    let first = try reader.int64(0)
    let second = try reader.int64(1)
    let probabilities = try reader.float64(2)
    let verdicts = try reader.int8(3)
    let evidence = try reader.text(4)
    for index in 0..<reader.length {
      guard let verdict = verdicts[index].flatMap(Verdict.init(rawValue:)),
        let probability = probabilities[index], (0...1).contains(probability)
      else { throw ArrowError(problem: "has an unknown verdict or a probability outside 0…1") }
      let a = try row(first[index])
      let b = try row(second[index])
      guard a != b else { throw ArrowError(problem: "links a row to itself") }
      results.link(a, b, probability: probability, verdict, evidence: evidence[index])
    }
  }
}
