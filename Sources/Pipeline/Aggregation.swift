import RuleKit
import Standards
import Tables

/// Derived fields of clients from their linked tables: first and last purchase, count, total, last contact,
/// and a way to reach a client that only a contact person has.
///
/// Orders carry the truth about purchases, unless the record claims more than they show (the orders at hand may
/// be a part of them): counts, totals and dates only widen. A client of a base with an orders table but neither
/// an order nor a claim has nought purchases; a row that a run has cleaned before says for itself whether it has.
struct Aggregation {
  /// Rule's name in the journal.
  static let rule = "linked-tables"

  private let rowCount: Int
  private var counts: [Int]
  private var totals: [ExactDecimal?]
  private var first: [String?]
  private var last: [String?]
  private var contacted: [String?]
  private var reach: [String: [String?]] = [:]
  private var hasOrders: [Bool]
  private let isClean: [Bool]

  /// Runs over all linked tables once.
  ///
  /// - Parameters:
  ///   - tables: the linked tables, each row with its row of the clients.
  ///   - assembly: the sources they came from.
  ///   - baseOfClient: for each row of the clients, its base.
  ///   - isClean: for each row of the clients, whether it comes out of an earlier run.
  init(_ tables: [AttachedTable], _ assembly: Assembly, baseOfClient: [Int], isClean: [Bool]) {
    self.isClean = isClean
    rowCount = baseOfClient.count
    counts = Array(repeating: 0, count: rowCount)
    totals = Array(repeating: nil, count: rowCount)
    first = Array(repeating: nil, count: rowCount)
    last = first
    contacted = first
    hasOrders = Array(repeating: false, count: rowCount)
    for table in tables {
      let own = assembly.sources[table.source]
      switch own.role {
      case .orders:
        for row in baseOfClient.indices where baseOfClient[row] == own.base && !isClean[row] {
          hasOrders[row] = true
        }
        addOrders(table, own)
      case .interactions:
        if let date = own.dateColumn {
          Self.dates(table, table.columns[date].cells) { client, date in
            contacted[client] = max(contacted[client] ?? "", date)
          }
        }
      case .contacts: addContacts(table, own)
      case .clients, .other: break
      }
    }
  }

  private static func dates(_ table: AttachedTable, _ cells: TextColumn, _ body: (Int, String) -> Void) {
    for (row, client) in table.clients.enumerated() where client >= 0 {
      guard let date = cells[row], isDate(date) else { continue }
      body(Int(client), String(date.prefix(10)))
    }
  }

  /// `2024-05-31`, with or without a time after it.
  private static func isDate(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
    return [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy { (48...57).contains(bytes[$0]) }
  }

  private mutating func addOrders(_ table: AttachedTable, _ own: SourceTable) {
    for client in table.clients where client >= 0 { counts[Int(client)] += 1 }
    if let amount = own.amountColumn {
      let cells = table.columns[amount].cells
      for (row, client) in table.clients.enumerated() where client >= 0 && !cells.isNull(row) {
        guard let value = ExactDecimal(cells.utf8(at: row)) else { continue }
        totals[Int(client)] = (totals[Int(client)] ?? .zero).adding(value) ?? totals[Int(client)]
      }
    }
    guard let date = own.dateColumn else { return }
    Self.dates(table, table.columns[date].cells) { client, date in
      first[client] = min(first[client] ?? "9", date)
      last[client] = max(last[client] ?? "", date)
    }
  }

  private mutating func addContacts(_ table: AttachedTable, _ own: SourceTable) {
    for field in ContactFields.all {
      guard let place = own.columns.firstIndex(where: { $0.field == field }) else { continue }
      let cells = table.columns[place].cells
      var best = reach[field] ?? Array(repeating: nil, count: rowCount)
      for (row, client) in table.clients.enumerated() where client >= 0 {
        guard let value = cells[row] else { continue }
        // The least text: a choice that does not depend on the order of rows.
        if best[Int(client)].map({ value < $0 }) ?? true { best[Int(client)] = value }
      }
      reach[field] = best
    }
  }

  /// The greater of two numbers; what is no number yields to one that is.
  private func greater(_ new: String?, _ old: String?) -> String? {
    guard let new, let newNumber = ExactDecimal(new) else { return old }
    guard let old, let oldNumber = ExactDecimal(old) else { return new }
    return oldNumber < newNumber ? new : old
  }

  /// Writes what differs into the clients, each cell a change.
  func write(into frame: inout Frame, rowIDs: [Int], log: inout RunLog) {
    func put(_ field: String, _ code: String, _ value: (Int, String?) -> String?) {
      let column = frame[field] ?? TextColumn(nulls: frame.rowCount)
      var rows: [Int] = []
      var values = TextColumn()
      for row in 0..<rowCount {
        let old = column[row]
        let new = value(row, old)
        guard new != old else { continue }
        rows.append(row)
        values.append(new)
        log.change(
          row: Int32(rowIDs[row]), field: field, rule: Self.rule, code: code, before: old, after: new,
          safety: .safe)
      }
      if !rows.isEmpty { frame.set(field, column.replacing(rows: rows, with: values)) }
    }
    if hasOrders.contains(true) || counts.contains(where: { $0 > 0 }) {
      put("first_purchase_date", "from-orders") { row, old in
        [first[row], old.flatMap { Self.isDate($0) ? $0 : nil }].compactMap { $0 }.min() ?? old
      }
      put("last_purchase_date", "from-orders") { row, old in
        [last[row], old.flatMap { Self.isDate($0) ? $0 : nil }].compactMap { $0 }.max() ?? old
      }
      put("purchases_count", "from-orders") { row, old in
        greater(counts[row] > 0 ? String(counts[row]) : nil, old) ?? (hasOrders[row] ? "0" : nil)
      }
      put("purchases_total", "from-orders") { row, old in
        greater(totals[row]?.text, old) ?? (hasOrders[row] ? "0" : nil)
      }
    }
    if contacted.contains(where: { $0 != nil }) {
      put("last_contact_date", "from-interactions") { row, old in
        [contacted[row], old.flatMap { Self.isDate($0) ? $0 : nil }].compactMap { $0 }.max() ?? old
      }
    }
    for field in ContactFields.all {
      guard let best = reach[field] else { continue }
      put(field, "from-contacts") { row, old in old ?? best[row] }
    }
  }
}
