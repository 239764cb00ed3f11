import RuleKit
import Tables

/// Applies a rule's edits to a frame and writes each change down.
///
/// Several edits of one cell are applied in their order, each a change of its own. An edit that changes nothing
/// is no change. A lossy edit that was not asked for becomes a finding of the same code.
struct EditApplication {
  /// Whether lossy edits are applied.
  let lossy: Bool
  /// Severity of a code, for lossy edits that stay findings.
  let severities: [String: Severity]
  let rule: String
  /// How the log names a field, where the frame knows it by another name.
  var nameInLog: [String: String] = [:]

  /// What became of the edits.
  struct Outcome {
    /// Cells that changed.
    var changed = 0
    /// Lossy edits held back, as findings on rows of the frame.
    var held = RoundFindings()
  }

  private struct Place {
    var row: Int32
    var batch: Int32
    var edit: Int32
  }

  /// Applies the edits of all batches.
  ///
  /// - Parameters:
  ///   - batches: results with the first row of their batch.
  ///   - frame: the frame they are about.
  ///   - rowIDs: for each row of the frame its row over all sources.
  ///   - log: where changes are written down.
  /// - Returns: how many cells changed, and what was held back.
  /// - Complexity: O(edits log edits + cells of the changed columns).
  func apply(
    _ batches: [(first: Int, results: Results)], to frame: inout Frame, rowIDs: [Int], log: inout RunLog
  ) -> Outcome {
    var outcome = Outcome()
    // Names are looked up once a batch, not once an edit.
    let numbers = batches.map { log.numbers(of: $0.results) }
    var byField: [UInt16: [Place]] = [:]
    var fields: [UInt16] = []
    for (number, batch) in batches.enumerated() {
      for (index, edit) in batch.results.edits.enumerated() {
        let field = numbers[number][Int(edit.field)]
        if byField[field] == nil { fields.append(field) }
        byField[field, default: []].append(
          Place(row: Int32(batch.first + edit.row), batch: Int32(number), edit: Int32(index)))
      }
    }
    for field in fields {
      // A row stands in one batch only, so the number of the edit says which came first.
      let places = (byField.removeValue(forKey: field) ?? []).sorted { ($0.row, $0.edit) < ($1.row, $1.edit) }
      apply(places, to: log.names[field], of: &frame, batches, numbers, rowIDs, &log, &outcome)
    }
    return outcome
  }

  private func apply(
    _ places: [Place], to field: String, of frame: inout Frame, _ batches: [(first: Int, results: Results)],
    _ numbers: [[UInt16]], _ rowIDs: [Int], _ log: inout RunLog, _ outcome: inout Outcome
  ) {
    let column = frame[field] ?? TextColumn(nulls: frame.rowCount)
    let name = log.names.number(of: nameInLog[field] ?? field)
    let rule = log.names.number(of: rule)
    var rows: [Int] = []
    var values = TextColumn()
    var index = 0
    while index < places.count {
      let row = Int(places[index].row)
      // Where the cell's text stands now: in the column, or among a batch's new values.
      var current = (column: column, at: row)
      while index < places.count, Int(places[index].row) == row {
        let batch = Int(places[index].batch)
        let next = Int(places[index].edit)
        let new = batches[batch].results.editValues
        let edit = batches[batch].results.edits[next]
        index += 1
        guard !new.holdsSame(at: next, as: current.column, at: current.at) else { continue }
        let code = numbers[batch][Int(edit.code)]
        guard edit.safety == .safe || lossy else {
          outcome.held.append(
            .init(
              row: Int32(row), field: name, rule: rule, code: code,
              severity: severities[log.names[code]] ?? .warning), value: current.at, of: current.column)
          continue
        }
        log.change(
          .init(rowID: Int32(rowIDs[row]), field: name, rule: rule, code: code, safety: edit.safety),
          before: current, after: (column: new, at: next))
        current = (column: new, at: next)
      }
      if !current.column.holdsSame(at: current.at, as: column, at: row) {
        rows.append(row)
        values.append(cell: current.at, of: current.column)
      }
    }
    guard !rows.isEmpty else { return }
    frame.set(field, column.replacing(rows: rows, with: values))
    outcome.changed += rows.count
  }
}
