import Tables

/// Reads the cells of one sheet of a binary workbook.
///
/// A formula counts by its stored value; blanks and empty strings are no cells. Records come in the order of rows,
/// and where a program wrote them otherwise they are put in order first.
struct BIFFSheetReader {
  let records: BIFFRecords
  let globals: BIFFGlobals
  let sink: any SheetSink
  let path: String

  /// - Throws: `damaged` for a sheet that is not where the workbook says, or that refers to what is not there.
  /// - Complexity: O(records of the sheet), O(n log n) when they are out of order.
  func read(at offset: Int) throws(SourceError) {
    guard let begin = records.record(at: offset), BIFFRecord.ID.isBegin(begin.id) else {
      throw SourceError(path, .damaged(.structure, part: nil, line: nil))
    }
    var cells = cells(after: begin)
    if !cells.isOrdered { cells.places.sort { ($0.row, $0.offset) < ($1.row, $1.offset) } }
    var row = -1
    for cell in cells.places {
      if cell.row != row, let excess = sink.excess {
        throw SourceError(path, .damaged(excess, part: nil, line: nil))
      }
      row = cell.row
      guard let record = records.record(at: cell.offset) else { continue }
      try read(record, row: row)
    }
    if let excess = sink.excess { throw SourceError(path, .damaged(excess, part: nil, line: nil)) }
  }

  /// The places of the records of cells; charts within the sheet have records of the same kinds.
  private func cells(after begin: BIFFRecord) -> (places: [(row: Int, offset: Int)], isOrdered: Bool) {
    var places: [(row: Int, offset: Int)] = []
    var isOrdered = true
    var depth = 1
    var offset = begin.data.upperBound
    while let record = records.record(at: offset) {
      if BIFFRecord.ID.isBegin(record.id) {
        depth += 1
      } else if record.id == BIFFRecord.ID.end {
        depth -= 1
        guard depth > 0 else { break }
      } else if depth == 1, BIFFRecord.ID.isCell(record.id), record.data.count >= 7 {
        let row = records.bytes.word(record.data.lowerBound)
        if let last = places.last, last.row > row { isOrdered = false }
        places.append((row, offset))
      }
      offset = record.data.upperBound
    }
    return (places, isOrdered)
  }

  private func read(_ record: BIFFRecord, row: Int) throws(SourceError) {
    let bytes = records.bytes
    let start = record.data.lowerBound
    let column = bytes.word(start + 2)
    let isOldest = record.id < 0x08
    // Excel 2 has three bytes of attributes where the later ones have the number of the style.
    let value = start + (isOldest && globals.version == 2 ? 7 : 6)
    let display = display(record, start)
    switch record.id {
    case 0x02:
      sink.number(
        Double(bytes.word(value)), as: display, in1904: globals.startsIn1904, row: row, column: column)
    case 0x03, 0x203: number(bytes.double(value), display, row, column)
    case 0x04, 0x204, BIFFRecord.ID.richLabel: label(record, value, row, column)
    case 0x05, 0x205:
      boolean(bytes[min(value, bytes.count - 1)], isError: bytes.word(value) >> 8 != 0, row, column)
    case BIFFRecord.ID.sharedLabel: try shared(bytes.long(value), row, column)
    case BIFFRecord.ID.compressedNumber: number(Self.decompressed(bytes.long(value)), display, row, column)
    case BIFFRecord.ID.multipleNumbers:
      var place = start + 4
      var column = column
      while place + 6 <= record.data.upperBound - 2 {
        number(
          Self.decompressed(bytes.long(place + 2)), globals.display(bytes.word(place)), row, column)
        place += 6
        column += 1
      }
    default: formula(record, value, display, row, column)
    }
  }

  private func display(_ record: BIFFRecord, _ start: Int) -> CellDisplay {
    guard globals.version == 2 else { return globals.display(records.bytes.word(start + 4)) }
    let format = Int(records.bytes[min(start + 5, records.bytes.count - 1)]) & 0x3F
    return globals.display(ofFormat: format)
  }

  private func number(_ value: Double, _ display: CellDisplay, _ row: Int, _ column: Int) {
    sink.number(value, as: display, in1904: globals.startsIn1904, row: row, column: column)
  }

  /// A number in 30 bits: an integer or the head of a double, maybe hundredfold (MS-XLS §2.5.122).
  private static func decompressed(_ packed: Int) -> Double {
    let value =
      packed & 2 != 0
      ? Double(Int32(truncatingIfNeeded: packed) >> 2)
      : Double(bitPattern: UInt64(packed & ~3) << 32)
    return packed & 1 != 0 ? value / 100 : value
  }

  private func shared(_ index: Int, _ row: Int, _ column: Int) throws(SourceError) {
    let strings = globals.strings
    guard index < strings.count else {
      throw SourceError(path, .damaged(.badIndex, part: nil, line: nil))
    }
    let text = strings.utf8(at: index)
    if !text.isEmpty { sink.cell(.string, row: row, column: column, text: text) }
  }

  private func label(_ record: BIFFRecord, _ place: Int, _ row: Int, _ column: Int) {
    var text: [UInt8] = []
    append(record, at: place, to: &text)
    if !text.isEmpty { sink.cell(.string, row: row, column: column, text: text.span) }
  }

  /// The string at a place of a record: in UTF-16 since Excel 97, in the code page before.
  private func append(_ record: BIFFRecord, at place: Int, to output: inout [UInt8]) {
    let bytes = records.bytes
    guard place < record.data.upperBound else { return }
    guard globals.version < 8 else {
      var reader = BIFFStringReader(
        bytes, records.pieces(of: record), skipping: place - record.data.lowerBound)
      return reader.string(into: &output)
    }
    let isShort = globals.version == 2
    let begin = place + (isShort ? 1 : 2)
    let length = isShort ? Int(bytes[place]) : bytes.word(place)
    let end = min(begin + length, record.data.upperBound)
    if begin < end { globals.text?.append(bytes.span.extracting(begin..<end), to: &output) }
  }

  private func boolean(_ value: UInt8, isError: Bool, _ row: Int, _ column: Int) {
    guard isError else { return sink.boolean(value != 0, row: row, column: column) }
    sink.cell(.error, row: row, column: column, text: Array(Self.errorName(value).utf8).span)
  }

  /// Error values (MS-XLS §2.5.10).
  private static func errorName(_ code: UInt8) -> String {
    switch code {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    case 0x2A: "#N/A"
    default: "#ERROR"
    }
  }

  /// A result that is no number has FFFF in its last bytes; a text stands in the record that follows.
  private func formula(_ record: BIFFRecord, _ place: Int, _ display: CellDisplay, _ row: Int, _ column: Int)
  {
    let bytes = records.bytes
    guard place + 8 <= record.data.upperBound else { return }
    guard bytes.word(place + 6) == 0xFFFF else { return number(bytes.double(place), display, row, column) }
    switch bytes[place] {
    case 0:
      var offset = record.data.upperBound
      while let next = records.record(at: offset) {
        if BIFFRecord.ID.isString(next.id) { return label(next, next.data.lowerBound, row, column) }
        guard BIFFRecord.ID.follows(formula: next.id) else { return }
        offset = next.data.upperBound
      }
    case 1: boolean(bytes[place + 2], isError: false, row, column)
    case 2: boolean(bytes[place + 2], isError: true, row, column)
    default: break
    }
  }
}
