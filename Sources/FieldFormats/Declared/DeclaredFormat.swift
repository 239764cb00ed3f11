import Tables

/// A format of a standard's own: a built-in format, and constraints upon what it gives.
///
/// A value that keeps to its format but breaks a constraint is invalid, and stays as it is.
struct DeclaredFormat: FieldFormat {
  let name: String
  let base: any FieldFormat
  let constraints: Constraints
  let severity: FormatSeverity?

  var words: MissingWords { base.words }
  var missing: MissingKinds { base.missing }
  var hygiene: Hygiene { base.hygiene }
  var codes: [FormatCode] { base.codes + ConstraintCodes.all }

  func isClean(_ cell: Span<UInt8>) -> Bool { base.isClean(cell) && constraints.hold(cell) }

  func isCanonical(_ cell: Span<UInt8>) -> Bool { base.isCanonical(cell) && constraints.hold(cell) }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    switch base.standardise(cell, into: &outcome) {
    case .unchanged:
      if constraints.hold(cell) { return .unchanged }
      outcome.gender = nil
      outcome.derivedLegalForm = nil
      outcome.reading = judged(.value(String(copying: cell)))
    case .replaced:
      if constraints.hold(outcome.value.span) { return .replaced }
      outcome.reading = judged(.value(String(copying: outcome.value.span), outcome.edit))
    case .told: outcome.reading = judged(outcome.reading)
    }
    return .told
  }

  func read(_ text: String, detail: Bool) -> Reading { judged(base.read(text, detail: detail)) }

  func interpret(_ text: String, detail: Bool) -> Reading { judged(base.interpret(text, detail: detail)) }

  /// The base's reading, judged by the constraints.
  private func judged(_ reading: Reading) -> Reading {
    switch reading.status {
    case .invalid, .placeholder, .missing, .ambiguous: return reading
    case .ok, .fixed, .suspicious: break
    }
    guard let value = reading.value, let complaint = constraints.complaint(value) else { return reading }
    if let spelling = constraints.spelling(of: value) {
      var reading = Reading.value(spelling, ConstraintCodes.spelling)
      reading.action = .replace
      reading.status = .fixed
      return reading
    }
    var invalid = Reading.invalid(graded(complaint.code))
    invalid.arguments = complaint.arguments
    return invalid
  }

  private func graded(_ code: FormatCode) -> FormatCode {
    guard let severity else { return code }
    return FormatCode(code.id, severity, code.repair, en: code.en, ru: code.ru)
  }
}
