/// Text that came through HTML: entities and tags.
enum HTMLText {
  /// Entities met in client bases.
  ///
  /// Source: HTML Living Standard, «Named character references».
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "laquo": "«", "raquo": "»",
    "ndash": "–", "mdash": "—", "ldquo": "“", "rdquo": "”", "bdquo": "„", "lsquo": "‘", "rsquo": "’",
    "hellip": "…", "copy": "©", "reg": "®", "shy": "\u{AD}",
  ]
  private static let tags: Set<String> = [
    "b", "i", "u", "s", "br", "p", "div", "span", "a", "font", "strong", "em", "li", "ul", "ol", "td", "tr",
    "table", "h1", "h2", "h3", "small", "sup", "sub", "nobr",
  ]

  /// The text with known entities decoded once and known tags taken out.
  static func decoded(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(where: { $0 == "&" || $0 == "<" }) {
      result += rest[..<mark]
      rest = rest[mark...]
      if let (replacement, length) = rest.first == "&" ? entity(rest) : tag(rest) {
        result += replacement
        rest = rest.dropFirst(length)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }

  private static func entity(_ text: Substring) -> (String, Int)? {
    let body = text.dropFirst().prefix(8).prefix { $0 != ";" }
    let end = text.index(text.startIndex, offsetBy: body.count + 1)
    guard end < text.endIndex, text[end] == ";" else { return nil }
    let length = body.count + 2
    if let known = named[body.lowered] { return (known, length) }
    guard body.first == "#" else { return nil }
    let digits = body.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number, let scalar = Unicode.Scalar(number), number >= 0x20 else { return nil }
    return (String(Character(scalar)), length)
  }

  private static func tag(_ text: Substring) -> (String, Int)? {
    guard let close = text.prefix(200).firstIndex(of: ">") else { return nil }
    let body = text[text.index(after: text.startIndex)..<close]
    let word = body.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowered
    guard tags.contains(word) else { return nil }
    return (["br", "p", "div", "li", "tr"].contains(word) ? " " : "", body.count + 2)
  }
}
