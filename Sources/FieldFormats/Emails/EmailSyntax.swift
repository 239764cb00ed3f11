import Tables

/// The shape of an e-mail address, as far as client bases need it.
///
/// Source: RFC 5321 §4.1.2 and §4.5.3.1, RFC 5322 §3.2.3 (dot-atom); quoted locals, comments and address
/// literals are left out.
enum EmailSyntax {
  /// Whether the bytes are an address in ASCII.
  /// - Complexity: O(bytes), one pass.
  static func isAddress(_ text: Span<UInt8>, allowsShortTop: Bool = false) -> Bool {
    sign(in: text, allowsShortTop: allowsShortTop) != nil
  }

  /// Where the @ of an address in ASCII stands; nil: the bytes are no address.
  /// - Complexity: O(bytes), one pass.
  static func sign(in text: Span<UInt8>, allowsShortTop: Bool = false, allowsCapitals: Bool = true) -> Int? {
    guard text.count <= 254 else { return nil }
    var at = -1
    var last: UInt8 = 0x2E
    for index in text.indices {
      let byte = text[index]
      if byte == 0x40 {
        at = index
        break
      }
      guard isLocal(byte, allowsCapitals: allowsCapitals), byte != 0x2E || last != 0x2E else { return nil }
      last = byte
    }
    guard at > 0, at <= 64, last != 0x2E,
      isDomain(
        text.extracting((at + 1)..<text.count), allowsShortTop: allowsShortTop, allowsCapitals: allowsCapitals
      )
    else { return nil }
    return at
  }

  /// Whether the bytes are a domain of two labels or more whose top is a name of the net.
  ///
  /// The top label ends in a letter and is none of the reserved names (RFC 2606, 6761, 6762, 7686); two hyphens in
  /// the third and fourth place belong to national names alone (RFC 5891 §4.2.3.1).
  static func isDomain(
    _ text: Span<UInt8>, allowsShortTop: Bool = false, allowsCapitals: Bool = true
  ) -> Bool {
    guard text.count > 2, text.count <= 253 else { return false }
    var start = 0
    for index in text.indices {
      let byte = text[index]
      if byte == 0x2E {
        guard isLabel(text.extracting(start..<index)) else { return false }
        start = index + 1
        continue
      }
      guard (allowsCapitals ? byte | 0x20 : byte) &- 0x61 < 26 || Digits.isDigit(byte) || byte == 0x2D else {
        return false
      }
    }
    let top = text.extracting(start..<text.count)
    guard start > 0, isLabel(top), top.count > 1 || allowsShortTop else { return false }
    return (top[top.count - 1] | 0x20) &- 0x61 < 26 && !isReserved(top)
  }

  /// Whether letters, digits and hyphens are a label.
  @inline(__always)
  private static func isLabel(_ label: Span<UInt8>) -> Bool {
    let count = label.count
    guard count > 0, count <= 63, label[0] != 0x2D, label[count - 1] != 0x2D else { return false }
    guard count > 3, label[2] == 0x2D, label[3] == 0x2D else { return true }
    return label[0] | 0x20 == 0x78 && label[1] | 0x20 == 0x6E
  }

  private static func isReserved(_ top: Span<UInt8>) -> Bool {
    switch top.count {
    case 4: top.equals("arpa") || top.equals("test")
    case 5: top.equals("local") || top.equals("onion")
    case 7: top.equals("invalid")
    case 9: top.equals("localhost")
    default: false
    }
  }

  /// Whether a byte may stand in a local part.
  ///
  /// Letters, digits and _ - + ! # $ % & ' * / = ? ^ ` { | } ~ and the dot: a bit a character, in registers: a table would be asked for its making at every address.
  @inline(__always)
  private static func isLocal(_ byte: UInt8, allowsCapitals: Bool) -> Bool {
    let set: UInt64 =
      byte < 0x40
      ? 0xa3ff_ecfa_0000_0000 : allowsCapitals ? 0x7fff_ffff_c7ff_fffe : 0x7fff_ffff_c000_0000
    return byte < 0x80 && set >> UInt64(byte & 63) & 1 != 0
  }

  static func isAddress(_ text: String, allowsShortTop: Bool = false) -> Bool {
    var text = text
    return text.withUTF8 { isAddress(unsafe $0.span, allowsShortTop: allowsShortTop) }
  }
}
