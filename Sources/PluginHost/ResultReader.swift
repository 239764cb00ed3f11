import RuleKit
import Tables

/// Reads one result table of a plugin and holds it against the contract: places, numbers, rows in range.
struct ResultReader {
  let reader: ArrowReader
  let rowCount: Int

  private func row(_ value: Int64?) throws(ArrowError) -> Int {
    guard let value, value >= 0, value < rowCount else {
      throw ArrowError(problem: "names a row that is not there")
    }
    return Int(value)
  }

  /// Numbers of names that may not be absent or empty.
  private func required(
    _ column: Int, _ what: String, _ results: inout Results
  ) throws(ArrowError) -> [UInt16] {
    let numbers = try reader.names(column, in: &results.names)
    var all: [UInt16] = []
    all.reserveCapacity(numbers.count)
    for number in numbers {
      guard let number, !results.names[number].isEmpty else {
        throw ArrowError(problem: "has an empty \(what)")
      }
      all.append(number)
    }
    return all
  }

  func findings(into results: inout Results) throws(ArrowError) {
    let rows = try reader.int64(0)
    let fields = try reader.names(1, in: &results.names)
    let codes = try required(2, "code", &results)
    let severities = try reader.int8(3)
    let arguments = try reader.text(4)
    results.findings.reserveCapacity(reader.length)
    for index in 0..<reader.length {
      guard let severity = severities[index].flatMap(Severity.init(rawValue:)) else {
        throw ArrowError(problem: "has an unknown severity")
      }
      let row = try rows[index].map { (value) throws(ArrowError) in try self.row(value) } ?? -1
      results.flag(
        row: row, field: fields[index], code: codes[index], severity: severity, arguments: arguments[index])
    }
  }

  func edits(into results: inout Results) throws(ArrowError) {
    let rows = try reader.int64(0)
    let fields = try required(1, "field", &results)
    let values = try reader.cells(2)
    let codes = try required(3, "code", &results)
    let safeties = try reader.int8(4)
    results.edits.reserveCapacity(reader.length)
    for index in 0..<reader.length {
      guard let safety = safeties[index].flatMap(Safety.init(rawValue:)) else {
        throw ArrowError(problem: "has an unknown safety")
      }
      results.edits.append(
        Edit(row: try row(rows[index]), field: fields[index], code: codes[index], safety: safety))
    }
    results.editValues = values
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
