/// What stands about an address, and inside it, that does not belong.
struct EmailRepair {
  private(set) var text: String
  private(set) var code: FormatCode?

  /// Takes off brackets, `mailto:`, labels, quotes and punctuation at the ends; spaces beside the @.
  init(_ source: String) {
    var body = source[...]
    var changed = true
    while changed {
      changed = false
      while let first = body.unicodeScalars.first, Self.opens(first) {
        body.unicodeScalars.removeFirst()
        changed = true
      }
      while let last = body.unicodeScalars.last, Self.closes(last) {
        body.unicodeScalars.removeLast()
        changed = true
      }
      guard let first = body.utf8.first, Self.beginsLabel(first) else { continue }
      let low = body.prefix(8).lowered
      for label in [
        "mailto:", "e-mail:", "email:", "почта:", "эл. почта:", "mail:", "e-mail ", "email ", "почта ",
      ]
      where low.hasPrefix(label) {
        body.removeFirst(label.count)
        changed = true
        break
      }
    }
    text = String(body)
    if Letters.contains(text, " @") || Letters.contains(text, "@ ") {
      text = text.replacing(" @", with: "@").replacing("@ ", with: "@")
    }
    if text.utf8.count != source.utf8.count { code = EmailCodes.cleaned }
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", "'", "\"", "(", "[", "{", ",", ";", ":", " ", "=", "«", "“": true
    default: false
    }
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ">", "'", "\"", ")", "]", "}", ",", ";", ":", " ", "»", "”": true
    default: false
    }
  }

  /// Whether a label may begin with this byte: m, e, or a Cyrillic letter.
  private static func beginsLabel(_ byte: UInt8) -> Bool {
    let low = byte | 0x20
    return low == 0x6D || low == 0x65 || byte >= 0xD0
  }

  /// Puts right what was written for the @ and the dots, and takes out spaces.
  mutating func mendInside() {
    var body = text.lowered
    if !body.contains("@") {
      for sign in [
        " собака ", "(собака)", "[собака]", "собака", "(at)", "[at]", "{at}", " at ", "(а)", " эт ",
      ] where Letters.contains(body, sign) {
        body = body.replacing(sign, with: "@", maxReplacements: 1)
        break
      }
    }
    for dot in ["(dot)", "[dot]", " dot ", " точка "] where Letters.contains(body, dot) {
      body = body.replacing(dot, with: ".")
    }
    if let at = body.firstIndex(of: "@") {
      let local = body[..<at].filter { $0 != " " }
      var domain = body[body.index(after: at)...].filter { $0 != " " }.replacing(",", with: ".")
      while domain.contains("..") { domain = domain.replacing("..", with: ".") }
      while domain.hasSuffix(".") { domain.removeLast() }
      while domain.hasPrefix("@") { domain.removeFirst() }
      body = "\(local)@\(domain)"
    }
    text = body
  }
}
