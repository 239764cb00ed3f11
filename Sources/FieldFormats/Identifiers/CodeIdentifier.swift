import Tables

/// A register's code of digits and Latin capitals.
protocol CodeIdentifier: FieldFormat {
  /// What the register's rule says of the code, which is digits and capitals alone.
  func judge(_ code: Span<UInt8>) -> DigitVerdict
  /// What is wrong with a text that is no such code at all.
  var malformed: FormatCode { get }
  /// Length of the longest code.
  var longest: Int { get }
  /// Puts a right code's variants into one form, `GR` as `EL`.
  func settle(_ code: inout [UInt8])
  /// What else a right code tells.
  func parts(of code: String) -> [String: PartValue]
  /// The code as people like to read it; nil: as it is.
  func display(of code: String) -> String?
}

extension CodeIdentifier {
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { .code }

  func settle(_ code: inout [UInt8]) {}
  func parts(of code: String) -> [String: PartValue] { [:] }
  func display(of code: String) -> String? { nil }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard !cell.isEmpty, cell.count <= longest else { return false }
    for index in cell.indices where !Self.isCode(cell[index]) { return false }
    return judge(cell) == .right
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    return look(cell, into: &outcome) ?? tell(cell, into: &outcome)
  }

  /// The ordinary ways to write one code, right or wrong, without a string; nil: it needs a closer look.
  private func look(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict? {
    let body = NumberScan.body(of: cell)
    guard let code = gather(cell, body) else { return nil }
    outcome.put(code.span)
    settle(&outcome.value)
    let verdict = judge(outcome.value.span)
    if verdict == .right {
      outcome.edit = IdentifierCodes.cleaned
      return .replaced
    }
    guard words.kinds(of: cell.extracting(body)).isDisjoint(with: missing) else { return nil }
    switch verdict {
    case .wrong(let code):
      outcome.reading = .invalid(code)
      return .told
    case .placeholder:
      outcome.reading = .placeholder(IdentifierCodes.placeholder)
      return .told
    case .right, .doubtful, .lostZeros: return nil
    }
  }

  /// Gathers digits and letters, letters as capitals; nil: something else stands there.
  private func gather(_ text: Span<UInt8>, _ body: Range<Int>) -> CodeRun? {
    guard body.count <= CodeRun.longest else { return nil }
    var code = CodeRun()
    var index = body.lowerBound
    while index < body.upperBound {
      let byte = text[index]
      switch byte {
      case 0x30...0x39, 0x41...0x5A: code.append(byte)
      case 0x61...0x7A: code.append(byte & 0xDF)
      case 0x20, 0x2D, 0x2E: break
      case 0xC2 where index + 1 < body.upperBound && text[index + 1] == 0xA0: index += 1
      default: return nil
      }
      index += 1
    }
    return code.count == 0 ? nil : code
  }

  @inline(__always)
  private static func isCode(_ byte: UInt8) -> Bool { Digits.isDigit(byte) || byte &- 0x41 < 26 }

  func interpret(_ text: String, detail: Bool) -> Reading {
    let source = Array(text.utf8)
    let body = NumberScan.body(of: source.span)
    var code: [UInt8] = []
    var hasLikeness = false
    for scalar in String(decoding: source[body], as: UTF8.self).unicodeScalars {
      switch scalar {
      case "0"..."9", "A"..."Z": code.append(UInt8(truncatingIfNeeded: scalar.value))
      case "a"..."z": code.append(UInt8(truncatingIfNeeded: scalar.value) & 0xDF)
      case " ", "-", ".", "\u{2010}"..."\u{2015}": continue
      default:
        // Registers that use Latin letters are copied out on Cyrillic keyboards.
        guard let latin = MixedScript.latin(scalar), latin.value < 0x80 else { return .invalid(malformed) }
        code.append(UInt8(truncatingIfNeeded: latin.value) & 0xDF)
        hasLikeness = true
      }
    }
    guard !code.isEmpty else { return .invalid(malformed) }
    settle(&code)
    let value = String(decoding: code, as: UTF8.self)
    let edit = hasLikeness ? IdentifierCodes.latinLetters : IdentifierCodes.cleaned
    switch judge(code.span) {
    case .right: return told(.value(value, edit), detail)
    case .doubtful(let doubt): return told(.suspicious(value, doubt, edit), detail)
    case .wrong(let code): return .invalid(code)
    case .placeholder: return .placeholder(IdentifierCodes.placeholder)
    case .lostZeros(let count):
      return told(.value(String(repeating: "0", count: count) + value, IdentifierCodes.lostZero), detail)
    }
  }

  private func told(_ reading: Reading, _ detail: Bool) -> Reading {
    guard detail, let value = reading.value else { return reading }
    var reading = reading
    reading.parts = parts(of: value)
    reading.parts["match_key"] = .text(value)
    reading.display = display(of: value)
    return reading
  }
}
