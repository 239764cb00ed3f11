import Tables

/// Excel's day numbers as ISO 8601 text.
///
/// Day 1 of the 1900 system is 1900-01-01 and day 60, which never was, falls on 1900-02-28 (Excel counts 1900 as a
/// leap year after Lotus 1-2-3). Moments are rounded to milliseconds, finer than Excel shows.
enum SerialMoment {
  private static let millisecondsADay = 86_400_000

  /// A date and time, or a time alone below one day; nil where Excel has no date.
  static func text(_ serial: Double, startsIn1904: Bool) -> (isTime: Bool, text: [UInt8])? {
    // The last day of both is 9999-12-31.
    guard serial >= 0, serial < (startsIn1904 ? 2_957_004 : 2_958_466) else { return nil }
    let total = Int((serial * Double(millisecondsADay)).rounded())
    let (day, time) = total.quotientAndRemainder(dividingBy: millisecondsADay)
    var text: [UInt8] = []
    text.reserveCapacity(26)
    if serial < 1, day == 0 {
      appendClock(time, to: &text)
      return (true, text)
    }
    // Days since 1970-01-01.
    let shift = startsIn1904 ? -24_107 : day < 60 ? -25_568 : -25_569
    appendDate(day + shift, to: &text)
    text.append(UInt8(ascii: "T"))
    appendClock(time, to: &text)
    return (false, text)
  }

  /// A duration in seconds, with a fraction always: `5400.0`.
  static func seconds(_ serial: Double) -> String {
    let text = DecimalText.plain((serial * Double(millisecondsADay)).rounded() / 1000)
    return text.contains(".") || text.contains("e") ? text : text + ".0"
  }

  /// The day number of a date or of a date and time in whole seconds, when it reads back as the same text.
  static func serial(_ text: Span<UInt8>) -> Double? {
    guard text.count == 10 || text.count == 19, text[4] == UInt8(ascii: "-") else { return nil }
    guard let year = number(text, 0, 4), let month = number(text, 5, 2), let day = number(text, 8, 2),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var serial = Double(days(year, month, day) + 25_569)
    if text.count == 19 {
      guard let hour = number(text, 11, 2), let minute = number(text, 14, 2), let second = number(text, 17, 2)
      else { return nil }
      serial += Double(hour * 3600 + minute * 60 + second) / 86_400
    }
    // Day 61 is the first that all programs agree on.
    guard serial >= 61, let back = Self.text(serial, startsIn1904: false) else { return nil }
    var shown: [UInt8] = []
    CellText.append(.dateTime, back.text.span, to: &shown)
    return text.equals(shown.span) ? serial : nil
  }

  /// An ISO 8601 date or date and time as readers give them: with a time, without a zone `Z`, a fraction of six
  /// digits or none.
  static func normalised(_ iso: [UInt8]) -> [UInt8] {
    var text = iso
    if text.last == UInt8(ascii: "Z") { text.removeLast() }
    if text.count == 10, text[4] == UInt8(ascii: "-") { text += Array("T00:00:00".utf8) }
    guard let point = text.firstIndex(of: UInt8(ascii: ".")) else { return text }
    guard text[(point + 1)...].contains(where: { $0 != 0x30 }) else { return Array(text[..<point]) }
    text = Array(text.prefix(point + 7))
    return text + repeatElement(0x30, count: max(0, point + 7 - text.count))
  }

  private static func number(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<(start + count) {
      guard text[index] >= 0x30, text[index] <= 0x39 else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
    }
    return value
  }

  /// Days since 1970-01-01 (the same source, days_from_civil).
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }

  private static func appendClock(_ milliseconds: Int, to text: inout [UInt8]) {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    appendTwo(seconds / 3600, to: &text)
    text.append(UInt8(ascii: ":"))
    appendTwo(seconds / 60 % 60, to: &text)
    text.append(UInt8(ascii: ":"))
    appendTwo(seconds % 60, to: &text)
    guard rest > 0 else { return }
    text += [UInt8(ascii: "."), 0x30 + UInt8(rest / 100)]
    appendTwo(rest % 100, to: &text)
    text += [0x30, 0x30, 0x30]
  }

  /// The civil date of a day number (Hinnant, «chrono-Compatible Low-Level Date Algorithms», civil_from_days).
  private static func appendDate(_ days: Int, to text: inout [UInt8]) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * march + 2) / 5 + 1
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    appendTwo(year / 100, to: &text)
    appendTwo(year % 100, to: &text)
    text.append(UInt8(ascii: "-"))
    appendTwo(month, to: &text)
    text.append(UInt8(ascii: "-"))
    appendTwo(day, to: &text)
  }

  private static func appendTwo(_ number: Int, to text: inout [UInt8]) {
    text.append(0x30 + UInt8(number / 10))
    text.append(0x30 + UInt8(number % 10))
  }
}
