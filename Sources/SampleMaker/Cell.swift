/// What one cell of a sample holds, with the type its file gives it.
enum Value: Equatable {
  case null
  case text(String)
  case integer(Int64)
  case real(Double)
  case date(Day)

  /// The text, of a text.
  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }
}

/// A cell as somebody typed it, and what is wrong with it.
struct Cell: Equatable {
  var value: Value
  var dirt: [Dirt] = []

  static let null = Cell(value: .null)

  init(value: Value, dirt: [Dirt] = []) {
    self.value = value
    self.dirt = dirt
  }

  init(_ text: String, _ dirt: Dirt...) {
    value = .text(text)
    self.dirt = dirt
  }
}

/// What a truth table says of one row besides the client it belongs to.
struct TruthRow {
  /// Name of the file.
  var file: String
  /// Sheet or table; empty for a CSV file.
  var table: String
  /// What the number counts: record, row, line, rowid.
  var unit: String
  var number: Int
  /// Number of the true client; nil for a row that is nobody's.
  var client: Int?
  /// Whether the row is a client's own (and not an order or contact of his), so that his status is told.
  var isClientRow: Bool
  var dirt: [Dirt]
}
