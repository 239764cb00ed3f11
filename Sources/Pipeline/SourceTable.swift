public import RuleKit
public import Standards
public import Tables

/// One table of one source, its columns recognised: what the pipeline starts from.
public struct SourceTable: Sendable {
  /// How a column was recognised.
  public struct Recognition: Sendable {
    /// Canonical field, `extra.<header>`, or nil where a linked table's column means nothing to clients.
    public var field: String?
    /// How, for people: `mapping`, `synonym`, `content` and the like.
    public var how: String
    /// How sure that is, 0…1.
    public var score: Double
    /// Why, for people.
    public var reason: Localized

    /// A recognition.
    public init(
      field: String?, how: String, score: Double = 1, reason: Localized = Localized(en: "", ru: "")
    ) {
      self.field = field
      self.how = how
      self.score = score
      self.reason = reason
    }
  }

  /// Which of the bases it came from, from 0.
  public var base: Int
  /// The file as the user named it.
  public var path: String
  /// Format name of the file.
  public var format: String
  /// SHA-256 of the file, hexadecimal.
  public var sha256: String
  /// What the reader said.
  public var notes: [SourceNote]
  /// The table as read.
  public var table: Table
  /// Its role.
  public var role: TableRole
  /// One recognition a column.
  public var columns: [Recognition]
  /// In a clients table the column whose values linked tables hold; in a linked table the column that holds
  /// them.
  public var keyColumn: Int?
  /// In a linked table: the clients' column whose values `keyColumn` holds; nil: the clients' own `keyColumn`.
  public var clientKeyColumn: Int?
  /// In a linked table: the column with the date of the order or contact.
  public var dateColumn: Int?
  /// In a linked table: the column with the amount of the order.
  public var amountColumn: Int?

  /// A recognised table.
  public init(
    base: Int, path: String, format: String, sha256: String, notes: [SourceNote], table: Table,
    role: TableRole,
    columns: [Recognition], keyColumn: Int? = nil, clientKeyColumn: Int? = nil, dateColumn: Int? = nil,
    amountColumn: Int? = nil
  ) {
    precondition(columns.count == table.columns.count, "one recognition a column")
    self.base = base
    self.path = path
    self.format = format
    self.sha256 = sha256
    self.notes = notes
    self.table = table
    self.role = role
    self.columns = columns
    self.keyColumn = keyColumn
    self.clientKeyColumn = clientKeyColumn
    self.dateColumn = dateColumn
    self.amountColumn = amountColumn
  }
}
