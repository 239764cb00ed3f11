import Tables

/// Markers left or right of their names.
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
  func value(_ index: Int) -> Range<Int> {
    let next = index + 1
    guard tokens[index].kind == .number, continues(next), tokens[next].kind == .word,
      tokens[next].letters == 1,
      tokens[next].end - tokens[next].start <= 2, tokens[index].flags.contains(.digits),
      !(entries[next].isMarker && continues(next + 1)), !tokens[next].flags.contains(.dot)
    else { return index..<next }
    return index..<(next + 1)
  }

  mutating func add(
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
  mutating func inferStreet(_ places: borrowing PlaceDictionary) {
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
