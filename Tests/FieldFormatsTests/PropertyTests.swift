import FieldFormats
import Foundation
import Testing

/// Laws that every format keeps on every text.
@Suite struct PropertyTests {
  /// All formats, or those that the run names: `REVIZOR_FORMATS=address,city`.
  static let names =
    ProcessInfo.processInfo.environment["REVIZOR_FORMATS"].map {
      $0.split(separator: ",").map(String.init)
    } ?? FormatCatalogue.names

  @Test("a canonical value is left unchanged", arguments: names)
  func idempotence(name: String) throws {
    let catalogue = try Vectors.catalogue()
    for options in Self.optionSets {
      guard let format = catalogue.format(named: name, options: options) else {
        Issue.record("no format \(name)")
        return
      }
      for text in try Self.texts() { Self.check(format, text) }
    }
  }

  static let optionSets = [
    FormatOptions(region: "RU", now: "2026-11-22"),
    FormatOptions(
      region: "US", now: "2026-11-22", dateOrder: .mdy, dateSystem: .excel1904, isBirthDate: true,
      decimalMark: ",",
      currency: "USD", values: ["Да", "нет", "male"], keepsLines: true, field: "person_full_name"),
  ]

  /// Applies what the reading does to the cell, and reads the outcome again.
  static func check(_ format: any FieldFormat, _ text: String) {
    let first = format.read(text, detail: true)
    if let value = first.value, [.ok, .fixed, .suspicious].contains(first.status) {
      let second = format.read(value)
      let isStill = second.action == .keep && second.value?.utf8.elementsEqual(value.utf8) == true
      #expect(isStill, "\(format.name): \(text.debugDescription) → \(value.debugDescription) → \(second)")
      #expect(
        second.derived.allSatisfy { $0.target != .nextOrdinal }, "\(format.name): \(value) still splits")
    }
    if first.action == .replace { #expect(first.edit != nil) }
    let bytes = Array(text.utf8)
    var outcome = FormatOutcome()
    switch format.standardise(bytes.span, into: &outcome) {
    case .unchanged:
      #expect(
        first.status == .ok && first.action == .keep || text.isEmpty,
        "\(format.name): \(text.debugDescription) is clean to the fast path, \(first) to the slow one")
    case .replaced:
      let value = String(validating: outcome.value, as: UTF8.self)
      #expect(
        first.value == value && first.finding == nil
          && first.derived.map(\.value)
            == [outcome.derivedGender, outcome.derivedLegalForm].compactMap { $0 },
        "\(format.name): \(text) → \(value ?? "ill formed")")
    case .told:
      let (told, read) = (outcome.reading, format.read(text, detail: false))
      let isSame =
        told.status == read.status && told.action == read.action && told.finding == read.finding
        && told.suggestion == read.suggestion && told.derived == read.derived
        && (told.action != .replace || told.value == read.value && told.edit == read.edit)
      #expect(isSame, "\(format.name): \(text.debugDescription) by bytes \(told), by reading \(read)")
    }
  }

  /// Vectors, when they are there, and texts made of pieces that matter, from a fixed seed.
  static func texts() throws -> [String] {
    var texts: [String] = []
    for file in ["phones", "emails", "names", "companies", "values", "text", "identifiers", "addresses"]
    where Vectors.folder != nil {
      for row in try Vectors.rows("\(file).csv") {
        texts.append(row["input"] ?? "")
        texts.append(row["expected_normalised"] ?? "")
      }
    }
    var generator = SplitMix(state: 20_261_122)
    for _ in 0..<1500 {
      let count = Int.random(in: 1...5, using: &generator)
      texts.append(
        (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined())
    }
    for _ in 0..<700 {
      let count = Int.random(in: 0...24, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      texts.append(String(decoding: bytes, as: UTF8.self))
    }
    return texts
  }

  static let pieces = [
    " ", "  ", "-", ".", ",", "/", "\\n", "\n", "\t", "+7", "8", "916", "(495)", "123-45-67", "7714843760",
    "0", "1.234", "12.03.2019",
    "03/04/2019", "31.02.2019", "20190312", "43536", "12 мар 2019", "1-2-19", "03.2019", " 9:05", "T14:35:00",
    "(at)", "[AT]", "a@b.ru", "</b>", "x1@gmail.com; y2@bk.ru", "E-mail: ",
    "@", "mail.ru", "ivan", "Ivan", "ИВАНОВ", "Иванов", "иван", "Иван",
    "Петрович", "Ивановна", "И.П.", "ООО",
    "«Ромашка»", "\"Ромашка\"", "ИП", "Ltd", "GmbH", "нет", "н/д", "&amp;", "<b>", "<", "&", "\u{AD}",
    "\u{200B}", "\u{A0}", "é", "е\u{301}",
    "Мocква", "руб.", "₽", "$", "%", "тыс", "да", "https://", "www.", "t.me/", "example.com/A", "рф",
    "почта.рф", "доб. 12", "e", "E+10", "ß", "İ",
    "ﬁ", "１２", "𝔸", "🙂", "'", "O'Brien", "фон", "оглы", "кызы", "(", ")", "№", "x", "\u{301}", "Ё", "ё",
    "тест", "м", "a.s.", "А/О",
  ]

  @Test("no format fails on ill-formed UTF-8", arguments: names)
  func anyBytes(name: String) throws {
    guard let format = try Vectors.catalogue().format(named: name) else {
      Issue.record("no format \(name)")
      return
    }
    var generator = SplitMix(state: 7)
    var outcome = FormatOutcome()
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        Self.frequent[Int.random(in: 0..<Self.frequent.count, using: &generator)]
      }
      if format.standardise(bytes.span, into: &outcome) == .replaced {
        #expect(String(validating: outcome.value, as: UTF8.self) != nil)
      }
    }
  }

  /// Bytes that make and break Cyrillic, spaces, digits and marks.
  static let frequent: [UInt8] = [
    0xD0, 0xD1, 0x90, 0xB0, 0x80, 0x8F, 0xC2, 0xA0, 0xAB, 0xBB, 0xE2, 0x80, 0x8B, 0xEF, 0xFF, 0x00, 0x20,
    0x20, 0x2E, 0x2D, 0x40, 0x2B,
    0x37, 0x38, 0x39, 0x30, 0x31, 0x41, 0x61, 0x65, 0x3C, 0x26, 0xF0, 0x9F,
  ]
}

/// A small generator of a fixed sequence.
///
/// Source: S. Vigna, splitmix64.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
