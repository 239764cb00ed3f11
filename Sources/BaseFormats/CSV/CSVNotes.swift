import Tables

/// What a person should know of the reading of a text file.
enum CSVNotes {
  static func of(
    _ table: CSVTableBuilder, encoding: TextEncoding, dialect: CSVDialect, replaced: (count: Int, line: Int)
  ) -> [SourceNote] {
    var notes = [how(encoding, dialect)]
    if !table.titleLines.isEmpty {
      let lines = table.titleLines.map { "\($0)" }.joined(separator: ", ")
      notes.append(
        SourceNote(
          en: "titles above the header, not rows: lines \(lines)",
          ru: "над заголовком — названия, а не строки базы: строки файла \(lines)"))
    }
    if table.short.count > 0 {
      notes.append(
        SourceNote(
          en:
            "\(table.short.count) rows have fewer cells than the header (first: line \(table.short.firstLine)); "
            + "padded with nulls",
          ru:
            "строк короче заголовка: \(table.short.count) (первая — строка \(table.short.firstLine)); недостающее "
            + "пусто"))
    }
    if table.long.count > 0 {
      notes.append(
        SourceNote(
          en:
            "\(table.long.count) rows have more cells than the header (first: line \(table.long.firstLine)); "
            + "kept in columns named by position",
          ru:
            "строк длиннее заголовка: \(table.long.count) (первая — строка \(table.long.firstLine)); лишнее — в "
            + "столбцах с номером"))
    }
    if let line = table.openQuoteLine {
      notes.append(
        SourceNote(
          en: "the quote opened on line \(line) is never closed; all that follows is one cell",
          ru: "кавычка, открытая в строке \(line), не закрыта; всё дальнейшее — одна ячейка"))
    }
    if let line = table.nulLine {
      notes.append(
        SourceNote(
          en: "holds NUL bytes (first: line \(line)); kept as they are",
          ru: "есть нулевые байты (первый — строка \(line)); оставлены как есть"))
    }
    if replaced.count > 0 {
      notes.append(
        SourceNote(
          en:
            "\(replaced.count) byte sequences are not \(encoding.name) (first: line \(replaced.line)); "
            + "replaced by U+FFFD",
          ru:
            "последовательностей байтов не в \(encoding.name): \(replaced.count) (первая — строка "
            + "\(replaced.line)); вместо них U+FFFD"))
    }
    return notes
  }

  private static func how(_ encoding: TextEncoding, _ dialect: CSVDialect) -> SourceNote {
    let isTab = dialect.delimiter == 0x09
    let sign = "'\(Character(Unicode.Scalar(dialect.delimiter)))'"
    let isUsual = dialect.quote == UInt8(ascii: "\"")
    let quote = "\(Character(Unicode.Scalar(dialect.quote)))"
    return SourceNote(
      en: "read as \(encoding.name), delimiter \(isTab ? "tab" : sign)" + (isUsual ? "" : ", quote \(quote)"),
      ru: "прочитан как \(encoding.name), разделитель \(isTab ? "табуляция" : sign)"
        + (isUsual ? "" : ", кавычка \(quote)"))
  }
}
