import Tables

/// What stands where in an address; the raw values are the official order.
///
/// Source of the order: Government decree No. 1221 of 19.11.2014, clause 44.
enum AddressKind: UInt8, Sendable {
  case postalCode, region, area, city, settlement, planning, street, land, house, block, building, entrance
  case floor, premises, box, leftover

  /// Whether its value is a name, not a number.
  var isNamed: Bool { rawValue >= AddressKind.region.rawValue && rawValue <= AddressKind.street.rawValue }
}

/// A word of type.
///
/// Such as `ул.`, `д.` and `кв.`.
struct AddressMarker: Sendable {
  var kind: AddressKind
  /// As it is written in an address, UTF-8.
  var short: [UInt8]
}

/// What a word or a phrase may mean in an address.
struct PlaceEntry: Sendable {
  /// Number of the marker that stands with a name, from 1; 0: none.
  var name: UInt8 = 0
  /// Number of the marker that stands with a number, from 1; 0: none.
  var number: UInt8 = 0
  /// Number of the region, from 1; 0: none.
  var region: UInt8 = 0
  /// Number of the country, from 1; 0: none.
  var country: UInt16 = 0
  var flags: Flags = []

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16
    static let town = Flags(rawValue: 1)
    /// Begins words that are no part of the address.
    static let note = Flags(rawValue: 2)
    static let label = Flags(rawValue: 4)
    static let placeholder = Flags(rawValue: 8)
    /// Not capitalised within a name.
    static let small = Flags(rawValue: 16)
    /// Goes on after a number in a name: `8 Марта`, `40 лет`.
    static let month = Flags(rawValue: 32)
    /// A marker written out; it may be a word of a name, too.
    static let full = Flags(rawValue: 64)
    /// A marker that after another word is a word of the name: `Земляной Вал`.
    static let weak = Flags(rawValue: 128)
    /// An abbreviation kept in capitals.
    static let capital = Flags(rawValue: 512)
    /// A street that has no type: `МКАД`.
    static let road = Flags(rawValue: 1024)
    /// The beginning of a longer phrase.
    static let more = Flags(rawValue: 256)
  }

  var isMarker: Bool { name != 0 || number != 0 }
}

/// Phrases of addresses by the hash of their letters: markers, regions, towns, countries.
///
/// Open addressing over 64-bit hashes of the folded words, joined where a phrase has several; the hash stands for
/// the words (two words of one hash would take a dictionary of billions).
struct PlaceTable: Sendable {
  private(set) var markers: [AddressMarker] = []
  private var hashes: [UInt64]
  private var entries: [PlaceEntry]
  private var count = 0

  init() {
    hashes = [UInt64](repeating: 0, count: 1 << 14)
    entries = [PlaceEntry](repeating: PlaceEntry(), count: 1 << 14)
  }

  @inline(__always)
  private static func place(_ hash: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 31)) & mask
  }

  /// What a phrase of this hash may mean.
  @inline(__always)
  func find(_ hash: UInt64) -> PlaceEntry? {
    let mask = hashes.count - 1
    var place = Self.place(hash, mask)
    while hashes[place] != 0 {
      if hashes[place] == hash { return entries[place] }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Hash of a word, or of words with a space between, case and ё folded.
  static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { hash(unsafe $0.span) }
  }

  /// Hash of a word, or of words with a space between, case and ё folded.
  static func hash(_ phrase: Span<UInt8>) -> UInt64 {
    var whole: UInt64 = 0
    beginnings(of: phrase) { hash, _ in whole = hash }
    return whole
  }

  /// Hands over the hash of the first word, of the first two, and so on; and whether words follow.
  @inline(__always)
  private static func beginnings(of phrase: Span<UInt8>, _ take: (UInt64, Bool) -> Void) {
    var hash: UInt64 = 0
    var start = 0
    for index in 0...phrase.count where index == phrase.count || phrase[index] == 0x20 {
      let word = WordHash.of(phrase.extracting(start..<index))
      hash = start == 0 ? word : WordHash.joined(hash, word)
      start = index + 1
      take(hash, index < phrase.count)
    }
  }

  /// Adds a meaning to a phrase and marks its beginnings.
  mutating func add(_ phrase: String, _ change: (inout PlaceEntry) -> Void) {
    guard !phrase.isEmpty else { return }
    var hashes: [(hash: UInt64, isBeginning: Bool)] = []
    var phrase = phrase
    phrase.withUTF8 { Self.beginnings(of: unsafe $0.span) { hashes.append(($0, $1)) } }
    for (hash, isBeginning) in hashes {
      let place = slot(hash)
      if isBeginning { entries[place].flags.insert(.more) } else { change(&entries[place]) }
    }
  }

  /// Adds a phrase, and once more with spaces for its hyphens.
  mutating func addName(_ phrase: String, _ change: (inout PlaceEntry) -> Void) {
    add(phrase, change)
    guard phrase.has(0x2D) else { return }
    let spaced = String(phrase.map { $0 == "-" ? " " : $0 }).words.joined(separator: " ")
    add(spaced, change)
  }

  /// Adds a marker and gives its number.
  mutating func addMarker(_ kind: AddressKind, _ short: String) -> UInt8 {
    markers.append(AddressMarker(kind: kind, short: Array(short.utf8)))
    return UInt8(truncatingIfNeeded: markers.count)
  }

  private mutating func slot(_ hash: UInt64) -> Int {
    if count * 2 > hashes.count { grow() }
    let mask = hashes.count - 1
    var place = Self.place(hash, mask)
    while hashes[place] != 0 {
      if hashes[place] == hash { return place }
      place = (place + 1) & mask
    }
    hashes[place] = hash
    count += 1
    return place
  }

  private mutating func grow() {
    let (oldHashes, oldEntries) = (hashes, entries)
    hashes = [UInt64](repeating: 0, count: oldHashes.count * 2)
    entries = [PlaceEntry](repeating: PlaceEntry(), count: oldHashes.count * 2)
    let mask = hashes.count - 1
    for (index, hash) in oldHashes.enumerated() where hash != 0 {
      var place = Self.place(hash, mask)
      while hashes[place] != 0 { place = (place + 1) & mask }
      hashes[place] = hash
      entries[place] = oldEntries[index]
    }
  }
}
