/// Counts line ends: LF, CR, and CRLF as one (Unicode 15 §5.8).
struct LineEnds {
  /// Line ends so far.
  private(set) var count = 0
  private var isAfterReturn: Bool

  /// A count of none; `afterReturn` means that the byte before is a CR, of whose line end a first LF is a part.
  init(afterReturn: Bool = false) { isAfterReturn = afterReturn }

  /// Counts those of the next bytes.
  /// - Complexity: O(bytes).
  mutating func add(_ bytes: Span<UInt8>) {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x0D || (byte == 0x0A && !isAfterReturn) { count += 1 }
      isAfterReturn = byte == 0x0D
    }
  }
}
