/// Cuts UTF-8 text into cells: RFC 4180 §2, and what programs write in its name.
///
/// A quote inside an unquoted cell is text; text after a closing quote joins the cell; a line with no byte on it is no
/// row; CR, LF and CRLF end a row alike.
/// Invariant: what a row gives depends on its own bytes alone, so text may be cut at any line end that is not within
/// quotes, and a guess that it was not is wrong exactly when the piece before ends with an open row.
struct CSVTokenizer: Sendable {
  let delimiter: UInt8
  /// The quote; 0xFF, which no text has, for none.
  let quote: UInt8
  private let delimiters: UInt64
  private let quotes: UInt64

  init(delimiter: UInt8, quote: UInt8) {
    self.delimiter = delimiter
    self.quote = quote
    delimiters = UInt64(delimiter) &* 0x0101_0101_0101_0101
    quotes = UInt64(quote) &* 0x0101_0101_0101_0101
  }

  /// Finds the cells of `text`.
  ///
  /// The text begins with a row and has at most `CSVTape.longestText` bytes. When it `isLast`, it ends here, so that a
  /// last row needs no line end; `afterReturn` means that a CR stands before it, of whose line end a first LF is a part.
  /// - Complexity: O(bytes), eight at a time between delimiters, quotes and line ends.
  func read(_ text: UnsafeBufferPointer<UInt8>, isLast: Bool, afterReturn: Bool, into tape: inout CSVTape) {
    precondition(text.count <= CSVTape.longestText, "text too long to be addressed")
    tape.removeAll()
    guard let bytes = text.baseAddress else { return }
    var cursor = unsafe Cursor(bytes: bytes, count: text.count, afterReturn: afterReturn)
    var block = 0
    while block < text.count {
      var marks = unsafe marks(bytes + block, text.count - block)
      while marks != 0 {
        cursor.meet(block + marks.trailingZeroBitCount >> 3, self, &tape)
        marks &= marks &- 1
      }
      block += 8
    }
    cursor.finish(isLast: isLast, &tape)
  }

  /// The high bits of those of the next eight bytes that mean something.
  ///
  /// A word holds eight bytes; the standard library's vectors were measured ten times slower here.
  @inline(__always)
  private func marks(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var word: UInt64 = 0
    if count >= 8 {
      word = unsafe UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    } else {
      for index in 0..<count { word |= unsafe UInt64(bytes[index]) << UInt64(8 * index) }
    }
    return Self.zeros(word ^ delimiters) | Self.zeros(word ^ quotes)
      | Self.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A) | Self.zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D)
  }

  /// The high bits of the bytes that are zero, exactly (Warren, Hacker's Delight §6–1).
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }

  /// Where the reading is between two bytes that mean something.
  @safe private struct Cursor {
    private enum State { case plain, quoted, closed }

    private let bytes: UnsafePointer<UInt8>
    private let count: Int
    private let afterReturn: Bool
    private var state = State.plain
    private var cellStart = 0
    private var closedAt = 0
    private var isDoubled = false
    private var skip = -1
    private var rowStart = 0
    private var firstCell = 0
    private var line = 0
    private var rowLine = 0
    private var quoteLine = 0

    init(bytes: UnsafePointer<UInt8>, count: Int, afterReturn: Bool) {
      unsafe self.bytes = unsafe bytes
      self.count = count
      self.afterReturn = afterReturn
    }

    /// Takes the delimiter, quote, CR or LF at `index`.
    @inline(__always)
    mutating func meet(_ index: Int, _ signs: CSVTokenizer, _ tape: inout CSVTape) {
      let byte = unsafe bytes[index]
      if byte == signs.quote { return meetQuote(index, byte) }
      if byte == signs.delimiter {
        guard state != .quoted else { return }
        endCell(index, &tape)
        cellStart = index + 1
        return
      }
      let isSecondHalf = byte == 0x0A && (index > 0 ? unsafe bytes[index - 1] == 0x0D : afterReturn)
      if !isSecondHalf { line += 1 }
      guard state != .quoted else { return }
      if index > rowStart {
        endCell(index, &tape)
        tape.endRow(from: firstCell, line: rowLine)
        firstCell = tape.cells.count
      }
      cellStart = index + 1
      rowStart = index + 1
      rowLine = line
    }

    @inline(__always)
    private mutating func meetQuote(_ index: Int, _ quote: UInt8) {
      guard index != skip else { return }
      switch state {
      case .plain:
        guard index == cellStart else { return }
        state = .quoted
        isDoubled = false
        quoteLine = line
      case .quoted:
        if index + 1 < count, unsafe bytes[index + 1] == quote {
          skip = index + 1
          isDoubled = true
        } else {
          state = .closed
          closedAt = index
        }
      case .closed: return
      }
    }

    @inline(__always)
    private mutating func endCell(_ end: Int, _ tape: inout CSVTape) {
      if state == .plain {
        tape.cells.append(CSVTape.Cell(cellStart, end))
      } else if state == .closed, !isDoubled, closedAt + 1 == end {
        tape.cells.append(CSVTape.Cell(cellStart + 1, closedAt))
      } else {
        tape.cells.append(CSVTape.Cell(cellStart, end, isComplex: true))
      }
      state = .plain
    }

    mutating func finish(isLast: Bool, _ tape: inout CSVTape) {
      tape.lineCount = rowLine
      guard rowStart < count else { return }
      guard isLast else {
        tape.cells.removeLast(tape.cells.count - firstCell)
        tape.openStart = rowStart
        return
      }
      if state == .quoted { tape.openQuoteLine = quoteLine }
      endCell(count, &tape)
      tape.endRow(from: firstCell, line: rowLine)
      tape.lineCount = line
    }
  }
}
