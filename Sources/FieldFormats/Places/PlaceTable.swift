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
/// Open addressing over 64-bit FNV-1a of the folded words, one space between; the hash stands for the words
/// (two words of one hash would take a dictionary of billions).
struct PlaceTable: Sendable {
  private(set) var markers: [AddressMarker] = []
  private var hashes: [UInt64]
  private var entries: [PlaceEntry]
  private var count = 0

  static let basis: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

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

  /// Hash of a word or phrase, case and ё folded.
  static func hash(_ text: String) -> UInt64 {
    var hash = basis
    var text = text
    text.withUTF8 { bytes in
      let span = unsafe bytes.span
      var index = 0
      while index < span.count { fold(span, &index) { hash = step(hash, $0) } }
    }
    return hash
  }

  /// Adds a meaning to a phrase and marks its beginnings.
  mutating func add(_ phrase: String, _ change: (inout PlaceEntry) -> Void) {
    guard !phrase.isEmpty else { return }
    change(&entries[slot(Self.hash(phrase))])
    var hash = Self.basis
    var phrase = phrase
    var starts: [UInt64] = []
    phrase.withUTF8 { bytes in
      let span = unsafe bytes.span
      var index = 0
      while index < span.count {
        if span[index] == 0x20 { starts.append(hash) }
        fold(span, &index) { hash = Self.step(hash, $0) }
      }
    }
    for start in starts { entries[slot(start)].flags.insert(.more) }
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
