import Tables

/// A day of `12 марта 2019 г.`, read byte by byte.
enum PlainDate {
  private static let months = WordTable(
    [
      ("января", 1), ("февраля", 2), ("марта", 3), ("апреля", 4), ("мая", 5), ("июня", 6), ("июля", 7),
      ("августа", 8), ("сентября", 9), ("октября", 10), ("ноября", 11), ("декабря", 12),
    ].map { (word: $0.0, number: UInt32($0.1)) })

  /// Year, month and day; nil: the cell needs a closer look.
  static func inWords(_ cell: Span<UInt8>) -> CalendarDate? {
    guard cell.count > 12, Digits.isDigit(cell[0]) else { return nil }
    let dayEnd = Digits.isDigit(cell[1]) ? 2 : 1
    guard cell[dayEnd] == 0x20 else { return nil }
    var wordEnd = dayEnd + 1
    while wordEnd < cell.count, cell[wordEnd] != 0x20 { wordEnd += 1 }
    let yearEnd = wordEnd + 5
    guard yearEnd <= cell.count, Digits.areDigits(cell.extracting((wordEnd + 1)..<yearEnd)),
      isTail(cell.extracting(yearEnd..<cell.count)),
      let month = months.find(cell.extracting((dayEnd + 1)..<wordEnd))
    else { return nil }
    return CalendarDate(
      year: Digits.value(cell, (wordEnd + 1)..<yearEnd), month: Int(month),
      day: Digits.value(cell, 0..<dayEnd))
  }

  private static func isTail(_ rest: Span<UInt8>) -> Bool {
    rest.isEmpty || rest.equals(" г.") || rest.equals(" г") || rest.equals(" года") || rest.equals("г.")
  }

  /// Whether midnight stands behind a date: ` 0:00:00`, ` 00:00:00`.
  static func isMidnight(_ rest: Span<UInt8>) -> Bool {
    rest.equals(" 0:00:00") || rest.equals(" 00:00:00") || rest.equals(" 0:00") || rest.equals(" 00:00")
  }
}
