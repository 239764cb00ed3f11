public import Tables

/// Rows on their way to a rule that asked for them, sorted by the client they belong to.
public struct ClientRows: Sendable {
  /// The role of the table.
  public var name: String
  /// Names of its columns.
  public var fields: [String]
  /// Its columns, rows in the order of their clients.
  public var columns: [TextColumn]
  /// Rows of client `n`: `starts[n]..<starts[n + 1]`.
  public var starts: [Int64]

  /// Rows by client.
  public init(name: String, fields: [String], columns: [TextColumn], starts: [Int64]) {
    precondition(fields.count == columns.count && !starts.isEmpty)
    self.name = name
    self.fields = fields
    self.columns = columns
    self.starts = starts
  }
}
