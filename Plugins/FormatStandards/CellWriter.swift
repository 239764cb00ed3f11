import FieldFormats
import RuleKit
import Tables

/// Turns a format's reading of a cell into findings and edits, derived fields included.
struct CellWriter {
  private let batch: Batch
  /// What the formats made of the cells that checks across fields look at.
  var known: KnownCells
  /// Derived cells this batch has been given: row and field.
  private var given: Set<Place> = []

  private struct Place: Hashable {
    var row: Int
    var field: String
  }

  init(_ batch: Batch, watching fields: [String]) {
    self.batch = batch
    known = KnownCells(fields, in: batch)
  }

  /// Says what the reading says.
  mutating func write(_ reading: Reading, row: Int, field: String, into results: inout Results) {
    let isLossy = reading.edit?.repair == .lossy
    // A lossy edit that is held back becomes a finding of its code by itself.
    if let finding = reading.finding, !isLossy || finding != reading.edit {
      let severity = Severity(name: finding.severity.rawValue)
      results.flag(row: row, field, finding.id, severity: severity, arguments: reading.arguments)
    }
    switch reading.action {
    case .keep: break
    case .replace:
      results.edit(
        row: row, field, reading.edit?.id ?? "spaces", to: reading.value, safety: isLossy ? .lossy : .safe)
    case .clear:
      results.edit(
        row: row, field, reading.edit?.id ?? "missing-word", to: nil, safety: isLossy ? .lossy : .safe)
    }
    if let suggestion = reading.suggestion, let code = reading.suggestionCode {
      results.edit(row: row, field, code.id, to: suggestion, safety: .lossy)
    }
    // What a lossy reading derives would stand beside a cell that stays.
    guard !isLossy else { return }
    for derived in reading.derived { write(derived, row: row, field: field, into: &results) }
  }

  /// Writes what a clean cell tells into a field where nothing stands.
  mutating func derive(
    _ field: String, _ value: String, _ code: String, row: Int, into results: inout Results
  ) {
    guard isEmpty(field, row) else { return }
    results.edit(row: row, field, code, to: value)
    known.derive(field, row, value)
  }

  private mutating func write(_ derived: DerivedValue, row: Int, field: String, into results: inout Results) {
    let target: String
    switch derived.target {
    case .field(let name): target = name
    case .suffix(let suffix): target = "\(field)_\(suffix)"
    case .nextOrdinal: target = freeOrdinal(of: field, row: row, value: derived.value)
    }
    guard isEmpty(target, row), !target.isEmpty else { return }
    given.insert(Place(row: row, field: target))
    known.derive(target, row, derived.value)
    results.edit(row: row, target, derived.code.id, to: derived.value)
  }

  /// The first ordinal of a field that is empty in the row; empty when the row has the value already.
  private func freeOrdinal(of field: String, row: Int, value: String) -> String {
    let (base, first) = FieldName.split(field)
    var ordinal = first + 1
    while true {
      let name = FieldName.numbered(base, ordinal)
      if isEmpty(name, row) { return name }
      if let column = batch.column(name), column[row] == value { return "" }
      ordinal += 1
    }
  }

  private func isEmpty(_ field: String, _ row: Int) -> Bool {
    if given.contains(Place(row: row, field: field)) { return false }
    guard let column = batch.column(field) else { return true }
    return column.isNull(row) || column.utf8(at: row).isBlank
  }
}
