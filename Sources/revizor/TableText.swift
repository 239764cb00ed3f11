import Foundation
import Tables

/// A table as text, for the `read` command: written row by row, so that a large base takes no second copy.
struct TableText {
  private let output: FileHandle
  private var bytes: [UInt8] = []
  private static let pieceSize = 1 << 18

  init(to output: FileHandle = .standardOutput) { self.output = output }

  /// `{"table", "rows", "columns"}`.
  static func line(of table: Table) -> String {
    let names = table.columns.map { String(decoding: quoted(Array($0.name.utf8).span), as: UTF8.self) }
      .joined(separator: ",")
    let name = String(decoding: quoted(Array(table.name.utf8).span), as: UTF8.self)
    return "{\"table\":\(name),\"rows\":\(table.rowCount),\"columns\":[\(names)]}"
  }

  /// RFC 4180, nulls as empty cells.
  mutating func writeCSV(_ table: Table) {
    for (index, column) in table.columns.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(field: Array(column.name.utf8).span)
    }
    bytes.append(0x0A)
    for row in 0..<table.rowCount {
      for (index, column) in table.columns.enumerated() {
        if index > 0 { bytes.append(0x2C) }
        let cells = column.cells
        append(field: cells.utf8(at: row))
      }
      bytes.append(0x0A)
      flush(atLeast: Self.pieceSize)
    }
    flush(atLeast: 0)
  }

  /// One JSON object a row, in column order; a null cell is `null`.
  mutating func writeJSONLines(_ table: Table) {
    let names = table.columns.map { Self.quoted(Array($0.name.utf8).span) + [0x3A] }
    for row in 0..<table.rowCount {
      bytes.append(0x7B)
      for (index, column) in table.columns.enumerated() {
        if index > 0 { bytes.append(0x2C) }
        bytes += names[index]
        let cells = column.cells
        bytes += cells.isNull(row) ? Array("null".utf8) : Self.quoted(cells.utf8(at: row))
      }
      bytes += [0x7D, 0x0A]
      flush(atLeast: Self.pieceSize)
    }
    flush(atLeast: 0)
  }

  /// Writes a line of its own.
  mutating func writeLine(_ line: String) {
    bytes += Array(line.utf8) + [0x0A]
    flush(atLeast: 0)
  }

  private mutating func flush(atLeast count: Int) {
    guard bytes.count >= max(count, 1) else { return }
    output.write(Data(bytes))
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func append(field: Span<UInt8>) {
    var needsQuotes = false
    for index in field.indices {
      switch field[index] {
      case 0x22, 0x2C, 0x0A, 0x0D: needsQuotes = true
      default: continue
      }
    }
    if needsQuotes { bytes.append(0x22) }
    for index in field.indices {
      if field[index] == 0x22 { bytes.append(0x22) }
      bytes.append(field[index])
    }
    if needsQuotes { bytes.append(0x22) }
  }

  /// A JSON string (RFC 8259 §7): quotes, backslashes and control characters are escaped, nothing else.
  private static func quoted(_ text: Span<UInt8>) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    var result: [UInt8] = [0x22]
    for index in text.indices {
      switch text[index] {
      case 0x22, 0x5C: result += [0x5C, text[index]]
      case 0x0A: result += Array("\\n".utf8)
      case 0x0D: result += Array("\\r".utf8)
      case 0x09: result += Array("\\t".utf8)
      case 0..<0x20:
        result += Array("\\u00".utf8) + [digits[Int(text[index] >> 4)], digits[Int(text[index] & 15)]]
      case let byte: result.append(byte)
      }
    }
    return result + [0x22]
  }
}
