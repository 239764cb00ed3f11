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
      while let first = body.first, "<'\"([{,;: =«“".contains(first) {
        body.removeFirst()
        changed = true
      }
      while let last = body.last, ">'\")]},;: »”".contains(last) {
        body.removeLast()
        changed = true
      }
      let low = body.prefix(8).lowercased()
      for label in [
        "mailto:", "e-mail:", "email:", "почта:", "эл. почта:", "mail:", "e-mail ", "email ", "почта ",
      ]
      where low.hasPrefix(label) {
        body.removeFirst(label.count)
        changed = true
        break
      }
    }
    text = String(body).replacing(" @", with: "@").replacing("@ ", with: "@")
    if text.utf8.count != source.utf8.count { code = EmailCodes.cleaned }
  }

  /// Puts right what was written for the @ and the dots, and takes out spaces.
  mutating func mendInside() {
    var body = text.lowercased()
    if !body.contains("@") {
      for sign in [
        " собака ", "(собака)", "[собака]", "собака", "(at)", "[at]", "{at}", " at ", "(а)", " эт ",
      ] where body.contains(sign) {
        body = body.replacing(sign, with: "@", maxReplacements: 1)
        break
      }
    }
    body = body.replacing("(dot)", with: ".").replacing("[dot]", with: ".").replacing(" dot ", with: ".")
      .replacing(" точка ", with: ".")
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
