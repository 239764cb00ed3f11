import Tables

/// What a scanner finds, in the order it finds it.
protocol CSVSink {
  /// More bytes of the open cell.
  mutating func extend(_ part: Span<UInt8>)
  /// The open cell ends.
  mutating func endCell()
  /// The open row ends; it began on `line`.
  mutating func endRow(line: Int)
}

/// Cuts UTF-8 text into cells: RFC 4180 §2, and what programs write in its name.
///
/// Invariant: between two calls of `feed` all bytes given so far are either with the sink or told by `state`; no
/// byte is looked at twice, so pieces may be cut anywhere and a cell may be of any length.
/// A quote inside an unquoted cell is text; text after a closing quote joins the cell. A line with no byte on it
/// is no row.
struct CSVScanner<Sink: CSVSink> {
  private enum State {
    case rowStart, cellStart, plain, quoted, quoteInQuoted
  }

  var sink: Sink
  /// Line on which a quote was left open at the end of the text.
  private(set) var openQuoteLine: Int?
  private let delimiter: UInt8
  private var state = State.rowStart
  private var line = 1
  private var rowLine = 1
  private var quoteLine = 1
  private var lastWasReturn = false

  init(delimiter: UInt8, sink: Sink) {
    self.delimiter = delimiter
    self.sink = sink
  }

  /// Takes the next piece of text.
  /// - Complexity: O(bytes).
  mutating func feed(_ bytes: Span<UInt8>) {
    var index = 0
    while index < bytes.count {
      switch state {
      case .rowStart, .cellStart: index = open(bytes, at: index)
      case .plain: index = scanPlain(bytes, from: index)
      case .quoted: index = scanQuoted(bytes, from: index)
      case .quoteInQuoted: index = closeQuote(bytes, at: index)
      }
    }
  }

  /// Ends the text; a last line needs no line end.
  mutating func finish() {
    if state == .quoted { openQuoteLine = quoteLine }
    guard state != .rowStart else { return }
    sink.endCell()
    sink.endRow(line: rowLine)
    state = .rowStart
  }

  private mutating func open(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte == 0x0A || byte == 0x0D {
      if state == .cellStart {
        sink.endCell()
        sink.endRow(line: rowLine)
      }
      countLine(byte)
      state = .rowStart
      return index + 1
    }
    lastWasReturn = false
    if state == .rowStart { rowLine = line }
    if byte == UInt8(ascii: "\"") {
      state = .quoted
      quoteLine = line
      return index + 1
    }
    state = .plain
    return index
  }

  private mutating func scanPlain(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    var byte: UInt8 = 0
    while index < bytes.count {
      byte = bytes[index]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
      index += 1
    }
    if index > start { sink.extend(bytes.extracting(start..<index)) }
    guard index < bytes.count else { return index }
    end(byte)
    return index + 1
  }

  private mutating func scanQuoted(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { break }
      if byte == 0x0A || byte == 0x0D { countLine(byte) } else { lastWasReturn = false }
      index += 1
    }
    if index > start { sink.extend(bytes.extracting(start..<index)) }
    guard index < bytes.count else { return index }
    lastWasReturn = false
    state = .quoteInQuoted
    return index + 1
  }

  private mutating func closeQuote(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte == UInt8(ascii: "\"") {
      sink.extend(bytes.extracting(index..<(index + 1)))
      state = .quoted
      return index + 1
    }
    state = .plain
    return index
  }

  /// Ends a cell at a delimiter or a line end.
  private mutating func end(_ byte: UInt8) {
    sink.endCell()
    if byte == delimiter {
      state = .cellStart
    } else {
      sink.endRow(line: rowLine)
      countLine(byte)
      state = .rowStart
    }
  }

  /// Counts CR, LF and CRLF as one line end each.
  private mutating func countLine(_ byte: UInt8) {
    if byte == 0x0D || !lastWasReturn { line += 1 }
    lastWasReturn = byte == 0x0D
  }
}
