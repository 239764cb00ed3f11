import Tables

/// What the name formats can say and do.
enum NameCodes {
  static let order = FormatCode.safe(
    "name-order", en: "name in the order surname, first name, patronymic",
    ru: "имя в порядке фамилия, имя, отчество")
  static let letterCase = FormatCode.safe(
    "case", en: "capital letters put right", ru: "исправлены прописные буквы")
  static let spelling = FormatCode.safe(
    "name-spelling", en: "initials, hyphens and words of the name put in order",
    ru: "инициалы, дефисы и слова имени приведены в порядок")
  static let note = FormatCode.safe(
    "name-note", en: "words that are not the name put into its note",
    ru: "слова, не относящиеся к имени, вынесены в примечание")
  static let gender = FormatCode.safe(
    "gender-from-name", en: "gender told by the name", ru: "пол определён по имени")
  static let placeholder = FormatCode.error(
    "name-placeholder", en: "a name put in to fill the field", ru: "имя вписано для заполнения поля")
  static let conflict = FormatCode.warning(
    "name-gender-conflict", en: "parts of the name disagree in gender", ru: "части имени расходятся в роде")
  static let unclear = FormatCode.warning(
    "name-unclear", en: "parts of the name could not be told apart", ru: "не удалось разобрать имя на части")

  static let all = [order, letterCase, spelling, note, gender, placeholder, conflict, unclear]
}

/// A person's full name: surname, first name, patronymic, in that order and in title case.
struct PersonNameFormat: FieldFormat {
  let name = "person-name"
  let words: MissingWords
  let parser: NameParser
  let nicknames: Nicknames
  /// Whether the field tells the client's own gender.
  let tellsGender: Bool
  var codes: [FormatCode] { NameCodes.all }
  var missing: MissingKinds { [.absent, .denial, .marks] }

  func isClean(_ cell: Span<UInt8>) -> Bool { !tellsGender && gender(ofClean: cell) != nil }

  func isCanonical(_ cell: Span<UInt8>) -> Bool {
    if gender(ofClean: cell) != nil { return true }
    guard isSpaced(cell), cell.count > 1, words.kinds(of: cell).isEmpty,
      let name = NameScan(cell, parser.dictionary)
    else { return false }
    var out: [UInt8] = []
    name.write(cell, into: &out)
    return out.span.equals(cell)
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if let gender = gender(ofClean: cell) {
      outcome.gender = tellsGender ? gender : nil
      return .unchanged
    }
    outcome.spare.removeAll(keepingCapacity: true)
    if isSpaced(cell) { return scan(cell, in: cell, into: &outcome) }
    outcome.spare.append(spacing: cell)
    let tidy = outcome.spare
    return scan(tidy.span, in: cell, into: &outcome)
  }

  /// Whether words stand one space apart, and none before or after.
  private func isSpaced(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 0, cell[0] != 0x20, cell[cell.count - 1] != 0x20 else { return false }
    for index in 1..<cell.count where cell[index] == 0x20 && cell[index - 1] == 0x20 { return false }
    return true
  }

  /// Reads the name from its bytes where that is enough.
  private func scan(_ text: Span<UInt8>, in cell: Span<UInt8>, into outcome: inout FormatOutcome)
    -> FormatVerdict
  {
    guard text.count > 1, words.kinds(of: text).isEmpty, let name = NameScan(text, parser.dictionary) else {
      return tell(cell, into: &outcome)
    }
    outcome.value.removeAll(keepingCapacity: true)
    name.write(text, into: &outcome.value)
    outcome.gender = tellsGender ? name.gender : nil
    if outcome.value.span.equals(cell) { return .unchanged }
    if name.isMoved {
      outcome.edit = NameCodes.order
    } else if outcome.value.span.equals(text) {
      outcome.edit = TextCodes.spaces
    } else {
      outcome.edit = name.hasInitials ? NameCodes.spelling : NameCodes.letterCase
    }
    return .replaced
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    let name = parser.parse(text)
    if name.isPlaceholder { return .placeholder(NameCodes.placeholder) }
    var reading = Reading.value(name.text, Self.edit(text, name))
    if name.isConflicting {
      reading.status = .suspicious
      reading.finding = NameCodes.conflict
    } else if name.isUnclear {
      reading.status = .suspicious
      reading.finding = NameCodes.unclear
    }
    if !name.notes.isEmpty {
      let note = DerivedValue(
        target: .suffix("note"), value: name.notes.joined(separator: "; "), code: NameCodes.note)
      reading.derived.append(note)
    }
    if tellsGender, let gender = name.gender {
      reading.derived.append(
        DerivedValue(target: .field("gender"), value: gender.rawValue, code: NameCodes.gender))
    }
    guard detail else { return reading }
    reading.parts["match_key"] = .text(MatchText.key(name.text))
    let parts = [
      ("last", name.last), ("first", name.first), ("middle", name.middle),
      ("gender", name.gender?.rawValue ?? ""),
    ]
    for (part, value) in parts where !value.isEmpty { reading.parts[part] = .text(value) }
    if !name.notes.isEmpty { reading.parts["note"] = .text(name.notes.joined(separator: "; ")) }
    if let before = name.notes.first(where: isSurname) { reading.parts["previous_surname"] = .text(before) }
    reading.parts.merge(NameKeys.parts(name.text, first: name.first, nicknames)) { old, _ in old }
    return reading
  }

  /// Whether a note is a surname alone: the one before the marriage.
  private func isSurname(_ note: String) -> Bool {
    !note.has(0x20) && NameEnding.surname(note.folded).0 && !note.unicodeScalars.contains { $0.value < 0x40 }
  }

  private static func edit(_ text: String, _ name: ParsedName) -> FormatCode {
    let (source, result) = (MatchText.key(text), MatchText.key(name.text))
    if source.isSame(as: result), text.lowered.isSame(as: name.text.lowered) { return NameCodes.letterCase }
    return !source.isSame(as: result) && areSame(source.words, result.words)
      ? NameCodes.order : NameCodes.spelling
  }

  /// Whether both hold the same words in any order.
  private static func areSame(_ left: [Substring], _ right: [Substring]) -> Bool {
    guard left.count == right.count else { return false }
    var rest = right
    for word in left {
      guard let place = rest.firstIndex(where: { $0.isSame(as: word) }) else { return false }
      rest.remove(at: place)
    }
    return true
  }

  // MARK: - Bytes

  /// The gender of a name that is canonical beyond doubt.
  ///
  /// Three Russian words in title case, the second a known first name, the third a patronymic, all of one
  /// gender. Allocates nothing.
  private func gender(ofClean cell: Span<UInt8>) -> Gender? {
    guard cell.count > 20, cell.count < 120 else { return nil }
    var firstSpace = 0
    var secondSpace = 0
    var atStart = true
    var index = 0
    while index < cell.count {
      let lead = cell[index]
      if lead == 0x20 {
        if atStart || secondSpace > 0 { return nil }
        if firstSpace == 0 { firstSpace = index } else { secondSpace = index }
        atStart = true
        index += 1
        continue
      }
      guard lead == 0xD0 || lead == 0xD1, index + 1 < cell.count else { return nil }
      let tail = cell[index + 1]
      let isCapital = lead == 0xD0 && (0x90...0xAF).contains(tail)
      let isSmall = lead == 0xD0 ? (0xB0...0xBF).contains(tail) : (0x80...0x8F).contains(tail) || tail == 0x91
      guard atStart ? isCapital : isSmall else { return nil }
      atStart = false
      index += 2
    }
    guard secondSpace > 0, !atStart else { return nil }
    return gender(
      last: cell.extracting(0..<firstSpace), first: cell.extracting((firstSpace + 1)..<secondSpace),
      middle: cell.extracting((secondSpace + 1)..<cell.count))
  }

  private func gender(last: Span<UInt8>, first: Span<UInt8>, middle: Span<UInt8>) -> Gender? {
    guard middle.count > 10, last.count > 8 else { return nil }
    let gender: Gender
    if Self.ends(middle, "ович") || Self.ends(middle, "евич") {
      gender = .male
    } else if Self.ends(middle, "овна") || Self.ends(middle, "евна") {
      gender = .female
    } else {
      return nil
    }
    guard parser.dictionary.kinds(first).intersection(.gendered) == (gender == .male ? .male : .female) else {
      return nil
    }
    // The surname must end as one, be no first name, and be of the same gender.
    let isMale =
      Self.ends(last, "ов") || Self.ends(last, "ев") || Self.ends(last, "ин") || Self.ends(last, "кий")
    let isFemale =
      Self.ends(last, "ова") || Self.ends(last, "ева") || Self.ends(last, "ина") || Self.ends(last, "кая")
    let isAny =
      Self.ends(last, "ко") || Self.ends(last, "ук") || Self.ends(last, "юк") || Self.ends(last, "ых")
    guard isAny || (gender == .male ? isMale : isFemale) else { return nil }
    return parser.dictionary.kinds(last).isEmpty ? gender : nil
  }

  @inline(__always)
  private static func ends(_ text: Span<UInt8>, _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard text.count >= count else { return false }
    return text.extracting((text.count - count)..<text.count).equals(ending)
  }
}

/// One part of a name: a surname, a first name, a patronymic.
struct NamePartFormat: FieldFormat {
  let name = "name-part"
  let words: MissingWords
  let parser: NameParser
  let nicknames: Nicknames
  var codes: [FormatCode] { NameCodes.all }
  var missing: MissingKinds { [.absent, .denial, .marks] }

  /// One Russian word in title case.
  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 5, cell.count % 2 == 0, cell[0] == 0xD0, (0x90...0xAF).contains(cell[1]) else {
      return false
    }
    var index = 2
    var repeats = true
    while index < cell.count {
      let lead = cell[index]
      let tail = cell[index + 1]
      let isSmall =
        lead == 0xD0
        ? (0xB0...0xBF).contains(tail) : lead == 0xD1 && ((0x80...0x8F).contains(tail) || tail == 0x91)
      guard isSmall else { return false }
      if index > 2, lead != cell[index - 2] || tail != cell[index - 1] { repeats = false }
      index += 2
    }
    return !repeats && parser.dictionary.kinds(cell).isDisjoint(with: [.placeholder, .kin, .particle])
      && words.kinds(of: cell).isEmpty
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    if parser.isFiller(text) { return .placeholder(NameCodes.placeholder) }
    var body = NameParser.hyphenated(text)
    if body.unicodeScalars.count < 4, body.count == 1 { body += "." }
    let parts = body.words.map { word -> String in
      let kinds = parser.dictionary.kinds(String(word))
      return kinds.isDisjoint(with: [.particle, .kin]) ? NameCase.titled(String(word)) : word.lowered
    }
    // A particle alone is a word like any other.
    let value = parts.count == 1 ? NameCase.titled(body) : parts.joined(separator: " ")
    var reading = Reading.value(value, NameCodes.letterCase)
    guard detail else { return reading }
    reading.parts = NameKeys.parts(value, first: value, nicknames)
    reading.parts["match_key"] = .text(MatchText.key(value))
    return reading
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    // One word in Russian letters: only its capitals are put right.
    guard cell.count > 2, words.kinds(of: cell).isEmpty, let name = NameScan(cell, parser.dictionary),
      name.count == 1
    else { return tell(cell, into: &outcome) }
    outcome.value.removeAll(keepingCapacity: true)
    name.write(cell, into: &outcome.value)
    // A dot that would be lost is looked at more closely.
    guard outcome.value.count == cell.count else { return tell(cell, into: &outcome) }
    outcome.edit = NameCodes.letterCase
    return outcome.value.span.equals(cell) ? .unchanged : .replaced
  }
}

/// What helps to compare a name with others.
enum NameKeys {
  /// The name in Latin letters, a key for both alphabets, and the full names behind a short form.
  static func parts(_ text: String, first: String, _ nicknames: Nicknames) -> [String: PartValue] {
    var parts: [String: PartValue] = ["latin_key": .text(Transliteration.key(text))]
    if let latin = Transliteration.icao(text) { parts["translit"] = .text(latin) }
    let full = nicknames.names(of: first)
    if !full.isEmpty { parts["full_first"] = .list(full) }
    return parts
  }
}
