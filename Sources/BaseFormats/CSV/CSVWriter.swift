import Tables

/// Writes one table as RFC 4180 text, with CRLF line ends.
struct CSVWriter {
  let delimiter: UInt8
  let byteOrderMark: Bool
  let encoding: OutputEncoding

  func write(_ table: OutputTable, to path: String) throws(SinkError) {
    var output = try FileOutput(path)
    if byteOrderMark, encoding == .utf8 { try output.append([0xEF, 0xBB, 0xBF].span) }
    let isSingle = table.columns.count == 1
    for (index, column) in table.columns.enumerated() {
      if index > 0 { try output.append(delimiter) }
      let header = Array(column.header.utf8)
      try write(header.span, to: &output, isSingle: isSingle)
    }
    try endLine(&output)
    for row in 0..<table.rowCount {
      for index in table.columns.indices {
        if index > 0 { try output.append(delimiter) }
        let cells = table.columns[index].cells
        try write(cells.utf8(at: row), to: &output, isSingle: isSingle)
      }
      try endLine(&output)
    }
    try output.finish()
  }

  private func endLine(_ output: inout FileOutput) throws(SinkError) {
    try output.append(0x0D)
    try output.append(0x0A)
  }

  // A cell, quoted where it must be, guarded where a spreadsheet would run it.
  // The only cell of its row is quoted also when empty, or the row would be a blank line.
  private func write(
    _ cell: Span<UInt8>, to output: inout FileOutput, isSingle: Bool
  ) throws(SinkError) {
    let isGuarded = FormulaGuard.isDangerous(cell)
    guard Self.needsQuotes(cell, delimiter: delimiter) || (isSingle && cell.isEmpty) else {
      if isGuarded { try output.append(UInt8(ascii: "'")) }
      try append(cell, to: &output)
      return
    }
    try output.append(UInt8(ascii: "\""))
    if isGuarded { try output.append(UInt8(ascii: "'")) }
    var start = 0
    for index in cell.indices where cell[index] == UInt8(ascii: "\"") {
      try append(cell.extracting(start...index), to: &output)
      start = index
    }
    try append(cell.extracting(start..<cell.count), to: &output)
    try output.append(UInt8(ascii: "\""))
  }

  private func append(_ text: Span<UInt8>, to output: inout FileOutput) throws(SinkError) {
    guard encoding != .utf8 else { return try output.append(text) }
    var bytes: [UInt8] = []
    encoding.append(text, to: &bytes)
    try output.append(bytes.span)
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
