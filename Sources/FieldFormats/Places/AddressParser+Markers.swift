import Tables

/// Markers left or right of their names, and numbers with and without markers.
extension AddressParser {
  // MARK: - Values

  /// Whether a number or a letter that a marker may mark stands at `index`, in the same segment.
  func isValue(_ index: Int) -> Bool {
    guard continues(index) else { return false }
    let token = tokens[index]
    switch token.kind {
    case .number: return !isNameNumber(index)
    case .ordinal: return false
    case .word: return token.letters <= 6 && isShort(token)
    }
  }

  /// Whether a word is a letter, a Roman number or a code: `А`, `II`, `1Н`.
  private func isShort(_ token: AddressToken) -> Bool {
    let count = token.end - token.start
    if count == token.letters * 2 { return token.letters == 1 }
    return count <= (token.letters == count ? 6 : 5) && !token.flags.contains(.hasLower)
      && !token.flags.contains(.dot)
  }

  /// Whether the number begins or goes on a name: `8 Марта`, `40 лет`, `26 Бакинских Комиссаров`.
  func isNameNumber(_ index: Int) -> Bool {
    guard continues(index + 1), tokens[index + 1].kind == .word else { return false }
    return entries[index + 1].flags.contains(.month)
  }

  /// The words of a number: itself and a letter that stands apart (`125 Ж`).
  private func value(_ index: Int) -> Range<Int> {
    let next = index + 1
    guard tokens[index].kind == .number, continues(next), tokens[next].kind == .word,
      tokens[next].letters == 1,
      tokens[next].end - tokens[next].start <= 2, tokens[index].flags.contains(.digits),
      !(entries[next].isMarker && continues(next + 1)), !tokens[next].flags.contains(.dot)
    else { return index..<next }
    return index..<(next + 1)
  }

  private mutating func add(
    _ number: UInt8, _ range: Range<Int>, _ places: borrowing PlaceDictionary
  ) {
    var kind = places.table.markers[Int(number) - 1].kind
    var marker = number
    if kind == .block, has(.block) || has(.premises) {
      marker = places.known.room
      kind = .premises
    }
    // The first of two «кв.» is a quarter.
    if marker == places.known.flat, !has(.planning),
      let first = parts.firstIndex(where: { $0.kind == .premises && $0.marker == marker }),
      parts[(first + 1)...].contains(where: { $0.kind == .house })
    {
      change(first) {
        $0.kind = .planning
        $0.marker = places.known.quarter
      }
    }
    add(AddressPart(kind: kind, marker: marker, from: range.lowerBound, to: range.upperBound))
  }

  /// What waits before a building is a street's name without a type.
  private mutating func inferStreet(_ places: borrowing PlaceDictionary) {
    if has(.street) || has(.house) || has(.box) {
      flushWaiting()
      return
    }
    let name = takeWaiting()
    guard !name.isEmpty else { return }
    add(
      AddressPart(kind: .street, marker: places.known.street, from: name.lowerBound, to: name.upperBound))
    isInferred = true
  }

  // MARK: - Numbers

  mutating func number(_ index: inout Int, _ text: Span<UInt8>, _ places: borrowing PlaceDictionary) {
    let token = tokens[index]
    let next = index + 1
    if isPostalCode(token, text), !has(.postalCode), !isNameNumber(index) {
      add(AddressPart(kind: .postalCode, from: index, to: next))
      index = next
      return
    }
    if isNameNumber(index) {
      wait(index..<next)
      index = next
      return
    }
    if continues(next), tokens[next].kind == .word {
      let entry = entries[next]
      let after = next + Int(spans[next])
      if entry.number != 0, !isValue(after), tokens[next].letters > 1 {
        // `3 этаж`, `12 кв.`
        let kind = places.table.markers[Int(entry.number) - 1].kind
        if kind.rawValue >= AddressKind.entrance.rawValue || has(.house) || waiting.isEmpty && has(.street) {
          if kind.rawValue < AddressKind.entrance.rawValue {
            inferStreet(places)
          } else {
            flushNumbered(places)
          }
          add(entry.number, index..<next, places)
          index = after
          return
        }
      }
      if entry.name != 0, waiting.isEmpty, entry.number == 0 || !isValue(after) {
        // `5 мкр`, `7 линия`
        let kind = places.table.markers[Int(entry.name) - 1].kind
        let isNumbered = kind == .planning || kind == .street && entry.flags.contains(.full)
        if isNumbered, !continues(after) || tokens[after].kind == .number || kind == .planning {
          flushWaiting()
          add(AddressPart(kind: kind, marker: entry.name, from: index, to: next))
          index = after
          return
        }
      }
      let isPlain = entry.number == 0 && entry.name == 0 && !entry.flags.contains(.note)
      if isPlain, waiting.isEmpty, !has(.street), tokens[next].letters > 1 {
        wait(index..<next)
        index = next
        return
      }
    }
    house(&index, places)
  }

  /// `22-й км`, `2-й этаж`: an ordinal before the marker of a number.
  mutating func takesOrdinal(_ index: inout Int, _ places: borrowing PlaceDictionary) -> Bool {
    let next = index + 1
    guard continues(next), entries[next].number != 0, !isValue(next + Int(spans[next])) else { return false }
    let number = entries[next].number
    guard places.table.markers[Int(number) - 1].kind.rawValue >= AddressKind.entrance.rawValue || has(.street)
    else {
      return false
    }
    flushNumbered(places)
    add(number, index..<next, places)
    index = next + Int(spans[next])
    return true
  }

  private mutating func flushNumbered(_ places: borrowing PlaceDictionary) {
    if has(.house) || has(.street) { flushWaiting() } else { inferStreet(places) }
  }

  private mutating func house(_ index: inout Int, _ places: borrowing PlaceDictionary) {
    let range = value(index)
    // Five digits and more are no house: a phone, a contract.
    if tokens[index].flags.contains(.digits), tokens[index].end - tokens[index].start > 4 {
      flushWaiting()
      leave(range)
      index = range.upperBound
      return
    }
    index = range.upperBound
    inferStreet(places)
    if !has(.house), !has(.land),
      has(.street) || has(.planning) || has(.settlement) || has(.city)
    {
      add(places.known.house, range, places)
    } else if has(.house), !has(.premises), tokens[range.lowerBound].flags.contains([.comma, .digits]),
      tokens[range.lowerBound].end - tokens[range.lowerBound].start < 5
    {
      add(places.known.flat, range, places)
      isInferred = true
    } else {
      leave(range)
    }
  }

  /// Six digits between 101000 and 694923 (Почта России).
  private func isPostalCode(_ token: AddressToken, _ text: Span<UInt8>) -> Bool {
    guard token.flags.contains(.digits), token.end - token.start == 6 else { return false }
    var number = 0
    for index in token.start..<token.end { number = number * 10 + Int(text[index] &- 0x30) }
    return (101_000...694_923).contains(number)
  }

  // MARK: - Markers

  mutating func takesMarker(
    _ index: inout Int, _ entry: PlaceEntry, _ end: Int, _ text: Span<UInt8>,
    _ places: borrowing PlaceDictionary
  ) -> Bool {
    if entry.number != 0, isValue(end), entry.name == 0 || isNumberSense(entry, end, places) {
      inferStreet(places)
      let range = value(end)
      add(entry.number, range, places)
      index = range.upperBound
      return true
    }
    guard entry.name != 0 else { return false }
    let kind = places.table.markers[Int(entry.name) - 1].kind
    if !waiting.isEmpty, entry.flags.contains(.weak) { return false }
    let isLeft = beginsName(end, kind)
    if !waiting.isEmpty, kind == .region || kind == .area || !isLeft {
      if waiting.upperBound != index { return false }
      let name = takeWaiting()
      addName(kind, entry.name, name, text, places)
      index = end
      return true
    }
    guard isLeft else { return false }
    flushWaiting()
    if kind == .city, entries[end].region != 0, places.isCity[Int(entries[end].region) - 1] {
      let region = entries[end].region
      let after = end + Int(spans[end])
      if !has(.region) {
        addRegion(region, end..<after, places)
        index = after
        return true
      }
      if parts.contains(where: { $0.region == region }) {
        index = after
        return true
      }
    }
    let range = name(end, kind, places)
    addName(kind, entry.name, range, text, places)
    index = range.upperBound
    return true
  }

  /// Whether a marker with two senses (`д.`, `с.`, `п.`, `кв.`) is the building's before this value.
  private func isNumberSense(_ entry: PlaceEntry, _ index: Int, _ places: borrowing PlaceDictionary) -> Bool {
    if tokens[index].kind == .number { return true }
    // A letter or a Roman number after `п.` or `д.`: a building only when there is none yet but a street.
    return has(.street) || has(.house)
  }

  private func beginsName(_ index: Int, _ kind: AddressKind) -> Bool {
    guard continues(index) else { return false }
    switch tokens[index].kind {
    case .word:
      let entry = entries[index]
      let after = index + Int(spans[index])
      // A marker of its own with a value begins another part.
      if entry.number != 0, isValue(after), !entry.flags.contains(.full) { return false }
      let isShort = entry.name != 0 && entry.flags.isDisjoint(with: [.full, .town]) && continues(after)
      return !(isShort && tokens[index].flags.contains(.dot) && (2...3).contains(tokens[index].letters))
    case .ordinal: return true
    case .number: return isNameNumber(index) || kind == .planning || beginsNumberedName(index, kind)
    }
  }

  /// `ул. 26 Бакинских Комиссаров`: a number before a word that marks nothing.
  private func beginsNumberedName(_ index: Int, _ kind: AddressKind) -> Bool {
    guard kind == .street, continues(index + 1), tokens[index + 1].kind != .number else { return false }
    return tokens[index + 1].letters > 1 && !entries[index + 1].isMarker
  }

  /// The words of a name after its marker.
  private func name(_ start: Int, _ kind: AddressKind, _ places: borrowing PlaceDictionary) -> Range<Int> {
    if kind == .city || kind == .settlement, entries[start].flags.contains(.town) {
      return start..<(start + Int(spans[start]))
    }
    var index = start + (tokens[start].kind == .word ? Int(spans[start]) : 1)
    if tokens[start].kind == .number, !isNameNumber(start), !beginsNumberedName(start, kind) {
      return start..<index
    }
    while continues(index) {
      let token = tokens[index]
      if token.kind == .number {
        if !isNameNumber(index) { break }
        index += 2
        continue
      }
      let entry = entries[index]
      let after = index + Int(spans[index])
      if entry.number != 0, isValue(after) { break }
      if isInitial(index, start) {
        index += 1
        continue
      }
      if entry.flags.contains(.note), token.letters > 1 { break }
      if entry.name != 0 {
        let other = places.table.markers[Int(entry.name) - 1].kind
        let isLeft = beginsName(after, other)
        if isLeft, !entry.flags.contains(.full) || other != kind, !entry.flags.contains(.weak) { break }
        if !isLeft, !entry.flags.contains(.full) {
          // `г Химки Ленина ул 5`: the last word is the street's.
          if kind != .street, other == .street, index - start > 1 { return start..<(index - 1) }
          break
        }
      }
      index = after
    }
    return start..<index
  }

  /// Whether a letter with a dot is an initial: beside another one, or the last of the name.
  private func isInitial(_ index: Int, _ start: Int) -> Bool {
    let token = tokens[index]
    guard token.letters == 1, token.flags.contains([.dot, .hasUpper]) else { return false }
    return tokens[index - 1].letters == 1 || !continues(index + 1) || tokens[index + 1].letters == 1
  }

  private mutating func addName(
    _ kind: AddressKind, _ marker: UInt8, _ range: Range<Int>, _ text: Span<UInt8>,
    _ places: borrowing PlaceDictionary
  ) {
    var part = AddressPart(kind: kind, marker: marker, from: range.lowerBound, to: range.upperBound)
    if kind == .region, range.count == 1 {
      let token = tokens[range.lowerBound]
      let word = String(copying: text.extracting(token.start..<token.end)).folded
      let type = String(decoding: places.table.markers[Int(marker) - 1].short, as: UTF8.self).lowered
      part.region = places.region(beginning: word, kind: type) ?? 0
      if part.region != 0 { part.marker = 0 }
    }
    if kind == .region, has(.region) { part.kind = .area }
    add(part)
  }
}
