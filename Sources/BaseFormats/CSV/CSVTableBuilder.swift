import Tables

/// Builds the columns of a table from tapes: one row names them, what stands above it are titles.
struct CSVTableBuilder {
  private(set) var names: [String]?
  private(set) var columns: [TextColumn] = []
  /// Line of each row.
  private(set) var numbers: ContiguousArray<Int64> = []
  /// Lines above the header.
  private(set) var titleLines: [Int64] = []
  /// Rows with fewer cells than the header, and the line of the first.
  private(set) var short = Tally()
  /// Rows with more cells than the header, and the line of the first.
  private(set) var long = Tally()
  /// Both, in the order of the file.
  private(set) var ragged: [RaggedRow] = []
  private(set) var openQuoteLine: Int64?
  private(set) var nulLine: Int64?
  private let quote: UInt8
  private let limits: ReadLimits
  private let threads: Int

  /// How often something was seen, and where first.
  struct Tally {
    var count = 0
    var firstLine: Int64 = 0

    mutating func note(_ line: Int64) {
      if count == 0 { firstLine = line }
      count += 1
    }
  }

  init(quote: UInt8, limits: ReadLimits, threads: Int) {
    self.quote = quote
    self.limits = limits
    self.threads = threads
  }

  /// Takes the rows of a wave; `line` is the number of the text's first line.
  /// - Throws: a limit that the table passes.
  mutating func take(_ wave: inout CSVWave, of text: [UInt8], line: Int64, path: String) throws(SourceError) {
    for index in wave.pieces.indices where names == nil && !wave.pieces[index].tape.rows.isEmpty {
      let header = CSVHeader(wave.pieces[index].tape, text.span.extracting(wave.pieces[index].range), quote)
      name(header, wave.pieces[index], line: line)
      wave.skip(rows: header.row + 1, ofPiece: index)
    }
    let firstRow = numbers.count
    for piece in wave.pieces {
      let base = line + Int64(piece.line)
      if let nul = piece.nulLine, nulLine == nil { nulLine = base + Int64(nul) }
      if let open = piece.tape.openQuoteLine { openQuoteLine = base + Int64(open) }
      addRows(of: piece.tape, line: base)
    }
    try widen(wave, to: path, rowsBefore: firstRow)
    fill(wave, text)
  }

  /// Makes room for `factor` times what is there.
  mutating func reserve(factor: Double) {
    let rows = Int(Double(numbers.count) * factor)
    numbers.reserveCapacity(rows)
    for index in columns.indices {
      columns[index].reserve(rows: rows, bytes: Int(Double(columns[index].byteCount) * factor))
    }
  }

  private mutating func name(_ header: CSVHeader, _ piece: CSVWave.Piece, line: Int64) {
    names = header.names
    columns = Array(repeating: TextColumn(), count: header.names.count)
    titleLines = piece.tape.rows[..<header.row].map { line + Int64(piece.line) + Int64($0.line) }
  }

  private mutating func addRows(of tape: CSVTape, line: Int64) {
    let width = names?.count ?? 0
    let isEven = tape.width.fewest == width && tape.width.most == width
    for row in tape.skipped..<max(tape.rows.count, tape.skipped) {
      let number = line + Int64(tape.rows[row].line)
      numbers.append(number)
      guard !isEven else { continue }
      let cells = tape.cells(ofRow: row).count
      if cells < width { short.note(number) }
      if cells > width { long.note(number) }
      if cells != width { ragged.append(RaggedRow(number: number, cells: cells, expected: width)) }
    }
  }

  /// Makes columns for cells beyond the header's.
  private mutating func widen(_ wave: CSVWave, to path: String, rowsBefore: Int) throws(SourceError) {
    let widest = wave.pieces.map { $0.tape.rowCount > 0 ? $0.tape.width.most : 0 }.max() ?? 0
    let width = max(columns.count, widest)
    guard width <= limits.columns else {
      throw SourceError(path, .damaged(.tooManyColumns(limit: limits.columns), part: nil, line: nil))
    }
    guard width == 0 || numbers.count <= limits.cells / width else {
      throw SourceError(path, .damaged(.tooManyCells(limit: limits.cells), part: nil, line: nil))
    }
    while columns.count < width { columns.append(TextColumn(nulls: rowsBefore)) }
  }

  /// Copies the cells, a column a thread.
  private mutating func fill(_ wave: CSVWave, _ text: [UInt8]) {
    let filler = CSVColumnFiller(quote: quote)
    let width = columns.count
    let workers = text.count < 1 << 16 ? 1 : min(threads, width)
    unsafe text.withUnsafeBufferPointer { text in
      unsafe columns.withUnsafeMutableBufferPointer { columns in
        // Columns are disjoint, and the owners outlive the threads.
        nonisolated(unsafe) let columns = unsafe columns
        nonisolated(unsafe) let text = unsafe text
        let pieces = wave.pieces
        Threads.each(workers) { worker in
          for column in stride(from: worker, to: width, by: workers) {
            for piece in pieces where piece.tape.rowCount > 0 {
              unsafe filler.append(
                column: column, of: piece.tape, in: UnsafeBufferPointer(rebasing: text[piece.range]),
                to: &columns[column])
            }
          }
        }
      }
    }
  }
}
