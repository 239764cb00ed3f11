/// Strict UTF-8 (Unicode 15, table 3-7).
enum Utf8Scan {
  /// Where a text stops being UTF-8, and how many well-formed sequences of several bytes stand before that.
  ///
  /// - Returns: `failure` is nil for a text that is UTF-8; a sequence cut by the end is a failure.
  /// - Complexity: O(bytes); ASCII eight bytes at a time.
  static func firstFailure(in text: Span<UInt8>) -> (failure: Int?, sequences: Int) {
    unsafe text.withUnsafeBufferPointer { unsafe scan($0) }
  }

  @unsafe private static func scan(_ text: UnsafeBufferPointer<UInt8>) -> (failure: Int?, sequences: Int) {
    guard let bytes = text.baseAddress else { return (nil, 0) }
    let count = text.count
    var index = 0
    var sequences = 0
    while index < count {
      let byte = unsafe bytes[index]
      if byte < 0x80 {
        index += 1
        while index + 8 <= count {
          let word = unsafe UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
          guard word & 0x8080_8080_8080_8080 == 0 else {
            index += word.littleEndian.highBitPlace
            break
          }
          index += 8
        }
        continue
      }
      // Letters of two bytes are most of what is not ASCII here.
      if byte >= 0xC2, byte <= 0xDF, index + 1 < count, unsafe bytes[index + 1] & 0xC0 == 0x80 {
        index += 2
        sequences += 1
        continue
      }
      let length = unsafe longSequence(bytes + index, count - index)
      guard length > 0 else { return (index, sequences) }
      index += length
      sequences += 1
    }
    return (nil, sequences)
  }

  /// Length of a sequence of three or four bytes; 0 when it is none.
  @unsafe private static func longSequence(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    guard count >= 3, let second = unsafe seconds(of: bytes[0]) else { return 0 }
    guard unsafe second.contains(bytes[1]) else { return 0 }
    let length = unsafe bytes[0] < 0xF0 ? 3 : 4
    guard count >= length, unsafe bytes[2] & 0xC0 == 0x80 else { return 0 }
    return unsafe length == 4 && bytes[3] & 0xC0 != 0x80 ? 0 : length
  }

  /// What may follow the first byte of a long sequence.
  private static func seconds(of first: UInt8) -> ClosedRange<UInt8>? {
    switch first {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xE1...0xEF: 0x80...0xBF
    case 0xF0: 0x90...0xBF
    case 0xF1...0xF3: 0x80...0xBF
    case 0xF4: 0x80...0x8F
    default: nil
    }
  }

  /// Whether fewer than four bytes may be the begin of a sequence that goes on.
  static func isBegin(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0, bytes[0] >= 0xC2, bytes[0] <= 0xF4 else { return false }
    let length = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    guard bytes.count < length else { return false }
    if bytes.count > 1, let second = seconds(of: bytes[0]), !second.contains(bytes[1]) { return false }
    return bytes.count < 3 || bytes[2] & 0xC0 == 0x80
  }
}

extension UInt64 {
  /// Index of the lowest byte with its high bit set.
  fileprivate var highBitPlace: Int { (self & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3 }
}
