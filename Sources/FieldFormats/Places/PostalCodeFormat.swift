import Tables

/// A postal code of the home region.
///
/// Russia: 6 digits, 101000…694923 (Почта России). Elsewhere the country's own shape; a code of another known
/// country's shape is kept with a doubt.
struct PostalCodeFormat: FieldFormat {
  static let shape = FormatCode.error("postal-code-shape", en: "not a postal code", ru: "не почтовый индекс")
  static let range = FormatCode.error(
    "postal-code-range", en: "no postal code lies there", ru: "таких почтовых индексов нет")
  static let foreign = FormatCode.warning(
    "postal-code-foreign", en: "a postal code of another country's shape", ru: "индекс по виду другой страны")

  let name = "postal-code"
  let words: MissingWords
  let region: String
  var codes: [FormatCode] { [Self.shape, Self.range, Self.foreign] + IdentifierCodes.all }
  var missing: MissingKinds { [.absent, .denial, .filler, .marks] }
  var hygiene: Hygiene { .code }

  /// Lengths of the digits-only codes.
  ///
  /// Source: Universal Postal Union, «Postal addressing systems».
  private static let lengths: [String: Int] = [
    "KZ": 6, "BY": 6, "UZ": 6, "KG": 6, "TJ": 6, "TM": 6, "CN": 6, "IN": 6, "UA": 5, "DE": 5, "FR": 5,
    "IT": 5,
    "ES": 5, "EE": 5, "FI": 5, "TR": 5, "AM": 4, "GE": 4, "AU": 4, "AT": 4, "CH": 4, "BE": 4, "DK": 4,
    "HU": 4,
    "IL": 7,
  ]

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard Digits.areDigits(cell) else { return false }
    if region == "RU" {
      return cell.count == 6 && Self.isRussian(Digits.value(cell, 0..<6)) && !Digits.areEqual(cell)
    }
    return Self.lengths[region] == cell.count && !Digits.areEqual(cell)
  }

  private static func isRussian(_ number: Int) -> Bool { number >= 101_000 && number <= 694_923 }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    return standardiseDigits(cell, into: &outcome) { isClean($0) } ?? tell(cell, into: &outcome)
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    let number = NumberText(text)
    if number.isRounded { return .invalid(IdentifierCodes.rounded) }
    let digits = Array(number.core.utf8)
    guard Digits.areDigits(digits.span) else { return lettered(number.core, text) }
    if digits.count > 3, Digits.areEqual(digits.span) { return .placeholder(IdentifierCodes.placeholder) }
    let value = number.core
    if region == "RU" {
      // A Russian base may hold foreign clients, but a code short of a digit is the likelier story.
      guard digits.count == 6 else { return .invalid(Self.shape) }
      return Self.isRussian(Digits.value(digits.span, 0..<6)) ? accepted(value) : .invalid(Self.range)
    }
    if let length = Self.lengths[region] {
      return digits.count == length ? accepted(value) : .invalid(Self.shape)
    }
    return (3...10).contains(digits.count) ? accepted(value) : .invalid(Self.shape)
  }

  /// Codes with letters: `SW1A 1AA`, `AZ1000`, `MD-2001`, `LV-1001`.
  private func lettered(_ core: String, _ text: String) -> Reading {
    let scalars = core.unicodeScalars
    guard (4...9).contains(scalars.count), scalars.contains(where: { ("0"..."9").contains($0) }),
      scalars.allSatisfy({ ("0"..."9").contains($0) || ("A"..."Z").contains($0) })
    else { return .invalid(Self.shape) }
    let value = text.raised
    if region == "RU" || Self.lengths[region] != nil { return .suspicious(value, Self.foreign) }
    return accepted(value)
  }

  private func accepted(_ value: String) -> Reading {
    var reading = Reading.value(value, IdentifierCodes.cleaned)
    reading.parts["match_key"] = .text(value)
    return reading
  }
}
