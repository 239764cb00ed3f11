import Foundation
import Tables

/// A CSV file (RFC 4180, UTF-8) as columns of text; empty cells are null.
struct CommaSeparated {
  private(set) var header: [String] = []
  private(set) var columns: [TextColumn] = []
  private(set) var rowCount = 0

  init(contentsOfFile path: String, leavingOut left: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    var cells: [[UInt8]] = [[]]
    var (place, isQuoted, isHeader) = (0, false, true)
    var kept: [Int] = []
    for byte in data {
      switch byte {
      case 0x22: isQuoted.toggle()
      case 0x2C where !isQuoted:
        place += 1
        if place == cells.count { cells.append([]) }
      case 0x0A where !isQuoted:
        if isHeader {
          let names = cells.map { String(decoding: $0, as: UTF8.self) }
          kept = names.indices.filter { names[$0] != left }
          header = kept.map { names[$0] }
          columns = kept.map { _ in TextColumn() }
          isHeader = false
        } else {
          for (column, place) in kept.enumerated() {
            let cell = cells[place]
            if cell.isEmpty {
              columns[column].appendNull()
            } else {
              columns[column].append(cell.span)
            }
          }
          rowCount += 1
        }
        for cell in cells.indices { cells[cell].removeAll(keepingCapacity: true) }
        place = 0
      case 0x0D where !isQuoted: break
      default: cells[place].append(byte)
      }
    }
  }
}
