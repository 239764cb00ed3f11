import RuleKit
import Tables

/// An example's drawing taken apart: the table a rule is given, and what it must say of it.
///
/// Cells stand between ` | `; the header is the first line. `↓` before a cell: flagged; `before → after` in a
/// cell: changed, where nothing at a side is null. A column whose header is `↓` is no column: a `↓` in it says
/// that the row as a whole must be flagged.
struct Drawing: Sendable, Equatable {
  /// Names of the columns.
  var fields: [String] = []
  /// The columns before the rule.
  var columns: [[String?]] = []
  /// What must be said, one line a statement.
  var expected: Set<String> = []
  /// Names of the columns that hold nothing until the rule fills them.
  var derived: Set<String> = []

  init(_ table: String) throws(ExampleError) {
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false).map(Self.cells)
    guard let header = lines.first, header.contains(where: { !$0.isEmpty }) else {
      throw .drawing("has no header")
    }
    fields = header.filter { $0 != Self.mark }
    guard Set(fields).count == fields.count, !fields.contains("") else {
      throw .drawing("has a nameless column or two of one name")
    }
    columns = Array(repeating: [], count: fields.count)
    var filled: Set<String> = []
    for (row, line) in lines.dropFirst().enumerated() {
      guard line.count <= header.count else { throw .drawing("has \(line.count) cells in row \(row + 1)") }
      var column = 0
      for (index, name) in header.enumerated() {
        let cell = index < line.count ? line[index] : ""
        if name == Self.mark {
          if cell == Self.mark { expected.insert(Statement.flag(row: row, field: nil)) }
          continue
        }
        let (before, after) = try read(cell, row: row, name)
        columns[column].append(before)
        if after != nil { filled.insert(name) }
        column += 1
      }
    }
    derived = filled.filter { name in
      fields.firstIndex(of: name).map { columns[$0].allSatisfy { $0 == nil } } ?? false
    }
  }

  private static let mark = "↓"

  /// Notes what a cell says must happen; gives its text before and, if it changes, after.
  private mutating func read(
    _ cell: String, row: Int, _ name: String
  ) throws(ExampleError) -> (before: String?, after: String??) {
    var text = cell[...]
    if text.hasPrefix(Self.mark) {
      expected.insert(Statement.flag(row: row, field: name))
      text = text.dropFirst(Self.mark.count)
    }
    let sides = " \(text) ".split(separator: " → ", omittingEmptySubsequences: false).map(Self.trimmed)
    guard sides.count <= 2, let before = sides.first else {
      throw .drawing("has two arrows in row \(row + 1), column \(name)")
    }
    guard sides.count == 2 else { return (before.isEmpty ? nil : before, nil) }
    let after = sides[1].isEmpty ? nil : sides[1]
    expected.insert(Statement.edit(row: row, field: name, to: after))
    return (before.isEmpty ? nil : before, .some(after))
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return String(rest)
  }

  /// Splits a line at bars with a space or the line's end at both sides; other bars belong to a cell.
  private static func cells(_ line: Substring) -> [String] {
    " \(line) ".split(separator: " |", omittingEmptySubsequences: false).reduce(into: [String]()) {
      cells, part in
      // A bar followed by text without a space is a cell's own.
      if !cells.isEmpty, part.first != " ", !part.isEmpty {
        cells[cells.count - 1] += " |" + part
      } else {
        cells.append(String(part))
      }
    }.map(trimmed)
  }
}

/// One thing said of a table, as a line that a failing test shows.
enum Statement {
  /// A finding on a cell, or on a row.
  static func flag(row: Int, field: String?) -> String {
    "row \(row + 1): \(field ?? "the row") flagged"
  }

  /// A change of a cell.
  static func edit(row: Int, field: String, to value: String?) -> String {
    "row \(row + 1): \(field) → \(value ?? "nothing")"
  }

  /// A finding on the table.
  static func table(_ code: String) -> String { "table: \(code)" }

  /// A judged pair.
  static func link(_ drawn: String) -> String { "link: \(drawn)" }
}
