import PluginHost
import RuleKit
import Tables

/// The table of an example on its way through a rule.
struct Sheet: Sendable {
  private var fields: [String]
  private var columns: [[String?]]
  private let rowCount: Int

  /// The drawn table, changed as the variant asks.
  init(_ drawing: Drawing, _ variant: ExampleCase.Variant) {
    rowCount = drawing.columns.first?.count ?? 0
    var places = Array(drawing.fields.indices)
    switch variant {
    case .columnsReversed: places.reverse()
    case .derivedAbsent: places.removeAll { drawing.derived.contains(drawing.fields[$0]) }
    case .asDrawn, .columnAdded, .again: break
    }
    fields = places.map { drawing.fields[$0] }
    columns = places.map { drawing.columns[$0] }
    if variant == .columnAdded {
      fields.insert("extra.shelf", at: 0)
      columns.insert(Array(repeating: "left", count: rowCount), at: 0)
    }
  }

  /// Hands all rows to the rule.
  func apply(_ rule: RuleApplication) throws(PluginError) -> Results {
    try rule.apply(fields: fields, columns: columns.map { TextColumn($0) }, rows: 0..<rowCount)
  }

  /// The changes as lines; of several to one cell the last counts.
  func edits(of results: Results) -> Set<String> {
    var last: [String: [Int: String?]] = [:]
    for (index, edit) in results.edits.enumerated() {
      last[results.names[edit.field], default: [:]][edit.row] = .some(results.editValues[index])
    }
    return Set(
      last.flatMap { field, cells in cells.map { Statement.edit(row: $0.key, field: field, to: $0.value) } })
  }

  /// The table with the changes made, new columns at its end.
  func applying(_ results: Results) -> Sheet {
    var sheet = self
    for (index, edit) in results.edits.enumerated() {
      let field = results.names[edit.field]
      if !sheet.fields.contains(field) {
        sheet.fields.append(field)
        sheet.columns.append(Array(repeating: nil, count: rowCount))
      }
      guard let column = sheet.fields.firstIndex(of: field) else { continue }
      sheet.columns[column][edit.row] = results.editValues[index]
    }
    return sheet
  }
}
