/// A declared link: a column of one table holds keys of another (a SQLite foreign key, an Access relation).
public struct TableLink: Sendable, Equatable {
  /// Name of the table that points.
  public var table: String
  /// Its column that holds the key.
  public var column: String
  /// Name of the table pointed to.
  public var toTable: String
  /// The key column there.
  public var toColumn: String

  /// A link.
  public init(table: String, column: String, toTable: String, toColumn: String) {
    self.table = table
    self.column = column
    self.toTable = toTable
    self.toColumn = toColumn
  }
}

/// One file as read: its tables, the links it declares, and what the reader has to say.
public struct Base: Sendable {
  /// The file as the user named it.
  public var path: String
  /// Format name: `csv`, `xlsx`, `access-xml`, `sqlite`.
  public var format: String
  /// The tables, in source order, hidden ones included.
  public var tables: [Table]
  /// Declared links between them.
  public var links: [TableLink]
  /// What a person should know of the reading: encoding and delimiter found, columns left out.
  public var notes: [SourceNote]

  /// A base.
  public init(
    path: String, format: String, tables: [Table], links: [TableLink] = [], notes: [SourceNote] = []
  ) {
    self.path = path
    self.format = format
    self.tables = tables
    self.links = links
    self.notes = notes
  }
}
