/// Strict UTF-8 over pieces cut anywhere (Unicode 15, table 3-7).
struct Utf8Check {
  /// Where the text stops being UTF-8.
  private(set) var failure: (offset: Int, line: Int)?
  /// Well-formed sequences of more than one byte before that.
  private(set) var sequences = 0
  private var offset = 0
  private var line = 1
  /// Continuation bytes still due, and the range of the next.
  private var due = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF

  /// Takes the next piece.
  /// - Complexity: O(bytes).
  mutating func feed(_ bytes: Span<UInt8>) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if due == 0, byte < 0x80 {
        if byte == 0x0A { line += 1 }
      } else if !step(byte) {
        failure = (offset + index, line)
        return
      }
      index += 1
    }
    offset += bytes.count
  }

  /// Ends the text.
  mutating func finish() {
    if due > 0, failure == nil { failure = (offset, line) }
  }

  private mutating func step(_ byte: UInt8) -> Bool {
    guard due == 0 else {
      guard byte >= low, byte <= high else { return false }
      (low, high) = (0x80, 0xBF)
      due -= 1
      if due == 0 { sequences += 1 }
      return true
    }
    switch byte {
    case 0xC2...0xDF: due = 1
    case 0xE0: (due, low) = (2, 0xA0)
    case 0xED: (due, high) = (2, 0x9F)
    case 0xE1...0xEF: due = 2
    case 0xF0: (due, low) = (3, 0x90)
    case 0xF1...0xF3: due = 3
    case 0xF4: (due, high) = (3, 0x8F)
    default: return false
    }
    return true
  }
}
