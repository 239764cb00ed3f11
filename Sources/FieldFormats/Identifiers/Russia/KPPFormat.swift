import Tables

/// КПП, why and where an organisation is registered: office (4), reason (2, may be letters), ordinal (3).
///
/// Shape: order of the ФНС ММВ-7-6/435@ of 29.06.2012; it has no check digit.
struct KPPFormat: FieldFormat {
  static let shape = FormatCode.error(
    "kpp-shape", en: "КПП: not 4 digits, 2 digits or letters, 3 digits",
    ru: "КПП: не 4 цифры, 2 цифры или буквы, 3 цифры")

  let name = "kpp"
  let words: MissingWords
  var codes: [FormatCode] { [Self.shape] + IdentifierCodes.all }
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { .code }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    Self.isShaped(cell) && !Digits.areEqual(cell) && !Digits.areRun(cell)
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    return standardiseDigits(cell, into: &outcome) { isClean($0) } ?? tell(cell, into: &outcome)
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    let number = NumberText(text)
    var core = number.core
    // `ИНН/КПП` in one cell: the second is ours.
    if let slash = core.lastIndex(where: { $0 == "/" || $0 == "\\" }) {
      core = String(core[core.index(after: slash)...])
    }
    if number.isRounded { return .invalid(IdentifierCodes.rounded) }
    guard Self.isWellFormed(core) else { return .invalid(Self.shape) }
    let digits = Array(core.utf8)
    if Digits.areEqual(digits.span) || Digits.areRun(digits.span) {
      return .placeholder(IdentifierCodes.placeholder)
    }
    var reading = Reading.value(core, IdentifierCodes.cleaned)
    reading.parts["match_key"] = .text(core)
    return reading
  }

  static func isWellFormed(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return isShaped(bytes.span)
  }

  private static func isShaped(_ text: Span<UInt8>) -> Bool {
    guard text.count == 9 else { return false }
    for index in 0..<9 {
      let byte = text[index]
      let isLetter = (4...5).contains(index) && byte >= 0x41 && byte <= 0x5A
      if !Digits.isDigit(byte), !isLetter { return false }
    }
    return true
  }
}
