import CXLSXWriter
import Foundation

/// Says that the workbook could not be written.
struct WorkbookError: Error, CustomStringConvertible {
  var code: UInt32
  var description: String { "the workbook could not be written (libxlsxwriter error \(code))" }
}

/// A workbook of one sheet: a merged title in row 1, a header in row 3, rows below; the same bytes at every run.
///
/// - Throws: `WorkbookError`.
/// - Complexity: O(cells).
func workbookBytes(sheet: String, title: String, header: [String], rows: [[Value]]) throws -> [UInt8] {
  let path = temporaryPath("list.xlsx")
  defer { try? FileManager.default.removeItem(atPath: path) }
  guard let book = unsafe workbook_new(path) else { throw WorkbookError(code: 0) }
  var properties = unsafe lxw_doc_properties()
  // 2026-10-14 09:12:00 UTC; without it the file would carry the clock.
  unsafe properties.created = 1_791_969_120
  unsafe workbook_set_properties(book, &properties)
  let page = unsafe workbook_add_worksheet(book, sheet)
  let bold = unsafe workbook_add_format(book)
  unsafe format_set_bold(bold)
  let dates = unsafe workbook_add_format(book)
  unsafe format_set_num_format(dates, "dd.mm.yyyy")
  let last = UInt16(header.count - 1)
  unsafe worksheet_merge_range(page, 0, 0, 0, last, title, bold)
  unsafe worksheet_set_column(page, 1, last, 20, nil)
  for (column, name) in header.enumerated() {
    unsafe worksheet_write_string(page, 2, UInt16(column), name, bold)
  }
  for (index, row) in rows.enumerated() {
    for (column, value) in row.enumerated() {
      let (row, column) = (UInt32(index + 3), UInt16(column))
      switch value {
      case .null: break
      case .text(let text): unsafe worksheet_write_string(page, row, column, text, nil)
      case .integer(let number): unsafe worksheet_write_number(page, row, column, Double(number), nil)
      case .real(let number): unsafe worksheet_write_number(page, row, column, number, nil)
      case .date(let day): unsafe worksheet_write_number(page, row, column, day.serial, dates)
      }
    }
  }
  let result = unsafe workbook_close(book)
  guard result == LXW_NO_ERROR else { throw WorkbookError(code: UInt32(result.rawValue)) }
  return try [UInt8](Data(contentsOf: URL(filePath: path)))
}

/// A path of our own in the system's temporary folder.
func temporaryPath(_ name: String) -> String {
  FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)").path
}
