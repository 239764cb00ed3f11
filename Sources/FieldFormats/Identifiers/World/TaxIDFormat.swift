import Tables

/// A taxpayer's number of whatever country: told by its letters, by the home region, and by its check digits.
struct TaxIDFormat: FieldFormat {
  static let unchecked = FormatCode.warning(
    "tax-id-unchecked", en: "tax number: no known country's check digits agree",
    ru: "налоговый номер: не сходится ни с одной известной страной")

  let words: MissingWords
  /// Home, ISO 3166.
  let region: String
  private let vat: EUVATFormat
  private let home: [any FieldFormat]
  private let neighbours: [any FieldFormat]
  let name = "tax-id"
  var codes: [FormatCode] { [Self.unchecked] + IdentifierCodes.all }
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { .code }

  init(words: MissingWords, region: String) {
    self.words = words
    self.region = region
    vat = EUVATFormat(words: words)
    home = Self.formats(of: region, words)
    neighbours = ["RU", "KZ", "BY", "UA", "AZ", "MD", "UZ"].filter { $0 != region }.flatMap {
      Self.formats(of: $0, words)
    }.filter { !($0 is UncheckedNumberFormat) }
  }

  /// The numbers a country gives to taxpayers, firms first.
  private static func formats(of region: String, _ words: MissingWords) -> [any FieldFormat] {
    switch region {
    case "RU": [INNFormat(words: words)]
    case "KZ":
      [KazakhNumberFormat(isPerson: false, words: words), KazakhNumberFormat(isPerson: true, words: words)]
    case "BY": [BelarusNumberFormat(words: words)]
    case "UA": [EDRPOUFormat(words: words), RNOKPPFormat(words: words)]
    case "AZ": [VOENFormat(words: words)]
    case "MD": [IDNOFormat(words: words)]
    case "UZ": [UncheckedNumberFormat(kind: .uzSTIR, words: words), PINFLFormat(words: words)]
    case "KG": [UncheckedNumberFormat(kind: .kyrgyzINN, words: words)]
    case "AM": [UncheckedNumberFormat(kind: .armenianTIN, words: words)]
    case "GE": [UncheckedNumberFormat(kind: .georgianID, words: words)]
    case "TJ": [UncheckedNumberFormat(kind: .tajikINN, words: words)]
    case "TM": [UncheckedNumberFormat(kind: .turkmenTIN, words: words)]
    case "US": [EINFormat(words: words)]
    default: []
    }
  }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    for format in home where format.isClean(cell) { return true }
    return vat.isClean(cell)
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    for format in home {
      let reading = format.interpret(text, detail: detail)
      if reading.status == .placeholder { return reading }
      if reading.status == .ok { return named(reading, format.name) }
    }
    let number = vat.interpret(text, detail: detail)
    if number.status == .ok { return named(number, vat.name) }
    if let reading = domestic(text) { return named(reading, vat.name) }
    for format in neighbours {
      let reading = format.interpret(text, detail: detail)
      // A zero is put back only for a number of home.
      if reading.status == .ok, reading.edit != IdentifierCodes.lostZero {
        return named(reading, format.name)
      }
    }
    let plain = NumberText(text)
    if plain.isRounded { return .invalid(IdentifierCodes.rounded) }
    let core = Array(plain.core.utf8)
    if core.count > 4, Digits.areDigits(core.span), Digits.areEqual(core.span) || Digits.areRun(core.span) {
      return .placeholder(IdentifierCodes.placeholder)
    }
    return .suspicious(text, Self.unchecked)
  }

  /// A VAT number of home, written there without the country's letters.
  private func domestic(_ text: String) -> Reading? {
    let letters = Array((region == "GR" ? "EL" : region).utf8)
    guard letters.count == 2, let country = EUVATCountry(letters[0], letters[1]) else { return nil }
    let core = Array(NumberText(text).core.utf8)
    guard core.count > 4, !Digits.areEqual(core.span), country.passes(core.span) == true else { return nil }
    var reading = Reading.value(String(decoding: core, as: UTF8.self), IdentifierCodes.cleaned)
    reading.parts["match_key"] = .text(region + String(decoding: core, as: UTF8.self))
    return reading
  }

  private func named(_ reading: Reading, _ name: String) -> Reading {
    var reading = reading
    reading.parts["register"] = .text(name)
    // What stands with it belongs to other fields of another format.
    reading.derived = []
    if reading.edit?.repair == .absent || reading.edit == INNFormat.pair {
      reading.edit = IdentifierCodes.cleaned
    }
    return reading
  }
}
