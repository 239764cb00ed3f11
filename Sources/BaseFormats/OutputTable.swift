public import Tables

/// What the text of an output column means, so that a writer can give the cell its type.
public enum OutputKind: String, Sendable, Codable, CaseIterable {
  case text, integer, decimal, date, dateTime, boolean
}

/// One column to write.
public struct OutputColumn: Sendable {
  /// Name in a SQLite table and in a foreign key.
  public var name: String
  /// Header in a sheet or a text file.
  public var header: String
  /// The cells, canonical text: ISO 8601 dates, `true`/`false`, plain decimals.
  public var cells: TextColumn
  /// What the cells mean; a cell that does not fit is written as text.
  public var kind: OutputKind

  /// A column.
  public init(name: String, header: String? = nil, cells: TextColumn, kind: OutputKind = .text) {
    self.name = name
    self.header = header ?? name
    self.cells = cells
    self.kind = kind
  }
}

/// A column of an output table that holds keys of another.
public struct OutputForeignKey: Sendable, Equatable {
  /// The column that holds the key.
  public var column: String
  /// The table pointed to.
  public var table: String
  /// The key column there.
  public var toColumn: String

  /// A foreign key.
  public init(column: String, table: String, toColumn: String) {
    self.column = column
    self.table = table
    self.toColumn = toColumn
  }
}

/// One table to write.
public struct OutputTable: Sendable {
  /// Name of the SQLite table or text file.
  public var name: String
  /// Name of the sheet.
  public var title: String
  /// The columns, of equal length.
  public var columns: [OutputColumn]
  /// The column that identifies a row.
  public var primaryKey: String?
  /// Columns that point to other tables of the same base.
  public var foreignKeys: [OutputForeignKey]

  /// A table; all columns must have the same number of cells.
  public init(
    name: String, title: String? = nil, columns: [OutputColumn], primaryKey: String? = nil,
    foreignKeys: [OutputForeignKey] = []
  ) {
    precondition(Set(columns.map(\.cells.count)).count <= 1, "columns of unequal length")
    self.name = name
    self.title = title ?? name
    self.columns = columns
    self.primaryKey = primaryKey
    self.foreignKeys = foreignKeys
  }

  /// Number of rows.
  public var rowCount: Int { columns.first?.cells.count ?? 0 }
}

/// The format of a written base.
public enum OutputFormat: Sendable, Equatable {
  /// RFC 4180 text; one table a file.
  case csv(
    delimiter: UInt8 = UInt8(ascii: ","), byteOrderMark: Bool = false, encoding: OutputEncoding = .utf8)
  /// An Excel workbook, one sheet a table.
  case xlsx
  /// A SQLite base.
  case sqlite
}
