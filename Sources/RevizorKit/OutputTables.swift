import BaseFormats
import Pipeline
import RuleKit
import Standards
import Tables

/// What headers the clients get.
public enum HeaderStyle: String, Sendable, CaseIterable {
  /// Canonical field names.
  case canonical
  /// Labels of the fields in the language of the run.
  case label
  /// The headers of the source, where there was one.
  case original
}

/// Lays out the tables of the clean base: clients, what hangs on them, what was set aside.
struct OutputTables {
  let outcome: RunOutcome
  let catalogue: FieldCatalogue
  let recognition: HeaderRecognition
  let formats: (String) -> String?
  let headers: HeaderStyle
  let language: Language

  /// The tables, clients first.
  func all() -> [OutputTable] {
    var tables = [clients()]
    tables += LinkedOutput(outcome: outcome, language: language, clientHeader: header(of: "client_id"))
      .tables()
    if let rejected = RejectedOutput(outcome: outcome, language: language).table() { tables.append(rejected) }
    if let ours = OursOutput(outcome: outcome, language: language).table() { tables.append(ours) }
    return tables
  }

  private func clients() -> OutputTable {
    let frame = outcome.clients
    var used: Set<String> = []
    var columns = zip(frame.fields, frame.columns).map { field, cells in
      var header = header(of: field)
      // A header that stands already gives way to the canonical name, which is unique.
      if !used.insert(header).inserted { header = field }
      return OutputColumn(name: field, header: header, cells: cells, kind: kind(of: field))
    }
    if headers == .label { settleHeaders(&columns) }
    return OutputTable(
      name: "clients", title: Localized(en: "Clients", ru: "Клиенты")[language], columns: columns,
      primaryKey: "client_id")
  }

  private func header(of field: String) -> String {
    switch headers {
    case .canonical: return field
    case .label:
      if ExtraField.isExtra(field) { return String(field.dropFirst(ExtraField.prefix.count)) }
      return catalogue.label(of: field)[language]
    case .original:
      for source in outcome.assembly.sources where source.role == .clients {
        if let place = source.columns.firstIndex(where: { $0.field == field }) {
          return source.table.columns[place].name
        }
      }
      return field
    }
  }

  /// A label that would be read back as another field gives way to the canonical name.
  private func settleHeaders(_ columns: inout [OutputColumn]) {
    let rows = ContiguousArray<Int64>(0..<Int64(outcome.clients.rowCount))
    let table = Table(
      name: "clients", columns: columns.map { Column(name: $0.header, cells: $0.cells) },
      origin: Origin(path: "", table: nil, unit: .row, numbers: rows))
    for match in recognition.recognise(table) where match.field != columns[match.column].name {
      columns[match.column].header = columns[match.column].name
    }
  }

  private func kind(of field: String) -> OutputKind {
    switch formats(field) {
    case "date": .date
    case "datetime": .dateTime
    case "money", "number", "percent": .decimal
    case "integer": .integer
    case "boolean": .boolean
    default: .text
    }
  }
}
