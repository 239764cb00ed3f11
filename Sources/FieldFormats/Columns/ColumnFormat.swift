import Tables

/// What is known of the letters of a whole column.
struct ColumnKnowledge: Sendable {
  let misreading: Misreading?
  let script: MixedScript.Script?

  /// Nil: nothing is known.
  init?(_ options: FormatOptions) {
    misreading = options.conventions.misreading.flatMap { Misreading(named: $0) }
    script =
      switch options.conventions.script {
      case "cyrillic": .cyrillic
      case "latin": .latin
      default: nil
      }
    if misreading == nil, script == nil { return nil }
  }
}

/// A format whose cells are first put right by what is known of their column.
///
/// A word too short to tell by itself that it was misread (`ÎÎÎ`), or of which alphabet it is (`AО`), is told by its
/// neighbours above and below.
struct ColumnFormat: FieldFormat {
  let base: any FieldFormat
  let known: ColumnKnowledge

  var name: String { base.name }
  var codes: [FormatCode] { base.codes }
  var words: MissingWords { base.words }
  var missing: MissingKinds { base.missing }
  var hygiene: Hygiene { base.hygiene }

  func isClean(_ cell: Span<UInt8>) -> Bool { base.isClean(cell) && isSettled(cell) }
  func isCanonical(_ cell: Span<UInt8>) -> Bool { base.isCanonical(cell) }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isSettled(cell) { return base.standardise(cell, into: &outcome) }
    return tell(cell, into: &outcome)
  }

  /// Whether the column's knowledge changes nothing: letters of ASCII alone, or of one alphabet in a sound column.
  private func isSettled(_ cell: Span<UInt8>) -> Bool {
    var hasUpper = false
    var hasLatin = false
    for index in cell.indices {
      let byte = cell[index]
      if byte >= 0x80 { hasUpper = true } else if (byte | 0x20) &- 0x61 < 26 { hasLatin = true }
    }
    return !hasUpper || known.misreading == nil && !hasLatin
  }

  func read(_ text: String, detail: Bool) -> Reading {
    guard let (mended, code) = mended(text) else { return base.read(text, detail: detail) }
    var reading = base.read(mended, detail: detail)
    switch reading.status {
    case .ok, .fixed, .suspicious:
      guard reading.action == .keep || reading.edit?.repair != .lossy else {
        return base.read(text, detail: detail)
      }
      reading.value = reading.value ?? mended
      reading.action = .replace
      reading.edit = code
      if reading.status == .ok { reading.status = .fixed }
      return reading
    case .missing: return reading
    // What is wrong stays as it is, and is told of as it stands.
    case .invalid, .placeholder, .ambiguous: return base.read(text, detail: detail)
    }
  }

  private func mended(_ text: String) -> (String, FormatCode)? {
    if let misreading = known.misreading, let repair = Mojibake.repair(text, known: misreading) {
      return (repair.text, TextCodes.misread)
    }
    guard base.hygiene.mendsLetters, let script = known.script,
      let mended = MixedScript.mended(text, column: script)
    else { return nil }
    return (mended, TextCodes.mixedScript)
  }

  func interpret(_ text: String, detail: Bool) -> Reading { base.interpret(text, detail: detail) }
}
