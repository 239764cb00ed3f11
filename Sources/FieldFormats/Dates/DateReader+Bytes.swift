import Tables

/// The ways to write a day that are told by their bytes, without a string.
extension DateReader {
  /// What the bytes come to, as `read` would have it; nil: they need its closer look.
  ///
  /// Three numbers with one mark between (`12.03.2019`, `2019-03-12`, `3/12/19`), eight digits, a month by its
  /// name, a spreadsheet's day, all but the last perhaps with a time of day behind.
  func scan(_ cell: Span<UInt8>) -> Outcome? {
    var index = 0
    guard let first = Self.number(cell, &index) else { return nil }
    if index == cell.count { return alone(first) }
    let mark = cell[index]
    let isBeforeWord = index + 1 < cell.count && !Digits.isDigit(cell[index + 1])
    if first.count <= 2, mark == 0x20 || mark == 0x2D, isBeforeWord {
      return named(first, cell, index + 1)
    }
    guard mark == 0x2E || mark == 0x2F || mark == 0x2D else {
      guard first.count == 8, let time = Self.time(cell, index) else { return nil }
      return compact(first.value, time)
    }
    index += 1
    guard first.count == 4 || first.count <= 2, let second = Self.number(cell, &index) else { return nil }
    if index == cell.count {
      return system == nil && first.count <= 2 && second.count == 4 ? .wrong(DateCodes.incomplete) : nil
    }
    guard second.count <= 2, cell[index] == mark else { return nil }
    index += 1
    guard let third = Self.number(cell, &index) else { return nil }
    var time: ClockTime?
    if index < cell.count {
      guard let clock = Self.time(cell, index) else { return nil }
      time = clock
    }
    if first.count == 4 { return made(first, second.value, third, time) }
    return ordered(first, second, third, Character(Unicode.Scalar(mark)), time)
  }

  /// Digits that are all of the cell.
  private func alone(_ number: DateNumber) -> Outcome? {
    if number.count == 8 { return compact(number.value, nil) }
    guard system == nil, number.count == 5, (20_000...60_000).contains(number.value) else { return nil }
    return .day(
      CalendarDate(daysSince1970: number.value - 25_569), ClockTime(0, 0, 0), isSerial: true, isGuess: false)
  }

  /// A month's name from `start` on, a year, and perhaps a word for it: `12 мар 2019 г.`, `12-мар-19`.
  private func named(_ day: DateNumber, _ cell: Span<UInt8>, _ start: Int) -> Outcome? {
    var index = start
    while index < cell.count, cell[index] >= 0x80 || (cell[index] | 0x20) &- 0x61 < 26 { index += 1 }
    guard index > start, index + 1 < cell.count, cell[index] == cell[start - 1],
      let month = MonthName.table.find(cell.extracting(start..<index))
    else { return nil }
    index += 1
    guard let year = Self.number(cell, &index), Self.isTail(cell.extracting(index..<cell.count)) else {
      return nil
    }
    return made(year, Int(month), day, nil)
  }

  /// Whether nothing or a word for «year» stands behind a date.
  private static func isTail(_ rest: Span<UInt8>) -> Bool {
    rest.isEmpty || rest.equals(" г.") || rest.equals(" г") || rest.equals(" года") || rest.equals("г.")
  }

  /// Digits from `index` on, eight at most.
  @inline(__always)
  private static func number(_ cell: Span<UInt8>, _ index: inout Int) -> DateNumber? {
    var number = DateNumber(value: 0, count: 0)
    while index < cell.count, Digits.isDigit(cell[index]) {
      if number.count == 8 { return nil }
      number.value = number.value &* 10 &+ Int(cell[index] &- 0x30)
      number.count &+= 1
      index &+= 1
    }
    return number.count > 0 ? number : nil
  }

  /// ` 9:05`, `T14:35:00` to the end of the cell.
  private static func time(_ cell: Span<UInt8>, _ start: Int) -> ClockTime? {
    guard cell[start] == 0x20 || cell[start] == 0x54 else { return nil }
    var index = start + 1
    guard let hour = number(cell, &index), hour.count <= 2, index < cell.count, cell[index] == 0x3A else {
      return nil
    }
    index += 1
    guard let minute = number(cell, &index), minute.count == 2 else { return nil }
    if index == cell.count { return ClockTime(hour.value, minute.value, 0) }
    guard cell[index] == 0x3A else { return nil }
    index += 1
    guard let second = number(cell, &index), second.count == 2, index == cell.count else { return nil }
    return ClockTime(hour.value, minute.value, second.value)
  }
}
