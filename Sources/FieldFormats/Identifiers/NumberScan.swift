import Tables

/// Reads the ordinary ways to write a number, byte by byte, without a string.
enum NumberScan {
  /// The number without labels, quotes, spaces and marks at its ends.
  /// - Complexity: O(bytes).
  static func body(of text: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = text.count
    while end > start {
      let byte = text[end - 1]
      if byte == 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x2C || byte == 0x3B {
        end -= 1
      } else if byte == 0xA0, end - start > 1, text[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    while start < end {
      let byte = text[start]
      switch byte {
      // Space, quotation mark, apostrophe, colon, semicolon, equals sign, backtick.
      case 0x20, 0x22, 0x27, 0x3A, 0x3B, 0x3D, 0x60: start += 1
      // A space that does not break.
      case 0xC2 where start + 1 < end && text[start + 1] == 0xA0: start += 2
      // № and ’.
      case 0xE2 where start + 2 < end && isAhead(text[start + 1], text[start + 2]): start += 3
      case 0x30...0x39: return start..<end
      default:
        guard let next = NumberLabels.end(in: text, from: start, to: end) else { return start..<end }
        start = next
      }
    }
    return start..<end
  }

  private static func isAhead(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x84 && third == 0x96 || second == 0x80 && third == 0x99
  }

  /// The digits of a number written with spaces, dots and hyphens, or as `7714843760.0`.
  ///
  /// Nil: something else stands there, and the number needs a closer look.
  static func gather(_ text: Span<UInt8>, _ body: Range<Int>) -> DigitRun? {
    guard body.count <= 48 else { return nil }
    var digits = DigitRun()
    var isPure = true
    var index = body.lowerBound
    while index < body.upperBound {
      let byte = text[index]
      if byte &- 0x30 < 10 {
        digits.append(byte)
        index += 1
        continue
      }
      switch byte {
      case 0x20, 0x2D, 0x5F: index += 1
      case 0x2E, 0x2C:
        if isPure, digits.count > 4, areZeros(text.extracting((index + 1)..<body.upperBound)) {
          return digits
        }
        guard byte == 0x2E else { return nil }
        index += 1
      case 0xC2 where index + 1 < body.upperBound && text[index + 1] == 0xA0: index += 2
      // Hyphens and dashes U+2010…U+2015.
      case 0xE2
      where index + 2 < body.upperBound && text[index + 1] == 0x80 && text[index + 2] &- 0x90 < 6: index += 3
      default: return nil
      }
      isPure = false
    }
    return digits.isEmpty || digits.isOverlong ? nil : digits
  }

  private static func areZeros(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] != 0x30 { return false }
    return !text.isEmpty
  }
}
