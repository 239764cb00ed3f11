import Foundation
import RecordLinkage
import Tables

/// A small reader for the labelled sets: commas, double quotes, no line breaks inside fields.
struct CSVTable {
  var header: [String]
  var rows: [[String]]

  init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  init(path: String) throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    let parsed = lines.map { Self.fields(Array($0.utf8)) }
    self.init(header: parsed[0], rows: Array(parsed.dropFirst()))
  }

  private static func fields(_ line: [UInt8]) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var quoted = false
    var index = 0
    while index < line.count {
      let byte = line[index]
      if byte == 0x22 {
        if quoted, index + 1 < line.count, line[index + 1] == 0x22 {
          field.append(byte)
          index += 1
        } else {
          quoted.toggle()
        }
      } else if byte == 0x2C, !quoted {
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      } else {
        field.append(byte)
      }
      index += 1
    }
    return fields + [String(decoding: field, as: UTF8.self)]
  }

  /// Hands the columns to the engine; blank cells are null.
  func link(
    without left: Set<String> = [], options: LinkageOptions = LinkageOptions(),
    nicknames: Nicknames = Nicknames()
  ) -> Linkage {
    let chosen = header.indices.filter { !left.contains(header[$0]) }
    let columns = chosen.map { place in TextColumn(rows.map { $0[place].isEmpty ? nil : $0[place] }) }
    func withViews(_ index: Int, _ views: [TextView]) -> Linkage {
      guard index < columns.count else {
        return Linker(options, nicknames: nicknames).link(
          fields: chosen.map { header[$0] }, columns: views, rowCount: rows.count)
      }
      return columns[index].withView { withViews(index + 1, views + [$0]) }
    }
    return withViews(0, [])
  }
}
