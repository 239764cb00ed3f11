import Tables

/// ОКВЭД 2, the kind of business: `XX`, `XX.X`, `XX.XX`, `XX.XX.X`, `XX.XX.XX`, several with `;` between.
///
/// Shape: ОК 029-2014.
struct OKVEDFormat: FieldFormat {
  static let shape = FormatCode.error(
    "okved-shape", en: "ОКВЭД: not XX, XX.X … XX.XX.XX", ru: "ОКВЭД: не XX, XX.X … XX.XX.XX")
  static let lostZero = FormatCode.safe(
    "okved-lost-zero", en: "ОКВЭД: leading zero restored", ru: "ОКВЭД: восстановлен ведущий ноль")
  static let date = FormatCode.safe(
    "okved-from-date", en: "ОКВЭД that a spreadsheet took for a date restored",
    ru: "восстановлен ОКВЭД, который таблица приняла за дату")

  let name = "okved"
  let words: MissingWords
  var codes: [FormatCode] { [Self.shape, Self.lostZero, Self.date, IdentifierCodes.cleaned] }
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { .code }

  func isClean(_ cell: Span<UInt8>) -> Bool { Self.isShaped(cell) }

  func interpret(_ text: String, detail: Bool) -> Reading {
    var body = text
    for label in ["ОКВЭД2", "ОКВЭД", "оквэд", "'"] where body.hasPrefix(label) {
      body.removeFirst(label.count)
    }
    let all = body.split { ";, :".contains($0) }.map(String.init)
    var values: [String] = []
    var edit = IdentifierCodes.cleaned
    for one in all {
      guard let (value, code) = Self.code(one) else { return .invalid(Self.shape) }
      values.append(value)
      edit = code ?? edit
    }
    guard !values.isEmpty else { return .invalid(Self.shape) }
    let value = values.joined(separator: "; ")
    var reading = Reading.value(value, edit)
    reading.parts["match_key"] = .text(value)
    if values.count > 1 { reading.parts["all"] = .list(values) }
    return reading
  }

  private static func code(_ text: String) -> (String, FormatCode?)? {
    if isShaped(text) { return (text, nil) }
    if isShaped("0" + text), text.contains(".") { return ("0" + text, lostZero) }
    // 2001-11-01 was 01.11.01 before a spreadsheet read it.
    let date = text.split(separator: "-")
    if date.count == 3, date[0].count == 4, isShaped("\(date[2]).\(date[1]).\(date[0].suffix(1))"),
      date[0].hasPrefix("200")
    {
      return ("\(date[2]).\(date[1]).\(date[0].suffix(1))", Self.date)
    }
    return nil
  }

  private static func isShaped(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return isShaped(bytes.span)
  }

  private static func isShaped(_ text: Span<UInt8>) -> Bool {
    guard [2, 4, 5, 7, 8].contains(text.count) else { return false }
    for index in text.indices {
      if index == 2 || index == 5 {
        if text[index] != 0x2E { return false }
      } else if !Digits.isDigit(text[index]) {
        return false
      }
    }
    return true
  }
}
