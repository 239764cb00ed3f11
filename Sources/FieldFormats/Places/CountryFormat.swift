import Tables

/// What the country format can say and do.
enum CountryNameCodes {
  static let name = FormatCode.safe(
    "country-name", en: "country by its usual name", ru: "страна под обычным названием")
  static let unknown = FormatCode.warning(
    "country-unknown", en: "no such country is known", ru: "такая страна неизвестна")

  static let all = [name, unknown]
}

extension Country {
  /// Whether a base of this home writes its countries in Russian.
  static func writesRussian(_ region: String) -> Bool {
    ["RU", "BY", "KZ", "KG", "UZ", "TJ", "TM", "AM", "AZ", "MD"].contains(region)
  }
}

/// Countries of ISO 3166-1 by Russian and English names and by their codes.
///
/// Source of the names: Unicode CLDR.
struct CountryFormat: FieldFormat {
  let name = "country"
  let words: MissingWords
  let places: PlaceDictionary
  /// Whether countries are written in Russian; else in English.
  let inRussian: Bool
  var codes: [FormatCode] { CountryNameCodes.all }
  var missing: MissingKinds { [.absent, .denial, .marks] }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard let number = places.countryNames.find(cell) else { return false }
    let country = places.countries[Int(number) - 1]
    return cell.equals(utf8: inRussian ? country.russian : country.english)
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    guard let number = places.countryNames.find(MatchText.key(text)) else {
      return .suspicious(text, CountryNameCodes.unknown)
    }
    let country = places.countries[Int(number) - 1]
    var reading = Reading.value(inRussian ? country.russian : country.english, CountryNameCodes.name)
    guard detail else { return reading }
    reading.parts = [
      "iso": .text(country.alpha2), "iso3": .text(country.alpha3), "ru": .text(country.russian),
      "en": .text(country.english), "match_key": .text(country.alpha2),
    ]
    return reading
  }
}
