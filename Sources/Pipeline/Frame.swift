public import Tables

/// Named columns of equal length: what rules see and change.
public struct Frame: Sendable {
  /// Field names, each once.
  public private(set) var fields: [String] = []
  /// The columns, as `fields` names them.
  public private(set) var columns: [TextColumn] = []
  /// Number of rows.
  public let rowCount: Int
  private var places: [String: Int] = [:]

  /// A frame of so many rows without columns.
  public init(rowCount: Int) { self.rowCount = rowCount }

  /// Place of a field.
  public func index(of field: String) -> Int? { places[field] }

  /// Column of a field.
  public subscript(field: String) -> TextColumn? { places[field].map { columns[$0] } }

  /// Text of a cell; nil where the field is missing or the cell null.
  public func text(_ field: String, _ row: Int) -> String? { places[field].flatMap { columns[$0][row] } }

  /// Sets a column, new or known.
  public mutating func set(_ field: String, _ column: TextColumn) {
    precondition(column.count == rowCount, "a column of another length")
    if let place = places[field] {
      columns[place] = column
    } else {
      places[field] = fields.count
      fields.append(field)
      columns.append(column)
    }
  }

  /// Drops a column.
  public mutating func remove(_ field: String) {
    guard let place = places[field] else { return }
    fields.remove(at: place)
    columns.remove(at: place)
    places = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1, $0) })
  }

  /// The frame with only these rows, in this order.
  /// - Complexity: O(cells kept).
  public func gathering(_ rows: [Int]) -> Frame {
    var result = Frame(rowCount: rows.count)
    for (field, column) in zip(fields, columns) { result.set(field, column.gathering(rows)) }
    return result
  }

  /// The frame with its columns in another order; fields not named keep their order at the end.
  public func ordered(by names: [String]) -> Frame {
    var result = Frame(rowCount: rowCount)
    for name in names { if let column = self[name] { result.set(name, column) } }
    for (field, column) in zip(fields, columns) where result.index(of: field) == nil {
      result.set(field, column)
    }
    return result
  }
}
