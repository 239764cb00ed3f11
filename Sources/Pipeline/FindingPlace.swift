public import Tables

/// Where a finding stands, in parts for programs.
public struct FindingPlace: Sendable, Equatable {
  /// The file as the user named it.
  public var path: String
  /// Sheet or table within the file; nil where the file is one table.
  public var table: String?
  /// What `number` counts.
  public var unit: RowUnit
  /// Number of the row in the source.
  public var number: Int64
  /// Header of the column; nil: the row as a whole, or a field that has no column.
  public var header: String?
  /// The address as people read it; a cell of a sheet by its reference.
  public var address: String
}

extension Assembly {
  /// Place of a row over all sources, or of the cell that a field was read from.
  /// - Complexity: O(log tables + columns).
  public func place(ofFinding row: Int, field: String?) -> FindingPlace {
    let (at, line) = place(of: row)
    let source = sources[at]
    let origin = source.table.origin
    var place = FindingPlace(
      path: source.path, table: origin.table, unit: origin.unit, number: origin.numbers[line], header: nil,
      address: origin.address(ofRow: line))
    if let field, let column = source.columns.firstIndex(where: { $0.field == field }) {
      let header = source.table.columns[column].name
      place.header = header
      if origin.unit == .row { place.address = origin.address(ofRow: line, column: column, named: header) }
    }
    return place
  }
}
