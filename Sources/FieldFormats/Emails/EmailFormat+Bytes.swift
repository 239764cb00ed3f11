import Tables

/// Addresses told by their bytes: nearly all that a column holds, without hygiene and without a string.
extension EmailFormat {
  /// What a cell comes to; nil: it needs a closer look.
  func look(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict? {
    guard let sight = EmailScan.sight(of: cell) else { return national(cell, into: &outcome) }
    guard !sight.body.isEmpty else { return nil }
    let text = cell.extracting(sight.body)
    switch sight.signs {
    // A bracket may begin a tag, which hygiene takes out.
    case 0: return cell[0] == 0x3C ? nil : withoutSign(text, into: &outcome)
    case 1: break
    default: return several(cell, into: &outcome)
    }
    var at = sight.sign - sight.body.lowerBound
    if sight.hasSpace, EmailScan.hasSpace(text) {
      guard let place = EmailScan.gather(text, into: &outcome.value) else { return nil }
      at = place
    } else {
      outcome.put(text)
      EmailScan.lower(&outcome.value, from: at + 1)
    }
    guard EmailSyntax.sign(in: outcome.value.span) == at else {
      guard EmailScan.isBeyondMending(text, at) else { return nil }
      outcome.reading = .invalid(EmailCodes.syntax)
      return .told
    }
    let standing = settleCase(&outcome.value, at)
    let isSame = cell.equals(outcome.value.span)
    outcome.edit =
      text.count != outcome.value.count || !EmailScan.isSpaced(cell, sight.body)
      ? EmailCodes.cleaned : text.equals(outcome.value.span) ? TextCodes.spaces : EmailCodes.lowered
    if isPlain(outcome.value.span, at, standing) { return isSame ? .unchanged : .replaced }
    guard var reading = doubted(outcome.value.span, at) else { return nil }
    if !isSame {
      reading.action = .replace
      reading.edit = outcome.edit
    }
    outcome.reading = reading
    return .told
  }

  /// Makes the local part small where case cannot matter: at the large services, and where it is all capitals.
  private func settleCase(_ address: inout [UInt8], _ at: Int) -> UInt32? {
    let standing = mail.standing(address.span.extracting((at + 1)..<address.count))
    if standing == MailDomains.popularStanding || EmailScan.isCapital(address.span.extracting(0..<at)) {
      EmailScan.lower(&address, from: 0, to: at)
    }
    return standing
  }

  /// Whether nothing can be said against a well-formed address whose @ stands at `at`; its domain is in small letters.
  ///
  /// May say no of an honest address, never yes of another.
  func isPlain(_ cell: Span<UInt8>, _ at: Int, _ standing: UInt32?) -> Bool {
    let domain = cell.extracting((at + 1)..<cell.count)
    let local = cell.extracting(0..<at)
    return !mail.isFiller(local) && !Self.beginsDomain(local, domain)
      && (standing != nil || mail.isUnremarkable(domain))
  }

  /// Whether the domain's name is the local part: `mail@mail.ru`.
  private static func beginsDomain(_ local: Span<UInt8>, _ domain: Span<UInt8>) -> Bool {
    guard local.count < domain.count, domain[local.count] == 0x2E else { return false }
    for index in local.indices {
      let byte = local[index]
      if domain[index] != (byte &- 0x41 < 26 ? byte | 0x20 : byte) { return false }
    }
    return true
  }

  /// A well-formed address in ASCII at a misspelt or a throw-away domain; nil: something else is to be said of it.
  private func doubted(_ address: Span<UInt8>, _ at: Int) -> Reading? {
    let domain = address.extracting((at + 1)..<address.count)
    let local = address.extracting(0..<at)
    guard !mail.isFiller(local), !Self.beginsDomain(local, domain), !mail.isFillerDomain(domain),
      !EmailScan.isNational(domain)
    else { return nil }
    let name = String(copying: domain)
    if let meant = mail.intended(name) {
      var reading = Reading.suspicious(String(copying: address), EmailCodes.typo)
      reading.suggestion = "\(String(copying: local))@\(meant)"
      reading.suggestionCode = EmailCodes.typoGuess
      return reading
    }
    guard mail.isDisposable(name) else { return nil }
    return .suspicious(String(copying: address), EmailCodes.disposable)
  }

  // MARK: - Other than one @

  /// Without a sign for it there is no address, unless it is a word for «missing»; `(at)` is such a sign.
  private func withoutSign(_ text: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict? {
    if EmailScan.hasNoSign(text) {
      guard words.kinds(of: text).isDisjoint(with: missing) else { return nil }
      outcome.reading = .invalid(EmailCodes.syntax)
      return .told
    }
    guard let at = EmailScan.gatherBracketed(text, into: &outcome.value),
      EmailSyntax.sign(in: outcome.value.span) == at
    else { return nil }
    let domain = (at + 1)..<outcome.value.count
    if EmailScan.isNational(outcome.value.span.extracting(domain)) { return nil }
    let standing = mail.standing(outcome.value.span.extracting(domain))
    if standing == MailDomains.popularStanding {
      guard isPlain(outcome.value.span, at, standing) else { return nil }
      outcome.edit = EmailCodes.repaired
      return .replaced
    }
    let guess = String(copying: outcome.value.span)
    outcome.reading = .invalid(EmailCodes.syntax, suggestion: guess, EmailCodes.repairGuess)
    return .told
  }

  /// Several addresses with nothing to say of any; nil: they need a closer look.
  private func several(_ text: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict? {
    var all: [String] = []
    var start = 0
    for index in 0...text.count where index == text.count || EmailScan.parts(text[index]) {
      let piece = text.extracting(start..<index)
      if let sight = EmailScan.sight(of: piece), !sight.body.isEmpty {
        guard let address = plain(piece, sight, into: &outcome.value) else { return nil }
        all.append(address)
      }
      start = index + 1
    }
    guard all.count > 1 else { return nil }
    var reading = Reading.value(all[0], EmailCodes.split)
    reading.status = .fixed
    reading.action = .replace
    for address in all.uniqued.dropFirst() {
      reading.derived.append(
        DerivedValue(target: .nextOrdinal, value: address, code: EmailCodes.split))
    }
    outcome.reading = reading
    return .told
  }

  /// One address of several.
  private func plain(_ piece: Span<UInt8>, _ sight: EmailScan.Sight, into room: inout [UInt8]) -> String? {
    guard sight.signs == 1 else { return nil }
    let at = sight.sign - sight.body.lowerBound
    room.removeAll(keepingCapacity: true)
    room.append(copying: piece.extracting(sight.body))
    EmailScan.lower(&room, from: at + 1)
    guard EmailSyntax.sign(in: room.span) == at else { return nil }
    let standing = settleCase(&room, at)
    return isPlain(room.span, at, standing) ? String(copying: room.span) : nil
  }

  /// A local part in ASCII at a domain under рф, with nothing about it.
  private func national(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict? {
    var at = 0
    while at < cell.count, cell[at] != 0x40 {
      if cell[at] >= 0x80 { return nil }
      at += 1
    }
    guard at > 0, at + 6 < cell.count, hygiene.isTidy(cell) else { return nil }
    let domain = String(copying: cell.extracting((at + 1)..<cell.count)).lowered
    guard domain.hasSuffix(".рф"), let ascii = Punycode.ascii(domain) else { return nil }
    outcome.value.removeAll(keepingCapacity: true)
    outcome.value.append(copying: cell.extracting(0..<(at + 1)))
    outcome.value.append(contentsOf: ascii.utf8)
    guard EmailSyntax.sign(in: outcome.value.span) == at else { return nil }
    let standing = settleCase(&outcome.value, at)
    guard isPlain(outcome.value.span, at, standing) else { return nil }
    outcome.edit = EmailCodes.idn
    return .replaced
  }
}
