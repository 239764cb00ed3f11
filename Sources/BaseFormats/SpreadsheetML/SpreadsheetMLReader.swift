import Tables

/// Reads the XML of Excel 2002 and 2003 («XML Spreadsheet Reference», MSDN): one table a worksheet.
///
/// Choices: a value under a merge stays, though Excel writes none; dates of the day before 1900 are times of day;
/// control characters that Excel writes as references XML does not have (`&#7;`) are left out, with a note.
enum SpreadsheetMLReader {
  static func read(_ path: String, options: ReadOptions, into sink: any SheetSink) throws(SourceError)
    -> [SourceNote]
  {
    let stream = XMLStream(SpreadsheetMLSheets(sink, table: options.table), leavesOutCharacters: true)
    try stream.read(path, progress: options.progress)
    guard stream.charactersLeftOut > 0 else { return [] }
    let count = stream.charactersLeftOut
    return [
      SourceNote(
        en: "characters that XML does not have are left out: \(count)",
        ru: "пропущены знаки, которых в XML не бывает: \(count)")
    ]
  }
}
