/// A sheet for a person to fill in: every cell is locked but those of the columns with choices.
package struct FormSheet: Sendable {
  /// One column.
  package struct Column: Sendable {
    /// What stands in the first row.
    package var header: String
    /// Width in characters.
    package var width: Double
    /// What a cell may hold, offered as a drop-down list; empty: the column is locked.
    package var choices: [String]
    /// Whether long texts are broken into lines.
    package var wraps: Bool
    /// Whether it is there for the program, not for the person, and shown pale.
    package var isPale: Bool
    /// Whether it is out of sight until somebody unhides it.
    package var isHidden: Bool

    /// A column.
    package init(
      _ header: String, width: Double, choices: [String] = [], wraps: Bool = false, isPale: Bool = false,
      isHidden: Bool = false
    ) {
      self.header = header
      self.width = width
      self.choices = choices
      self.wraps = wraps
      self.isPale = isPale
      self.isHidden = isHidden
    }
  }

  /// How a cell stands out.
  package enum Tone: UInt8, Sendable {
    case plain
    /// Its neighbour says something else.
    case differs
    /// Its neighbour says nothing.
    case alone
  }

  /// One cell.
  package struct Cell: Sendable {
    /// What it says; nil: nothing.
    package var text: String?
    /// How it stands out.
    package var tone: Tone

    /// A cell.
    package init(_ text: String?, tone: Tone = .plain) {
      self.text = text
      self.tone = tone
    }
  }

  /// Name of the sheet.
  package var title: String
  /// The columns.
  package var columns: [Column]
  /// The rows, each with a cell a column; a row that begins a group has a line above it.
  package var rows: [(cells: [Cell], beginsGroup: Bool)]
  /// Columns that stay in sight.
  package var frozenColumns: Int
  /// What a person reads beside a cell to fill in.
  package var prompt: String
  /// What a person reads after typing something else.
  package var refusal: String

  /// A sheet without rows.
  package init(
    _ title: String, columns: [Column], frozenColumns: Int = 0, prompt: String = "", refusal: String = ""
  ) {
    self.title = title
    self.columns = columns
    self.frozenColumns = frozenColumns
    self.prompt = prompt
    self.refusal = refusal
    rows = []
  }

  /// Lines that the tallest cell of a row takes: not every program finds that out by itself.
  /// - Complexity: O(characters).
  func lines(of cells: [Cell]) -> Int {
    zip(columns, cells).map { column, cell in
      column.wraps ? Self.lines(of: cell.text ?? "", width: column.width) : 1
    }.max() ?? 1
  }

  /// Lines of the tallest header.
  var headerLines: Int { columns.map { Self.lines(of: $0.header, width: $0.width) }.max() ?? 1 }

  /// Lines of a text, broken at words, in a column of that many characters.
  private static func lines(of text: String, width: Double) -> Int {
    let width = max(Int(width), 1)
    var lines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var filled = 0
      lines += 1
      for word in line.split(separator: " ") {
        if filled > 0, filled + 1 + word.count > width {
          lines += 1
          filled = 0
        }
        filled += (filled > 0 ? 1 : 0) + word.count
        // A word wider than the column is broken anywhere.
        lines += (filled - 1) / width
        filled = (filled - 1) % width + 1
      }
    }
    return lines
  }
}
