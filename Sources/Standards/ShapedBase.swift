public import RuleKit

/// A table beside the clients, and how it belongs to them.
public struct LinkedTable: Sendable, Equatable {
  /// Index of the table in its base.
  public var table: Int
  /// Its part.
  public var role: TableRole
  /// Its column that names the client; nil: nothing links it to the clients, it is kept as it is.
  public var keyColumn: Int?
  /// The clients' column whose values stand in `keyColumn`; nil when that is.
  public var clientKeyColumn: Int?
  /// Column of the date, for orders and interactions.
  public var dateColumn: Int?
  /// Column of the money, for orders.
  public var amountColumn: Int?
  /// What its columns are, as for the clients: a contact's phone, e-mail, name.
  public var matches: [ColumnMatch]
}

/// A base whose tables have their parts: which one holds the clients, which ones belong to them and how.
public struct ShapedBase: Sendable {
  /// Index of the clients' table in the base.
  public var clients: Int
  /// What its columns are.
  public var matches: [ColumnMatch]
  /// The clients' column that most linked tables name a client by; nil when none does.
  public var keyColumn: Int?
  /// All other tables, in the base's order.
  public var linked: [LinkedTable]
  /// What a person should know of the choice.
  public var notes: [Localized]
}

/// Why a base cannot be shaped.
public enum ShapeError: Error, Sendable, Equatable {
  /// There is no table with a column.
  case empty(file: String)
  /// No column of any table is known.
  case noColumnRecognised(file: String, tables: [String])
  /// Columns are known, but no table names or reaches anybody.
  case noClientsTable(file: String, tables: [String])
  /// The table asked for is not there.
  case noSuchTable(file: String, name: String, tables: [String])

  /// One line: file first, the remedy after the semicolon.
  public var line: String {
    switch self {
    case .empty(let file):
      return "\(file): holds no table with columns; check that it is the right file"
    case .noColumnRecognised(let file, let tables):
      return
        "\(file): no column was recognised in \(Self.list(tables)); name the columns in a file given with "
        + "--mapping, and check that the first line is the header"
    case .noClientsTable(let file, let tables):
      return
        "\(file): none of \(Self.list(tables)) looks like clients; say which one is with --table, or name "
        + "its columns with --mapping"
    case .noSuchTable(let file, let name, let tables):
      let near = NearestName.nearest(to: name, among: tables)
      let remedy = near.map { "did you mean '\($0)'?" } ?? "there are \(Self.list(tables))"
      return "\(file): no table '\(name)'; \(remedy)"
    }
  }

  private static func list(_ tables: [String]) -> String {
    tables.map { "'\($0)'" }.joined(separator: ", ")
  }
}
