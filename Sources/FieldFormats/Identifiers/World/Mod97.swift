import Tables

/// ISO 7064 MOD 97-10 over digits and capitals, A as 10 … Z as 35.
enum Mod97 {
  /// Remainder of the code's number, begun with `start`.
  @inline(__always)
  static func remainder(_ code: Span<UInt8>, after start: Int = 0) -> Int {
    var value = UInt64(truncatingIfNeeded: start)
    for index in code.indices {
      let byte = code[index]
      if Digits.isDigit(byte) {
        value = value &* 10 &+ UInt64(byte &- 0x30)
      } else {
        value = value &* 100 &+ UInt64(byte &- 0x41) &+ 10
      }
      // Divided only where there is no room for another letter.
      if value > 1 << 56 { value %= 97 }
    }
    return Int(value % 97)
  }
}
