import Tables

/// A run of digits without a check: an extension, an ICQ number.
struct DigitsFormat: FieldFormat {
  static let shape = FormatCode.warning("digits-only", en: "not a run of digits", ru: "не только цифры")

  let name = "digits"
  let words: MissingWords
  var codes: [FormatCode] { [Self.shape, IdentifierCodes.cleaned, IdentifierCodes.rounded] }
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { .code }

  func isClean(_ cell: Span<UInt8>) -> Bool { Digits.areDigits(cell) }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    return standardiseDigits(cell, into: &outcome) { isClean($0) } ?? tell(cell, into: &outcome)
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    var body = text
    for label in ["доб.", "доб", "вн.", "ext.", "ext", "icq", "ICQ", "#"] where body.hasPrefix(label) {
      body.removeFirst(label.count)
      break
    }
    let number = NumberText(body)
    if number.isRounded { return .invalid(IdentifierCodes.rounded) }
    guard !number.core.isEmpty, number.core.utf8.allSatisfy({ Digits.isDigit($0) }) else {
      return .invalid(Self.shape)
    }
    var reading = Reading.value(number.core, IdentifierCodes.cleaned)
    reading.parts["match_key"] = .text(number.core)
    return reading
  }
}

/// A client's own number, as the program that made it writes it.
struct IDFormat: FieldFormat {
  let name = "id"
  let words: MissingWords
  var codes: [FormatCode] { [] }
  var missing: MissingKinds { [] }
  var hygiene: Hygiene { .code }

  func isClean(_ cell: Span<UInt8>) -> Bool { hygiene.isTidy(cell) }

  func interpret(_ text: String, detail: Bool) -> Reading { .value(text) }
}
