/// One column of text cells, held in Arrow's large UTF-8 layout.
///
/// Shape: cell `row` is `bytes[offsets[row]..<offsets[row + 1]]`; offsets are bytes; `validity` has one bit a
/// cell, least significant first, and is empty when no cell is null. Reading a cell is O(1) and copies nothing.
public struct TextColumn: Sendable, Equatable {
  @usableFromInline var validity: ContiguousArray<UInt8> = []
  @usableFromInline var offsets: ContiguousArray<Int64> = [0]
  @usableFromInline var bytes: ContiguousArray<UInt8> = []

  /// Number of null cells.
  public private(set) var nullCount = 0

  /// An empty column.
  public init() {}

  /// A column of the given texts.
  public init(_ texts: some Sequence<String?>) {
    self.init()
    for text in texts { append(text) }
  }

  /// A column of `count` null cells.
  public init(nulls count: Int) {
    offsets = ContiguousArray(repeating: 0, count: count + 1)
    validity = ContiguousArray(repeating: 0, count: (count + 7) / 8)
    nullCount = count
  }

  /// Number of cells.
  @inlinable public var count: Int { offsets.count - 1 }

  /// Bytes of text held, without offsets and validity.
  public var byteCount: Int { bytes.count }

  /// Whether every cell is null.
  public var isAllNull: Bool { nullCount == count }

  /// Whether the cell is null.
  @inlinable public func isNull(_ row: Int) -> Bool {
    precondition(row >= 0 && row < count, "row out of range")
    return !validity.isEmpty && validity[row >> 3] & (1 << UInt8(row & 7)) == 0
  }

  /// The cell's bytes; empty for null.
  @inlinable @_lifetime(borrow self)
  public func utf8(at row: Int) -> Span<UInt8> {
    let range = Int(offsets[row])..<Int(offsets[row + 1])
    return bytes.span.extracting(range)
  }

  /// The cell as a string, nil for null.
  ///
  /// For edges of the program, not for hot loops.
  public subscript(row: Int) -> String? {
    isNull(row) ? nil : String(copying: utf8(at: row))
  }

  /// Hands a borrowed view to `body`; the view must not leave it.
  public func withView<Result, Failure: Error>(
    _ body: (TextView) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe offsets.withUnsafeBufferPointer { offsets throws(Failure) -> Result in
      try unsafe bytes.withUnsafeBufferPointer { bytes throws(Failure) -> Result in
        try unsafe validity.withUnsafeBufferPointer { validity throws(Failure) -> Result in
          try unsafe body(Self.view(validity: validity, offsets: offsets, bytes: bytes))
        }
      }
    }
  }

  @unsafe private static func view(
    validity: UnsafeBufferPointer<UInt8>, offsets: UnsafeBufferPointer<Int64>,
    bytes: UnsafeBufferPointer<UInt8>
  ) -> TextView {
    // An empty array has no base address; a pointer that is never read through stands in for it.
    let nowhere = unsafe UnsafePointer<UInt8>(bitPattern: 8).unsafelyUnwrapped
    let first = unsafe offsets.baseAddress.unsafelyUnwrapped
    return unsafe TextView(
      validity: validity.isEmpty ? nil : validity.baseAddress, offsets: first,
      bytes: bytes.baseAddress ?? nowhere, start: 0, count: offsets.count - 1)
  }
}

// MARK: - Appending

extension TextColumn {
  /// Makes room for more cells and text.
  public mutating func reserve(rows: Int, bytes count: Int) {
    offsets.reserveCapacity(offsets.count + rows)
    bytes.reserveCapacity(bytes.count + count)
  }

  /// Appends a cell.
  @inlinable public mutating func append(_ cell: Span<UInt8>) {
    extend(cell)
    closeCell(valid: true)
  }

  /// Appends a cell, or a null.
  public mutating func append(_ text: String?) {
    guard let text else { return appendNull() }
    bytes.append(contentsOf: text.utf8)
    closeCell(valid: true)
  }

  /// Appends a null cell.
  @inlinable public mutating func appendNull() { closeCell(valid: false) }

  /// Appends cell `row` of a view, null included.
  @inlinable public mutating func append(cell row: Int, of view: TextView) {
    if view.isNull(row) { appendNull() } else { append(view.utf8(at: row)) }
  }

  /// Appends cell `row` of another column, null included.
  @inlinable public mutating func append(cell row: Int, of column: TextColumn) {
    if column.isNull(row) { appendNull() } else { append(column.utf8(at: row)) }
  }

  /// Adds bytes to the cell being built; `closeCell` ends it.
  @inlinable public mutating func extend(_ part: Span<UInt8>) {
    // A bulk copy: byte by byte was measured several times slower on long cells.
    unsafe part.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Adds one byte to the cell being built; `closeCell` ends it.
  @inlinable public mutating func extend(_ byte: UInt8) { bytes.append(byte) }

  /// Ends the cell being built; when not `valid`, it becomes null (and must hold no bytes).
  @inlinable public mutating func closeCell(valid: Bool) {
    let row = offsets.count - 1
    offsets.append(Int64(bytes.count))
    markCell(row, valid: valid)
  }

  /// Counts nulls that were marked in bulk.
  mutating func addNulls(_ count: Int) { nullCount += count }

  /// Sets the validity of the last cell, `row`.
  @inlinable mutating func markCell(_ row: Int, valid: Bool) {
    if !valid {
      noteNull(row)
    } else if !validity.isEmpty {
      if row & 7 == 0 { validity.append(0) }
      validity[row >> 3] |= 1 << UInt8(row & 7)
    }
  }

  @usableFromInline mutating func noteNull(_ row: Int) {
    if validity.isEmpty {
      // The first null: all cells before it were valid.
      validity = ContiguousArray(repeating: 0xFF, count: row / 8)
      if row & 7 != 0 { validity.append(UInt8((1 << (row & 7)) - 1)) }
    }
    if row & 7 == 0 { validity.append(0) }
    nullCount += 1
  }
}

// MARK: - Rebuilding

extension TextColumn {
  /// The column with some cells replaced.
  ///
  /// - Parameters:
  ///   - rows: cells to replace, ascending, each once only.
  ///   - values: their new texts, nulls included.
  /// - Returns: a column of the same length.
  /// - Complexity: O(cells + bytes).
  public func replacing(rows: [Int], with values: TextColumn) -> TextColumn {
    precondition(rows.count == values.count, "one value a row")
    guard !rows.isEmpty else { return self }
    var result = TextColumn()
    result.reserve(rows: count, bytes: bytes.count)
    var next = 0
    for row in 0..<count {
      if next < rows.count, rows[next] == row {
        result.append(cell: next, of: values)
        next += 1
      } else {
        result.append(cell: row, of: self)
      }
    }
    precondition(next == rows.count, "rows must be ascending and in range")
    return result
  }

  /// The cells at `rows`, in that order; an index of -1 gives a null.
  public func gathering(_ rows: some Sequence<Int>) -> TextColumn {
    var result = TextColumn()
    // Room for cells of the usual length: growing by doubling would hold up to twice what is needed.
    let expected = rows.underestimatedCount
    result.reserve(rows: expected, bytes: count == 0 ? 0 : bytes.count / count * expected)
    for row in rows {
      if row < 0 { result.appendNull() } else { result.append(cell: row, of: self) }
    }
    return result
  }

  /// Appends all cells of another column.
  public mutating func append(contentsOf other: TextColumn) {
    // No exact reservation: repeated calls would then copy all that is there each time.
    let start = count
    let base = Int64(bytes.count)
    bytes.append(contentsOf: other.bytes)
    guard !validity.isEmpty || other.nullCount > 0 else {
      offsets.append(contentsOf: other.offsets.dropFirst().lazy.map { base + $0 })
      return
    }
    for row in 0..<other.count {
      let isValid = !other.isNull(row)
      offsets.append(base + other.offsets[row + 1])
      markCell(start + row, valid: isValid)
    }
  }

  /// Whether a cell and a cell of another column are the same: both null, or the same bytes.
  /// - Complexity: O(bytes of the cell).
  public func holdsSame(at row: Int, as other: TextColumn, at otherRow: Int) -> Bool {
    isNull(row) == other.isNull(otherRow) && utf8(at: row).equals(other.utf8(at: otherRow))
  }

  public static func == (left: TextColumn, right: TextColumn) -> Bool {
    guard left.count == right.count, left.nullCount == right.nullCount, left.bytes == right.bytes,
      left.offsets == right.offsets
    else { return false }
    return left.nullCount == 0 || (0..<left.count).allSatisfy { left.isNull($0) == right.isNull($0) }
  }
}

// MARK: - Arrow

extension TextColumn {
  /// Hands the three buffers of the layout to `body`: validity (empty: no nulls), offsets, bytes.
  public func withArrowBuffers<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<Int64>, UnsafeBufferPointer<UInt8>)
      throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe offsets.withUnsafeBufferPointer { offsets throws(Failure) -> Result in
      try unsafe bytes.withUnsafeBufferPointer { bytes throws(Failure) -> Result in
        try unsafe validity.withUnsafeBufferPointer { validity throws(Failure) -> Result in
          try unsafe body(validity, offsets, bytes)
        }
      }
    }
  }
}
