import Tables

/// ISO 7064 MOD 97-10 over digits and capitals, A as 10 … Z as 35.
enum Mod97 {
  /// Remainder of the code's number, begun with `start`.
  @inline(__always)
  static func remainder(_ code: Span<UInt8>, after start: Int = 0) -> Int {
    var value = start
    for index in code.indices {
      let byte = code[index]
      if Digits.isDigit(byte) {
        value = (value * 10 + Int(byte &- 0x30)) % 97
      } else {
        value = (value * 100 + Int(byte &- 0x41) + 10) % 97
      }
    }
    return value
  }
}
