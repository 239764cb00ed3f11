import Tables

/// E-mail addresses: several in a cell, brackets, labels, look-alike letters, national domains.
///
/// A repair inside an address is sure only when a well-known domain comes out; else it is a suggestion.
struct EmailFormat: FieldFormat {
  let name = "email"
  let words: MissingWords
  let mail: MailDomains
  var codes: [FormatCode] { EmailCodes.all }
  var missing: MissingKinds { [.absent, .denial, .filler, .number, .marks] }
  var hygiene: Hygiene { .code }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard !cell.isEmpty, cell[0] != 0x27, let at = EmailSyntax.sign(in: cell, allowsCapitals: false) else {
      return false
    }
    return isPlain(cell, at, mail.standing(cell.extracting((at + 1)..<cell.count)))
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    return look(cell, into: &outcome) ?? tell(cell, into: &outcome)
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    if let all = several(text) { return joined(all.map { address($0, detail: detail) }, text) }
    return address(text, detail: detail)
  }

  /// The addresses of a cell that holds more than one.
  private func several(_ text: String) -> [String]? {
    let marks = text.utf8.count { $0 == 0x40 }
    guard marks > 1 else { return nil }
    var parts: [String] = []
    for part in text.split(whereSeparator: { ";,/| \n".contains($0) })
    where !["и", "или", "and"].contains(part) {
      let signs = part.utf8.count { $0 == 0x40 }
      // A label of its own: `e-mail: …, …`.
      if signs == 0, EmailRepair(String(part)).text.isEmpty { continue }
      guard signs == 1 else { return nil }
      parts.append(String(part))
    }
    guard parts.count > 1 else { return nil }
    return parts
  }

  private func joined(_ readings: [Reading], _ text: String) -> Reading {
    guard var first = readings.first, readings.allSatisfy({ $0.value != nil }) else {
      return readings.first { $0.value == nil } ?? .invalid(EmailCodes.syntax)
    }
    var seen: Set<String> = [first.value ?? ""]
    for reading in readings.dropFirst() {
      guard let value = reading.value, seen.insert(value).inserted else { continue }
      first.derived.append(DerivedValue(target: .nextOrdinal, value: value, code: EmailCodes.split))
    }
    first.edit = EmailCodes.split
    first.parts["all"] = .list(([first] + readings.dropFirst()).compactMap(\.value).uniqued)
    return first
  }

  private func address(_ text: String, detail: Bool) -> Reading {
    var repair = EmailRepair(text)
    if repair.text.isEmpty { return .missing(TextCodes.missingWord) }
    guard let checked = check(repair.text) else {
      repair.mendInside()
      guard let mended = check(repair.text) else { return .invalid(EmailCodes.syntax) }
      let isSure = mail.isPopular(mended.domain)
      guard isSure else {
        return .invalid(EmailCodes.syntax, suggestion: mended.text, EmailCodes.repairGuess)
      }
      return reading(of: mended, EmailCodes.repaired, in: text, detail: detail)
    }
    return reading(of: checked, repair.code, in: text, detail: detail)
  }

  /// A well-formed address, its domain in lower case and ASCII.
  private struct Checked: Equatable {
    var local: String
    var domain: String
    var code: FormatCode?
    var isInternational = false
    var text: String { "\(local)@\(domain)" }
  }

  private func check(_ text: String) -> Checked? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    var local = String(parts[0])
    var domain = parts[1].lowered
    var code: FormatCode?
    if !text.utf8.allSatisfy({ $0 < 0x80 }) {
      (local, domain, code) = Self.latinized(local, domain, mail)
    }
    guard let ascii = Punycode.ascii(domain) else { return nil }
    if ascii != domain { code = EmailCodes.idn }
    let isInternational = !local.utf8.allSatisfy { $0 < 0x80 }
    let probe = isInternational ? Self.probe(local) : local
    guard let probe, local.utf8.count <= 64 else { return nil }
    let address = "\(probe)@\(ascii)"
    // A short top label is a slip of a well-known domain's.
    guard
      EmailSyntax.isAddress(address)
        || EmailSyntax.isAddress(address, allowsShortTop: true) && mail.intended(ascii) != nil
    else { return nil }
    if mail.isPopular(ascii) || local.isSame(as: local.raised) { local = local.lowered }
    return Checked(local: local, domain: ascii, code: code, isInternational: isInternational)
  }

  /// The local part with its letters outside ASCII as `a`, so that the rest can be checked.
  private static func probe(_ local: String) -> String? {
    var result = ""
    for scalar in local.unicodeScalars {
      if scalar.value < 0x80 {
        result.unicodeScalars.append(scalar)
      } else if scalar.isAlphabetic {
        result += "a"
      } else {
        return nil
      }
    }
    return result
  }

  /// Look-alike Cyrillic letters of an otherwise Latin address made Latin, where the result is sure.
  private static func latinized(_ local: String, _ domain: String, _ mail: MailDomains) -> (
    String, String, FormatCode?
  ) {
    var code: FormatCode?
    func latin(_ text: String) -> String? {
      var result = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        if scalar.value < 0x80 {
          result.append(scalar)
        } else if let letter = MixedScript.latin(scalar) {
          result.append(letter)
        } else {
          return nil
        }
      }
      return String(result)
    }
    var domain = domain
    if !domain.utf8.allSatisfy({ $0 < 0x80 }) {
      var candidate = domain
      if candidate.hasSuffix(".ру") { candidate = candidate.dropLast(2) + "ru" }
      if candidate.hasSuffix(".ком") { candidate = candidate.dropLast(3) + "com" }
      if let candidate = latin(candidate),
        mail.isPopular(candidate) || !domain.hasSuffix(".рф") && hasLatin(domain)
      {
        domain = candidate
        code = EmailCodes.letters
      }
    }
    var local = local
    if !local.utf8.allSatisfy({ $0 < 0x80 }), domain.utf8.allSatisfy({ $0 < 0x80 }), hasLatin(local),
      let plain = latin(local)
    {
      local = plain
      code = EmailCodes.letters
    }
    return (local, domain, code)
  }

  private static func hasLatin(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: MixedScript.isLatin)
  }

  /// What a well-formed address comes to that was read of `text`.
  private func reading(of address: Checked, _ code: FormatCode?, in text: String, detail: Bool) -> Reading {
    let value = address.text
    if isPlaceholder(address) { return .placeholder(EmailCodes.placeholder) }
    var reading = Reading.value(
      value, code ?? address.code ?? (value.isSame(as: text) ? nil : EmailCodes.lowered))
    if let domain = mail.intended(address.domain) {
      reading.status = .suspicious
      reading.finding = EmailCodes.typo
      reading.suggestion = "\(address.local)@\(domain)"
      reading.suggestionCode = EmailCodes.typoGuess
    } else if mail.isDisposable(address.domain) {
      reading.status = .suspicious
      reading.finding = EmailCodes.disposable
    } else if address.isInternational {
      reading.status = .suspicious
      reading.finding = EmailCodes.international
    }
    guard detail else { return reading }
    let type =
      mail.isDisposable(address.domain)
      ? "disposable"
      : mail.isRole(address.local) ? "role" : mail.isPopular(address.domain) ? "personal" : "corporate"
    reading.parts = [
      "local": .text(address.local), "domain": .text(address.domain), "type": .text(type),
      "all": .list([value]),
      "match_key": .text(EmailKey.key(local: address.local, domain: address.domain, mail)),
    ]
    reading.display = "\(address.local)@\(Punycode.unicode(address.domain))"
    return reading
  }

  private func isPlaceholder(_ address: Checked) -> Bool {
    let local = address.local.lowered
    let plain = Letters.contains(address.domain, "xn--") ? Punycode.unicode(address.domain) : address.domain
    return local.isSame(as: plain.prefix { $0 != "." }) || mail.isFiller(local)
      || mail.isFillerDomain(address.domain)
  }
}

extension [String] {
  /// The elements, each once, in order.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
