import Tables

/// Reads a file of any format known here as a base of text.
public enum BaseReader {
  /// Reads a base that is a file, its format found by its content.
  static func readFile(_ path: String, options: ReadOptions) throws(SourceError) -> Base {
    let base =
      switch try kind(of: path) {
      case .text: try CSVReader.read(path, options: options)
      case let kind where WorkbookReader.name(of: kind) != nil:
        try WorkbookReader.read(path, kind, options: options)
      case .accessXML: try AccessReader.read(path, options: options)
      case .sqlite: try SQLiteReader.read(path, options: options)
      case let other: throw SourceError(path, .unsupported(other)) as SourceError
      }
    guard !base.tables.isEmpty else { throw SourceError(path, .noTable(named: options.table)) }
    return base
  }

  /// The format found by content, after it was held against what the name promises.
  package static func kind(of path: String) throws(SourceError) -> ContentKind {
    let file = path.split(separator: "/").last ?? ""
    if file.hasPrefix("~$") || file.hasPrefix(".~lock.") { throw SourceError(path, .lockFile) }
    let found = try ContentKind.sniff(path)
    guard let claimed = ContentKind.claimed(by: path), claimed != found else { return found }
    // A text file may hold anything, markup too; every other promise must be kept.
    if claimed == .text, [.accessXML, .otherXML, .spreadsheetML].contains(found) { return .text }
    if claimed == .accessXML, found == .otherXML { throw SourceError(path, .unsupported(.otherXML)) }
    // A workbook that is locked, old or of a sister format has its own remedy.
    if claimed == .xlsx || claimed == .accessXML, WorkbookReader.name(of: found) != nil { return found }
    let sisters: [ContentKind] = [.encryptedOffice, .xls, .xlsb, .ods, .spreadsheetML, .adoXML]
    if sisters.contains(found) { throw SourceError(path, .unsupported(found)) }
    throw SourceError(path, .mismatch(claimed: claimed, found: found))
  }
}
