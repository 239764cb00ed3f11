import Foundation
import RuleKit
import Tables

/// A table as text, for the `read` command.
enum TableText {
  /// `{"table", "rows", "columns"}`.
  static func line(of table: Table) -> String {
    let names = table.columns.map { quoted($0.name) }.joined(separator: ",")
    return "{\"table\":\(quoted(table.name)),\"rows\":\(table.rowCount),\"columns\":[\(names)]}"
  }

  /// RFC 4180, nulls as empty cells.
  static func csv(_ table: Table) -> String {
    var text = table.columns.map { field($0.name) }.joined(separator: ",") + "\n"
    for row in 0..<table.rowCount {
      text += table.columns.map { field($0.cells[row] ?? "") }.joined(separator: ",") + "\n"
    }
    return text
  }

  /// One JSON object a row, in column order; a null cell is `null`.
  static func jsonLines(_ table: Table) -> [String] {
    let names = table.columns.map { quoted($0.name) }
    return (0..<table.rowCount).map { row in
      "{"
        + zip(names, table.columns).map { "\($0):\($1.cells[row].map(quoted) ?? "null")" }.joined(
          separator: ",") + "}"
    }
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}
