import Tables

/// Tables that a writer spread over several sheets, put together again.
///
/// A sheet goes on in the next when it is full to its last row, and the next has the same header and the name
/// `Clients (2)`. The rows of the second sheet are counted on: its row 5 is 1,048,576 + 5.
enum ContinuedSheets {
  /// The tables, those that go on as one, and a note on each.
  /// - Complexity: O(bytes of the tables that go on).
  static func joined(
    _ tables: [Table], rowsASheet: Int = WorkbookWriter.mostRows
  ) -> (tables: [Table], notes: [SourceNote]) {
    var result: [Table] = []
    var notes: [SourceNote] = []
    var parts = 1
    var isFull = false
    for table in tables {
      if isFull, let last = result.last, SheetTitle.numbered(last.name, parts + 1) == table.name,
        last.columns.map(\.name) == table.columns.map(\.name),
        last.origin.sheetColumns == table.origin.sheetColumns
      {
        append(table, to: &result[result.count - 1], after: parts * rowsASheet)
        parts += 1
        notes.append(
          SourceNote(
            en: "\(table.name) goes on where \(last.name) is full; its rows are counted on",
            ru: "\(table.name) продолжает \(last.name); счёт строк сквозной"))
      } else {
        result.append(table)
        parts = 1
      }
      isFull = table.origin.numbers.last == Int64(rowsASheet)
    }
    return (result, notes)
  }

  private static func append(_ part: Table, to table: inout Table, after rows: Int) {
    for index in table.columns.indices {
      table.columns[index].cells.append(contentsOf: part.columns[index].cells)
    }
    table.origin.numbers += part.origin.numbers.map { $0 + Int64(rows) }
    table.rowCount += part.rowCount
  }
}
