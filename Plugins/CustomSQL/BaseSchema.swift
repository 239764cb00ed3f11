import RuleKit

/// The tables that checks see: `clients` by the names of its fields, and the linked tables with `client`, the rowid of
/// the client that each row belongs to.
struct BaseSchema: Sendable {
  /// Linked tables that are always there, if need be empty.
  static let linked = ["orders", "contacts", "interactions"]
  private static let numeric: Set<String> = ["integer", "number", "money", "percent"]

  private let context: RuleContext

  init(_ context: RuleContext) { self.context = context }

  /// The tables of a base.
  ///
  /// - Parameters:
  ///   - fields: fields of its clients; those of the standard that it lacks are there too, all null.
  ///   - tables: columns of its linked tables by name.
  /// - Returns: the tables, no column twice.
  func tables(clients fields: [String], linked tables: [(name: String, fields: [String])]) -> [MemoryDatabase
    .Source]
  {
    let clients = MemoryDatabase.Source(
      name: "clients", columns: unique(fields + context.fields.keys.sorted()).map { ($0, isNumber($0)) })
    let absent = Self.linked.filter { name in !tables.contains { $0.name == name } }
    return [clients]
      + (tables + absent.map { ($0, ["date", "amount"]) }).map { table in
        MemoryDatabase.Source(
          name: table.name,
          columns: [(name: "client", isNumber: true)]
            + unique(table.fields, taken: ["client"]).map { ($0, $0 == "amount") })
      }
  }

  /// Names that differ by more than the case of Latin letters, which is all that SQLite tells apart.
  func unique(_ names: [String], taken: Set<String> = []) -> [String] {
    var seen = taken.union(["rowid", "_rowid_", "oid"])
    return names.filter { seen.insert($0.lowercased()).inserted }
  }

  private func isNumber(_ field: String) -> Bool {
    Self.numeric.contains(context.spec(of: field)?.format ?? "")
  }

  /// Whether a base may have this field of clients though the standard does not list it.
  func mayHave(_ field: String) -> Bool {
    field.hasPrefix("extra.") || context.fields.isEmpty || context.spec(of: field) != nil
  }
}
