/// A borrowed look at one column of text in Arrow's large UTF-8 layout.
///
/// Shape: cell `row` is `bytes[offsets[row]..<offsets[row + 1]]`, null where the validity bit is 0 (least
/// significant bit first; no bitmap means no nulls). Source: the Arrow columnar format, «Variable-size Binary
/// Layout». The memory belongs to somebody else: a view is valid only inside the call that handed it out.
/// Reading a cell is O(1) and copies nothing.
@safe public struct TextView: Sendable {
  // The pointers are read only, and the owner keeps the memory still while the view is in use.
  @usableFromInline nonisolated(unsafe) let validity: UnsafePointer<UInt8>?
  @usableFromInline nonisolated(unsafe) let offsets: UnsafePointer<Int64>
  @usableFromInline nonisolated(unsafe) let bytes: UnsafePointer<UInt8>
  @usableFromInline let start: Int

  /// Number of cells.
  public let count: Int

  /// Wraps buffers laid out as the type's description says.
  ///
  /// - Parameters:
  ///   - validity: bitmap, or nil when no cell is null.
  ///   - offsets: `start + count + 1` ascending byte offsets.
  ///   - bytes: the text of all cells.
  ///   - start: the first cell of the view within the buffers.
  ///   - count: number of cells.
  @unsafe public init(
    validity: UnsafePointer<UInt8>?, offsets: UnsafePointer<Int64>, bytes: UnsafePointer<UInt8>,
    start: Int, count: Int
  ) {
    unsafe self.validity = validity
    unsafe self.offsets = offsets
    unsafe self.bytes = bytes
    self.start = start
    self.count = count
  }

  /// Whether the cell is null.
  @inlinable public func isNull(_ row: Int) -> Bool {
    precondition(row >= 0 && row < count, "row out of range")
    guard let validity = unsafe validity else { return false }
    let bit = start + row
    return unsafe validity[bit >> 3] & (1 << UInt8(bit & 7)) == 0
  }

  /// The cell's bytes; empty for null.
  @inlinable @_lifetime(borrow self)
  public func utf8(at row: Int) -> Span<UInt8> {
    precondition(row >= 0 && row < count, "row out of range")
    let from = unsafe Int(offsets[start + row])
    let to = unsafe Int(offsets[start + row + 1])
    let span = unsafe Span(_unsafeStart: bytes + from, count: isNull(row) ? 0 : to - from)
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  /// The cell as a string, nil for null.
  ///
  /// For edges of the program, not for hot loops.
  public subscript(row: Int) -> String? {
    isNull(row) ? nil : String(copying: utf8(at: row))
  }

  /// The same cells from `range`, without a copy.
  public func slice(_ range: Range<Int>) -> TextView {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range out of bounds")
    return unsafe TextView(
      validity: validity, offsets: offsets, bytes: bytes, start: start + range.lowerBound, count: range.count)
  }
}
