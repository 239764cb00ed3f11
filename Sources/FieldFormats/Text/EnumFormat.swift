import Tables

/// One of a few values.
///
/// Without a list of values any text is taken, tidied.
struct EnumFormat: FieldFormat {
  static let unknown = FormatCode.error(
    "enum-unknown", en: "not one of the field's values", ru: "нет среди значений поля")
  static let spelling = FormatCode.safe(
    "enum-spelling", en: "spelt as the standard spells it", ru: "написано так, как в стандарте")

  static let variant = FormatCode.lossy(
    "enum-variant", en: "a rare spelling of a more frequent value",
    ru: "редкое написание более частого значения")

  let name = "enum"
  let words: MissingWords
  /// Spellings met in the column, and the most frequent spelling of the same value.
  private let variants: [String: String]
  private let values: [String]
  private let byKey: [String: String]
  private let table: WordTable
  var codes: [FormatCode] { [Self.unknown, Self.spelling, Self.variant] }
  var missing: MissingKinds { [.absent, .filler, .marks] }

  init(words: MissingWords, options: FormatOptions) {
    self.words = words
    let (values, synonyms) = (options.values, options.synonyms)
    self.values = values
    variants = values.isEmpty ? options.conventions.variants : [:]
    var byKey: [String: String] = [:]
    for value in values { byKey[MatchText.key(value)] = value }
    for (synonym, value) in synonyms where values.isEmpty || values.contains(value) {
      byKey[MatchText.key(synonym)] = value
    }
    self.byKey = byKey
    table = WordTable(values.map { (word: $0, number: 1) })
  }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    if values.isEmpty {
      guard byKey.isEmpty, hygiene.isTidy(cell), !words.mayBeMissing(cell) else { return false }
      return variants.isEmpty || variants[String(copying: cell)] == nil
    }
    guard !cell.isEmpty else { return false }
    for value in values where cell.count == value.utf8.count {
      if Self.equal(cell, value) { return true }
    }
    return false
  }

  private static func equal(_ cell: Span<UInt8>, _ value: String) -> Bool {
    var index = 0
    for byte in value.utf8 {
      if cell[index] != byte { return false }
      index += 1
    }
    return true
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    let key = MatchText.key(text)
    if let value = byKey[key] ?? (values.contains(text) ? text : nil) {
      var reading = Reading.value(value, Self.spelling)
      if detail { reading.parts["match_key"] = .text(MatchText.key(value)) }
      return reading
    }
    guard values.isEmpty else { return .invalid(Self.unknown, suggestion: nearest(key)) }
    var reading = Reading.value(text)
    // Which spelling is right a person decides; one that says «no» to nobody's «yes» is offered.
    if let usual = variants[text], usual != text {
      reading.suggestion = usual
      reading.suggestionCode = Self.variant
    }
    if detail { reading.parts["match_key"] = .text(key) }
    return reading
  }

  /// A known value one letter away.
  private func nearest(_ key: String) -> String? {
    guard key.count >= 5 else { return nil }
    return byKey.keys.sorted().first { EditDistance.within(1, $0, key) }.flatMap { byKey[$0] }
  }
}

/// Several texts in a cell, `;` between.
struct ListFormat: FieldFormat {
  static let separated = FormatCode.safe(
    "list-separators", en: "list written with semicolons", ru: "список записан через точку с запятой")

  let name = "list"
  let words: MissingWords
  var codes: [FormatCode] { [Self.separated] }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard hygiene.isTidy(cell), !words.mayBeMissing(cell) else { return false }
    for index in cell.indices
    where cell[index] == 0x2C || cell[index] == 0x7C || cell[index] == 0x3B || cell[index] == 0x23 {
      return false
    }
    return true
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    var seen: Set<String> = []
    var items: [String] = []
    for item in text.split(whereSeparator: { ";,|#".contains($0) }) {
      let item = Hygiene.line.tidy(String(item)).text
      if !item.isEmpty, seen.insert(MatchText.key(item)).inserted { items.append(item) }
    }
    guard !items.isEmpty else { return .missing(TextCodes.missingWord) }
    var reading = Reading.value(items.joined(separator: "; "), Self.separated)
    if detail {
      reading.parts = ["all": .list(items), "match_key": .text(seen.sorted().joined(separator: ";"))]
    }
    return reading
  }
}
