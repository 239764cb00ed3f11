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
  private var keys: [(column: Int, values: Set<UInt64>)] = []

  /// - Complexity: O(rows of the clients) for each column that may be a key.
  init(clients: Table, matches: [ColumnMatch], links: [TableLink]) {
    self.clients = clients
    self.matches = matches
    self.links = links
    for column in Self.keyColumns(clients, matches, links) {
      var values: Set<UInt64> = []
      let cells = clients.columns[column].cells
      var filled = 0
      for row in 0..<cells.count where !cells.utf8(at: row).isBlank {
        filled += 1
        values.insert(Self.value(cells.utf8(at: row)))
      }
      // Duplicates are what we are here for, so a key may repeat now and then.
      if filled > 0, values.count * 10 >= filled * 8 { keys.append((column, values)) }
    }
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
  func link(of table: Table, matches own: [ColumnMatch], key: String?) -> Found? {
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
  private func best(_ columns: [Int], _ table: Table, least: Double) -> Found? {
    var best: (found: Found, share: Double)?
    for column in columns {
      let cells = table.columns[column].cells
      var filled = 0
      var hits = [Int](repeating: 0, count: keys.count)
      for row in 0..<cells.count where !cells.utf8(at: row).isBlank {
        filled += 1
        let value = Self.value(cells.utf8(at: row))
        for index in keys.indices where keys[index].values.contains(value) { hits[index] += 1 }
      }
      guard filled > 0 else { continue }
      for index in keys.indices {
        let share = Double(hits[index]) / Double(filled)
        guard hits[index] > 0, share >= least, share > best?.share ?? 0 else { continue }
        best = (Found(key: column, clientKey: keys[index].column), share)
      }
      // A column whose values are nearly all there needs no rival of a less likely name.
      if let best, best.share >= 0.95 { return best.found }
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
