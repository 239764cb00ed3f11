public import Tables

/// Rows handed to a rule: columns by field name, borrowed for the length of the call.
public struct Batch: Sendable {
  /// Field names, in the order of the columns.
  public let fields: [String]
  /// The columns.
  public let columns: [TextView]
  /// Number of rows.
  public let rowCount: Int
  /// Rows of other tables that belong to these, where the rule's description asks for them and the base has them.
  public let linked: [LinkedRows]

  /// A batch over borrowed columns of `rowCount` cells each.
  public init(fields: [String], columns: [TextView], rowCount: Int, linked: [LinkedRows] = []) {
    precondition(fields.count == columns.count && columns.allSatisfy { $0.count == rowCount })
    self.fields = fields
    self.columns = columns
    self.rowCount = rowCount
    self.linked = linked
  }

  /// The column of a field, if the batch has it.
  /// - Complexity: O(columns).
  public func column(_ field: String) -> TextView? { index(of: field).map { columns[$0] } }

  /// Place of a field among the columns.
  /// - Complexity: O(columns).
  public func index(of field: String) -> Int? { fields.firstIndex(of: field) }
}
