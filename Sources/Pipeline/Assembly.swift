import RuleKit
import Standards
import Tables

/// The clients of all sources in one frame, and where each row came from.
public struct Assembly: Sendable {
  /// The tables, in the order read; `source_id` is the place plus 1.
  public let sources: [SourceTable]
  /// First row over all sources of each table.
  public let firstRow: [Int]
  /// Rows of all tables.
  public let rowCount: Int
  /// Clients that are not blank, by canonical field.
  public internal(set) var clients: Frame
  /// For each row of `clients` its row over all sources.
  public internal(set) var clientRows: [Int]
  /// Wholly blank rows, of any table.
  public let blankRows: [Int]

  /// Lays the clients tables of all sources under one another.
  /// - Complexity: O(cells).
  public init(_ sources: [SourceTable]) {
    self.sources = sources
    var firstRow: [Int] = []
    var count = 0
    for source in sources {
      firstRow.append(count)
      count += source.table.rowCount
    }
    self.firstRow = firstRow
    rowCount = count
    var clientRows: [Int] = []
    var blankRows: [Int] = []
    for (place, source) in sources.enumerated() {
      for row in 0..<source.table.rowCount {
        if source.table.columns.allSatisfy({ $0.cells.isNull(row) || $0.cells.utf8(at: row).isBlank }) {
          blankRows.append(firstRow[place] + row)
        } else if source.role == .clients {
          clientRows.append(firstRow[place] + row)
        }
      }
    }
    self.blankRows = blankRows
    self.clientRows = clientRows
    clients = Self.frame(of: sources, firstRow: firstRow, rows: clientRows)
  }

  private static func frame(of sources: [SourceTable], firstRow: [Int], rows: [Int]) -> Frame {
    let clients = sources.indices.filter { sources[$0].role == .clients }
    // One table without blank rows, as most bases are, needs no copy.
    if clients.count == 1, rows.count == sources[clients[0]].table.rowCount {
      var frame = Frame(rowCount: rows.count)
      for (column, cells) in zip(sources[clients[0]].columns, sources[clients[0]].table.columns) {
        if let field = column.field, frame.index(of: field) == nil { frame.set(field, cells.cells) }
      }
      return frame
    }
    var fields: [String] = []
    for place in clients {
      for column in sources[place].columns {
        if let field = column.field, !fields.contains(field) { fields.append(field) }
      }
    }
    var frame = Frame(rowCount: rows.count)
    for field in fields {
      var column = TextColumn()
      var next = 0
      for place in clients {
        let cells = sources[place].columns.firstIndex { $0.field == field }
          .map { sources[place].table.columns[$0].cells }
        let end = firstRow[place] + sources[place].table.rowCount
        while next < rows.count, rows[next] < end {
          if let cells {
            column.append(cell: rows[next] - firstRow[place], of: cells)
          } else {
            column.appendNull()
          }
          next += 1
        }
      }
      frame.set(field, column)
    }
    return frame
  }

  /// The table a row stands in, and its place there.
  /// - Complexity: O(log tables).
  public func place(of row: Int) -> (source: Int, row: Int) {
    var low = 0
    var high = firstRow.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstRow[middle] <= row { low = middle } else { high = middle }
    }
    return (low, row - firstRow[low])
  }

  /// Addresses of rows, ascending; what stands before a row's number is made once a table.
  /// - Complexity: O(bytes).
  func addresses(of rows: [Int]) -> TextColumn {
    var column = TextColumn()
    var next = 0
    for (place, source) in sources.enumerated() {
      let origin = source.table.origin
      let stem = Array(origin.addressStem.utf8)
      let end = firstRow[place] + source.table.rowCount
      while next < rows.count, rows[next] < end {
        column.extend(stem.span)
        column.append(String(origin.numbers[rows[next] - firstRow[place]]))
        next += 1
      }
    }
    return column
  }

  /// Address of a row, as people read it.
  public func address(of row: Int) -> String {
    let place = place(of: row)
    return sources[place.source].table.origin.address(ofRow: place.row)
  }
}
