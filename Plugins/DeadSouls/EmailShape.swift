import Tables

/// What an e-mail address that could reach somebody looks like.
enum EmailShape {
  /// One `@`, a dot-atom before it (RFC 5321 §4.1.2, at most 64 octets), a host name of two labels or more after
  /// it (RFC 1035 §2.3.1), 254 octets at most, and not an address that stands for none.
  static func isPlausible(_ text: Span<UInt8>) -> Bool {
    guard (6...254).contains(text.count), let at = only(UInt8(ascii: "@"), in: text), (1...64).contains(at),
      isDotAtom(text.extracting(0..<at))
    else { return false }
    let host = text.extracting((at + 1)..<text.count)
    return isHost(host) && !isPlaceholder(local: text.extracting(0..<at), host: host)
  }

  /// Place of the byte, if it stands there exactly once.
  private static func only(_ byte: UInt8, in text: Span<UInt8>) -> Int? {
    var place: Int?
    for index in text.indices where text[index] == byte {
      if place != nil { return nil }
      place = index
    }
    return place
  }

  private static func isDotAtom(_ local: Span<UInt8>) -> Bool {
    var last = UInt8(ascii: ".")
    for index in local.indices {
      let byte = local[index]
      if byte == UInt8(ascii: "."), last == UInt8(ascii: ".") { return false }
      switch byte {
      case 0...0x20, 0x7F: return false
      case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "\\"),
        UInt8(ascii: "]"):
        return false
      default: last = byte
      }
    }
    return last != UInt8(ascii: ".")
  }

  private static func isHost(_ host: Span<UInt8>) -> Bool {
    var label = 0
    var labels = 1
    var letters = 0
    for index in host.indices {
      let byte = host[index]
      if byte == UInt8(ascii: ".") {
        guard (1...63).contains(label), host[index - 1] != UInt8(ascii: "-") else { return false }
        labels += 1
        (label, letters) = (0, 0)
        continue
      }
      // Beyond ASCII stand names such as почта.рф.
      guard byte.isLatinLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "-") && label > 0
      else {
        return false
      }
      label += 1
      if byte.isLatinLetter || byte >= 0x80 { letters += 1 }
    }
    return labels > 1 && (2...63).contains(label) && letters > 0
  }

  private static let noMailbox: [StaticString] = [
    "noemail", "no-email", "nomail", "no-mail", "none", "no", "qwe", "asd", "fake", "test", "example",
    "noname",
  ]

  /// `mail@mail.ru`, `123@123.ru`, `none@…`, and the whole of example.com's `user@domain.com`.
  private static func isPlaceholder(local: Span<UInt8>, host: Span<UInt8>) -> Bool {
    for name in noMailbox where local.equals(name) { return true }
    if local.equals("user"), host.equals("domain.com") { return true }
    guard host.count > local.count, host[local.count] == UInt8(ascii: ".") else { return false }
    return host.extracting(0..<local.count).equals(local)
  }
}
