/// A number of a date, and how many digits it is written with.
struct DateNumber: Equatable {
  var value: Int
  var count: Int
}

/// Reads the ways people and programs write a day, perhaps with a time.
struct DateReader {
  /// What a text came to.
  enum Outcome: Equatable {
    case day(CalendarDate, ClockTime?, isSerial: Bool, isGuess: Bool)
    /// A day among words that are none of a date.
    case amongWords(CalendarDate)
    /// Day and month can be read either way, and the column has both orders.
    case ambiguous
    case sentinel
    case wrong(FormatCode)
  }

  let order: DateOrder?
  let region: String
  /// Whether dates of the region are always written day first (CLDR date patterns of its languages).
  var writesDayFirst: Bool {
    ["RU", "BY", "KZ", "UA", "UZ", "KG", "AM", "GE", "AZ", "TJ", "TM", "MD"].contains(region)
  }
  let system: DateSystem?
  let isBirthDate: Bool
  /// Today's year, month, day for two-digit years of birth.
  let now: CalendarDate?

  private enum Token: Equatable {
    case number(DateNumber)
    case month(Int)
    case mark(Character)
    case word(String)
  }

  func read(_ text: String) -> Outcome {
    var tokens = Self.tokens(text)
    if let serial = serial(tokens, text) { return serial }
    let time = Self.takeTime(&tokens)
    let hasOtherWords = tokens.contains {
      if case .word(let word) = $0 { !DateWords.all.contains(word) } else { false }
    }
    if hasOtherWords, Self.isRelative(text) { return .wrong(DateCodes.relative) }
    tokens.removeAll { if case .word = $0 { true } else { false } }
    let outcome = outcome(of: tokens, time, text)
    guard hasOtherWords else { return outcome }
    // What the words say is lost with them: the day alone is only an offer.
    guard case .day(let date, _, _, isGuess: false) = outcome else { return .wrong(DateCodes.unreadable) }
    return .amongWords(date)
  }

  private func outcome(of tokens: [Token], _ time: ClockTime?, _ text: String) -> Outcome {
    let parts = tokens.filter { if case .mark = $0 { false } else { true } }
    let marks = tokens.compactMap { token -> Character? in
      if case .mark(let mark) = token, mark != " " { mark } else { nil }
    }
    if parts.isEmpty { return .wrong(Self.isRelative(text) ? DateCodes.relative : DateCodes.unreadable) }
    if parts.count == 1 { return single(parts[0], time) }
    if parts.count == 2, case .number(let day) = parts[0], case .number(let clock) = parts[1],
      day.count == 8, clock.count == 4 || clock.count == 6
    {
      // ISO 8601, basic form: 20190312T143500.
      let seconds = clock.count == 4 ? clock.value * 100 : clock.value
      return single(.number(DateNumber(value: day.value * 1_000_000 + seconds, count: 14)), time)
    }
    guard parts.count == 3 else {
      return .wrong(parts.count == 2 ? DateCodes.incomplete : DateCodes.unreadable)
    }
    return three(parts, marks.first ?? " ", time)
  }

  // MARK: - Parts

  /// Three parts: numbers, or a month's name among them.
  private func three(_ parts: [Token], _ mark: Character, _ time: ClockTime?) -> Outcome {
    switch (parts[0], parts[1], parts[2]) {
    case (.number(let day), .month(let month), .number(let year)):
      // «2019 March 12» has the year first.
      if day.count == 4 { return made(day, month, year, time) }
      return made(year, month, day, time)
    case (.month(let month), .number(let day), .number(let year)): return made(year, month, day, time)
    case (.number(let first), .number(let second), .number(let third)):
      if first.count == 4 { return made(first, second.value, third, time) }
      return ordered(first, second, third, mark, time)
    default: return .wrong(DateCodes.unreadable)
    }
  }

  /// Three numbers, the year last.
  func ordered(
    _ first: DateNumber, _ second: DateNumber, _ year: DateNumber, _ mark: Character, _ time: ClockTime?
  ) -> Outcome {
    guard first.count <= 2, second.count <= 2, year.count == 2 || year.count == 4 else {
      return .wrong(DateCodes.unreadable)
    }
    let (one, two) = (first.value, second.value)
    if one == 0, two == 0 { return .sentinel }
    switch order {
    case .dmy: return made(year, two, first, time)
    case .mdy: return made(year, one, second, time)
    case .mixed:
      if one > 12 || one == two { return made(year, two, first, time) }
      if two > 12 { return made(year, one, second, time) }
      return .ambiguous
    case nil: break
    }
    // With dots the day comes first everywhere; slashes are written either way.
    if mark != "/" {
      return region == "US" && mark == "-" ? made(year, one, second, time) : made(year, two, first, time)
    }
    if one > 12 { return made(year, two, first, time) }
    if two > 12 { return made(year, one, second, time) }
    let isMonthFirst = region == "US" || region == "PH"
    return made(year, isMonthFirst ? one : two, isMonthFirst ? second : first, time, isGuess: one != two)
  }

  /// The day of these numbers.
  func made(
    _ year: DateNumber, _ month: Int, _ day: DateNumber, _ time: ClockTime?, isGuess: Bool = false
  ) -> Outcome {
    guard day.count <= 2, year.count == 2 || year.count == 4 else { return .wrong(DateCodes.unreadable) }
    let dayNumber = day.value
    var yearNumber = year.value
    if month == 0, dayNumber == 0 { return .sentinel }
    if year.count == 2 {
      // The pivot of Excel: 00…29 are of this century.
      yearNumber += yearNumber < 30 ? 2000 : 1900
      if isBirthDate, let now, let date = CalendarDate(year: yearNumber, month: month, day: dayNumber),
        date > now
      {
        yearNumber -= 100
      }
    }
    guard let date = CalendarDate(year: yearNumber, month: month, day: dayNumber) else {
      return .wrong(DateCodes.invalid)
    }
    if Self.isSentinel(date) { return .sentinel }
    guard yearNumber >= 1000 else { return .wrong(DateCodes.invalid) }
    return .day(date, time, isSerial: false, isGuess: isGuess)
  }

  /// Days that programs write for none: 1C and .NET, OLE, MySQL.
  static func isSentinel(_ date: CalendarDate) -> Bool {
    (date.year == 1 && date.month == 1 && date.day == 1)
      || (date.year == 1899 && date.month == 12 && date.day >= 30)
  }

  private func single(_ part: Token, _ time: ClockTime?) -> Outcome {
    guard case .number(let digits) = part else { return .wrong(DateCodes.incomplete) }
    switch digits.count {
    case 8: return compact(digits.value, time)
    case 14:
      let (day, rest) = digits.value.quotientAndRemainder(dividingBy: 1_000_000)
      guard let clock = ClockTime(rest / 10_000, rest / 100 % 100, rest % 100) else {
        return .wrong(DateCodes.unreadable)
      }
      return made(
        DateNumber(value: day / 10_000, count: 4), day / 100 % 100, DateNumber(value: day % 100, count: 2),
        clock)
    case 4: return .wrong(DateCodes.incomplete)
    default: return .wrong(DateCodes.unreadable)
    }
  }

  /// Eight digits: the year first where they begin with a likely one, else the day.
  func compact(_ digits: Int, _ time: ClockTime?) -> Outcome {
    let yearFirst = digits / 10_000
    if (1900...2100).contains(yearFirst) || digits == 0 {
      return made(
        DateNumber(value: yearFirst, count: 4), digits / 100 % 100,
        DateNumber(value: digits % 100, count: 2), time)
    }
    return made(
      DateNumber(value: digits % 10_000, count: 4), digits / 10_000 % 100,
      DateNumber(value: digits / 1_000_000, count: 2), time)
  }

  // MARK: - Serials

  /// A spreadsheet's day number, perhaps with a fraction for the time.
  private func serial(_ tokens: [Token], _ text: String) -> Outcome? {
    let halves = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard halves.count <= 2, let whole = halves.first, whole.count <= 7,
      whole.utf8.allSatisfy({ Digits.isDigit($0) }),
      let days = Int(whole),
      halves.count == 1 || halves[1].utf8.allSatisfy({ Digits.isDigit($0) }) && !halves[1].isEmpty
    else { return nil }
    // Without a word on the file's date system only days from 1954 to 2064 are taken.
    guard
      system != nil
        || (20_000...60_000).contains(days)
          && (halves.count == 1 || halves[1].count > 2 || halves[1].allSatisfy { $0 == "0" })
    else { return nil }
    var seconds = 0
    if halves.count == 2 {
      let digits = halves[1].prefix(12)
      var scale = 1
      for _ in digits { scale *= 10 }
      seconds = ((Int(digits) ?? 0) * 86_400 + scale / 2) / scale
    }
    let base: Int
    switch system ?? .excel1900 {
    case .excel1904: base = -24_107
    case .excel1900:
      if days == 60 { return .wrong(DateCodes.invalid) }
      if days == 0 { return .sentinel }
      base = days < 60 ? -25_568 : -25_569
    }
    guard days < 2_958_466 else { return nil }
    let date = CalendarDate(daysSince1970: days + base + seconds / 86_400)
    let rest = seconds % 86_400
    return .day(date, ClockTime(rest / 3600, rest / 60 % 60, rest % 60), isSerial: true, isGuess: false)
  }

  // MARK: - Tokens

  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let start = index
      if ("0"..."9").contains(scalars[index]) {
        while index < scalars.count, ("0"..."9").contains(scalars[index]) { index += 1 }
        let digits = String(String.UnicodeScalarView(scalars[start..<index]))
        // More digits than a machine's number holds are no part of a date.
        tokens.append(.number(DateNumber(value: Int(digits) ?? -1, count: index - start)))
      } else if scalars[index].isAlphabetic {
        while index < scalars.count, scalars[index].isAlphabetic { index += 1 }
        let letters = String(String.UnicodeScalarView(scalars[start..<index]))
        let word = (MixedScript.mended(letters) ?? letters).lowered
        tokens.append(MonthName.number(of: word).map { .month($0) } ?? .word(word))
      } else {
        if !"«»\"'“”„".unicodeScalars.contains(scalars[index]) {
          tokens.append(.mark(Character(scalars[index])))
        }
        index += 1
      }
    }
    return tokens
  }

  /// Takes `14:35[:00[.000]] [PM] [zone]` out of the tokens.
  private static func takeTime(_ tokens: inout [Token]) -> ClockTime? {
    var numbers = 0
    for (index, token) in tokens.enumerated() {
      guard case .number(let hourNumber) = token else {
        if case .month = token { numbers += 1 }
        continue
      }
      numbers += 1
      guard numbers > 1 || index == 0, index + 2 < tokens.count, tokens[index + 1] == .mark(":"),
        case .number(let minute) = tokens[index + 2], hourNumber.count <= 2, minute.count == 2
      else { continue }
      var second = 0
      if index + 4 < tokens.count, tokens[index + 3] == .mark(":"),
        case .number(let number) = tokens[index + 4]
      {
        second = number.value
      }
      var hour = hourNumber.value
      if tokens.contains(.word("pm")), hour < 12 { hour += 12 }
      if tokens.contains(.word("am")), hour == 12 { hour = 0 }
      guard let time = ClockTime(hour, minute.value, second) else { return nil }
      // A time ends the date before it; anything behind is seconds' fraction and zone.
      tokens.removeSubrange(index...)
      if tokens.last == .mark(":") { tokens.removeLast() }
      return time
    }
    return nil
  }

  private static func isRelative(_ text: String) -> Bool {
    ["сегодня", "вчера", "завтра", "позавчера", "today", "yesterday", "tomorrow", "недел", "назад", "ago"]
      .contains { text.lowered.contains($0) }
  }
}
