import Tables

/// Phone numbers: E.164 out; several in a cell, extensions, words and spreadsheet damage in.
///
/// Numbers of +7 are told by the plan itself; other countries' by the length of their numbers.
struct PhoneFormat: FieldFormat {
  let name = "phone"
  let words: MissingWords
  let resolver: PhoneResolver
  var codes: [FormatCode] { PhoneCodes.all }
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { Hygiene(keepsLines: true, mendsLetters: false) }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 8, cell.count <= 16, cell[0] == 0x2B else { return false }
    let digits = cell.extracting(1..<cell.count)
    guard Digits.areDigits(digits) else { return false }
    if digits[0] == 0x37 {
      return digits.count == 11 && Self.isPlain(digits.extracting(1..<11))
    }
    guard let (region, fits, known) = resolver.plan.check(digits), fits, known else { return false }
    // Zeros at the end and film numbers need the slow path's word.
    return region >= 0 && digits[digits.count - 1] != 0x30 && !PhonePlan.isFictional(digits)
      && !Digits.areEqual(digits)
      && !Digits.areRun(digits)
  }

  /// Whether these ten digits are a number of +7 with nothing to say of it.
  private static func isPlain(_ national: Span<UInt8>) -> Bool {
    RussianPlan.kind(national) != .none && !RussianPlan.isPlaceholder(national)
      && !RussianPlan.isRepeating(national)
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    if resolver.region == "RU" || resolver.region == "KZ", collect(cell, into: &outcome.value) {
      outcome.edit = PhoneCodes.e164
      return .replaced
    }
    return tell(cell, into: &outcome)
  }

  /// The ordinary ways to write one number of +7, without a string: `8 (916) 123-45-67`, `9161234567`.
  private func collect(_ cell: Span<UInt8>, into value: inout [UInt8]) -> Bool {
    guard cell.count <= 32 else { return false }
    value.removeAll(keepingCapacity: true)
    value.append(0x2B)
    value.append(0x37)
    var hasPlus = false
    var first: UInt8 = 0
    var count = 0
    for index in cell.indices {
      let byte = cell[index]
      switch byte {
      case 0x30...0x39:
        if count == 0 { first = byte }
        if count == 11 { return false }
        count += 1
        value.append(byte)
      case 0x20, 0x28, 0x29, 0x2D: continue
      case 0x2B:
        if count > 0 || hasPlus { return false }
        hasPlus = true
      default: return false
      }
    }
    if count == 11, first == 0x37 || first == 0x38 && !hasPlus {
      value.remove(at: 2)
    } else if count != 10 || hasPlus {
      return false
    }
    return Self.isPlain(value.span.extracting(2..<12))
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    let cell: String
    switch Self.repaired(text) {
    case .text(let text): cell = text
    case .rounded: return .invalid(PhoneCodes.rounded)
    }
    let pieces = PhonePieces(cell)
    guard !pieces.pieces.isEmpty else { return Self.withoutDigits(cell, pieces) }
    if pieces.pieces.count == 1, ["7", "8", "0"].contains(pieces.pieces[0].digits), pieces.words.isEmpty {
      return .missing(PhoneCodes.mask)
    }
    let list = PhoneList(pieces, resolver)
    guard let first = list.numbers.first else {
      return Self.wrong(list.failure ?? .wrong(PhoneCodes.invalid))
    }
    return reading(of: first, in: list, words: pieces.words, detail: detail)
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

  private func reading(of first: PhoneListEntry, in list: PhoneList, words: [String], detail: Bool) -> Reading
  {
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
      reading.derived.append(DerivedValue(target: .suffix("ext"), value: ext, code: PhoneCodes.ext))
    }
    for other in list.numbers.dropFirst() {
      reading.derived.append(
        DerivedValue(target: .nextOrdinal, value: other.number.e164, code: PhoneCodes.split))
      if reading.edit == PhoneCodes.e164 { reading.edit = PhoneCodes.split }
    }
    let note = (list.leftovers + words).joined(separator: " ")
    if !note.isEmpty {
      reading.derived.append(DerivedValue(target: .suffix("note"), value: note, code: PhoneCodes.note))
    }
    guard detail else { return reading }
    reading.display = PhoneDisplay.text(number.e164, ext: first.ext)
    reading.parts = [
      "match_key": .text(number.e164), "all": .list(list.numbers.map(\.number.e164)),
      "region": .text(number.region),
      "type": .text(number.kind.name),
    ]
    if let ext = first.ext { reading.parts["ext"] = .text(ext) }
    if !note.isEmpty { reading.parts["note"] = .text(note) }
    return reading
  }
}

/// Phone numbers as people like to read them.
enum PhoneDisplay {
  /// `+7 916 123-45-67 доб. 12`; numbers outside +7 are left in E.164.
  static func text(_ e164: String, ext: String?) -> String {
    var text = e164
    if e164.hasPrefix("+7"), e164.utf8.count == 12 {
      let digits = e164.dropFirst(2).map(String.init)
      func part(_ range: Range<Int>) -> String { digits[range].joined() }
      if digits[0] != "7" {
        text = "+7 \(part(0..<3)) \(part(3..<6))-\(part(6..<8))-\(part(8..<10))"
      } else if digits[1] == "1" || digits[1] == "2" {
        text = "+7 \(part(0..<4)) \(part(4..<6)) \(part(6..<8)) \(part(8..<10))"
      } else {
        text = "+7 \(part(0..<3)) \(part(3..<6)) \(part(6..<10))"
      }
    }
    return ext.map { "\(text) доб. \($0)" } ?? text
  }
}
