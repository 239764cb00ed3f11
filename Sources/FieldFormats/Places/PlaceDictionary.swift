import Tables

/// A subject of the Russian Federation.
struct Region: Sendable {
  /// Code of the Federal Tax Service, two digits.
  var code: String
  /// Official name.
  var name: String
  /// ISO 3166-2; empty: none assigned.
  var iso: String
  /// First digits of ОКАТО codes.
  var okato: String
  /// Federal district; empty: none.
  var district: String
  /// Hours from UTC.
  var offset: String
  /// What kind of region it is: `область`, `край`, `город` and so on.
  var kind: String
  /// Name without the kind, lower case.
  var core: String

  /// Whether it is a city of federal importance.
  var isCity = false
}

/// A country of ISO 3166-1.
struct Country: Sendable {
  var alpha2: String
  var alpha3: String
  var russian: String
  var english: String
}

/// Regions, towns, countries, and the words of addresses.
struct PlaceDictionary: Sendable {
  let regions: [Region]
  /// Official names of the regions, UTF-8, and which of them are cities: for the hot path.
  let regionBytes: [[UInt8]]
  let isCity: [Bool]
  let countries: [Country]
  private(set) var towns: [UInt64: String] = [:]
  private(set) var table = PlaceTable()
  /// Numbers of the markers that are put in where none is written.
  private(set) var known = KnownMarkers()
  /// Number of Russia among the countries, from 1.
  private(set) var russia: UInt16 = 0
  /// Spellings of regions and countries, for the formats of these fields.
  private(set) var regionNames: WordTable
  private(set) var countryNames: WordTable

  struct KnownMarkers: Sendable {
    var city: UInt8 = 0
    var street: UInt8 = 0
    var house: UInt8 = 0
    var flat: UInt8 = 0
    var quarter: UInt8 = 0
    var room: UInt8 = 0
  }

  /// Words that are whole as they stand, short as they are.
  private static let whole: Set<String> = [
    "парк", "порт", "сад", "вал", "зона", "коса", "ряд", "аул", "аал", "дом", "цех", "улус",
  ]
  private static let weak: Set<String> = [
    "парк", "порт", "сад", "вал", "зона", "коса", "ряд", "берег", "остров", "сквер", "массив", "местность",
  ]

  /// Reads rows of the four dictionaries.
  init(types: [[String]], regions rows: [[String]], towns names: [[String]], countries lands: [[String]]) {
    regions = rows.map {
      Region(
        code: $0[0], name: $0[1], iso: $0[2], okato: $0[3], district: $0[4], offset: $0[5], kind: $0[6],
        core: $0[7],
        isCity: $0[6] == "город")
    }
    regionBytes = regions.map { Array($0.name.utf8) }
    isCity = regions.map(\.isCity)
    countries = lands.map { Country(alpha2: $0[0], alpha3: $0[1], russian: $0[2], english: $0[3]) }
    var regionWords: [(word: String, number: UInt32)] = []
    var countryWords: [(word: String, number: UInt32)] = []
    for (index, row) in rows.enumerated() {
      let region = regions[index]
      let spellings = Self.spellings(region) + Self.list(row[8])
      for word in spellings + [region.code, region.iso] {
        regionWords.append((Self.key(word), UInt32(index + 1)))
      }
    }
    for (index, row) in lands.enumerated() {
      for word in row[0...3] + Self.list(row[4]) {
        countryWords.append((MatchText.key(word), UInt32(index + 1)))
      }
    }
    regionNames = WordTable(Self.first(regionWords))
    countryNames = WordTable(Self.first(countryWords))
    addMarkers(types)
    for (index, row) in rows.enumerated() {
      for spelling in Self.spellings(regions[index]) + Self.list(row[8]) {
        table.addName(Self.plain(spelling)) { if $0.region == 0 { $0.region = UInt8(index + 1) } }
      }
    }
    for row in names {
      let town = Self.plain(row[0])
      table.addName(town) { $0.flags.insert(.town) }
      towns[PlaceTable.hash(town)] = row[0]
      if town.has(0x2D) { towns[PlaceTable.hash(String(town.map { $0 == "-" ? " " : $0 }))] = row[0] }
    }
    for (index, row) in lands.enumerated() {
      if row[0] == "RU" { russia = UInt16(index + 1) }
      for word in row[2...3] + Self.list(row[4]) {
        table.addName(Self.plain(word)) { $0.country = UInt16(index + 1) }
      }
    }
  }

  private mutating func addMarkers(_ rows: [[String]]) {
    for row in rows {
      let spellings = Self.list(row[2])
      let flag: PlaceEntry.Flags? =
        switch row[0] {
        case "note": .note
        case "label": .label
        case "placeholder": .placeholder
        case "small": .small
        case "month": .month
        case "capital": .capital
        case "road": .road
        default: nil
        }
      if let flag {
        for spelling in spellings { table.add(spelling) { $0.flags.insert(flag) } }
        continue
      }
      guard let kind = Self.kind(row[0]) else { continue }
      let number = table.addMarker(kind, row[1])
      for spelling in spellings {
        table.add(spelling) { entry in
          if kind.isNamed {
            if entry.name == 0 { entry.name = number }
          } else if entry.number == 0 {
            entry.number = number
          }
          if spelling.unicodeScalars.count > 4 || Self.whole.contains(spelling) { entry.flags.insert(.full) }
          if Self.weak.contains(spelling) { entry.flags.insert(.weak) }
        }
      }
      switch row[1] {
      case "г.": known.city = number
      case "ул.": known.street = number
      case "д." where kind == .house: known.house = number
      case "кв.": known.flat = number
      case "кв-л": known.quarter = number
      case "ком.": known.room = number
      default: break
      }
    }
  }

  private static func kind(_ name: String) -> AddressKind? {
    switch name {
    case "region": .region
    case "area": .area
    case "city": .city
    case "settlement": .settlement
    case "planning": .planning
    case "street": .street
    case "land": .land
    case "house": .house
    case "block": .block
    case "building": .building
    case "entrance": .entrance
    case "floor": .floor
    case "premises": .premises
    case "box": .box
    default: nil
    }
  }

  /// A region's name with its kind before and after, written out and short.
  private static func spellings(_ region: Region) -> [String] {
    let kinds: [String]
    switch region.kind {
    case "область": kinds = ["область", "обл"]
    case "край": kinds = ["край", "кр"]
    case "республика": kinds = ["республика", "респ"]
    case "автономная область": kinds = ["автономная область", "аобл", "авт обл", "ао", "а обл"]
    case "автономный округ": kinds = ["автономный округ", "ао", "авт округ", "авт окр", "а окр"]
    default: kinds = []
    }
    let both = kinds.flatMap { ["\(region.core) \($0)", "\($0) \(region.core)"] }
    return [region.name] + both
  }

  /// Number of the region whose name without its kind begins so; nil: none or several.
  func region(beginning start: String, kind: String) -> UInt8? {
    guard start.unicodeScalars.count > 2 else { return nil }
    var found: UInt8?
    for (index, region) in regions.enumerated()
    where region.kind.hasSuffix(kind) && region.core.utf8.starts(with: start.utf8) {
      if found != nil { return nil }
      found = UInt8(index + 1)
    }
    return found
  }

  /// Words only, lower case, one space between, hyphens kept.
  static func plain(_ text: String) -> String {
    let low = text.folded
    if low.utf8.allSatisfy({ $0 & 0xFE == 0xD0 || $0 & 0xC0 == 0x80 || $0 == 0x20 || $0 &- 0x61 < 26 }) {
      return low
    }
    let marks = low.unicodeScalars.map { scalar -> Character in
      scalar.isAlphabetic || scalar == "-" || scalar == "/" || scalar == "'" || ("0"..."9").contains(scalar)
        ? Character(scalar) : " "
    }
    return String(marks).words.filter { $0 != "-" }.joined(separator: " ")
  }

  /// The key by which spellings of a region are compared.
  static func key(_ text: String) -> String {
    let key = MatchText.key(text)
    return key.isEmpty ? text : key
  }

  private static func list(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }

  private static func first(_ words: [(word: String, number: UInt32)]) -> [(word: String, number: UInt32)] {
    var seen: Set<String> = []
    return words.filter { !$0.word.isEmpty && seen.insert($0.word.folded).inserted }
  }
}
