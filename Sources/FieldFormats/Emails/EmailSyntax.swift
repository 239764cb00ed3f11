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
  static func sign(in text: Span<UInt8>, allowsShortTop: Bool = false) -> Int? {
    guard text.count <= 254 else { return nil }
    var at = -1
    var last: UInt8 = 0x2E
    for index in text.indices {
      let byte = text[index]
      if byte == 0x40 {
        at = index
        break
      }
      guard classes[Int(byte)] != 0, byte != 0x2E || last != 0x2E else { return nil }
      last = byte
    }
    guard at > 0, at <= 64, last != 0x2E,
      isDomain(text.extracting((at + 1)..<text.count), allowsShortTop: allowsShortTop)
    else { return nil }
    return at
  }

  /// Whether the bytes are a domain of two labels or more whose top is not a number.
  static func isDomain(_ text: Span<UInt8>, allowsShortTop: Bool = false) -> Bool {
    guard text.count > 2, text.count <= 253 else { return false }
    var label = 0
    var labels = 1
    var letters = 0
    for index in text.indices {
      let byte = text[index]
      if byte == 0x2E {
        guard label > 0, label <= 63, text[index - 1] != 0x2D else { return false }
        label = 0
        letters = 0
        labels += 1
        continue
      }
      let isLetter = (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41
      guard isLetter || Digits.isDigit(byte) || byte == 0x2D && label > 0 else { return false }
      label += 1
      letters += isLetter ? 1 : 0
    }
    return labels > 1 && label >= (allowsShortTop ? 1 : 2) && label <= 63 && letters > 0
      && text[text.count - 1] != 0x2D
  }

  /// 1: a letter or digit of a local part; 2: one of its marks; 0: anything else.
  ///
  /// The marks are . _ - + ! # $ % & ' * / = ? ^ ` { | } ~.
  private static let classes: InlineArray<256, UInt8> = {
    var table = InlineArray<256, UInt8>(repeating: 0)
    for byte in [0x30...0x39, 0x41...0x5A, 0x61...0x7A].joined() { table[byte] = 1 }
    for byte in "._-+!#$%&'*/=?^`{|}~".utf8 { table[Int(byte)] = 2 }
    return table
  }()

  static func isAddress(_ text: String, allowsShortTop: Bool = false) -> Bool {
    var text = text
    return text.withUTF8 { isAddress(unsafe $0.span, allowsShortTop: allowsShortTop) }
  }
}
