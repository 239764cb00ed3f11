import Tables

/// Dates: ISO 8601 out, the ways people, spreadsheets and programs write a day in.
///
/// With `keepsTime` the time of day stays (`2019-03-12T14:35:00`); else it moves to a field of its own.
struct DateFormat: FieldFormat {
  let keepsTime: Bool
  let words: MissingWords
  let reader: DateReader
  /// Month and day that far too many birthdays of the column share.
  private let defaultDay: String
  /// Years of birth of which nothing is to be said, to the day.
  private let birthYears: Range<Int>
  var name: String { keepsTime ? "datetime" : "date" }
  var codes: [FormatCode] { DateCodes.all }
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { .code }

  init(keepsTime: Bool, words: MissingWords, options: FormatOptions) {
    self.keepsTime = keepsTime
    self.words = words
    defaultDay = options.conventions.defaultDay ?? ""
    let now = options.now.split(separator: "-").compactMap {
      Int($0.prefix(2).count == $0.count ? $0 : $0.prefix(4))
    }
    let year = now.first ?? 0
    birthYears = year > 1900 ? (year - 109)..<(year - 14) : 0..<0
    reader = DateReader(
      order: options.dateOrder, region: options.region, system: options.dateSystem,
      isBirthDate: options.isBirthDate,
      now: now.count == 3 ? CalendarDate(year: now[0], month: now[1], day: now[2]) : nil)
  }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard cell.count >= 10, cell[4] == 0x2D, cell[7] == 0x2D, Self.isPlain(cell, 0, 5, 8) else {
      return false
    }
    if cell.count == 10 { return true }
    return keepsTime && cell.count == 19 && cell[10] == 0x54 && cell[13] == 0x3A && cell[16] == 0x3A
      && Self.two(cell, 11) < 24 && Self.two(cell, 14) < 60 && Self.two(cell, 17) < 60
      && !(Self.two(cell, 11) == 0 && Self.two(cell, 14) == 0 && Self.two(cell, 17) == 0)
  }

  /// Whether nothing is to be said of a birth in the year at a place.
  private func isPlainYear(_ cell: Span<UInt8>, _ year: Int) -> Bool {
    !reader.isBirthDate
      || defaultDay.isEmpty && birthYears.contains(Self.two(cell, year) * 100 + Self.two(cell, year + 2))
  }

  private static func isPlain(_ cell: Span<UInt8>, _ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard two(cell, year) < 100, two(cell, year + 2) < 100 else { return false }
    let value = two(cell, year) * 100 + two(cell, year + 2)
    // Default days (1900-01-01, 1970-01-01) and open ends need the slow path's word.
    guard value > 1900, value < 2099, value != 1970 else { return false }
    return CalendarDate.exists(value, two(cell, month), two(cell, day))
  }

  /// Two digits as a number; 200 and more: they are not digits.
  @inline(__always)
  private static func two(_ cell: Span<UInt8>, _ index: Int) -> Int {
    let high = cell[index] &- 0x30
    let low = cell[index + 1] &- 0x30
    return high < 10 && low < 10 ? Int(high) * 10 + Int(low) : 200
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell), isPlainYear(cell, 0) { return .unchanged }
    return look(cell, into: &outcome) ?? tell(cell, into: &outcome)
  }

  /// A day told by its bytes; nil: it needs a closer look.
  private func look(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict? {
    var (start, end) = (0, cell.count)
    while start < end, cell[start] == 0x20 { start += 1 }
    while end > start, cell[end - 1] == 0x20 { end -= 1 }
    let text = cell.extracting(start..<end)
    switch reader.scan(text) {
    case .day(let date, let time, let isSerial, let isGuess):
      // What may be said of such years takes longer.
      guard date.year > 1900, date.year < 2099, date.year != 1970, doubt(of: date) == nil else { return nil }
      let clock = time.flatMap { $0.isMidnight ? nil : $0 }
      if isGuess || clock != nil && !keepsTime {
        outcome.reading = reading(date, time, isSerial: isSerial, isGuess: isGuess, detail: false)
        outcome.reading.action = .replace
        if outcome.reading.status == .ok { outcome.reading.status = .fixed }
        return .told
      }
      outcome.put(date, clock)
      outcome.edit = isSerial ? DateCodes.serial : DateCodes.iso
      return .replaced
    case .wrong(let code):
      guard words.kinds(of: text).isDisjoint(with: missing) else { return nil }
      outcome.reading = .invalid(code)
      return .told
    case .amongWords, .ambiguous, .sentinel, nil: return nil
    }
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    switch reader.read(text) {
    case .wrong(let code): return .invalid(code)
    case .sentinel: return .missing(DateCodes.sentinel)
    case .ambiguous: return Reading(status: .ambiguous, finding: DateCodes.ambiguous)
    case .amongWords(let date):
      return .invalid(DateCodes.unreadable, suggestion: date.iso, DateCodes.amongWords)
    case .day(let date, let time, let isSerial, let isGuess):
      if date.year == 9999 || date.year >= 2099 && date.month == (date.year == 2099 && date.day == 1 ? 1 : 12)
      {
        return .placeholder(DateCodes.openEnd)
      }
      return reading(date, time, isSerial: isSerial, isGuess: isGuess, detail: detail)
    }
  }

  /// What speaks against a day.
  private func doubt(of date: CalendarDate) -> FormatCode? {
    if date.year == 1900 || date.year == 1970, date.month == 1, date.day == 1 { return DateCodes.suspicious }
    guard reader.isBirthDate else { return nil }
    if date.iso.utf8.dropFirst(5).elementsEqual(defaultDay.utf8) { return DateCodes.defaultDay }
    guard let now = reader.now else { return nil }
    if date > now { return DateCodes.future }
    let isBeforeBirthday = (now.month, now.day) < (date.month, date.day)
    let age = now.year - date.year - (isBeforeBirthday ? 1 : 0)
    if age > 110 { return DateCodes.ageLong }
    return age < 14 ? DateCodes.ageShort : nil
  }

  private func reading(
    _ date: CalendarDate, _ time: ClockTime?, isSerial: Bool, isGuess: Bool, detail: Bool
  ) -> Reading {
    let clock = time.flatMap { $0.isMidnight ? nil : $0 }
    let value = keepsTime ? clock.map { "\(date.iso)T\($0.iso)" } ?? date.iso : date.iso
    var reading = Reading.value(value, isSerial ? DateCodes.serial : DateCodes.iso)
    if isGuess {
      reading.status = .suspicious
      reading.finding = DateCodes.ambiguous
      // Where nobody writes the month first, the order of the region is no guess, though worth a word.
      reading.edit = reader.writesDayFirst ? DateCodes.regionOrder : DateCodes.localeGuess
    } else if let doubt = doubt(of: date) {
      reading.status = .suspicious
      reading.finding = doubt
    }
    if !keepsTime, let clock {
      reading.derived = [DerivedValue(target: .suffix("time"), value: clock.iso, code: DateCodes.time)]
    }
    guard detail else { return reading }
    reading.display = keepsTime ? clock.map { "\(date.russian) \($0.iso)" } ?? date.russian : date.russian
    reading.parts = ["match_key": .text(date.iso)]
    if let clock { reading.parts["time"] = .text(clock.iso) }
    return reading
  }
}

extension FormatOutcome {
  /// Makes a day the canonical value, with the time where there is one.
  fileprivate mutating func put(_ date: CalendarDate, _ time: ClockTime?) {
    var text = InlineArray<19, UInt8>(repeating: 0x2D)
    func write(_ number: Int, at place: Int) {
      text[place] = UInt8(truncatingIfNeeded: number / 10 + 0x30)
      text[place + 1] = UInt8(truncatingIfNeeded: number % 10 + 0x30)
    }
    write(date.year / 100, at: 0)
    write(date.year % 100, at: 2)
    write(date.month, at: 5)
    write(date.day, at: 8)
    guard let time else { return put(text.span.extracting(0..<10)) }
    text[10] = 0x54
    write(time.hour, at: 11)
    text[13] = 0x3A
    write(time.minute, at: 14)
    text[16] = 0x3A
    write(time.second, at: 17)
    put(text.span)
  }
}
