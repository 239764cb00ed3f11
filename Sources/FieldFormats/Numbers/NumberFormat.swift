import Tables

/// Numbers: `integer`, `number`, `percent`.
struct NumberFormat: FieldFormat {
  /// What kind of number a field holds.
  enum Kind: String, Sendable { case integer, number, percent }

  static let written = FormatCode.safe(
    "number-written", en: "number written plainly", ru: "число записано просто")
  static let ambiguous = FormatCode.warning(
    "number-ambiguous", en: "the mark can divide thousands or begin the fraction",
    ru: "знак может отделять тысячи или дробь")
  static let unreadable = FormatCode.error("number-unreadable", en: "not a number", ru: "не число")
  static let notWhole = FormatCode.error("number-not-whole", en: "not a whole number", ru: "не целое число")
  static let range = FormatCode.warning(
    "percent-range", en: "not between 0 and 100 percent", ru: "не от 0 до 100 процентов")

  let kind: Kind
  let words: MissingWords
  let reader: DecimalReader
  var name: String { kind.rawValue }
  var codes: [FormatCode] {
    [Self.written, Self.ambiguous, Self.unreadable]
      + (kind == .integer ? [Self.notWhole] : kind == .percent ? [Self.range] : [])
  }
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { .code }

  init(kind: Kind, words: MissingWords, options: FormatOptions) {
    self.kind = kind
    self.words = words
    reader = DecimalReader(mark: options.decimalMark == "," ? nil : options.decimalMark, dotIsDecimal: true)
  }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    switch kind {
    case .integer: DecimalReader.isCanonical(cell, fractions: 1)
    case .number: DecimalReader.isCanonical(cell, fractions: ~0)
    case .percent: cell.count <= 2 && DecimalReader.isCanonical(cell, fractions: 1) && cell[0] != 0x2D
    }
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    guard kind == .number, PlainDecimal.collect(cell, hasRoubles: false, into: &outcome.value) else {
      return tell(cell, into: &outcome)
    }
    outcome.edit = Self.written
    return .replaced
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    var body = text[...]
    for unit in ["%", "чел.", "чел", "шт.", "шт", "процентов", "баллов", "человек"] where body.hasSuffix(unit)
    {
      body = body.dropLast(unit.count)
      while body.last == " " { body.removeLast() }
      break
    }
    let outcome = reader.read(String(body))
    guard case .number(var number) = outcome else {
      return outcome == .ambiguous
        ? Reading(status: .ambiguous, finding: Self.ambiguous) : .invalid(Self.unreadable)
    }
    if kind == .integer {
      guard number.fraction.allSatisfy({ $0 == "0" }) else { return .invalid(Self.notWhole) }
      number.fraction = ""
    }
    var reading = Reading.value(number.text, Self.written)
    if kind == .percent, number.isNegative || number.whole.drop(while: { $0 == "0" }).count > 2,
      number.text != "100"
    {
      reading.status = .suspicious
      reading.finding = Self.range
    }
    reading.parts = ["match_key": .text(number.text)]
    return reading
  }
}
