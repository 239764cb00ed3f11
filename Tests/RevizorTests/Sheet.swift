import Foundation

/// A table of a base as the binary reads it back.
struct Sheet: Sendable {
  var columns: [String]
  /// For each row its cells by column; a null cell is absent.
  var rows: [[String: String]]

  /// Reads a table of a base; nil: its first.
  init(_ base: String, table: String? = nil) throws {
    struct Line: Decodable {
      var table: String
      var columns: [String]
    }
    let decoder = JSONDecoder()
    let list = try mustRun(["read", base, "--list"]).outLines.map {
      try decoder.decode(Line.self, from: Data($0.utf8))
    }
    guard let line = list.first(where: { table == nil || $0.table == table }) else {
      throw NoSuchTable(base: base, table: table ?? "", found: list.map(\.table))
    }
    columns = line.columns
    rows = try mustRun(["read", base, "--as", "jsonl", "--table", line.table]).outLines.map { line in
      try decoder.decode([String: String?].self, from: Data(line.utf8)).compactMapValues { $0 }
    }
  }

  /// Names of the tables of a base, and their rows.
  static func list(_ base: String) throws -> [(table: String, rows: Int)] {
    struct Line: Decodable {
      var table: String
      var rows: Int
    }
    return try mustRun(["read", base, "--list"]).outLines.map {
      let line = try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      return (line.table, line.rows)
    }
  }

  /// The rows by the value of a column that no two share.
  func keyed(by column: String) -> [String: [String: String]] {
    Dictionary(rows.map { ($0[column] ?? "∅", $0) }) { first, _ in first }
  }

  /// As RFC 4180 text, the rows in the order given.
  func csv(order: [Int]) -> String {
    func line(_ cells: [String]) -> String {
      cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
    }
    return line(columns) + order.map { row in line(columns.map { rows[row][$0] ?? "" }) }.joined()
  }

  struct NoSuchTable: Error {
    var base: String
    var table: String
    var found: [String]
  }
}
