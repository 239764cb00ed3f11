/// A row that has more cells than its table's header, or fewer.
public struct RaggedRow: Sendable, Equatable {
  /// Number of the row in its source, as in `Origin.numbers`.
  public var number: Int64
  /// Cells that it has.
  public var cells: Int32
  /// Cells that the header has.
  public var expected: Int32

  /// A row of so many cells where the header has `expected`.
  public init(number: Int64, cells: Int, expected: Int) {
    self.number = number
    self.cells = Int32(clamping: cells)
    self.expected = Int32(clamping: expected)
  }
}
