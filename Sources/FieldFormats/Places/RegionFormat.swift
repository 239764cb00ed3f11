import Tables

/// What the region format can say and do.
enum RegionCodes {
  static let name = FormatCode.safe(
    "region-name", en: "region by its official name", ru: "регион под официальным названием")
  static let unknown = FormatCode.warning(
    "region-unknown", en: "no such region of Russia is known", ru: "такой регион России неизвестен")

  static let all = [name, unknown]
}

/// Subjects of the Russian Federation by any spelling, short name or code.
///
/// Source of the names: Constitution of the Russian Federation, art. 65; codes of the Federal Tax Service.
struct RegionFormat: FieldFormat {
  let name = "region"
  let words: MissingWords
  let places: PlaceDictionary
  /// Whether regions of other countries are a surprise.
  let isHome: Bool
  var codes: [FormatCode] { RegionCodes.all }
  var missing: MissingKinds { [.absent, .denial, .marks] }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard let number = places.regionNames.find(cell) else { return false }
    return cell.equals(utf8: places.regions[Int(number) - 1].name)
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    guard let region = region(text) else {
      return isHome ? .suspicious(text, RegionCodes.unknown) : .value(text)
    }
    var reading = Reading.value(region.name, RegionCodes.name)
    guard detail else { return reading }
    let parts = [
      ("code", region.code), ("iso", region.iso), ("okato", region.okato), ("district", region.district),
      ("utc_offset", region.offset), ("kind", region.kind), ("match_key", region.name.folded),
    ]
    for (part, value) in parts where !value.isEmpty { reading.parts[part] = .text(value) }
    return reading
  }

  private func region(_ text: String) -> Region? {
    let key = PlaceDictionary.key(text)
    for word in [text, key, Self.code(key)] {
      if let number = places.regionNames.find(word) { return places.regions[Int(number) - 1] }
    }
    // `77 - Москва`, `Московская обл (50)`: a code beside the name.
    let bare = key.words.filter { !$0.utf8.allSatisfy(Digits.isDigit) }.joined(separator: " ")
    if !bare.isEmpty, let number = places.regionNames.find(bare) { return places.regions[Int(number) - 1] }
    // `Моск. область`
    let parts = key.words
    guard parts.count == 2, let type = Self.types[String(parts[1])] else { return nil }
    return places.region(beginning: String(parts[0]), kind: type).map { places.regions[Int($0) - 1] }
  }

  private static let types = [
    "область": "область", "обл": "область", "край": "край", "кр": "край", "республика": "республика",
    "респ": "республика",
  ]

  /// A code with its zero: `1` → `01`; `77 регион` → `77`.
  private static func code(_ key: String) -> String {
    let digits = String(key.prefix { ("0"..."9").contains($0) })
    let rest = key.dropFirst(digits.count)
    guard rest.isEmpty || rest == " регион", (1...2).contains(digits.count) else { return key }
    return digits.count == 1 ? "0" + digits : digits
  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of `text`.
  func equals(utf8 text: String) -> Bool {
    guard text.utf8.count == count else { return false }
    var index = 0
    for byte in text.utf8 {
      if self[index] != byte { return false }
      index += 1
    }
    return true
  }
}
