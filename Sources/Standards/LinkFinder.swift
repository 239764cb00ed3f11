import RuleKit
import Tables

/// Finds which column of a table names the clients, and by which of their columns.
///
/// A declared link is believed; one guessed from names must be borne out by the values: four in five of the
/// non-null ones must be found in a column of the clients that tells clients apart.
struct LinkFinder {
  struct Found: Equatable {
    var key: Int
    var clientKey: Int
  }

  private let clients: Table
  private let matches: [ColumnMatch]
  private let links: [TableLink]
  private let columns: [Int]
  /// Values of the columns looked at so far; nil for a column that tells nobody apart.
  private var values: [Int: Set<UInt64>?] = [:]

  init(clients: Table, matches: [ColumnMatch], links: [TableLink]) {
    self.clients = clients
    self.matches = matches
    self.links = links
    columns = Self.keyColumns(clients, matches, links)
  }

  /// The values of a column of the clients, if it tells them apart.
  /// - Complexity: O(rows of the clients), once a column.
  private mutating func values(of column: Int) -> Set<UInt64>? {
    if let known = values[column] { return known }
    let cells = clients.columns[column].cells
    var found = Set<UInt64>(minimumCapacity: cells.count - cells.nullCount)
    var filled = 0
    for row in 0..<cells.count where !cells.utf8(at: row).isBlank {
      filled += 1
      found.insert(Self.value(cells.utf8(at: row)))
    }
    // Duplicates are what we are here for, so a key may repeat now and then.
    let isKey = filled > 0 && found.count * 10 >= filled * 8
    values[column] = .some(isKey ? found : nil)
    return isKey ? found : nil
  }

  /// Columns that may tell clients apart, the likeliest first.
  private static func keyColumns(_ table: Table, _ matches: [ColumnMatch], _ links: [TableLink]) -> [Int] {
    func columns(_ field: String) -> [Int] { matches.filter { $0.field == field }.map(\.column) }
    var found = columns("client_id")
    found += links.filter { $0.toTable == table.name }.compactMap { table.index(ofColumn: $0.toColumn) }
    found += columns("external_id") + table.primaryKey.compactMap { table.index(ofColumn: $0) }
    // A second id, such as «Код» beside «№», is among the extra columns.
    found += matches.filter {
      !$0.isRecognised && TableWords.namesClientKey($0.header) || isBareKey($0.header)
    }.map(\.column)
    found +=
      columns("inn") + columns("org_name") + columns("person_full_name") + columns("email") + columns("phone")
    found += columns("discount_card")
    var seen: Set<Int> = []
    return found.filter { seen.insert($0).inserted }
  }

  static func isBareKey(_ header: String) -> Bool {
    ["id", "ид", "код", "№", "номер", "guid", "uid", "code", "идентификатор", "nпп", "пп"].contains(
      HeaderText(header).key)
  }

  /// The link of a table to the clients; nil when there is none.
  ///
  /// A `key` that the mapping names needs no likeness of names, but some of its values must be there.
  mutating func link(of table: Table, matches own: [ColumnMatch], key: String?) -> Found? {
    if let key {
      let wanted = HeaderText(key)
      guard let column = table.columns.firstIndex(where: { $0.name == key || HeaderText($0.name) == wanted })
      else { return nil }
      return best([column], table, least: 0)
    }
    for link in links where link.table == table.name && link.toTable == clients.name {
      if let column = table.index(ofColumn: link.column), let to = clients.index(ofColumn: link.toColumn) {
        return Found(key: column, clientKey: to)
      }
    }
    return best(candidates(table, own), table, least: 0.8)
  }

  /// Columns that may name a client, by what they are called.
  private func candidates(_ table: Table, _ own: [ColumnMatch]) -> [Int] {
    let owner = HeaderText(clients.name).words
    var found = own.filter { $0.field == "client_id" }.map(\.column)
    found += own.filter { TableWords.namesClientKey($0.header) && !found.contains($0.column) }.map(\.column)
    // `ContragentID` of a table `Contragent`: the key is called after the clients' table.
    found += own.filter { match in
      let words = HeaderText(match.header).words
      return words.count > 1 && owner.count == 1 && Self.isAfter(words[0], owner[0])
        && !found.contains(match.column)
    }.map(\.column)
    // The same telling header in both tables: «ИНН», «Компания», «E-mail»; not a bare «ID», which each table has.
    let telling: Set<String> = [
      "inn", "org_name", "person_full_name", "email", "phone", "discount_card", "external_id",
    ]
    found += own.filter { match in
      telling.contains(match.field) && !Self.isBareKey(match.header) && !found.contains(match.column)
        && !table.primaryKey.contains(match.header)
    }.map(\.column)
    return found
  }

  private static func isAfter(_ word: String, _ owner: String) -> Bool {
    let stem = owner.dropLast(owner.count > 4 ? 1 : 0)
    return word.count > 2 && (word.hasPrefix(stem) || owner.hasPrefix(word))
  }

  /// The pair of columns with the greatest containment; of equal ones, the likelier by name.
  private mutating func best(_ own: [Int], _ table: Table, least: Double) -> Found? {
    var best: (found: Found, share: Double)?
    for column in own {
      let cells = table.columns[column].cells
      for key in columns {
        guard let values = values(of: key) else { continue }
        var (filled, hits) = (0, 0)
        for row in 0..<cells.count where !cells.utf8(at: row).isBlank {
          filled += 1
          if values.contains(Self.value(cells.utf8(at: row))) { hits += 1 }
        }
        guard hits > 0 else { continue }
        let share = Double(hits) / Double(filled)
        guard share >= least, share > best?.share ?? 0 else { continue }
        best = (Found(key: column, clientKey: key), share)
        // A pair that fits nearly everywhere needs no rival of a less likely name.
        if share >= 0.95 { return best?.found }
      }
    }
    return best?.found
  }

  /// A value for comparison: a hash of its bytes without white space around.
  private static func value(_ bytes: Span<UInt8>) -> UInt64 {
    var first = 0
    var end = bytes.count
    while first < end, bytes[first] <= 0x20 { first += 1 }
    while end > first, bytes[end - 1] <= 0x20 { end -= 1 }
    return RowSample.mix(0, bytes.extracting(first..<end))
  }
}
