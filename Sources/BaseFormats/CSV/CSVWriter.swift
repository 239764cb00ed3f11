import Tables

/// Writes one table as RFC 4180 text in UTF-8, with CRLF line ends.
enum CSVWriter {
  static func write(
    _ table: OutputTable, to path: String, delimiter: UInt8, byteOrderMark: Bool
  ) throws(SinkError) {
    var output = try FileOutput(path)
    if byteOrderMark { try output.append([0xEF, 0xBB, 0xBF].span) }
    let isSingle = table.columns.count == 1
    for (index, column) in table.columns.enumerated() {
      if index > 0 { try output.append(delimiter) }
      let header = Array(column.header.utf8)
      try write(header.span, to: &output, delimiter: delimiter, isSingle: isSingle)
    }
    try endLine(&output)
    for row in 0..<table.rowCount {
      for index in table.columns.indices {
        if index > 0 { try output.append(delimiter) }
        let cells = table.columns[index].cells
        try write(cells.utf8(at: row), to: &output, delimiter: delimiter, isSingle: isSingle)
      }
      try endLine(&output)
    }
    try output.finish()
  }

  private static func endLine(_ output: inout FileOutput) throws(SinkError) {
    try output.append(0x0D)
    try output.append(0x0A)
  }

  // A cell, quoted where it must be, guarded where a spreadsheet would run it.
  // The only cell of its row is quoted also when empty, or the row would be a blank line.
  private static func write(
    _ cell: Span<UInt8>, to output: inout FileOutput, delimiter: UInt8, isSingle: Bool
  ) throws(SinkError) {
    let isGuarded = FormulaGuard.isDangerous(cell)
    guard needsQuotes(cell, delimiter: delimiter) || (isSingle && cell.isEmpty) else {
      if isGuarded { try output.append(UInt8(ascii: "'")) }
      try output.append(cell)
      return
    }
    try output.append(UInt8(ascii: "\""))
    if isGuarded { try output.append(UInt8(ascii: "'")) }
    var start = 0
    for index in cell.indices where cell[index] == UInt8(ascii: "\"") {
      try output.append(cell.extracting(start...index))
      start = index
    }
    try output.append(cell.extracting(start..<cell.count))
    try output.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ cell: Span<UInt8>, delimiter: UInt8) -> Bool {
    for index in cell.indices {
      switch cell[index] {
      case delimiter, 0x22, 0x0A, 0x0D: return true
      // Excel trims what is not quoted, and a file that begins with `sep=` means something else to it.
      case 0x20 where index == 0 || index == cell.count - 1: return true
      case 0x3D where index == 3 && cell.hasPrefix("sep="): return true
      default: continue
      }
    }
    return false
  }
}
