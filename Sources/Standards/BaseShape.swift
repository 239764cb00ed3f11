import RuleKit
public import Tables

/// Finds the clients of a base and what belongs to them.
public struct BaseShape: Sendable {
  private let recognition: HeaderRecognition

  /// A shaper that recognises columns so.
  public init(_ recognition: HeaderRecognition) { self.recognition = recognition }

  /// Gives every table of a base its part.
  ///
  /// - Parameters:
  ///   - base: the base as read.
  ///   - mapping: a person's word, which goes first.
  ///   - table: name of the clients' table, when a person said it (`--table`).
  /// - Returns: the part of each table, and the links.
  /// - Throws: `ShapeError` when no table can be the clients.
  /// - Complexity: O(bytes of the base).
  public func shape(
    _ base: Base, mapping: Mapping? = nil, table: String? = nil
  ) throws(ShapeError) -> ShapedBase {
    let usable = base.tables.filter { !$0.columns.isEmpty }
    guard !usable.isEmpty else { throw .empty(file: base.path) }
    let names = base.tables.map(\.name)
    let looks = base.tables.map { table in
      let contents = recognition.contents(of: table)
      let matches = recognition.recognise(table, contents: contents, mapping: mapping)
      return TableLook(table: table, matches: matches, contents: contents)
    }
    let clients = try clients(of: base, looks, mapping, table, names)
    let matches = looks[clients].matches
    var finder = LinkFinder(clients: base.tables[clients], matches: matches, links: base.links)
    var linked: [LinkedTable] = []
    for index in base.tables.indices where index != clients {
      linked.append(self.linked(index, looks[index], &finder, mapping))
    }
    return ShapedBase(
      clients: clients, matches: matches, keyColumn: Self.usualKey(linked), linked: linked,
      notes: notes(base, clients, looks, linked))
  }

  // MARK: Clients

  private func clients(
    of base: Base, _ looks: [TableLook], _ mapping: Mapping?, _ table: String?, _ names: [String]
  ) throws(ShapeError) -> Int {
    if let table {
      guard let index = names.firstIndex(of: table) else {
        throw .noSuchTable(file: base.path, name: table, tables: names)
      }
      return index
    }
    if let index = names.firstIndex(where: { mapping?.tables[$0]?.role == .clients }) { return index }
    guard looks.contains(where: { $0.matches.contains(where: \.isRecognised) }) else {
      throw .noColumnRecognised(file: base.path, tables: names)
    }
    var best: (index: Int, score: Double)?
    for index in base.tables.indices {
      if let role = mapping?.tables[names[index]]?.role, role != .clients { continue }
      guard let score = score(index, base, looks) else { continue }
      if score > best?.score ?? -.infinity { best = (index, score) }
    }
    guard let best else { throw .noClientsTable(file: base.path, tables: names) }
    return best.index
  }

  private static let naming: Set<String> = [
    "org_name", "org_full_name", "person_full_name", "last_name", "first_name", "inn",
  ]
  private static let reaching: Set<String> = [
    "phone", "phone_mobile", "phone_work", "phone_home", "phone_other", "email", "email_work", "email_home",
    "email_other",
  ]

  /// How much a table looks like clients; nil when it names and reaches nobody.
  private func score(_ index: Int, _ base: Base, _ looks: [TableLook]) -> Double? {
    let table = base.tables[index]
    let fields = Set(looks[index].matches.filter(\.isRecognised).map(\.baseField))
    guard !fields.isDisjoint(with: Self.naming.union(Self.reaching)) else { return nil }
    // One known column among several tables is an accident: each list of anything has a name.
    guard fields.count > 1 || base.tables.count == 1 else { return nil }
    var score = 0.0
    for field in fields where recognition.catalogue.definition(of: field)?.isDerived != true {
      score += Self.naming.contains(field) || Self.reaching.contains(field) ? 2 : 1
    }
    // Ten times the rows weigh as much as one more field.
    var rows = table.rowCount
    while rows >= 10 {
      score += 1
      rows /= 10
    }
    if fields.contains("client_id"), !fields.isDisjoint(with: Self.naming) { score += 4 }
    if TableWords.names(table.name, TableWords.clients) { score += 4 }
    if TableWords.names(table.name, TableWords.orders)
      || TableWords.names(table.name, TableWords.interactions)
    {
      score -= 6
    }
    if TableWords.names(table.name, TableWords.others) { score -= 8 }
    if table.isHidden { score -= 3 }
    if table.rowCount == 0 { score -= 6 }
    for link in base.links where link.table != link.toTable {
      let other = link.table == table.name ? link.toTable : link.toTable == table.name ? link.table : nil
      guard let place = base.tables.firstIndex(where: { $0.name == other }) else { continue }
      if link.table == table.name {
        // Orders point at clients, not clients at orders; but clients may point at their manager or city.
        let isNamed = looks[place].matches.contains { Self.naming.contains($0.baseField) }
        score -= isNamed && !TableWords.names(base.tables[place].name, TableWords.others) ? 4 : 0
      } else if looks[place].amountColumn != nil
        || TableWords.names(base.tables[place].name, TableWords.orders)
      {
        score += 6
      }
    }
    return score
  }

  // MARK: Linked tables

  private func linked(
    _ index: Int, _ look: TableLook, _ finder: inout LinkFinder, _ mapping: Mapping?
  ) -> LinkedTable {
    let (table, matches) = (look.table, look.matches)
    let said = mapping?.tables[table.name]
    let link = finder.link(of: table, matches: matches, key: said?.key)
    let amount = look.amountColumn
    let date = look.dateColumn
    let role =
      said?.role ?? (link == nil ? .other : Self.role(table, matches, link, amount: amount, date: date))
    return LinkedTable(
      table: index, role: role == .clients ? .other : role, keyColumn: link?.key,
      clientKeyColumn: link?.clientKey,
      dateColumn: role == .orders || role == .interactions ? date : nil,
      amountColumn: role == .orders ? amount : nil,
      matches: matches)
  }

  private static func role(
    _ table: Table, _ matches: [ColumnMatch], _ link: LinkFinder.Found?, amount: Int?, date: Int?
  ) -> TableRole {
    let people: Set<String> = naming.subtracting(["org_name", "org_full_name", "inn"]).union(reaching)
    let hasPeople = matches.contains { people.contains($0.baseField) && $0.column != link?.key }
    if date != nil, amount != nil { return .orders }
    if TableWords.names(table.name, TableWords.orders), date != nil || amount != nil { return .orders }
    if date != nil, TableWords.names(table.name, TableWords.interactions) { return .interactions }
    if hasPeople, date == nil || TableWords.names(table.name, TableWords.contacts) { return .contacts }
    let isTold = matches.contains { ["comment", "manager", "status", "party_type"].contains($0.baseField) }
    return date != nil && isTold ? .interactions : .other
  }

  // MARK: Words

  private static func usualKey(_ linked: [LinkedTable]) -> Int? {
    var counts: [Int: Int] = [:]
    for key in linked.compactMap(\.clientKeyColumn) { counts[key, default: 0] += 1 }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  private func notes(_ base: Base, _ clients: Int, _ looks: [TableLook], _ linked: [LinkedTable])
    -> [Localized]
  {
    var notes: [Localized] = []
    if base.tables.count > 1 {
      let name = base.tables[clients].name
      notes.append(Localized(en: "the clients are in '\(name)'", ru: "клиенты — в таблице «\(name)»"))
    }
    for table in linked where table.keyColumn == nil {
      let name = base.tables[table.table].name
      guard !TableWords.names(name, TableWords.others), let score = score(table.table, base, looks),
        score >= 8
      else {
        continue
      }
      notes.append(
        Localized(
          en: "'\(name)' looks like clients too and is kept as it is; clean it with --table '\(name)'",
          ru:
            "таблица «\(name)» тоже похожа на клиентов и сохранена как есть; её можно обработать с --table «\(name)»"
        ))
    }
    return notes
  }
}
