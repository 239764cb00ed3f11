/// What a phone number that could reach somebody looks like.
enum PhoneShape {
  /// E.164 (ITU-T E.164 §6: `+`, then at most 15 digits, the first not 0), an extension after it allowed, and
  /// no number that stands for none.
  static func isPlausible(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 9, text[0] == UInt8(ascii: "+"), text[1] != UInt8(ascii: "0") else { return false }
    var end = 1
    while end < text.count, text[end].isDigit { end += 1 }
    let digits = end - 1
    guard (8...15).contains(digits) else { return false }
    if end < text.count, text[end] != UInt8(ascii: ";"), text[end] != 0x20 { return false }
    // Russia and Kazakhstan: 11 digits, the national number begins with 3, 4, 7, 8 or 9 (the plan of +7).
    if text[1] == UInt8(ascii: "7") {
      guard digits == 11 else { return false }
      switch text[2] {
      case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "7")...UInt8(ascii: "9"): break
      default: return false
      }
    }
    return !isPlaceholder(text, 1..<end)
  }

  /// Numbers people type when they have none: one digit nine times over at the end and, in the plan of +7, a
  /// run up or down over the national number, or seven last digits `0000000` or `1234567`.
  private static func isPlaceholder(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let end = range.upperBound
    var equal = 1
    while equal < range.count, text[end - 1 - equal] == text[end - 1] { equal += 1 }
    if equal >= 9 { return true }
    // Elsewhere such numbers are given out: +971 50 123 4567 is one.
    guard text[1] == UInt8(ascii: "7") else { return false }
    if equal >= 7, text[end - 1] == UInt8(ascii: "0") { return true }
    if text[end - 7] == UInt8(ascii: "1"), isRun(text, end - 7..<end, step: 1) { return true }
    // The first digit of a run may be the operator's 9: 9123456789.
    return isRun(text, end - 9..<end, step: 1) || isRun(text, end - 9..<end, step: 9)
  }

  /// Whether each digit is the one before it plus `step`, modulo 10.
  private static func isRun(_ text: Span<UInt8>, _ range: Range<Int>, step: UInt8) -> Bool {
    for index in range.dropFirst() {
      guard (text[index - 1] - UInt8(ascii: "0") + step) % 10 == text[index] - UInt8(ascii: "0") else {
        return false
      }
    }
    return true
  }
}
