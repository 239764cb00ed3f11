import Tables

/// A code of one of Russia's classifiers that is only digits of given lengths.
///
/// None has a check digit, so a lost leading zero cannot be told from a wrong code. Sources: ОК 033-2013 (ОКТМО),
/// ОК 019-95 (ОКАТО), ОК 006-2011 (ОКОГУ), ОК 027-99 (ОКФС), ОК 028-2012 (ОКОПФ).
struct ClassifierFormat: DigitIdentifier {
  /// Which classifier, and how its codes look.
  enum Kind: String {
    case oktmo, okato, okogu, okfs, okopf

    var lengths: [Int] {
      switch self {
      case .oktmo: [8, 11]
      case .okato: [2, 5, 8, 11]
      case .okogu: [7]
      case .okfs: [2]
      case .okopf: [5]
      }
    }

    /// Whether the code begins with a region.
    var hasRegion: Bool { self == .oktmo || self == .okato }
  }

  static let shape = FormatCode.error(
    "classifier-shape", en: "the classifier has no codes of this length",
    ru: "в классификаторе нет кодов такой длины")
  static let region = FormatCode.error(
    "classifier-region", en: "no region of Russia begins so", ru: "так не начинается ни один регион России")

  let kind: Kind
  let words: MissingWords
  var name: String { kind.rawValue }
  var codes: [FormatCode] { [Self.shape] + (kind.hasRegion ? [Self.region] : []) + IdentifierCodes.all }
  var notDigits: FormatCode { Self.shape }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) { return .placeholder }
    guard kind.lengths.contains(digits.count) else { return .wrong(Self.shape) }
    guard kind.hasRegion else { return .right }
    return OKATORegions.contains(Digits.value(digits, 0..<2)) ? .right : .wrong(Self.region)
  }

  func parts(of digits: String) -> [String: PartValue] {
    var parts: [String: PartValue] = ["check": .text("unchecked")]
    if kind.hasRegion { parts["region"] = .text(String(digits.prefix(2))) }
    return parts
  }
}
