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

  private struct Place {
    var row: Int
    var order: Int
    var batch: Int
    var edit: Int
  }

  /// - Parameters:
  ///   - batches: results with the first row of their batch.
  ///   - rowIDs: for each row of the frame its row over all sources.
  /// - Returns: how many cells changed.
  /// - Complexity: O(edits log edits + cells of the changed columns).
  func apply(
    _ batches: [(first: Int, results: Results)], to frame: inout Frame, rowIDs: [Int], log: inout RunLog
  ) -> Int {
    var byField: [String: [Place]] = [:]
    var fields: [String] = []
    for (number, batch) in batches.enumerated() {
      for (index, edit) in batch.results.edits.enumerated() {
        let field = batch.results.names[edit.field]
        if byField[field] == nil { fields.append(field) }
        byField[field, default: []].append(
          Place(row: batch.first + edit.row, order: index, batch: number, edit: index))
      }
    }
    var changed = 0
    for field in fields {
      let places = (byField[field] ?? []).sorted { ($0.row, $0.order) < ($1.row, $1.order) }
      changed += apply(places, to: field, of: &frame, batches: batches, rowIDs: rowIDs, log: &log)
    }
    return changed
  }

  private func apply(
    _ places: [Place], to field: String, of frame: inout Frame, batches: [(first: Int, results: Results)],
    rowIDs: [Int], log: inout RunLog
  ) -> Int {
    let column = frame[field] ?? TextColumn(nulls: frame.rowCount)
    let name = nameInLog[field] ?? field
    var rows: [Int] = []
    var values = TextColumn()
    var index = 0
    while index < places.count {
      let row = places[index].row
      let old = column[row]
      var current = old
      while index < places.count, places[index].row == row {
        let results = batches[places[index].batch].results
        let edit = results.edits[places[index].edit]
        let value = results.editValues[places[index].edit]
        let code = results.names[edit.code]
        index += 1
        guard value != current else { continue }
        guard edit.safety == .safe || lossy else {
          log.find(
            row: Int32(rowIDs[row]), field: name, rule: rule, code: code,
            severity: severities[code] ?? .warning, value: current)
          continue
        }
        log.change(
          row: Int32(rowIDs[row]), field: name, rule: rule, code: code, before: current, after: value,
          safety: edit.safety)
        current = value
      }
      if current != old {
        rows.append(row)
        values.append(current)
      }
    }
    guard !rows.isEmpty else { return 0 }
    frame.set(field, column.replacing(rows: rows, with: values))
    return rows.count
  }
}
