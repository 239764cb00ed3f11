import Tables

/// Countries, regions and towns of an address, and what its house hides.
extension AddressParser {
  // MARK: - Countries, regions, towns

  mutating func takesCountry(
    _ number: UInt16, _ index: Int, _ end: Int, _ places: borrowing PlaceDictionary
  ) -> Bool {
    if number == places.russia {
      if continues(end), entries[end].country != 0 { return false }
      country = number
      return true
    }
    guard end == tokens.count || tokens[end].startsSegment else { return false }
    country = number
    isForeign = true
    return true
  }

  mutating func takesRegion(
    _ entry: PlaceEntry, _ index: Int, _ end: Int, _ places: borrowing PlaceDictionary
  ) -> Bool {
    guard pending.isEmpty else { return false }
    // «МО» before a name is a municipal district.
    if entry.isMarker, continues(end), tokens[end].kind == .word, !entries[end].flags.contains(.town),
      !entries[end].isMarker
    {
      return false
    }
    let isCity = places.isCity[Int(entry.region) - 1]
    if has(.region) {
      // The same city as region and as town is said once.
      return parts.contains { $0.region == entry.region }
    }
    if isCity, has(.city) || has(.street) && !isAlone(index, end) { return false }
    // A street of the region's name: `Крым ул.`
    if end < tokens.count, continues(end), entries[end].name != 0, !continues(end + Int(spans[end])),
      !isCity
    {
      return false
    }
    addRegion(entry.region, index..<end, places)
    return true
  }

  mutating func addRegion(_ region: UInt8, _ range: Range<Int>, _ places: borrowing PlaceDictionary) {
    isInCity = isInCity || places.isCity[Int(region) - 1]
    add(AddressPart(kind: .region, region: region, from: range.lowerBound, to: range.upperBound))
  }

  /// Whether the phrase is all of its segment.
  func isAlone(_ index: Int, _ end: Int) -> Bool {
    tokens[index].startsSegment && (end == tokens.count || tokens[end].startsSegment)
  }

  mutating func takesTown(_ index: inout Int, _ end: Int, _ places: borrowing PlaceDictionary) -> Bool {
    guard pending.isEmpty, !has(.city) else { return false }
    var marker = places.known.city
    var after = end
    if continues(end), entries[end].name != 0, entries[end].number == 0 || !isValue(end + Int(spans[end])) {
      let next = end + Int(spans[end])
      if !continues(next) || tokens[next].kind == .number {
        // `Екатеринбург г.`, but also `Пушкин ул.`
        let kind = places.table.markers[Int(entries[end].name) - 1].kind
        guard kind == .city || kind == .settlement else { return false }
        marker = entries[end].name
        after = next
      }
    }
    if has(.street) || has(.settlement) || has(.house), !isAlone(index, after) { return false }
    flushWaiting()
    let kind = places.table.markers[Int(marker) - 1].kind
    add(AddressPart(kind: kind, marker: marker, from: index, to: end))
    index = after
    return true
  }

  // MARK: - After all

  /// `5-3` and `11/-89` are a house and a flat where no flat is said.
  mutating func splitHouse(_ text: Span<UInt8>, _ places: borrowing PlaceDictionary) {
    guard !has(.premises), !has(.box), !has(.block), !has(.building),
      let place = parts.firstIndex(where: { $0.kind == .house }), parts[place].to - parts[place].from == 1
    else { return }
    let token = tokens[parts[place].from]
    var cut = 0
    for index in token.start..<token.end {
      let byte = text[index]
      if byte == 0x2D {
        if cut > 0 { return }
        cut = index
      } else if !(byte &- 0x30 < 10), byte != 0x2F {
        return
      }
    }
    guard cut > token.start, cut + 1 < token.end, parts[place].marker == places.known.house else { return }
    let slash = text[cut - 1] == 0x2F
    for index in token.start..<(slash ? cut - 1 : cut) where text[index] == 0x2F { return }
    for index in (cut + 1)..<token.end where text[index] == 0x2F { return }
    var flat = parts[place]
    parts[place].low = token.start
    parts[place].high = slash ? cut - 1 : cut
    flat.kind = .premises
    flat.marker = places.known.flat
    flat.low = cut + 1
    flat.high = token.end
    add(flat)
    isInferred = true
  }
}
