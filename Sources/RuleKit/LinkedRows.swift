public import Tables

/// Rows that belong to the clients of a batch: their orders, contacts, interactions, or the records merged into them.
///
/// Shape: the rows of client 0 come first, then those of client 1, and so on; a client may have none.
public struct LinkedRows: Sendable {
  /// The role of the table: `orders`, `contacts`, `interactions`, `records`; a second one of a role is `orders_2`.
  public let name: String
  /// Names of its columns.
  public let fields: [String]
  /// Its columns, borrowed for the length of the call.
  public let columns: [TextView]
  private let starts: [Int]

  /// Rows by client: those of client `n` are `starts[n]..<starts[n + 1]`.
  public init(name: String, fields: [String], columns: [TextView], starts: [Int]) {
    precondition(fields.count == columns.count && !starts.isEmpty)
    precondition(columns.allSatisfy { $0.count >= starts[starts.count - 1] })
    self.name = name
    self.fields = fields
    self.columns = columns
    self.starts = starts
  }

  /// Number of rows over all clients.
  public var rowCount: Int { starts[starts.count - 1] }

  /// The rows of a client.
  public func rows(ofClient client: Int) -> Range<Int> { starts[client]..<starts[client + 1] }

  /// The column of a field, if the table has it.
  /// - Complexity: O(columns).
  public func column(_ field: String) -> TextView? { fields.firstIndex(of: field).map { columns[$0] } }
}
