import GRDB
import Tables

/// The ordinary tables of a SQLite base and the links between them.
struct SQLiteSchema {
  struct TableInfo {
    var name: String
    var columns: [(name: String, kind: ColumnKind?)] = []
    var primaryKey: [String] = []
    /// The name under which the rowid can be asked for; nil where there is none.
    var rowid: String?
    /// Whether the rows stand in the file; a view or a virtual table computes them.
    var isStored = true
  }

  private(set) var tables: [TableInfo] = []
  private(set) var links: [TableLink] = []

  /// Reads the schema: nothing of SQLite's own, and no view or virtual table but the one that is named.
  init(_ database: Database, named asked: String? = nil) throws {
    let list = try Row.fetchAll(
      database,
      sql: """
        SELECT list.name AS name, list.wr AS wr, list.type AS type FROM pragma_table_list AS list
        JOIN sqlite_schema AS source ON source.name = list.name AND source.type IN ('table', 'view')
        WHERE list.schema = 'main' AND list.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          AND (list.type = 'table' OR (list.type IN ('view', 'virtual') AND list.name = ?))
        ORDER BY source.rowid
        """, arguments: [asked])
    for row in list {
      let isStored = row["type"] as String == "table"
      let hasRowid = isStored && !(row["wr"] as Bool)
      var table = try Self.info(row["name"], withoutRowid: !hasRowid, database)
      table.isStored = isStored
      tables.append(table)
    }
    for table in tables { links += try Self.links(of: table, among: tables, database) }
  }

  private static func info(_ name: String, withoutRowid: Bool, _ database: Database) throws -> TableInfo {
    var table = TableInfo(name: name)
    var keys: [(Int, String)] = []
    for row in try Row.fetchAll(database, sql: "SELECT * FROM pragma_table_xinfo(?)", arguments: [name]) {
      let hidden: Int = row["hidden"]
      guard hidden != 1 else { continue }
      let column: String = row["name"]
      table.columns.append((column, kind(ofType: row["type"] ?? "")))
      let position: Int = row["pk"]
      if position > 0 { keys.append((position, column)) }
    }
    table.primaryKey = keys.sorted { $0.0 < $1.0 }.map(\.1)
    let taken = Set(table.columns.map { $0.name.lowercased() })
    table.rowid = withoutRowid ? nil : ["rowid", "_rowid_", "oid"].first { !taken.contains($0) }
    return table
  }

  private static func links(
    of table: TableInfo, among tables: [TableInfo], _ database: Database
  ) throws -> [TableLink] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq", arguments: [table.name]
    )
    // A key of several columns is no link by one column.
    let composite = Set(rows.filter { $0["seq"] as Int > 0 }.map { $0["id"] as Int })
    return rows.compactMap { row in
      guard !composite.contains(row["id"]) else { return nil }
      let wanted: String = row["table"]
      guard let target = tables.first(where: { $0.name.lowercased() == wanted.lowercased() }) else {
        return nil
      }
      let named: String? = row["to"]
      guard let column = named ?? target.primaryKey.first else { return nil }
      return TableLink(table: table.name, column: row["from"], toTable: target.name, toColumn: column)
    }
  }

  /// What a declared type promises (SQLite, «Datatypes» §3.1, with the date and boolean words people use).
  private static func kind(ofType type: String) -> ColumnKind? {
    let type = type.uppercased()
    guard !type.isEmpty else { return nil }
    if ["DATE", "TIME"].contains(where: type.contains) { return .date }
    if type.contains("BOOL") { return .boolean }
    if ["INT", "REAL", "FLOA", "DOUB", "NUM", "DEC", "MONEY"].contains(where: type.contains) {
      return .number
    }
    if type.contains("BLOB") { return .binary }
    return .text
  }
}

extension String {
  /// The name as a SQL identifier.
  var quotedIdentifier: String {
    "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
