import Tables

/// Builds the columns of a table from scanned cells: the first row names them.
struct CSVTableBuilder: CSVSink {
  private(set) var names: [String]?
  private(set) var columns: [TextColumn] = []
  private(set) var numbers: ContiguousArray<Int64> = []
  /// Rows with fewer cells than the header, and the line of the first.
  private(set) var short: (count: Int, firstLine: Int) = (0, 0)
  /// Rows with more cells than the header, and the line of the first.
  private(set) var long: (count: Int, firstLine: Int) = (0, 0)
  private var header: [[UInt8]] = []
  private var column = 0
  private var open = false
  /// A cell that begins with an apostrophe waits here, because the guard of formulas may be lifted from it.
  private var guarded: [UInt8] = []
  private var isGuarded = false

  mutating func extend(_ part: Span<UInt8>) {
    guard !part.isEmpty else { return }
    if !open { begin(first: part[0]) }
    if isGuarded {
      guarded.append(contentsOf: part)
    } else if names == nil {
      header[column].append(contentsOf: part)
    } else {
      columns[column].extend(part)
    }
  }

  mutating func endCell() {
    if names == nil {
      if !open { begin(first: 0) }
      if isGuarded { header[column] = Array(copying: FormulaGuard.lifted(guarded.span)) }
    } else if isGuarded {
      let text = guarded
      columns[column].append(FormulaGuard.lifted(text.span))
    } else if open {
      columns[column].closeCell(valid: true)
    } else if column < columns.count {
      columns[column].appendNull()
    } else {
      begin(first: 0)
      columns[column].appendNull()
    }
    open = false
    isGuarded = false
    column += 1
  }

  mutating func endRow(line: Int) {
    defer { column = 0 }
    guard names != nil else { return nameColumns() }
    if column < columns.count {
      if column < header.count { note(line, in: &short) }
      for rest in column..<columns.count { columns[rest].appendNull() }
    }
    if column > header.count { note(line, in: &long) }
    numbers.append(Int64(line))
  }

  /// Makes room for `factor` times what is there.
  mutating func reserve(factor: Double) {
    let rows = Int(Double(numbers.count) * factor)
    numbers.reserveCapacity(rows)
    for index in columns.indices {
      columns[index].reserve(rows: rows, bytes: Int(Double(columns[index].byteCount) * factor))
    }
  }

  private mutating func begin(first: UInt8) {
    open = true
    if names == nil {
      header.append([])
    } else if column == columns.count {
      columns.append(TextColumn(nulls: numbers.count))
    }
    if first == UInt8(ascii: "'") {
      isGuarded = true
      guarded.removeAll(keepingCapacity: true)
    }
  }

  private mutating func nameColumns() {
    names = header.map { String(copying: $0.span) }
    columns = Array(repeating: TextColumn(), count: header.count)
  }

  private func note(_ line: Int, in tally: inout (count: Int, firstLine: Int)) {
    if tally.count == 0 { tally.firstLine = line }
    tally.count += 1
  }
}

extension [UInt8] {
  init(copying bytes: Span<UInt8>) {
    self.init()
    append(contentsOf: bytes)
  }

  mutating func append(contentsOf bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
