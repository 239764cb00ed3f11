import Tables

/// Numbers with and without markers: houses, flats, postal codes.
extension AddressParser {
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

  mutating func flushNumbered(_ places: borrowing PlaceDictionary) {
    if has(.house) || has(.street) { flushWaiting() } else { inferStreet(places) }
  }

  mutating func house(_ index: inout Int, _ places: borrowing PlaceDictionary) {
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
  func isPostalCode(_ token: AddressToken, _ text: Span<UInt8>) -> Bool {
    guard token.flags.contains(.digits), token.end - token.start == 6 else { return false }
    var number = 0
    for index in token.start..<token.end { number = number * 10 + Int(text[index] &- 0x30) }
    return (101_000...694_923).contains(number)
  }
}
