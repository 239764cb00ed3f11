import FieldFormats
import Foundation
import RuleKit
import Tables

/// What is known of the world when fields are held against each other: the day, legal forms, names, regions.
struct CrossFacts: Sendable {
  /// What a legal form is of.
  enum Owner: UInt32 {
    case proprietor = 1
    case organisation = 2
  }

  /// Year of today.
  let year: Int
  /// First names.
  let names: FirstNameGender
  private let forms: WordTable
  /// Regions by name: the ФНС code.
  private let regions: WordTable
  /// Chief towns: the ФНС code of their region.
  private let towns: WordTable
  /// For each area code the regions it serves, one bit a ФНС code.
  private let areas: [Int: UInt128]
  /// For the first three digits of a postal code the regions they serve, one bit a ФНС code.
  private let offices: [Int: UInt128]

  init(_ context: RuleContext, _ dictionaries: Dictionaries) {
    year = Int(context.now.prefix(4)) ?? 0
    names = FirstNameGender(dictionaries)
    let persons = ["ИП", "физлицо", "физ. лицо", "физическое лицо", "самозанятый", "частное лицо"]
    var owners = persons.map { (word: $0, number: Owner.proprietor.rawValue) }
    let folder = context.dictionaries
    for row in Self.rows(folder, "legal_forms.tsv") where row.count > 3 && !row[1].isEmpty {
      // Only forms of Russian law have an ОКОПФ code; peasant farms stand between the two.
      guard row[3] != "sole", row[0] != "КФХ" else { continue }
      owners.append((row[0], Owner.organisation.rawValue))
    }
    forms = WordTable(owners)
    var regions: [(word: String, number: UInt32)] = []
    var known: Set<String> = []
    for row in Self.rows(folder, "regions.tsv") where row.count > 8 {
      guard let code = UInt32(row[0]) else { continue }
      let spellings =
        [row[1], row[7], "\(row[7]) \(row[6])", "\(row[6]) \(row[7])"]
        + row[8].split(separator: "|").map(String.init)
      for spelling in spellings where known.insert(spelling.lowercased()).inserted {
        regions.append((spelling, code))
      }
    }
    self.regions = WordTable(regions)
    var towns: [(word: String, number: UInt32)] = []
    var areas: [Int: UInt128] = [:]
    for row in Self.rows(folder, "phone_areas.tsv") where row.count > 3 {
      let codes = Self.codes(row[2])
      guard let area = Int(row[0].dropFirst()), let first = codes.first else { continue }
      areas[area] = Self.set(codes)
      for town in row[3].split(separator: "|") { towns.append((String(town), first)) }
    }
    self.towns = WordTable(towns)
    self.areas = areas
    var offices: [Int: UInt128] = [:]
    for row in Self.rows(folder, "postal_regions.tsv") where row.count > 1 {
      let ends = row[0].split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last else { continue }
      for office in first...last { offices[office] = Self.set(Self.codes(row[1])) }
    }
    self.offices = offices
  }

  private static func codes(_ list: String) -> [UInt32] {
    list.split(separator: "|").compactMap { UInt32($0) }
  }

  private static func set(_ codes: [UInt32]) -> UInt128 { codes.reduce(0) { $0 | 1 << UInt128($1) } }

  /// Whose form a legal form is.
  func owner(_ form: Span<UInt8>) -> Owner? { forms.find(form).flatMap { Owner(rawValue: $0) } }

  /// Whether a Russian phone of a fixed line belongs to another region than the one named; false where either is not known.
  func isElsewhere(_ phone: Span<UInt8>, region: Span<UInt8>) -> Bool {
    isElsewhere(phone, regions.find(region))
  }

  /// Whether a Russian phone of a fixed line belongs to another region than the town named; false where either is not known.
  func isElsewhere(_ phone: Span<UInt8>, town: Span<UInt8>) -> Bool { isElsewhere(phone, towns.find(town)) }

  /// Whether a Russian postal code belongs to another region than the one named; false where either is not known.
  func isElsewhere(postalCode: Span<UInt8>, region: Span<UInt8>) -> Bool {
    guard postalCode.count == 6, let region = regions.find(region),
      let served = offices[postalCode.number(0..<3)]
    else { return false }
    return served & (1 << UInt128(region)) == 0
  }

  private func isElsewhere(_ phone: Span<UInt8>, _ region: UInt32?) -> Bool {
    // +7 and ten digits; 9xx are mobile numbers, 80x are of no region.
    guard let region, phone.count == 12, phone[0] == 0x2B, phone[1] == 0x37 else { return false }
    guard let served = areas[phone.number(2..<5)] else { return false }
    return served & (1 << UInt128(region)) == 0
  }

  /// Cells of a dictionary's rows; none where the file is absent: what is not known is not held against anybody.
  private static func rows(_ folder: String, _ file: String) -> [[String]] {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
