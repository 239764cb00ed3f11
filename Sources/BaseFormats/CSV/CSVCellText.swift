import Tables

/// The text of a cell that its place alone does not give.
enum CSVCellText {
  /// Undoes the quotes of a cell: doubled ones, and text behind the closing one.
  ///
  /// The cell begins at its opening quote; `output` has room for as many bytes as it has.
  /// - Returns: how many bytes were written.
  /// - Complexity: O(bytes).
  @unsafe static func unquote(
    _ cell: UnsafeBufferPointer<UInt8>, quote: UInt8, to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var written = 0
    var index = 1
    var isOpen = true
    while index < cell.count {
      let byte = unsafe cell[index]
      index += 1
      if isOpen, byte == quote {
        guard index < cell.count, unsafe cell[index] == quote else {
          isOpen = false
          continue
        }
        index += 1
      }
      unsafe output[written] = byte
      written += 1
    }
    return written
  }

  /// The cell of a tape as bytes of its own.
  /// - Complexity: O(bytes).
  @unsafe static func copy(
    _ cell: CSVTape.Cell, of text: UnsafeBufferPointer<UInt8>, quote: UInt8
  ) -> [UInt8] {
    let raw = unsafe UnsafeBufferPointer(rebasing: text[cell.start..<Int(cell.end)])
    guard cell.isComplex else { return unsafe Array(raw) }
    return unsafe Array(unsafeUninitializedCapacity: cell.count) { buffer, count in
      guard let output = buffer.baseAddress else { return }
      unsafe count = unquote(raw, quote: quote, to: output)
    }
  }
}
