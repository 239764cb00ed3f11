import BaseFormats
import Pipeline
import RuleKit
import Tables

/// Rows that were set aside, in their original columns, with where they stood and why.
struct RejectedOutput {
  let outcome: RunOutcome
  let language: Language

  /// The table; nil when nothing was set aside.
  func table() -> OutputTable? {
    let rows = outcome.fates.indices.filter { outcome.fates[$0] == .quarantined }
    guard !rows.isEmpty else { return nil }
    var (columns, names) = OriginalRows(outcome: outcome).columns(rows)
    var addresses = TextColumn()
    var reasons = TextColumn()
    for row in rows {
      addresses.append(outcome.assembly.address(of: row))
      reasons.append(outcome.reasons[row])
    }
    let titles = (
      address: Localized(en: "address", ru: "адрес в источнике"),
      reasons: Localized(en: "reasons", ru: "причины")
    )
    columns.append(
      OutputColumn(
        name: Self.free("address", names), header: Self.free(titles.address[language], names),
        cells: addresses))
    columns.append(
      OutputColumn(
        name: Self.free("reasons", names), header: Self.free(titles.reasons[language], names), cells: reasons)
    )
    return OutputTable(
      name: "rejected", title: Localized(en: "Rejected", ru: "Отложено")[language], columns: columns)
  }

  /// A name that no column has.
  static func free(_ name: String, _ taken: [String]) -> String {
    taken.contains { $0.lowercased() == name.lowercased() } ? "revizor_\(name)" : name
  }
}

/// Rows in the columns that they came in.
struct OriginalRows {
  let outcome: RunOutcome

  /// The columns of all tables that the rows stand in, by header, and those headers.
  func columns(_ rows: [Int]) -> ([OutputColumn], [String]) {
    var names: [String] = []
    for row in Set(rows.map { outcome.assembly.place(of: $0).source }).sorted() {
      for column in outcome.assembly.sources[row].table.columns where !names.contains(column.name) {
        names.append(column.name)
      }
    }
    var columns = names.map { OutputColumn(name: $0, cells: TextColumn()) }
    for row in rows {
      let place = outcome.assembly.place(of: row)
      let source = outcome.assembly.sources[place.source].table
      for index in columns.indices {
        if let column = source.index(ofColumn: columns[index].name) {
          columns[index].cells.append(cell: place.row, of: source.columns[column].cells)
        } else {
          columns[index].cells.appendNull()
        }
      }
    }
    return (columns, names)
  }
}
