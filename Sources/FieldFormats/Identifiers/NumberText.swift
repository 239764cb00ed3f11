import Tables

/// The text of a number as registers write it, freed of labels, spreadsheet damage and punctuation.
struct NumberText {
  /// Digits (and letters, upper case) without spaces, dots, hyphens.
  var core: String
  /// Whether the text is a rounded spreadsheet number; `core` is then its expansion with zeros.
  var isRounded = false

  /// Reads a tidied text.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    let range = NumberScan.body(of: bytes.span)
    var body = Substring(String(decoding: bytes[range], as: UTF8.self))
    if let whole = Self.wholePart(body) { body = whole }
    if let (digits, isRounded) = Self.scientific(body) {
      core = digits
      self.isRounded = isRounded
      return
    }
    if body.utf8.allSatisfy({ Digits.isDigit($0) }) {
      core = String(body)
      return
    }
    core = ""
    for scalar in body.unicodeScalars {
      switch scalar {
      case " ", ".", "-", "_", "№", "−", "\u{2010}"..."\u{2015}": continue
      case "a"..."z": core.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) - 32))
      default: core.unicodeScalars.append(scalar)
      }
    }
  }

  /// `7714843760.0` → `7714843760`: what a spreadsheet makes of a number.
  private static func wholePart(_ body: Substring) -> Substring? {
    guard body.has(0x2E) || body.has(0x2C) else { return nil }
    guard let mark = body.lastIndex(where: { $0 == "." || $0 == "," }) else { return nil }
    let tail = body[body.index(after: mark)...]
    let head = body[..<mark]
    guard !tail.isEmpty, tail.allSatisfy({ $0 == "0" }), head.count > 4,
      head.utf8.allSatisfy({ Digits.isDigit($0) })
    else { return nil }
    return head
  }

  /// `7.9163824715E+10` → its digits, and whether some were lost.
  static func scientific(_ body: some StringProtocol) -> (digits: String, isRounded: Bool)? {
    // Bytes of «E», «e», and of the Cyrillic letters that look like them.
    guard body.utf8.contains(where: { $0 | 0x20 == 0x65 || $0 == 0x95 || $0 == 0xB5 }) else { return nil }
    let parts = body.split(omittingEmptySubsequences: false) {
      $0 == "E" || $0 == "e" || $0 == "Е" || $0 == "е"
    }
    guard parts.count == 2, let mantissa = parts.first, let power = parts.last else { return nil }
    let exponentText = power.hasPrefix("+") ? power.dropFirst() : power[...]
    let halves = mantissa.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard halves.count <= 2, let whole = halves.first, whole.count == 1, exponentText.count <= 2,
      exponentText.utf8.allSatisfy({ Digits.isDigit($0) }), let exponent = Int(exponentText), exponent > 4
    else { return nil }
    let digits = halves.joined()
    guard digits.utf8.allSatisfy({ Digits.isDigit($0) }) else { return nil }
    let length = exponent + 1
    if digits.count >= length { return digits.count == length ? (digits, false) : nil }
    return (digits + String(repeating: "0", count: length - digits.count), true)
  }

  /// The core with letters that look like digits read as digits; nil when other letters are there, or none.
  var likeDigits: String? {
    var result = ""
    var changed = false
    for scalar in core.unicodeScalars {
      switch scalar {
      case "0"..."9": result.unicodeScalars.append(scalar)
      case "O", "О", "о":
        result += "0"
        changed = true
      case "З", "з":
        result += "3"
        changed = true
      case "L", "I", "|", "l":
        result += "1"
        changed = true
      default: return nil
      }
    }
    return changed ? result : nil
  }
}
