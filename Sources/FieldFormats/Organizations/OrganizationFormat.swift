import Tables

/// What the formats of firms can say and do.
enum OrganizationCodes {
  static let form = FormatCode.safe(
    "legal-form", en: "legal form written short, in its place",
    ru: "правовая форма записана кратко и на своём месте")
  static let quotes = FormatCode.safe(
    "legal-form-quotes", en: "quotation marks of the firm's name put in order",
    ru: "кавычки в названии приведены в порядок")
  static let letterCase = FormatCode.safe(
    "org-case", en: "capital letters of the firm's name put right", ru: "исправлены прописные буквы названия")
  static let derived = FormatCode.safe(
    "legal-form-from-name", en: "legal form told by the firm's name",
    ru: "правовая форма определена по названию")
  static let placeholder = FormatCode.error(
    "org-placeholder", en: "a firm put in to fill the field", ru: "название вписано для заполнения поля")
  static let unknown = FormatCode.warning(
    "legal-form-unknown", en: "no such legal form is known", ru: "неизвестная правовая форма")

  static let all = [form, quotes, letterCase, derived, placeholder, unknown]
}

/// Names of firms: `ООО «Ромашка»`, `ИП Фамилия Имя Отчество`, `Siemens AG`.
struct OrganizationFormat: FieldFormat {
  let name = "org-name"
  let words: MissingWords
  let parser: OrganizationParser
  let names: NameParser
  /// Whether the field tells the client's legal form.
  let tellsForm: Bool
  var codes: [FormatCode] { OrganizationCodes.all }
  var missing: MissingKinds { [.absent, .denial, .marks] }

  func isClean(_ cell: Span<UInt8>) -> Bool { !tellsForm && isPlain(cell) }

  func isCanonical(_ cell: Span<UInt8>) -> Bool {
    if isPlain(cell) { return true }
    guard hygiene.isTidy(cell), words.kinds(of: cell).isEmpty,
      let scan = OrganizationScan(cell, parser.forms, names.dictionary)
    else { return false }
    var out: [UInt8] = []
    scan.write(cell, parser.forms, into: &out)
    return out.span.equals(cell)
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isPlain(cell) {
      outcome.derivedLegalForm = tellsForm ? "ООО" : nil
      return .unchanged
    }
    guard hygiene.isTidy(cell), words.kinds(of: cell).isEmpty,
      let scan = OrganizationScan(cell, parser.forms, names.dictionary)
    else { return tell(cell, into: &outcome) }
    outcome.value.removeAll(keepingCapacity: true)
    scan.write(cell, parser.forms, into: &outcome.value)
    outcome.derivedLegalForm = tellsForm && scan.form >= 0 ? parser.forms.name(scan.form) : nil
    if outcome.value.span.equals(cell) { return .unchanged }
    outcome.edit =
      scan.isFormKept
      ? scan.isCased ? OrganizationCodes.letterCase : OrganizationCodes.quotes : OrganizationCodes.form
    return .replaced
  }

  /// Whether the name is the common clean one, `ООО «Ромашка»` of one Russian word; allocates nothing.
  private func isPlain(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 19, cell.extracting(0..<9).equals("ООО «"), cell[cell.count - 2] == 0xC2,
      cell[cell.count - 1] == 0xBB,
      cell[9] == 0xD0, (0x90...0xAF).contains(cell[10])
    else { return false }
    var index = 11
    while index < cell.count - 2 {
      let lead = cell[index]
      let tail = cell[index + 1]
      guard
        lead == 0xD0
          ? (0xB0...0xBF).contains(tail) : lead == 0xD1 && ((0x80...0x8F).contains(tail) || tail == 0x91)
      else { return false }
      index += 2
    }
    return index == cell.count - 2 && words.kinds(of: cell.extracting(9..<(cell.count - 2))).isEmpty
      && !parser.forms.mayBePlaceholder(cell.extracting(9..<(cell.count - 2)))
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    var parsed = parser.parse(text)
    if parsed.isPlaceholder { return .placeholder(OrganizationCodes.placeholder) }
    let bare = parsed.core
    let value: String
    switch parsed.form?.style {
    case .sole:
      let person = names.parse(parsed.core)
      if !person.isPlaceholder, person.notes.isEmpty { parsed.core = person.text }
      value = "\(parsed.form?.name ?? "") \(parsed.core)"
    case .quoted:
      parsed.core = cased(parsed.core)
      value = "\(parsed.form?.name ?? "") «\(parsed.core)»"
    case .suffix: value = "\(parsed.core) \(parsed.form?.name ?? "")"
    case nil:
      parsed.core = cased(parsed.core)
      value = Self.requoted(text, parsed.core)
    }
    var reading = Reading.value(value, Self.edit(text, value, isCased: bare != parsed.core))
    if tellsForm, let form = parsed.form {
      reading.derived.append(
        DerivedValue(target: .field("org_legal_form"), value: form.name, code: OrganizationCodes.derived))
    }
    guard detail else { return reading }
    let key = OrganizationKey.key(parsed.core)
    reading.parts = ["core": .text(parsed.core), "match_key": .text(key)]
    if let form = parsed.form {
      reading.parts["form"] = .text(form.name)
      reading.parts["legal_form"] = .text(form.name)
      if !form.okopf.isEmpty { reading.parts["okopf"] = .text(form.okopf) }
      if !form.generic.isEmpty { reading.parts["generic"] = .text(form.generic) }
    }
    return reading
  }

  /// A name without a form: quotes about the whole of it become «…», quotes inside go as the core has it.
  private static func requoted(_ text: String, _ core: String) -> String {
    func isMark(_ scalar: Unicode.Scalar?) -> Bool {
      switch scalar {
      case "\"", "«", "»", "“", "”", "„": true
      default: false
      }
    }
    let scalars = text.unicodeScalars
    guard isMark(scalars.first), isMark(scalars.last), scalars.count > 2 else { return core }
    return "«\(core)»"
  }

  private static func edit(_ text: String, _ value: String, isCased: Bool) -> FormatCode {
    if text.lowered.isSame(as: value.lowered) { return OrganizationCodes.letterCase }
    return MatchText.key(text).isSame(as: MatchText.key(value))
      ? OrganizationCodes.quotes : OrganizationCodes.form
  }

  // MARK: - Capitals

  /// A name all in capitals gets title case; abbreviations keep theirs, and Latin names all of it.
  private func cased(_ core: String) -> String {
    let scalars = core.unicodeScalars
    guard !scalars.contains(where: \.isSmall),
      scalars.contains(where: { MixedScript.isCyrillic($0) && $0.isAlphabetic })
    else { return core }
    let words = core.words.enumerated().map { index, word in
      word.split(separator: "-", omittingEmptySubsequences: false).map {
        casedWord(String($0), isFirst: index == 0)
      }.joined(separator: "-")
    }
    return words.joined(separator: " ")
  }

  private func casedWord(_ word: String, isFirst: Bool) -> String {
    let low = word.lowered
    guard word.unicodeScalars.allSatisfy({ MixedScript.isCyrillic($0) || $0 == "." || $0 == "," })
    else { return word }
    if !isFirst, parser.forms.isSmall(low) { return low }
    let length = low.unicodeScalars.count
    let vowels = length > 5 || low.unicodeScalars.contains { "аеёиоуыэюя".unicodeScalars.contains($0) }
    if length <= 3 || length <= 5 && !vowels || parser.forms.isCapital(low) { return word }
    return NameCase.titled(word)
  }
}

/// Legal forms alone: written short.
struct LegalFormFormat: FieldFormat {
  let name = "legal-form"
  let words: MissingWords
  let forms: LegalFormTable
  var codes: [FormatCode] { [OrganizationCodes.form, OrganizationCodes.unknown] }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    cell.equals("ООО") || cell.equals("ИП") || cell.equals("АО") || cell.equals("ПАО")
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    let bare = text.folded.filter { !".,\"«»()/".contains($0) }
    let words = bare.split { " -".contains($0) }.map(String.init)
    var found = forms.form(words.joined(separator: " "))
    if found == nil, let (form, count) = forms.spelledOut(words), count == words.count { found = form }
    guard let form = found else { return .suspicious(text, OrganizationCodes.unknown) }
    var reading = Reading.value(form.name, OrganizationCodes.form)
    reading.parts = ["match_key": .text(form.name), "form": .text(form.name)]
    if !form.okopf.isEmpty { reading.parts["okopf"] = .text(form.okopf) }
    return reading
  }
}
