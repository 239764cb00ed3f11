import RuleKit
import Tables

/// What the formats made of the cells that checks across fields look at.
///
/// Such a check asks for canonical values: a cell that is wrong by itself has its own finding already. A value that
/// the format has just put right counts as what it becomes, so one pass over a base says all there is to say.
struct KnownCells {
  private enum Mark {
    static let blank: Int32 = -1
    static let wrong: Int32 = -2
    static let asItStands: Int32 = -3
  }

  private let batch: Batch
  private let fields: [String]
  private let columns: [Int?]
  /// For each field and row a mark, or the place of the canonical value in `texts`.
  private var marks: [ContiguousArray<Int32>]
  private var texts = TextColumn()

  /// Cells of these fields, none looked at yet.
  init(_ fields: [String], in batch: Batch) {
    self.batch = batch
    self.fields = fields
    columns = fields.map { batch.index(of: $0) }
    marks = fields.map { _ in ContiguousArray(repeating: Mark.blank, count: batch.rowCount) }
  }

  /// Place of a field among those looked at; nil: nobody asks for it.
  func place(of field: String) -> Int? { fields.firstIndex(of: field) }

  /// Whether the field has a column, or values that a format derived.
  func isThere(_ place: Int) -> Bool { columns[place] != nil || marks[place].contains { $0 >= 0 } }

  mutating func keep(_ place: Int, _ row: Int) { marks[place][row] = Mark.asItStands }

  mutating func refuse(_ place: Int, _ row: Int) { marks[place][row] = Mark.wrong }

  mutating func put(_ place: Int, _ row: Int, _ value: Span<UInt8>) {
    marks[place][row] = Int32(texts.count)
    texts.append(value)
  }

  /// Takes a value that was derived for the row.
  mutating func derive(_ field: String, _ row: Int, _ value: String) {
    guard let place = place(of: field), marks[place][row] == Mark.blank else { return }
    marks[place][row] = Int32(texts.count)
    texts.append(value)
  }

  @inline(__always)
  func isBlank(_ place: Int, _ row: Int) -> Bool { marks[place][row] == Mark.blank }

  @inline(__always)
  func isCanonical(_ place: Int, _ row: Int) -> Bool {
    let mark = marks[place][row]
    return mark >= 0 || mark == Mark.asItStands
  }

  /// The canonical value, else the cell as it stands.
  @_lifetime(borrow self)
  func cell(_ place: Int, _ row: Int) -> Span<UInt8> {
    let mark = marks[place][row]
    if mark >= 0 { return texts.utf8(at: Int(mark)) }
    guard mark != Mark.blank, let column = columns[place] else { return Span() }
    // The batch outlives the call in which this value lives.
    return unsafe _overrideLifetime(batch.columns[column].utf8(at: row), borrowing: self)
  }
}
