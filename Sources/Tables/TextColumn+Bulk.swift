/// Many cells at once, for readers that know where the cells are before they copy them.
extension TextColumn {
  /// Appends `count` cells that hold at most `limit` bytes in all; a cell without text becomes null.
  ///
  /// - Parameters:
  ///   - count: number of cells.
  ///   - limit: most bytes that they hold.
  ///   - write: writes the text of all cells from the first pointer on, and for each cell the number of bytes written
  ///     up to its end to the second.
  /// - Complexity: O(count + limit), one pass; cell by cell was measured at twice the time.
  @unsafe public mutating func appendCells(
    _ count: Int, atMost limit: Int,
    writing write: (UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<Int64>) -> Void
  ) {
    guard count > 0 else { return }
    let firstByte = bytes.count
    let firstRow = self.count
    bytes.append(contentsOf: repeatElement(0, count: limit))
    offsets.append(contentsOf: repeatElement(0, count: count))
    let nowhere = unsafe UnsafeMutablePointer<UInt8>(bitPattern: 8).unsafelyUnwrapped
    let nulls = unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      unsafe offsets.withUnsafeMutableBufferPointer { offsets in
        let ends = unsafe offsets.baseAddress.unsafelyUnwrapped + firstRow + 1
        unsafe write((bytes.baseAddress ?? nowhere) + firstByte, ends)
        // Ends count from the first cell written; from here on they count from the column's first byte.
        var nulls = 0
        var last = Int64(firstByte)
        for cell in 0..<count {
          let end = unsafe ends[cell] + Int64(firstByte)
          precondition(end >= last && end <= firstByte + limit, "more text than was said")
          unsafe ends[cell] = end
          if end == last { nulls += 1 }
          last = end
        }
        return nulls
      }
    }
    bytes.removeLast(firstByte + limit - Int(offsets[firstRow + count]))
    noteNulls(nulls, amongCellsFrom: firstRow)
  }

  /// Appends cells that were gathered elsewhere.
  ///
  /// - Parameters:
  ///   - text: the text of all of them.
  ///   - ends: for each cell the number of bytes up to its end, rising; the highest bit is set for a null.
  /// - Complexity: O(bytes + cells), one copy; cell by cell was measured at three times the time.
  @unsafe public mutating func append(text: UnsafeBufferPointer<UInt8>, ends: UnsafeBufferPointer<UInt32>) {
    let base = Int64(bytes.count)
    let firstRow = count
    unsafe bytes.append(contentsOf: text)
    var hasNull = false
    var last: UInt32 = 0
    for index in ends.indices {
      let end = unsafe ends[index] & 0x7FFF_FFFF
      precondition(end >= last && end <= text.count, "ends must rise within the text")
      hasNull = unsafe hasNull || ends[index] != end
      offsets.append(base + Int64(end))
      last = end
    }
    guard hasNull || !validity.isEmpty else { return }
    for index in ends.indices { markCell(firstRow + index, valid: unsafe ends[index] >> 31 == 0) }
  }

  /// Appends null cells.
  /// - Complexity: O(count).
  public mutating func appendNulls(_ count: Int) {
    guard count > 0 else { return }
    let firstRow = self.count
    offsets.append(contentsOf: repeatElement(Int64(bytes.count), count: count))
    noteNulls(count, amongCellsFrom: firstRow)
  }

  /// Brings the validity up to date after cells whose emptiness means null.
  private mutating func noteNulls(_ nulls: Int, amongCellsFrom firstRow: Int) {
    guard nulls > 0 || !validity.isEmpty else { return }
    let total = count
    let needed = (total + 7) / 8
    if validity.isEmpty {
      validity = ContiguousArray(repeating: 0xFF, count: firstRow / 8)
      if firstRow & 7 != 0 { validity.append(UInt8((1 << (firstRow & 7)) - 1)) }
    }
    validity.append(contentsOf: repeatElement(0, count: needed - validity.count))
    for row in firstRow..<total where offsets[row] != offsets[row + 1] {
      validity[row >> 3] |= 1 << UInt8(row & 7)
    }
    addNulls(nulls)
  }
}
