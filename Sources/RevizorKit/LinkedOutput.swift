import BaseFormats
import Pipeline
import RuleKit
import Standards
import Tables

/// The tables that hang on the clients, each row pointing to the client that survived.
struct LinkedOutput {
  let outcome: RunOutcome
  let language: Language
  let clientHeader: String

  /// Tables of one part become one table; its columns are those of all, by header.
  func tables() -> [OutputTable] {
    var groups: [(name: String, title: String, members: [Int])] = []
    for (index, linked) in outcome.linked.enumerated() {
      let source = outcome.assembly.sources[linked.table.source]
      let (name, title) = naming(source)
      if let place = groups.firstIndex(where: { $0.name == name }) {
        groups[place].members.append(index)
      } else {
        groups.append((name, title, [index]))
      }
    }
    return groups.map(table)
  }

  private func naming(_ source: SourceTable) -> (name: String, title: String) {
    switch source.role {
    case .orders: ("orders", Localized(en: "Orders", ru: "Заказы")[language])
    case .contacts: ("contacts", Localized(en: "Contacts", ru: "Контакты")[language])
    case .interactions: ("interactions", Localized(en: "Interactions", ru: "История контактов")[language])
    default: (source.table.name, source.table.name)
    }
  }

  private func table(_ group: (name: String, title: String, members: [Int])) -> OutputTable {
    let ids = outcome.clients["client_id"]
    var pointers = TextColumn()
    var names: [String] = []
    var kinds: [String: ColumnKind] = [:]
    let isLinked = group.members.contains {
      outcome.assembly.sources[outcome.linked[$0].table.source].keyColumn != nil
    }
    for member in group.members {
      for column in outcome.linked[member].table.columns {
        let name = own(column.name, member)
        if let name, !names.contains(name) { names.append(name) }
        if let name, let kind = column.kind { kinds[name] = kind }
      }
    }
    var columns = names.map { OutputColumn(name: $0, cells: TextColumn(), kind: Self.kind(kinds[$0])) }
    for member in group.members {
      let linked = outcome.linked[member]
      let first = outcome.assembly.firstRow[linked.table.source]
      let rows = linked.clients.indices.filter { outcome.fates[first + $0] == .kept }
      for row in rows {
        let client = Int(linked.clients[row])
        pointers.append(client < 0 ? nil : ids?[client])
      }
      for index in columns.indices {
        let place = linked.table.columns.firstIndex { own($0.name, member) == columns[index].name }
        for row in rows {
          if let place {
            columns[index].cells.append(cell: row, of: linked.table.columns[place].cells)
          } else {
            columns[index].cells.appendNull()
          }
        }
      }
    }
    if isLinked {
      columns.insert(OutputColumn(name: "client_id", header: clientHeader, cells: pointers), at: 0)
    }
    return OutputTable(
      name: group.name, title: group.title, columns: columns,
      foreignKeys: isLinked ? [.init(column: "client_id", table: "clients", toColumn: "client_id")] : [])
  }

  /// Name of a source column in the output; nil for a client id of ours, which is written anew.
  ///
  /// A key column
  /// that has the name of ours is kept as `client_key`.
  private func own(_ name: String, _ member: Int) -> String? {
    let lowered = name.lowercased()
    guard lowered == "client_id" || name == clientHeader else { return name }
    let linked = outcome.linked[member]
    let source = outcome.assembly.sources[linked.table.source]
    guard let key = source.keyColumn, source.table.columns[key].name == name else { return name + " 2" }
    let keeper = outcome.assembly.sources.first { $0.base == source.base && $0.role == .clients }
    let isOurs =
      keeper.flatMap { owner in
        (source.clientKeyColumn ?? owner.keyColumn).map { owner.columns[$0].field == "client_id" }
      } ?? false
    return isOurs ? nil : "client_key"
  }

  private static func kind(_ kind: ColumnKind?) -> OutputKind {
    switch kind {
    case .number: .decimal
    case .date: .date
    default: .text
    }
  }
}
