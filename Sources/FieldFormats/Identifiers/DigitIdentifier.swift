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
}

extension DigitIdentifier {
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { .code }

  func split(_ text: String) -> Reading? { nil }

  func parts(of digits: String) -> [String: PartValue] { [:] }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    Digits.areDigits(cell) && judge(cell) == .right
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
    guard detail, let value = reading.value else { return reading }
    var reading = reading
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
