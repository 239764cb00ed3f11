import Tables

/// A register's number that is nothing but digits.
protocol DigitIdentifier: FieldFormat {
  /// What the register's rule says of the digits.
  func judge(_ digits: Span<UInt8>) -> DigitVerdict
  /// What is wrong with a text that is not digits at all.
  var notDigits: FormatCode { get }
  /// Further reading of a number that stands in one cell with another.
  func split(_ text: String) -> Reading?
  /// What else a right number tells.
  func parts(of digits: String) -> [String: PartValue]
  /// Puts the marks of the register's own writing between the digits.
  func compose(_ digits: inout [UInt8])
}

extension DigitIdentifier {
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { .code }

  func split(_ text: String) -> Reading? { nil }

  func parts(of digits: String) -> [String: PartValue] { [:] }

  func compose(_ digits: inout [UInt8]) {}

  func isClean(_ cell: Span<UInt8>) -> Bool {
    Digits.areDigits(cell) && judge(cell) == .right
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    return look(cell, into: &outcome) ?? tell(cell, into: &outcome)
  }

  /// The ordinary ways to write one number, right or wrong, without a string; nil: it needs a closer look.
  private func look(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict? {
    let body = NumberScan.body(of: cell)
    guard let digits = NumberScan.gather(cell, body) else { return nil }
    let verdict = judge(digits.span)
    switch verdict {
    case .right:
      outcome.put(digits.span)
      outcome.edit = IdentifierCodes.cleaned
    case .lostZeros(let count):
      outcome.put(digits.span)
      for _ in 0..<count { outcome.value.insert(0x30, at: 0) }
      outcome.edit = IdentifierCodes.lostZero
    case .wrong, .placeholder:
      // Some digits are words for «missing»; longer runs may be two numbers in one cell.
      guard digits.count < 17, words.kinds(of: cell.extracting(body)).isDisjoint(with: missing) else {
        return nil
      }
      outcome.reading = .placeholder(IdentifierCodes.placeholder)
      if case .wrong(let code) = verdict { outcome.reading = .invalid(code) }
      return .told
    case .doubtful: return nil
    }
    compose(&outcome.value)
    return .replaced
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    if let reading = split(text) { return reading }
    let number = NumberText(text)
    if number.isRounded {
      let passes = verdict(number.core) == .right
      return .invalid(
        IdentifierCodes.rounded, suggestion: passes ? number.core : nil,
        passes ? IdentifierCodes.roundedGuess : nil)
    }
    guard !number.core.isEmpty else { return .invalid(notDigits) }
    guard number.core.utf8.allSatisfy({ Digits.isDigit($0) }) else {
      if let digits = number.likeDigits, verdict(digits) == .right {
        return told(.value(digits, IdentifierCodes.likeDigits), detail)
      }
      return .invalid(notDigits)
    }
    switch verdict(number.core) {
    case .right: return told(.value(number.core, IdentifierCodes.cleaned), detail)
    case .doubtful(let code): return told(.suspicious(number.core, code, IdentifierCodes.cleaned), detail)
    case .wrong(let code): return .invalid(code)
    case .placeholder: return .placeholder(IdentifierCodes.placeholder)
    case .lostZeros(let count):
      return told(
        .value(String(repeating: "0", count: count) + number.core, IdentifierCodes.lostZero), detail)
    }
  }

  private func told(_ reading: Reading, _ detail: Bool) -> Reading {
    guard let value = reading.value else { return reading }
    var reading = reading
    var bytes = Array(value.utf8)
    compose(&bytes)
    if bytes.count != value.utf8.count { reading.value = String(decoding: bytes, as: UTF8.self) }
    guard detail else { return reading }
    reading.parts = parts(of: value)
    reading.parts["match_key"] = .text(value)
    return reading
  }

  /// The verdict on a string of digits.
  func verdict(_ digits: String) -> DigitVerdict {
    var digits = digits
    return digits.withUTF8 { judge(unsafe $0.span) }
  }
}

extension FieldFormat {
  /// One number written with spaces, marks and a label, whose digits alone are canonical; nil: a closer look.
  func standardiseDigits(
    _ cell: Span<UInt8>, into outcome: inout FormatOutcome, _ isCanonical: (Span<UInt8>) -> Bool
  ) -> FormatVerdict? {
    let body = NumberScan.body(of: cell)
    guard let digits = NumberScan.gather(cell, body), isCanonical(digits.span) else { return nil }
    outcome.put(digits.span)
    outcome.edit = IdentifierCodes.cleaned
    return .replaced
  }
}
