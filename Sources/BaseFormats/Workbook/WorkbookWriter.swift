import CXLSXWriter
import Glibc
import Tables

/// Writes tables as an Excel workbook: one sheet a table, the header bold and frozen under a filter.
///
/// Rows go to the disk as they are written, so memory does not grow with the table. What a sheet cannot hold goes on
/// in the next, under the same header; the reader makes one table of them again.
enum WorkbookWriter {
  /// ECMA-376 bounds, as Excel keeps them.
  static let mostRows = 1_048_576
  private static let mostColumns = 16_384

  static func write(
    _ tables: [OutputTable], to path: String, rowsASheet: Int = mostRows
  ) throws(SinkError) {
    for table in tables {
      guard table.columns.count <= mostColumns else {
        throw SinkError(path, .tooLarge(table: table.name, limit: mostColumns))
      }
    }
    // The library tells little of why a file cannot be made; the system tells it here.
    try FileOutput(path).finishing()
    var options = unsafe lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
    guard let book = unsafe workbook_new_opt(path, &options) else { throw SinkError(path, .workbook(1)) }
    var properties = unsafe lxw_doc_properties()
    // One moment for all books: the same tables give the same bytes.
    unsafe properties.created = 946_684_800
    unsafe workbook_set_properties(book, &properties)
    let formats = unsafe CellFormats(book)
    var problem: SinkError?
    let room = rowsASheet - 1
    let parts = tables.flatMap { table in
      stride(from: 0, to: max(table.rowCount, 1), by: room).map { start in
        (table, start..<min(start + room, table.rowCount))
      }
    }
    let titles = SheetTitle.legal(
      tables.map { table in
        let rows = table.rowCount
        return (table.title, max((rows + room - 1) / room, 1), rows > 0 && rows.isMultiple(of: room))
      }
    ).flatMap { $0 }
    for ((table, rows), title) in zip(parts, titles) where problem == nil {
      guard let sheet = unsafe workbook_add_worksheet(book, title) else {
        problem = SinkError(path, .workbook(1))
        continue
      }
      let writer = unsafe SheetWriter(table, sheet, formats)
      if !writer.write(rows) { problem = SinkError(path, .tooLarge(table: table.name, limit: 32_767)) }
    }
    errno = 0
    let code = unsafe workbook_close(book)
    if let problem { throw problem }
    if code != LXW_NO_ERROR {
      throw errno == 0 ? SinkError(path, .workbook(Int32(code.rawValue))) : FileOutput.failure(path, errno)
    }
    // On a full disk the library may report success: a container that cannot be opened is not one.
    guard let container = try? ZipContainer(path), container.has("xl/workbook.xml") else {
      throw SinkError(path, .full)
    }
    try FileOutput.sync(path)
  }
}

/// The cell formats of a book.
@safe struct CellFormats {
  let header: UnsafeMutablePointer<lxw_format>?
  let text: UnsafeMutablePointer<lxw_format>?
  let date: UnsafeMutablePointer<lxw_format>?
  let dateTime: UnsafeMutablePointer<lxw_format>?

  @unsafe init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    unsafe header = workbook_add_format(book)
    unsafe format_set_bold(header)
    unsafe text = workbook_add_format(book)
    unsafe format_set_num_format(text, "@")
    unsafe date = workbook_add_format(book)
    unsafe format_set_num_format(date, "yyyy-mm-dd")
    unsafe dateTime = workbook_add_format(book)
    unsafe format_set_num_format(dateTime, "yyyy-mm-dd hh:mm:ss")
  }
}
