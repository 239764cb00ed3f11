import Tables

/// Phone numbers: E.164 out; several in a cell, extensions, words and spreadsheet damage in.
///
/// Numbers of +7 are told by the plan itself, those of other countries by libphonenumber.
struct PhoneFormat: FieldFormat {
  let name = "phone"
  let words: MissingWords
  let resolver: PhoneResolver
  let areas: PhoneAreas
  var codes: [FormatCode] { PhoneCodes.all }
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { Hygiene(keepsLines: true, mendsLetters: false) }

  /// Numbers of other countries are canonical when the library says so, which takes the slow path.
  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard cell.count == 12, cell[0] == 0x2B, cell[1] == 0x37 else { return false }
    let national = cell.extracting(2..<12)
    return Digits.areDigits(national) && Self.isPlain(national)
  }

  /// Whether these ten digits are a number of +7 with nothing to say of it.
  static func isPlain(_ national: Span<UInt8>) -> Bool {
    RussianPlan.kind(national) != .none && !RussianPlan.isPlaceholder(national)
      && !RussianPlan.isRepeating(national)
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    if resolver.isRussian {
      if PhoneScan.collect(cell, into: &outcome) {
        outcome.edit = PhoneCodes.e164
        return .replaced
      }
      if let verdict = look(cell, into: &outcome) { return verdict }
    }
    return tell(cell, into: &outcome)
  }

  /// Numbers of +7 among words and marks, and what is none of them, without hygiene; nil: it needs a closer look.
  private func look(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict? {
    guard let trimmed = PhoneScan.plainRange(of: cell),
      words.kinds(of: cell.extracting(trimmed)).isDisjoint(with: missing)
    else { return nil }
    let text = cell.extracting(trimmed)
    let pieces = PhonePieces(text)
    guard !pieces.pieces.isEmpty, !Self.isEmptyMask(pieces) else { return nil }
    let list = PhoneList(pieces, resolver)
    guard let first = list.numbers.first else {
      outcome.reading = Self.wrong(list.failure ?? .wrong(PhoneCodes.invalid))
      return .told
    }
    for entry in list.numbers where !entry.number.isPlainRussian { return nil }
    if list.numbers.count == 1, list.leftovers.isEmpty, pieces.words.isEmpty, first.ext == nil {
      outcome.value.removeAll(keepingCapacity: true)
      outcome.value.append(contentsOf: first.number.e164.utf8)
      outcome.edit = first.edit ?? PhoneCodes.e164
      return .replaced
    }
    outcome.reading = reading(of: first, in: list, note: note(list, pieces, text), detail: false)
    outcome.reading.action = cell.equals(first.number.e164) ? .keep : .replace
    outcome.reading.status = .fixed
    return .told
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    let cell: [UInt8]
    switch Self.repaired(text) {
    case .text(let text): cell = Array(text.utf8)
    case .rounded: return .invalid(PhoneCodes.rounded)
    }
    let pieces = PhonePieces(cell.span)
    guard !pieces.pieces.isEmpty else { return Self.withoutDigits(text, pieces) }
    if Self.isEmptyMask(pieces) { return .missing(PhoneCodes.mask) }
    let list = PhoneList(pieces, resolver)
    guard let first = list.numbers.first else {
      return Self.wrong(list.failure ?? .wrong(PhoneCodes.invalid))
    }
    return reading(of: first, in: list, note: note(list, pieces, cell.span), detail: detail)
  }

  /// Whether nothing but a mask's own digit is there: `+7 (___) ___-__-__`.
  private static func isEmptyMask(_ pieces: PhonePieces) -> Bool {
    guard pieces.pieces.count == 1, pieces.words.isEmpty, pieces.pieces[0].digits.count == 1 else {
      return false
    }
    switch pieces.pieces[0].digits.span[0] {
    case 0x30, 0x37, 0x38: return true
    default: return false
    }
  }

  private enum Repaired { case text(String), rounded }

  /// Undoes what a spreadsheet does to numbers.
  private static func repaired(_ text: String) -> Repaired {
    var body = text[...]
    while let first = body.unicodeScalars.first, first == "'" || first == "=" || first == "\"" || first == "№"
    {
      body.unicodeScalars.removeFirst()
    }
    while let last = body.utf8.last, last == 0x27 || last == 0x22 { body.unicodeScalars.removeLast() }
    if let (digits, isRounded) = NumberText.scientific(body) { return isRounded ? .rounded : .text(digits) }
    if body.has(0x2E) || body.has(0x2C), let mark = body.lastIndex(where: { $0 == "." || $0 == "," }),
      body[..<mark].utf8.allSatisfy({ Digits.isDigit($0) }),
      body[..<mark].count >= 10, body[mark...].dropFirst().utf8.allSatisfy({ $0 == 0x30 })
    {
      body = body[..<mark]
    }
    return .text(String(body))
  }

  private static func withoutDigits(_ text: String, _ pieces: PhonePieces) -> Reading {
    let low = text.lowered
    if pieces.words.isEmpty || low.hasPrefix("нет") || low.hasPrefix("без ") {
      return .missing(PhoneCodes.mask)
    }
    return .invalid(PhoneCodes.noDigits)
  }

  private static func wrong(_ verdict: PhoneVerdict) -> Reading {
    switch verdict {
    case .placeholder(let value): .placeholder(PhoneCodes.placeholder, value: value)
    case .local: Reading(status: .ambiguous, finding: PhoneCodes.local)
    case .short: .invalid(PhoneCodes.short)
    case .wrong(let code): .invalid(code)
    case .number: .invalid(PhoneCodes.invalid)
    }
  }

  /// Digits and words that stand beside the numbers, in their order.
  private func note(_ list: PhoneList, _ pieces: PhonePieces, _ text: Span<UInt8>) -> String {
    guard !list.leftovers.isEmpty || !pieces.words.isEmpty else { return "" }
    var note = ""
    var end = 0
    for place in (list.leftovers + pieces.words).sorted(by: { $0.lowerBound < $1.lowerBound })
    // A word may stand within digits that are no number: «9 до 18».
    where place.lowerBound >= end {
      note += (note.isEmpty ? "" : " ") + String(copying: text.extracting(place))
      end = place.upperBound
    }
    return note
  }

  private func reading(of first: PhoneListEntry, in list: PhoneList, note: String, detail: Bool) -> Reading {
    let number = first.number
    var reading = Reading.value(number.e164, first.edit ?? PhoneCodes.e164)
    if let doubt = number.doubt { reading.status = .suspicious; reading.finding = doubt }
    if number.isGuess {
      reading.status = .suspicious
      reading.finding = PhoneCodes.foreignGuess
      reading.edit = PhoneCodes.foreignGuess
      reading.suggestion = number.e164
    }
    if let ext = first.ext {
      reading.derived.append(DerivedValue(target: .suffix("ext"), value: ext.text, code: PhoneCodes.ext))
    }
    for other in list.numbers.dropFirst() {
      reading.derived.append(
        DerivedValue(target: .nextOrdinal, value: other.number.e164, code: PhoneCodes.split))
      if reading.edit == PhoneCodes.e164 { reading.edit = PhoneCodes.split }
    }
    if !note.isEmpty {
      reading.derived.append(DerivedValue(target: .suffix("note"), value: note, code: PhoneCodes.note))
    }
    if detail { describe(first, list, note, in: &reading) }
    return reading
  }

  private func describe(_ first: PhoneListEntry, _ list: PhoneList, _ note: String, in reading: inout Reading)
  {
    let number = first.number
    reading.display = PhoneDisplay.text(number.e164, ext: first.ext?.text)
    reading.parts = [
      "match_key": .text(number.e164), "all": .list(list.numbers.map(\.number.e164)),
      "region": .text(number.region), "type": .text(number.kind.name),
    ]
    let hasPlace = number.kind == .fixed
    if hasPlace, let area = areas.place(of: number.e164) { reading.parts["area"] = .text(area) }
    if let ext = first.ext { reading.parts["ext"] = .text(ext.text) }
    if !note.isEmpty { reading.parts["note"] = .text(note) }
  }
}
