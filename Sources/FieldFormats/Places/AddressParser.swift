import Tables

/// One component of an address: a marker and what it marks.
struct AddressPart: Sendable {
  var kind: AddressKind
  /// Number of the marker, from 1; 0: none.
  var marker: UInt8 = 0
  /// Number of the region, from 1; 0: none.
  var region: UInt8 = 0
  /// Words of the value.
  var from = 0
  var to = 0
  /// Bytes of a value that is a part of its word; `high` 0: all of it.
  var low = 0
  var high = 0
}

/// Takes an address apart.
///
/// Reusable: its arrays keep their room from address to address.
struct AddressParser: Sendable {
  private(set) var tokens: [AddressToken] = []
  var parts: [AddressPart] = []
  var entries: [PlaceEntry] = []
  /// How many words the phrase at a word has.
  var spans: [UInt8] = []

  /// Number of the country, from 1; 0: not said.
  var country: UInt16 = 0
  /// Whether the address is of another country, or in no Cyrillic letters.
  var isForeign = false
  /// Whether a street's type or a flat was guessed.
  var isInferred = false
  /// Whether the words stand for no address.
  private(set) var isPlaceholder = false
  /// Whether it is too long or too odd to be taken apart.
  private(set) var isUnreadable = false
  /// Whether bytes of no alphabet known here are among its words.
  private(set) var isExotic = false

  /// Whether the region is a city of federal importance.
  var isInCity = false
  /// Kinds that are filled.
  private var filled: UInt16 = 0
  /// A name that waits for its marker or its number: words of this segment, and of the segment before.
  var pending = 0..<0
  private var held = 0..<0

  func has(_ kind: AddressKind) -> Bool { filled & (1 << UInt16(kind.rawValue)) != 0 }

  mutating func parse(_ text: Span<UInt8>, _ places: borrowing PlaceDictionary) {
    parts.removeAll(keepingCapacity: true)
    country = 0
    isForeign = false
    isInferred = false
    isPlaceholder = false
    isInCity = false
    filled = 0
    pending = 0..<0
    held = 0..<0
    var lexer = AddressLexer()
    isUnreadable = !lexer.lex(text, places.table, into: &tokens)
    isExotic = lexer.isExotic
    if isUnreadable || tokens.isEmpty { return }
    if !lexer.hasCyrillic, tokens.contains(where: { $0.kind == .word && $0.letters > 0 }) {
      findCountry(places)
      isForeign = true
      return
    }
    findPhrases(places.table)
    isPlaceholder = saysNothing()
    if isPlaceholder { return }
    var index = 0
    while index < tokens.count {
      step(&index, text, places)
      if isForeign { return }
    }
    hold(0..<0)
    flushHeld()
    splitHouse(text, places)
  }

  // MARK: - Phrases

  private mutating func findPhrases(_ table: borrowing PlaceTable) {
    entries.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    for index in tokens.indices {
      guard tokens[index].kind == .word, var entry = table.find(tokens[index].hash) else {
        entries.append(PlaceEntry())
        spans.append(1)
        continue
      }
      var span = 1
      if entry.flags.contains(.more) {
        var hash = tokens[index].hash
        var next = index + 1
        while next < tokens.count, tokens[next].kind == .word, !tokens[next].flags.contains(.comma) {
          hash = WordHash.joined(hash, tokens[next].hash)
          guard let longer = table.find(hash) else { break }
          next += 1
          if longer.isMarker || longer.region != 0 || longer.country != 0
            || !longer.flags.subtracting(.more).isEmpty
          {
            entry = longer
            span = next - index
          }
          if !longer.flags.contains(.more) { break }
        }
      }
      entries.append(entry)
      spans.append(UInt8(span))
    }
  }

  private mutating func findCountry(_ places: borrowing PlaceDictionary) {
    findPhrases(places.table)
    for index in tokens.indices where entries[index].country != 0 && tokens[index].startsSegment {
      let end = index + Int(spans[index])
      if end == tokens.count || tokens[end].startsSegment { country = entries[index].country }
    }
  }

  /// Whether every phrase is a label or a word for no address.
  private func saysNothing() -> Bool {
    var index = 0
    var found = false
    while index < tokens.count {
      let flags = entries[index].flags
      if flags.contains(.placeholder) {
        found = true
      } else if !flags.contains(.label) {
        return false
      }
      index += Int(spans[index])
    }
    return found
  }

  // MARK: - Steps

  /// Whether the word at `index` stands in the same segment as the one before it.
  @inline(__always)
  func continues(_ index: Int) -> Bool { index < tokens.count && !tokens[index].startsSegment }

  private mutating func step(_ index: inout Int, _ text: Span<UInt8>, _ places: borrowing PlaceDictionary) {
    let token = tokens[index]
    if token.startsSegment, !pending.isEmpty { hold(pending) }
    if token.kind == .number {
      number(&index, text, places)
      return
    }
    if token.kind == .ordinal, takesOrdinal(&index, places) { return }
    let entry = entries[index]
    let end = index + Int(spans[index])
    if entry.flags.contains(.road), !has(.street), pending.isEmpty {
      flushWaiting()
      add(AddressPart(kind: .street, from: index, to: end))
      index = end
      return
    }
    if token.startsSegment {
      if entry.flags.contains(.label), index == 0 {
        index = end
        return
      }
      if entry.flags.contains(.note), !(entry.number != 0 && isValue(end)) {
        leaveSegment(&index)
        return
      }
      if entry.country != 0, takesCountry(entry.country, index, end, places) {
        index = end
        return
      }
    }
    if entry.region != 0, takesRegion(entry, index, end, places) {
      index = end
      return
    }
    if entry.flags.contains(.town), takesTown(&index, end, places) { return }
    if entry.isMarker, takesMarker(&index, entry, end, text, places) { return }
    if entry.flags.contains(.note), has(.street) || has(.house), pending.isEmpty {
      leaveSegment(&index)
      return
    }
    wait(index..<end)
    index = end
  }

  /// The words to the end of the segment are no part of the address.
  private mutating func leaveSegment(_ index: inout Int) {
    var end = index + 1
    while continues(end) { end += 1 }
    leave(index..<end)
    index = end
  }

  mutating func leave(_ range: Range<Int>) {
    if !range.isEmpty { add(AddressPart(kind: .leftover, from: range.lowerBound, to: range.upperBound)) }
  }

  /// Puts words to the name that waits.
  mutating func wait(_ range: Range<Int>) {
    pending = pending.isEmpty ? range : pending.lowerBound..<range.upperBound
  }

  mutating func add(_ part: AddressPart) {
    filled |= 1 << UInt16(part.kind.rawValue)
    parts.append(part)
  }

  // MARK: - Names that wait

  /// Keeps a name over a comma; the one kept before gets its place.
  mutating func hold(_ range: Range<Int>) {
    flushHeld()
    held = range.isEmpty ? pending : range
    pending = 0..<0
  }

  /// A name that got neither a marker nor a number: a settlement where none is yet, or words left over.
  private mutating func flushHeld() {
    guard !held.isEmpty else { return }
    let isPlace =
      !has(.city) && !has(.settlement) && !has(.street) && !has(.planning) && !has(.house)
      && !isInCity
    if isPlace {
      add(AddressPart(kind: .settlement, from: held.lowerBound, to: held.upperBound))
    } else {
      leave(held)
    }
    held = 0..<0
  }

  var waiting: Range<Int> { pending }

  /// The waiting name of this segment, or else of the one before, and forgets it.
  mutating func takeWaiting() -> Range<Int> {
    if !pending.isEmpty {
      let range = pending
      flushHeld()
      pending = 0..<0
      return range
    }
    let range = held
    held = 0..<0
    return range
  }

  /// Before a part of another kind is set: what waits is no street's name.
  mutating func flushWaiting() { hold(0..<0); flushHeld() }

  /// Changes a part that is set.
  mutating func change(_ place: Int, _ change: (inout AddressPart) -> Void) {
    let before = parts[place].kind
    change(&parts[place])
    if !parts.contains(where: { $0.kind == before }) { filled &= ~(1 << UInt16(before.rawValue)) }
    filled |= 1 << UInt16(parts[place].kind.rawValue)
  }
}
