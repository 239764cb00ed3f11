import RuleKit
import Standards
public import Tables

/// A table that hangs on the clients: orders, contacts, interactions.
public struct AttachedTable: Sendable {
  /// Place of its source in the assembly.
  public let source: Int
  /// Its columns under their own headers (made unique).
  public internal(set) var columns: [Column]
  /// For each row, the row of the assembled clients it points to; -1 where there is none.
  public let clients: [Int32]

  /// Finds the client of each row by the key that the clients table of the same base holds.
  /// - Complexity: O(rows).
  init(_ place: Int, in assembly: Assembly) {
    source = place
    let own = assembly.sources[place]
    columns = Self.unique(own.table.columns)
    clients = Self.clients(of: own, in: assembly)
  }

  private static func clients(of own: SourceTable, in assembly: Assembly) -> [Int32] {
    var clients = [Int32](repeating: -1, count: own.table.rowCount)
    guard let key = own.keyColumn,
      let owner = assembly.sources.firstIndex(where: { $0.base == own.base && $0.role == .clients }),
      let ownerKey = own.clientKeyColumn ?? assembly.sources[owner].keyColumn
    else { return clients }
    var places: [String: Int32] = [:]
    let keys = assembly.sources[owner].table.columns[ownerKey].cells
    let first = assembly.firstRow[owner]
    for (index, row) in assembly.clientRows.enumerated() where row >= first && row < first + keys.count {
      // A blank is nobody's key.
      guard !keys.utf8(at: row - first).isBlank, let text = keys[row - first] else { continue }
      if places[text] == nil { places[text] = Int32(index) }
    }
    let cells = own.table.columns[key].cells
    for row in 0..<cells.count {
      if let text = cells[row], let client = places[text] { clients[row] = client }
    }
    return clients
  }

  private static func unique(_ columns: [Column]) -> [Column] {
    var taken = Set(columns.map(\.name))
    var seen: Set<String> = []
    return columns.map { column in
      guard !seen.insert(column.name).inserted else { return column }
      var column = column
      column.name = free(column.name, taken)
      taken.insert(column.name)
      return column
    }
  }

  /// `name 2`, or the next that is free.
  fileprivate static func free(_ name: String, _ taken: Set<String>) -> String {
    var number = 2
    while taken.contains("\(name) \(number)") { number += 1 }
    return "\(name) \(number)"
  }
}

extension AttachedTable {
  /// The columns that rules know how to standardise, under the canonical names they know them by, and back.
  func frame(of own: SourceTable) -> (frame: Frame, names: [String: String]) {
    var frame = Frame(rowCount: clients.count)
    var names: [String: String] = [:]
    func add(_ index: Int?, as field: String) {
      guard let index, names[field] == nil else { return }
      frame.set(field, columns[index].cells)
      names[field] = columns[index].name
    }
    switch own.role {
    case .orders:
      add(own.dateColumn, as: "last_purchase_date")
      add(own.amountColumn, as: "purchases_total")
    case .interactions: add(own.dateColumn, as: "last_contact_date")
    case .contacts:
      for (index, column) in own.columns.enumerated() {
        // With its repeats and derived fields, so that a split phone finds `phone_2` taken and a name its gender.
        guard let field = column.field else { continue }
        if ContactFields.all.contains(FieldName.split(field).base) || ContactFields.further.contains(field) {
          add(index, as: field)
        }
      }
    case .clients, .other: break
    }
    // What an earlier run derived of these columns stands under its canonical name.
    let known = Array(names.keys)
    for (index, column) in columns.enumerated()
    where FieldName.split(column.name).ordinal == 1
      && known.contains(where: { column.name.hasPrefix($0 + "_") })
    {
      add(index, as: column.name)
    }
    return (frame, names)
  }

  /// Takes standardised columns back; derived ones come as new columns.
  mutating func take(_ frame: Frame, names: [String: String]) {
    for (field, cells) in zip(frame.fields, frame.columns) {
      if let place = names[field].flatMap({ name in columns.firstIndex { $0.name == name } }) {
        columns[place].cells = cells
      } else {
        // A derived column never takes the place of one that was read.
        let taken = Set(columns.map(\.name))
        columns.append(Column(name: taken.contains(field) ? Self.free(field, taken) : field, cells: cells))
      }
    }
  }
}

/// Fields of a contacts table that say something of its client.
enum ContactFields {
  static let all = ["person_full_name", "phone", "phone_mobile", "phone_work", "email"]
  /// Further fields of a contact person that are standardised, those that formats derive among them.
  static let further: Set<String> = [
    "gender", "phone_ext", "birth_date", "last_name", "first_name", "middle_name", "phone_home",
    "phone_other",
    "email_work", "email_home", "email_other", "telegram", "whatsapp", "viber",
  ]
}

extension AttachedTable {
  /// The same table, its rows pointing to other rows.
  init(_ other: AttachedTable, clients: [Int32]) {
    source = other.source
    columns = other.columns
    self.clients = clients
  }
}
