import CXLSXWriter
import Glibc

/// Writes sheets for a person to fill in as an Excel workbook.
///
/// Sheets are protected without a password: whoever means to can lift that, a slip of the hand cannot.
package enum FormWriter {
  /// ECMA-376 bound, as Excel keeps it.
  private static let mostRows = 1_048_576
  /// Points that a line of text takes, and lines of the tallest row there may be (409 points).
  private static let lineHeight = 15.0
  private static let mostLines = 27

  /// Writes the workbook and brings it to the disk; the same sheets give the same bytes.
  /// - Throws: why the file cannot be written.
  /// - Complexity: O(cells).
  package static func write(_ sheets: [FormSheet], to path: String) throws(SinkError) {
    for sheet in sheets where sheet.rows.count >= mostRows {
      throw SinkError(path, .tooLarge(table: sheet.title, limit: mostRows))
    }
    try FileOutput(path).finishing()
    guard let book = unsafe workbook_new(path) else { throw SinkError(path, .workbook(1)) }
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = 946_684_800
    unsafe workbook_set_properties(book, &properties)
    var formats = unsafe FormFormats(book)
    var problem: SinkError?
    for (sheet, title) in zip(sheets, SheetTitle.legal(sheets.map(\.title))) where problem == nil {
      guard let page = unsafe workbook_add_worksheet(book, title) else {
        problem = SinkError(path, .workbook(1))
        continue
      }
      if unsafe !fill(page, with: sheet, &formats) {
        problem = SinkError(path, .tooLarge(table: sheet.title, limit: 32_767))
      }
    }
    errno = 0
    let code = unsafe workbook_close(book)
    if let problem { throw problem }
    if code != LXW_NO_ERROR {
      throw errno == 0 ? SinkError(path, .workbook(Int32(code.rawValue))) : FileOutput.failure(path, errno)
    }
    guard let container = try? ZipContainer(path), container.has("xl/workbook.xml") else {
      throw SinkError(path, .full)
    }
    try FileOutput.sync(path)
  }

  @unsafe private static func fill(
    _ page: UnsafeMutablePointer<lxw_worksheet>, with sheet: FormSheet, _ formats: inout FormFormats
  ) -> Bool {
    for (index, column) in sheet.columns.enumerated() {
      let place = UInt16(index)
      var options = lxw_row_col_options()
      options.hidden = column.isHidden ? 1 : 0
      unsafe worksheet_set_column_opt(page, place, place, column.width, nil, &options)
      guard unsafe put(column.header, page, 0, place, formats.header) else { return false }
    }
    unsafe worksheet_set_row(page, 0, lineHeight * Double(sheet.headerLines), nil)
    for (index, row) in sheet.rows.enumerated() {
      let lines = min(sheet.lines(of: row.cells), mostLines)
      unsafe worksheet_set_row(page, UInt32(index + 1), lineHeight * Double(lines), nil)
      for (place, cell) in row.cells.enumerated() {
        let column = sheet.columns[place]
        let format = unsafe formats.format(
          .init(
            tone: cell.tone, isOpen: !column.choices.isEmpty, isPale: column.isPale, wraps: column.wraps,
            hasLine: row.beginsGroup))
        guard unsafe put(cell.text ?? "", page, UInt32(index + 1), UInt16(place), format) else {
          return false
        }
      }
    }
    unsafe worksheet_freeze_panes(page, 1, UInt16(sheet.frozenColumns))
    for (index, column) in sheet.columns.enumerated() where !column.choices.isEmpty && !sheet.rows.isEmpty {
      unsafe offer(column.choices, page, UInt16(index), rows: sheet.rows.count, sheet)
    }
    // Columns may be made wider; all else is locked.
    var protection = lxw_protection()
    protection.format_columns = 1
    protection.format_rows = 1
    unsafe worksheet_protect(page, nil, &protection)
    // On paper: all columns beside each other, the header on every page.
    unsafe worksheet_set_landscape(page)
    unsafe worksheet_set_paper(page, 9)
    unsafe worksheet_fit_to_pages(page, 1, 0)
    unsafe worksheet_set_margins(page, 0.3, 0.3, 0.4, 0.4)
    unsafe worksheet_repeat_rows(page, 0, 0)
    return true
  }

  @unsafe private static func put(
    _ text: String, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) -> Bool {
    guard !text.isEmpty else {
      return unsafe worksheet_write_blank(page, row, column, format) == LXW_NO_ERROR
    }
    var bytes: [UInt8] = []
    EscapedName.encode(text.utf8Span.span, into: &bytes)
    bytes.append(0)
    return unsafe bytes.withUnsafeBytes { text in
      unsafe worksheet_write_string(
        page, row, column, text.baseAddress?.assumingMemoryBound(to: CChar.self), format)
    } == LXW_NO_ERROR
  }

  /// A drop-down list over the cells of a column; what is not on it cannot be typed.
  @unsafe private static func offer(
    _ choices: [String], _ page: UnsafeMutablePointer<lxw_worksheet>, _ column: UInt16, rows: Int,
    _ sheet: FormSheet
  ) {
    var texts = unsafe (choices + [sheet.prompt, sheet.refusal]).map { unsafe strdup($0) }
    let (prompt, refusal) = unsafe (texts[choices.count], texts[choices.count + 1])
    unsafe texts[choices.count] = nil
    var validation = unsafe lxw_data_validation()
    unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
    unsafe validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    if !sheet.prompt.isEmpty { unsafe validation.input_message = prompt }
    if !sheet.refusal.isEmpty { unsafe validation.error_message = refusal }
    unsafe texts.withUnsafeMutableBufferPointer { list in
      unsafe validation.value_list = list.baseAddress
      _ = unsafe worksheet_data_validation_range(page, 1, column, UInt32(rows), column, &validation)
    }
    for index in choices.indices { unsafe free(texts[index]) }
    unsafe free(prompt)
    unsafe free(refusal)
  }
}
