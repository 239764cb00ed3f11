/// What a source says a column holds; cells are text all the same.
public enum ColumnKind: String, Sendable, Codable {
  case text, number, date, boolean, binary
}

/// One named column.
public struct Column: Sendable {
  /// The header as it stands in the source, or the canonical field name.
  public var name: String
  /// The cells.
  public var cells: TextColumn
  /// What the source declares, when it does (an Access jetType, a SQLite declaration).
  public var kind: ColumnKind?

  /// A column.
  public init(name: String, cells: TextColumn, kind: ColumnKind? = nil) {
    self.name = name
    self.cells = cells
    self.kind = kind
  }
}

/// A table of text: columns of equal length, and where its rows came from.
public struct Table: Sendable {
  /// Name of the sheet, Access table, SQLite table, or file stem.
  public var name: String
  /// The columns, in source order.
  ///
  /// Names may repeat: a header is data.
  public var columns: [Column]
  /// Number of rows, also when there are no columns.
  public var rowCount: Int
  /// Where each row came from.
  public var origin: Origin
  /// Names of the columns that the source declares as the primary key.
  public var primaryKey: [String]
  /// Whether the source hides the table (a hidden sheet).
  public var isHidden: Bool
  /// Rows whose cells are not as many as the header's, by their numbers; cells beyond it stand in columns of their own.
  public var raggedRows: [RaggedRow] = []

  /// A table; all columns must have `origin.numbers.count` cells.
  public init(
    name: String, columns: [Column], origin: Origin, primaryKey: [String] = [], isHidden: Bool = false
  ) {
    self.name = name
    self.columns = columns
    self.rowCount = origin.numbers.count
    self.origin = origin
    self.primaryKey = primaryKey
    self.isHidden = isHidden
    precondition(columns.allSatisfy { $0.cells.count == origin.numbers.count }, "columns of unequal length")
  }

  /// The first column of that name.
  /// - Complexity: O(columns).
  public func index(ofColumn name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
