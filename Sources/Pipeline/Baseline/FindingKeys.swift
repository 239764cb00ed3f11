import RuleKit
import Tables

/// Makes the keys of a run's findings.
struct FindingKeys {
  /// Fields that tell one record from another, the surest first; the first few that are filled make its traits.
  private static let telling = [
    "client_id", "external_id", "inn", "org_name", "person_full_name", "last_name", "phone", "phone_mobile",
    "email",
    "first_name", "birth_date", "address", "city",
  ]
  private static let mostTraits = 4

  private let outcome: RunOutcome
  private let hash: KeyedHash
  /// For each row over all sources its place among the client rows, or -1.
  private let places: [Int32]
  private let columns: [(field: String, place: Int)]
  private let records: [RecordKey]

  /// - Complexity: O(rows).
  init(_ outcome: RunOutcome, key: String) {
    self.outcome = outcome
    hash = KeyedHash(key: key)
    var places = [Int32](repeating: -1, count: outcome.assembly.rowCount)
    for (place, row) in outcome.assembly.clientRows.enumerated() { places[row] = Int32(place) }
    self.places = places
    let clients = outcome.assembly.clients
    // A check that merges nobody does not ask who its rows are.
    records = outcome.records.isEmpty ? ClientIdentity.recordKeys(of: clients) : outcome.records
    columns = Self.telling.compactMap { field in clients.index(of: field).map { (field, $0) } }
  }

  /// Key of a finding, by its place in the log.
  /// - Complexity: O(bytes of the record).
  func key(at index: Int) -> FindingKey {
    let found = outcome.log.findings[index]
    let names = outcome.log.names
    let value = outcome.log.values[index]
    let field = found.field.map { names[$0] } ?? ""
    return FindingKey(
      rule: names[found.rule], code: names[found.code], field: field,
      record: found.rowID < 0 ? "" : record(Int(found.rowID)),
      value: value.map { hash.mark(["value", field, $0]).description } ?? "")
  }

  /// Mark of a record's content.
  func record(_ row: Int) -> String { hash.mark(["record", content(row)]).description }

  /// Marks of the record of a finding, any of which it keeps when others of its cells are edited.
  /// - Complexity: O(bytes of the cells).
  func traits(at index: Int) -> [String] {
    let found = outcome.log.findings[index]
    guard found.rowID >= 0, places[Int(found.rowID)] >= 0 else { return [] }
    let place = Int(places[Int(found.rowID)])
    let clients = outcome.assembly.clients
    var traits: [String] = []
    for (field, column) in columns where traits.count < Self.mostTraits {
      guard let text = clients.columns[column][place], !text.isEmpty else { continue }
      traits.append(String(hash.mark(["trait", field, text]).description.prefix(6)))
    }
    return traits
  }

  /// Marks of all records there are.
  /// - Complexity: O(bytes).
  func allRecords() -> Set<String> { Set((0..<outcome.assembly.rowCount).map(record)) }

  private func content(_ row: Int) -> String {
    let place = places[row]
    if place >= 0 { return records[Int(place)].description }
    // A row of a linked table has no record key of the run's own.
    let (source, at) = outcome.assembly.place(of: row)
    let table = outcome.assembly.sources[source].table
    return table.columns.map { "\($0.name)\u{0}\($0.cells[at] ?? "")" }.joined(separator: "\u{1}")
  }
}
