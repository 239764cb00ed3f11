import Foundation
public import Tables

/// What part a table plays in a base.
public enum TableRole: String, Sendable, Codable, CaseIterable {
  /// One row a client.
  case clients
  /// Purchases: a date, an amount, a client.
  case orders
  /// Persons of a client, or ways to reach one.
  case contacts
  /// Calls, meetings, letters.
  case interactions
  /// Anything else; kept as it is.
  case other
}

/// A person's word on what columns and tables are, which goes before all recognition.
public struct Mapping: Sendable {
  /// What is said of one table.
  public struct TableEntry: Sendable, Equatable {
    /// Its part.
    public var role: TableRole?
    /// Header of the column that names the client.
    public var key: String?
    /// Field of each header named.
    public var columns: [String: String] = [:]
    var location: FileLocation
  }

  /// In place of a field: the column stays as `extra.<header>`, whatever it looks like.
  public static let extra = "extra"

  /// Field of each header named, in all tables.
  public let columns: [String: String]
  /// What is said of single tables, by name.
  public let tables: [String: TableEntry]
  private let places: [String: FileLocation]

  /// A mapping without a file.
  public init(columns: [String: String] = [:], tables: [String: (role: TableRole?, key: String?)] = [:]) {
    let nowhere = FileLocation(file: "mapping", line: 0)
    self.columns = columns
    self.tables = tables.mapValues { TableEntry(role: $0.role, key: $0.key, location: nowhere) }
    places = [:]
  }

  init(columns: [String: String], tables: [String: TableEntry], places: [String: FileLocation]) {
    self.columns = columns
    self.tables = tables
    self.places = places
  }

  /// The field a header of a table was given; nil when nothing is said of it.
  ///
  /// What is said of the table goes before what is said of all; the very header before one that differs in case,
  /// spaces or punctuation.
  public func field(of header: String, in table: String) -> String? {
    for columns in [tables[table]?.columns ?? [:], columns] {
      if let field = columns[header] { return field }
      let wanted = HeaderText(header)
      let alike = columns.keys.sorted().first { HeaderText($0) == wanted }
      if let field = alike.flatMap({ columns[$0] }) { return field }
    }
    return nil
  }

  /// What the mapping names that the base has not: tables, headers, key columns; each with the nearest that is there.
  public func check(against base: [Table]) -> [StandardError] {
    var errors: [StandardError] = []
    func look(for header: String, at place: FileLocation, in headers: [String], _ whose: String) {
      let wanted = HeaderText(header)
      guard !headers.contains(where: { HeaderText($0) == wanted }) else { return }
      errors.append(
        StandardError(
          place, "no column '\(header)' in \(whose)",
          nearest: NearestName.nearest(to: header, among: headers),
          remedy: "its columns are \(headers.joined(separator: ", "))"))
    }
    for header in columns.keys.sorted() {
      let place = places[header] ?? FileLocation(file: "mapping", line: 0)
      look(for: header, at: place, in: base.flatMap { $0.columns.map(\.name) }, "any table")
    }
    for (name, entry) in tables.sorted(by: { $0.key < $1.key }) {
      guard let table = base.first(where: { $0.name == name }) else {
        let known = base.map(\.name)
        errors.append(
          StandardError(
            entry.location, "no table '\(name)'", nearest: NearestName.nearest(to: name, among: known),
            remedy: "there are \(known.joined(separator: ", "))"))
        continue
      }
      let headers = table.columns.map(\.name)
      for header in entry.columns.keys.sorted() {
        look(for: header, at: places["\(name)\u{0}\(header)"] ?? entry.location, in: headers, "'\(name)'")
      }
      if let key = entry.key {
        look(for: key, at: places["\(name)\u{0}"] ?? entry.location, in: headers, "'\(name)'")
      }
    }
    return errors.sorted { $0.location.line < $1.location.line }
  }
}
