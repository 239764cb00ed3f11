/// Writes tables as a base of a given format.
public enum BaseWriter {
  /// Writes the tables to exactly that path and brings them to the disk.
  ///
  /// An existing file is replaced; whoever wants all or nothing writes beside it and renames. The same tables give
  /// the same bytes.
  /// - Precondition: text files hold one table.
  /// - Throws: why the file cannot be written; what is there then is not a base.
  /// - Complexity: O(cells).
  public static func write(
    _ tables: [OutputTable], to path: String, format: OutputFormat
  ) throws(SinkError) {
    switch format {
    case .csv(let delimiter, let byteOrderMark, let encoding):
      precondition(tables.count == 1, "a text file holds one table")
      try CSVWriter(delimiter: delimiter, byteOrderMark: byteOrderMark, encoding: encoding)
        .write(tables[0], to: path)
    case .xlsx: try WorkbookWriter.write(tables, to: path)
    case .sqlite: try SQLiteWriter.write(tables, to: path)
    }
  }
}
