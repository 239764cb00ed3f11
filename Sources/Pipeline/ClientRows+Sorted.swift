import RuleKit
import Standards
import Tables

extension ClientRows {
  /// Sorts rows by their clients; rows of no client are left out.
  /// - Complexity: O(rows + cells + clients).
  init(name: String, columns: [(name: String, cells: TextColumn)], clients: [Int32], clientCount: Int) {
    var starts = [Int64](repeating: 0, count: clientCount + 1)
    for client in clients where client >= 0 { starts[Int(client) + 1] += 1 }
    for client in 0..<clientCount { starts[client + 1] += starts[client] }
    var next = starts
    var order = [Int](repeating: 0, count: Int(starts[clientCount]))
    for (row, client) in clients.enumerated() where client >= 0 {
      order[Int(next[Int(client)])] = row
      next[Int(client)] += 1
    }
    self.init(
      name: name, fields: columns.map(\.name), columns: columns.map { $0.cells.gathering(order) },
      starts: starts)
  }
}

extension RunState {
  /// The linked tables that a rule asks for, rows by client.
  ///
  /// The columns that hold the date and the amount of an order or contact are called `date` and `amount`, others by
  /// their own headers.
  /// - Complexity: O(cells of those tables); nothing where the rule asks for none.
  func linkedTables(for rule: RuleManifest) -> [ClientRows] {
    guard rule.phase == .base, rule.subject == .clients, let roles = rule.linked else { return [] }
    var tables: [ClientRows] = []
    for role in roles {
      if role == MergedRecords.role {
        if let records = mergedRecords { tables.append(records.table(clientCount: frame.rowCount)) }
        continue
      }
      var ordinal = 0
      for table in linked where assembly.sources[table.source].role.rawValue == role {
        ordinal += 1
        tables.append(
          ClientRows(
            name: FieldName.numbered(role, ordinal), columns: columns(of: table),
            clients: table.clients.map { $0 < 0 ? -1 : place[Int($0)] }, clientCount: frame.rowCount))
      }
    }
    return tables
  }

  private func columns(of table: AttachedTable) -> [(name: String, cells: TextColumn)] {
    let own = assembly.sources[table.source]
    var names = table.columns.map(\.name)
    for (place, name) in [(own.dateColumn, "date"), (own.amountColumn, "amount")] {
      guard let place, place < names.count else { continue }
      // A column of one's own that has this name already keeps it.
      if !names.contains(name) { names[place] = name }
    }
    return zip(names, table.columns).map { (name: $0, cells: $1.cells) }
  }
}
