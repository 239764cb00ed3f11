import CXLSXWriter
import Tables

/// Writes one table into its sheet.
///
/// A cell gets its type only when its text reads back the same; text is never a formula.
@safe struct SheetWriter {
  private let table: OutputTable
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: CellFormats

  @unsafe init(_ table: OutputTable, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: CellFormats) {
    self.table = table
    unsafe self.sheet = sheet
    self.formats = formats
  }

  /// Writes some of the rows under the header; false when a cell is longer than a sheet can hold.
  /// - Complexity: O(bytes of the rows).
  func write(_ rows: Range<Int>) -> Bool {
    var buffer: [UInt8] = []
    for (index, column) in table.columns.enumerated() {
      unsafe worksheet_set_column(sheet, UInt16(index), UInt16(index), width(of: column), format(of: column))
      let header = Array(column.header.utf8)
      guard unsafe text(header.span, 0, UInt16(index), formats.header, &buffer) else { return false }
    }
    for row in rows {
      for index in table.columns.indices {
        guard cell(row, at: row - rows.lowerBound + 1, index, &buffer) else { return false }
      }
    }
    unsafe worksheet_freeze_panes(sheet, 1, 0)
    if !table.columns.isEmpty {
      unsafe worksheet_autofilter(sheet, 0, 0, UInt32(rows.count), UInt16(table.columns.count - 1))
    }
    return true
  }

  @unsafe private func format(of column: OutputColumn) -> UnsafeMutablePointer<lxw_format>? {
    switch column.kind {
    case .text: unsafe formats.text
    case .date: unsafe formats.date
    case .dateTime: unsafe formats.dateTime
    case .integer, .decimal, .boolean: nil
    }
  }

  private func cell(_ row: Int, at place: Int, _ index: Int, _ buffer: inout [UInt8]) -> Bool {
    let column = table.columns[index]
    let cells = column.cells
    let bytes = cells.utf8(at: row)
    guard !bytes.isEmpty else { return true }
    let line = UInt32(place)
    let place = UInt16(index)
    switch column.kind {
    case .integer, .decimal:
      guard let number = CanonicalNumber.double(bytes) else { break }
      unsafe worksheet_write_number(sheet, line, place, number, nil)
      return true
    case .date, .dateTime:
      guard let serial = SerialMoment.serial(bytes) else { break }
      let format = unsafe bytes.count == 10 ? formats.date : formats.dateTime
      unsafe worksheet_write_number(sheet, line, place, serial, format)
      return true
    case .boolean:
      guard bytes.equals("true") || bytes.equals("false") else { break }
      unsafe worksheet_write_boolean(sheet, line, place, bytes.equals("true") ? 1 : 0, nil)
      return true
    case .text: break
    }
    return unsafe text(bytes, line, place, formats.text, &buffer)
  }

  @unsafe private func text(
    _ bytes: Span<UInt8>, _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?,
    _ buffer: inout [UInt8]
  ) -> Bool {
    buffer.removeAll(keepingCapacity: true)
    EscapedName.encode(bytes, into: &buffer)
    buffer.append(0)
    let code = unsafe buffer.withUnsafeBytes { text in
      unsafe worksheet_write_string(
        sheet, row, column, text.baseAddress?.assumingMemoryBound(to: CChar.self), format)
    }
    return code == LXW_NO_ERROR
  }

  /// Wide enough for the header and the first rows, within reason.
  private func width(of column: OutputColumn) -> Double {
    var longest = column.header.count + 3
    for row in 0..<min(column.cells.count, 200) {
      var characters = 0
      let cells = column.cells
      let bytes = cells.utf8(at: row)
      // Bytes that continue a character are not counted.
      for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { characters += 1 }
      longest = max(longest, characters + 1)
    }
    return Double(min(max(longest, 8), 50))
  }
}
