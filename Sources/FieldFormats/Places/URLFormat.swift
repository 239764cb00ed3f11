import Tables

/// Web sites: host without scheme and `www.`, path kept.
struct URLFormat: FieldFormat {
  static let written = FormatCode.safe(
    "url-host", en: "site written without scheme and www", ru: "сайт записан без схемы и www")
  static let syntax = FormatCode.error("url-syntax", en: "not a web address", ru: "не адрес сайта")
  static let split = FormatCode.safe(
    "url-split", en: "further sites put into fields of their own", ru: "остальные сайты вынесены в свои поля")
  static let email = FormatCode.error(
    "url-is-email", en: "an e-mail address in a field for sites", ru: "адрес почты в поле сайта")

  let name = "url"
  let words: MissingWords
  var codes: [FormatCode] { [Self.written, Self.syntax, Self.split, Self.email] }
  var hygiene: Hygiene { .code }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    // A bare host in lower case; anything with a path takes the slow path.
    for index in cell.indices where (0x41...0x5A).contains(cell[index]) { return false }
    guard EmailSyntax.isDomain(cell) else { return false }
    return !(cell.count > 4 && cell[0] == 0x77 && cell[1] == 0x77 && cell[2] == 0x77 && cell[3] == 0x2E)
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    let parts = text.split { ";, \n|".contains($0) }.map(String.init)
    guard let first = parts.first else { return .invalid(Self.syntax) }
    if first.contains("@") { return .invalid(Self.email) }
    guard let site = Self.site(first) else { return .invalid(Self.syntax) }
    var reading = Reading.value(site.text, Self.written)
    for other in parts.dropFirst() {
      guard let further = Self.site(other) else { return .invalid(Self.syntax) }
      if further.text == site.text { continue }
      reading.derived.append(DerivedValue(target: .nextOrdinal, value: further.text, code: Self.split))
      reading.edit = Self.split
    }
    guard detail else { return reading }
    reading.display = Punycode.unicode(site.host) + site.path
    reading.parts = ["host": .text(site.host), "match_key": .text(site.host)]
    if !site.path.isEmpty { reading.parts["path"] = .text(site.path) }
    return reading
  }

  private static func site(_ text: String) -> (host: String, path: String, text: String)? {
    var body = text[...]
    for scheme in ["https://", "http://", "ftp://", "htp://", "http//", "https//", "http:/"]
    where body.lowered.hasPrefix(scheme) {
      body = body.dropFirst(scheme.count)
    }
    while let mark = ["http:", "https:", "//", "/"].first(where: { body.lowered.hasPrefix($0) }) {
      body = body.dropFirst(mark.count)
    }
    while body.lowered.hasPrefix("www."), body.dropFirst(4).contains(".") { body = body.dropFirst(4) }
    let hostEnd = body.firstIndex { "/?#".contains($0) } ?? body.endIndex
    var host = body[..<hostEnd].lowered
    while host.hasSuffix(".") { host.removeLast() }
    var path = String(body[hostEnd...])
    if path == "/" { path = "" }
    while path.hasSuffix("/") { path.removeLast() }
    var port = ""
    if let colon = host.firstIndex(of: ":") {
      port = String(host[colon...])
      host = String(host[..<colon])
      guard port.dropFirst().utf8.allSatisfy({ Digits.isDigit($0) }), (2...6).contains(port.count) else {
        return nil
      }
    }
    guard let ascii = Punycode.ascii(host) else { return nil }
    let bytes = Array(ascii.utf8)
    guard EmailSyntax.isDomain(bytes.span), !path.contains(where: { $0 == "\"" || $0 == "<" || $0 == ">" })
    else { return nil }
    return (ascii, path, ascii + port + path)
  }
}

/// A name in a messenger or a social network: `@name`, a link or the bare name in, the bare name out.
struct HandleFormat: FieldFormat {
  static let written = FormatCode.safe("handle-bare", en: "name without link and @", ru: "имя без ссылки и @")
  static let shape = FormatCode.error("handle-shape", en: "not a network's name", ru: "не имя в сети")
  static let phone = FormatCode.warning(
    "handle-is-phone", en: "a phone number in place of a name", ru: "номер телефона вместо имени")

  private static let hosts = [
    "t.me/", "telegram.me/", "telegram.dog/", "vk.com/", "m.vk.com/", "vkontakte.ru/", "wa.me/",
    "instagram.com/", "ok.ru/",
    "facebook.com/", "skype:", "live:",
  ]

  let name = "handle"
  let words: MissingWords
  var codes: [FormatCode] { [Self.written, Self.shape, Self.phone] }
  var hygiene: Hygiene { .code }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 2, cell.count <= 64, !words.mayBeMissing(cell) else { return false }
    var letters = 0
    for index in cell.indices {
      let byte = cell[index]
      let isLetter = (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41
      letters += isLetter ? 1 : 0
      guard isLetter || Digits.isDigit(byte) || byte == 0x5F || byte == 0x2D && index > 0 else {
        return false
      }
    }
    return letters > 0
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    var body = text[...]
    for scheme in ["https://", "http://", "www."] where body.lowered.hasPrefix(scheme) {
      body = body.dropFirst(scheme.count)
    }
    for host in Self.hosts where host != "live:" && body.lowered.hasPrefix(host) {
      body = body.dropFirst(host.count)
    }
    while body.first == "@" || body.first == " " { body = body.dropFirst() }
    body = body.prefix { $0 != "?" && $0 != "#" }
    while body.last == "/" || body.last == " " { body = body.dropLast() }
    let value = String(body)
    guard (2...64).contains(value.count), value.unicodeScalars.allSatisfy(Self.isAllowed) else {
      return .invalid(Self.shape)
    }
    var reading = Reading.value(value, Self.written)
    if value.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || $0 == "+" }), value.count > 9 {
      reading.status = .suspicious
      reading.finding = Self.phone
    }
    reading.display = "@\(value)"
    reading.parts = ["match_key": .text(value.lowered)]
    return reading
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      && (scalar.isAlphabetic || ("0"..."9").contains(scalar)
        || "_.-+:,".unicodeScalars.contains(scalar))
  }
}
