import Tables

/// Reads delimited text: one table, the first row its header.
enum CSVReader {
  static func read(_ path: String, options: ReadOptions) throws(SourceError) -> Base {
    let input = try FileInput(path)
    let found = try TextEncoding.find(input, named: options.encoding)
    var text = try DecodedText(encoding: found.encoding, skipping: found.markLength, path: path)
    var piece: [UInt8] = []
    try text.next(from: input, into: &piece)
    guard !piece.isEmpty else { throw SourceError(path, .empty) }

    let declared = CSVDialect.declared(in: piece.span)
    let delimiter = try delimiter(options, declared: declared?.delimiter, sample: piece.span, path: path)
    var scanner = CSVScanner(delimiter: delimiter, sink: CSVTableBuilder())
    scanner.feed(piece.span.extracting((declared?.length ?? 0)..<piece.count))
    if input.size > text.position {
      scanner.sink.reserve(factor: 1.05 * Double(input.size) / Double(max(text.position, 1)))
    }
    while true {
      try text.next(from: input, into: &piece)
      guard !piece.isEmpty else { break }
      scanner.feed(piece.span)
      options.progress?(text.position, input.size)
    }
    scanner.finish()
    let notes = notes(of: scanner, encoding: found.encoding, delimiter: delimiter)
    let table = table(from: scanner.sink, path: path, firstLine: declared == nil ? 0 : 1)
    guard let table else { throw SourceError(path, .noTable(named: nil)) }
    guard options.table == nil || options.table == table.name else {
      throw SourceError(path, .noTable(named: options.table))
    }
    return Base(path: path, format: "csv", tables: [table], notes: notes)
  }

  private static func delimiter(
    _ options: ReadOptions, declared: UInt8?, sample: Span<UInt8>, path: String
  ) throws(SourceError) -> UInt8 {
    if let asked = options.delimiter {
      guard let byte = asked.asciiValue, ![0x0A, 0x0D, 0x22].contains(byte) else {
        throw SourceError(path, .badDelimiter)
      }
      return byte
    }
    let lower = path.lowercased()
    let byName = lower.hasSuffix(".tsv") || lower.hasSuffix(".tab") ? UInt8(ascii: "\t") : UInt8(ascii: ",")
    return declared ?? CSVDialect.delimiter(of: sample) ?? byName
  }

  private static func table(from built: CSVTableBuilder, path: String, firstLine: Int) -> Table? {
    guard let names = built.names else { return nil }
    let columns = built.columns.enumerated().map { index, cells in
      let name = index < names.count ? names[index] : ""
      return Column(name: name.isEmpty ? "column \(index + 1)" : name, cells: cells)
    }
    var numbers = built.numbers
    if firstLine > 0 {
      for index in numbers.indices { numbers[index] += Int64(firstLine) }
    }
    let origin = Origin(path: path, table: nil, unit: .line, numbers: numbers)
    return Table(name: stem(of: origin.file), columns: columns, origin: origin)
  }

  private static func stem(of file: String) -> String {
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }

  private static func notes(
    of scanner: CSVScanner<CSVTableBuilder>, encoding: TextEncoding, delimiter: UInt8
  ) -> [SourceNote] {
    let built = scanner.sink
    let sign = "'\(Character(Unicode.Scalar(delimiter)))'"
    let isTab = delimiter == 0x09
    var notes = [
      SourceNote(
        en: "read as \(encoding.name), delimiter \(isTab ? "tab" : sign)",
        ru: "прочитан как \(encoding.name), разделитель \(isTab ? "табуляция" : sign)")
    ]
    if built.short.count > 0 {
      notes.append(
        SourceNote(
          en:
            "\(built.short.count) rows have fewer cells than the header (first: line \(built.short.firstLine)); "
            + "padded with nulls",
          ru:
            "строк короче заголовка: \(built.short.count) (первая — строка \(built.short.firstLine)); недостающее "
            + "пусто"))
    }
    if built.long.count > 0 {
      notes.append(
        SourceNote(
          en:
            "\(built.long.count) rows have more cells than the header (first: line \(built.long.firstLine)); "
            + "kept in columns named by position",
          ru:
            "строк длиннее заголовка: \(built.long.count) (первая — строка \(built.long.firstLine)); лишнее — в "
            + "столбцах с номером"))
    }
    if let line = scanner.openQuoteLine {
      notes.append(
        SourceNote(
          en: "the quote opened on line \(line) is never closed; all that follows is one cell",
          ru: "кавычка, открытая в строке \(line), не закрыта; всё дальнейшее — одна ячейка"))
    }
    return notes
  }
}
