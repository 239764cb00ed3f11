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
      let entry = classes[Int(byte)]
      guard entry != 0, entry != 3 || allowsCapitals, byte != 0x2E || last != 0x2E else { return nil }
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

  /// 1: a small letter or digit of a local part; 2: one of its marks; 3: a capital; 0: anything else.
  ///
  /// The marks are . _ - + ! # $ % & ' * / = ? ^ ` { | } ~.
  private static let classes: InlineArray<256, UInt8> = {
    var table = InlineArray<256, UInt8>(repeating: 0)
    for byte in [0x30...0x39, 0x61...0x7A].joined() { table[byte] = 1 }
    for byte in 0x41...0x5A { table[byte] = 3 }
    for byte in "._-+!#$%&'*/=?^`{|}~".utf8 { table[Int(byte)] = 2 }
    return table
  }()

  static func isAddress(_ text: String, allowsShortTop: Bool = false) -> Bool {
    var text = text
    return text.withUTF8 { isAddress(unsafe $0.span, allowsShortTop: allowsShortTop) }
  }
}
