/// What the number in a row's address counts.
public enum RowUnit: String, Sendable, Codable {
  /// 1-based line of a text file, where the row begins.
  case line
  /// 1-based row of a sheet, the header included, as the spreadsheet shows it.
  case row
  /// 1-based record of an Access table.
  case record
  /// SQLite's rowid (or the 1-based position, for a table without one).
  case rowid
}

/// Where the rows of a table came from.
public struct Origin: Sendable {
  /// The file as the user named it.
  public var path: String
  /// Sheet or table within the file; nil where a file is one table (CSV).
  public var table: String?
  /// What `numbers` count.
  public var unit: RowUnit
  /// For each row its number in the source.
  public var numbers: ContiguousArray<Int64>
  /// For a sheet: the 0-based sheet column of each table column, for cell addresses.
  ///
  /// Empty elsewhere.
  public var sheetColumns: [Int]

  /// An origin.
  public init(
    path: String, table: String?, unit: RowUnit, numbers: ContiguousArray<Int64>, sheetColumns: [Int] = []
  ) {
    self.path = path
    self.table = table
    self.unit = unit
    self.numbers = numbers
    self.sheetColumns = sheetColumns
  }

  /// Last component of the path.
  public var file: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The row's address, as people read it: `clients.xlsx › Клиенты › row 17`.
  public func address(ofRow row: Int) -> String { "\(addressStem)\(numbers[row])" }

  /// What stands before the number in every row's address.
  public var addressStem: String {
    let place = table.map { "\(file) › \($0)" } ?? file
    return "\(place) › \(unit.rawValue) "
  }

  /// The cell's address: a sheet's cell gets its reference (`… › E17`), any other its column's name.
  public func address(ofRow row: Int, column: Int, named name: String) -> String {
    guard unit == .row, column < sheetColumns.count else { return "\(address(ofRow: row)) › \(name)" }
    let place = table.map { "\(file) › \($0)" } ?? file
    return "\(place) › \(Self.letters(sheetColumns[column]))\(numbers[row])"
  }

  /// Letters of a 0-based sheet column: 0 → A, 25 → Z, 26 → AA.
  public static func letters(_ column: Int) -> String {
    var rest = column + 1
    var letters: [Character] = []
    while rest > 0 {
      letters.append(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))))
      rest = (rest - 1) / 26
    }
    return String(letters.reversed())
  }
}
