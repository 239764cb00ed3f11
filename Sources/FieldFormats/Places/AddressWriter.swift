import Tables

/// Writes an address in the official order with the official abbreviations.
///
/// Source: Government decree No. 1221 of 19.11.2014, clause 44; order of the Ministry of Finance No. 171н.
enum AddressWriter {
  /// The whole address, appended to `out`.
  static func write(
    _ parser: borrowing AddressParser, _ text: Span<UInt8>, _ places: borrowing PlaceDictionary,
    into out: inout [UInt8]
  ) {
    out.removeAll(keepingCapacity: true)
    let isLoud = isLoud(parser)
    for kind in 0...AddressKind.leftover.rawValue {
      guard parser.has(AddressKind(rawValue: kind) ?? .leftover) else { continue }
      for index in parser.parts.indices where parser.parts[index].kind.rawValue == kind {
        if !out.isEmpty {
          out.append(0x2C)
          out.append(0x20)
        }
        write(parser.parts[index], parser, text, places, isLoud: isLoud, into: &out)
      }
    }
  }

  /// Whether no name has small letters: where one has, short words in capitals are abbreviations.
  static func isLoud(_ parser: borrowing AddressParser) -> Bool {
    for part in parser.parts where part.kind.isNamed && part.region == 0 {
      for index in part.from..<part.to where parser.tokens[index].flags.contains(.hasLower) { return false }
    }
    return true
  }

  /// One component.
  static func write(
    _ part: AddressPart, _ parser: borrowing AddressParser, _ text: Span<UInt8>,
    _ places: borrowing PlaceDictionary, isLoud: Bool, into out: inout [UInt8]
  ) {
    if part.region != 0 {
      out.append(contentsOf: places.regionBytes[Int(part.region) - 1])
      return
    }
    if part.kind == .leftover || part.kind == .settlement && part.marker == 0 {
      raw(part, parser, text, &out)
      return
    }
    let short = part.marker == 0 ? 0 : Int(part.marker)
    if part.kind == .region || part.kind == .area && isRegionMarker(part, places) {
      let isBefore = short > 0 && isRepublic(places.table.markers[short - 1].short)
      if isBefore { marker(short, places, &out) }
      name(part, parser, text, places, isLoud: isLoud, &out)
      if !isBefore, short > 0 {
        out.append(0x20)
        out.append(contentsOf: places.table.markers[short - 1].short)
      }
      return
    }
    if short > 0 { marker(short, places, &out) }
    value(part, parser, text, places, isLoud: isLoud, into: &out)
  }

  /// The value of a component without its marker.
  static func value(
    _ part: AddressPart, _ parser: borrowing AddressParser, _ text: Span<UInt8>,
    _ places: borrowing PlaceDictionary, isLoud: Bool, into out: inout [UInt8]
  ) {
    if part.kind.isNamed {
      name(part, parser, text, places, isLoud: isLoud, &out)
    } else {
      number(part, parser, text, &out)
    }
  }

  private static func isRegionMarker(_ part: AddressPart, _ places: borrowing PlaceDictionary) -> Bool {
    part.marker != 0 && places.table.markers[Int(part.marker) - 1].kind == .region
  }

  private static func isRepublic(_ short: [UInt8]) -> Bool { short.span.equals("Республика") }

  private static func marker(_ number: Int, _ places: borrowing PlaceDictionary, _ out: inout [UInt8]) {
    out.append(contentsOf: places.table.markers[number - 1].short)
    out.append(0x20)
  }

  // MARK: - Words as they are

  /// Words left over, with the marks that touch them.
  private static func raw(
    _ part: AddressPart, _ parser: borrowing AddressParser, _ text: Span<UInt8>, _ out: inout [UInt8]
  ) {
    var low = parser.tokens[part.from].start
    var high = parser.tokens[part.to - 1].end
    while low > 0, text[low - 1] != 0x20, !isBreak(text[low - 1]),
      part.from == 0 || low > parser.tokens[part.from - 1].end
    {
      low -= 1
    }
    while high < text.count, text[high] != 0x20, !isBreak(text[high]),
      part.to == parser.tokens.count || high < parser.tokens[part.to].start
    {
      high += 1
    }
    for index in low..<high {
      let byte = text[index]
      // A bracket or a colon inside is a break no more once the words stand by themselves.
      if isBreak(byte), index > low, out.last == 0x20 { continue }
      out.append(isBreak(byte) ? 0x20 : byte)
    }
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x3A, 0x3B, 0x0A, 0x28, 0x29, 0x5B, 0x5D: true
    default: false
    }
  }

  // MARK: - Numbers

  /// A number: its letters capital and joined, no space or quote within.
  private static func number(
    _ part: AddressPart, _ parser: borrowing AddressParser, _ text: Span<UInt8>, _ out: inout [UInt8]
  ) {
    let isHouse = part.kind.rawValue < AddressKind.entrance.rawValue
    for place in part.from..<part.to {
      let token = parser.tokens[place]
      if token.flags.contains(.digits), part.high == 0 {
        out.append(copying: text.extracting(token.start..<token.end))
        continue
      }
      var index = part.high > 0 ? part.low : token.start
      var end = part.high > 0 ? part.high : token.end
      if token.kind == .ordinal {
        end = index
        while end < token.end, text[end] &- 0x30 < 10 { end += 1 }
      }
      while index < end {
        let byte = text[index]
        if byte == 0x2D, token.kind == .number, index + 1 < end, !(text[index + 1] &- 0x30 < 10) {
          index += 1
          continue
        }
        if byte & 0xFE == 0xD0, index + 1 < end {
          let (lead, tail) = AddressCase.raise(byte, text[index + 1])
          out.append(lead)
          out.append(tail)
          index += 2
          continue
        }
        let upper = byte &- 0x61 < 26 ? byte ^ 0x20 : byte
        if isHouse, upper &- 0x41 < 26, let tail = russian(upper) {
          out.append(0xD0)
          out.append(tail)
        } else {
          out.append(upper)
        }
        index += 1
      }
    }
  }

  /// Second byte of the Russian capital that looks like a Latin one.
  private static func russian(_ latin: UInt8) -> UInt8? {
    switch latin {
    case 0x41: 0x90
    case 0x42: 0x92
    case 0x43: 0xA1
    case 0x45: 0x95
    case 0x48: 0x9D
    case 0x4B: 0x9A
    case 0x4D: 0x9C
    case 0x4F: 0x9E
    case 0x50: 0xA0
    case 0x54: 0xA2
    default: nil
    }
  }

  // MARK: - Names

  private static func name(
    _ part: AddressPart, _ parser: borrowing AddressParser, _ text: Span<UInt8>,
    _ places: borrowing PlaceDictionary, isLoud: Bool, _ out: inout [UInt8]
  ) {
    // A type within the name stays small: «муниципальный округ Хамовники».
    var start = part.from
    if parser.entries[start].isMarker, parser.entries[start].flags.contains(.full) {
      start += Int(parser.spans[start])
      if start >= part.to || !parser.tokens[part.from].flags.isDisjoint(with: .hasUpper) && !isLoud {
        start = part.from
      }
    }
    let isQuiet = !parser.tokens[start].flags.contains(.hasUpper)
    for place in part.from..<part.to {
      let token = parser.tokens[place]
      if place > part.from {
        if token.flags.contains(.dash) {
          out.append(0x2D)
          out.append(0x20)
        }
      }
      let flags = parser.entries[place].flags
      if flags.contains(.capital) {
        AddressCase.upper.write(token, text, into: &out)
      } else {
        word(
          token, text, places, isFirst: place == start, isSmall: flags.contains(.small) || place < start,
          isQuiet: isQuiet, isLoud: isLoud, &out)
      }
      let isLast = place + 1 == part.to
      if token.flags.contains(.dot), !isLast || token.letters == 1 { out.append(0x2E) }
      if !isLast { out.append(0x20) }
    }
  }

  /// One word of a name, its capitals put right.
  private static func word(
    _ token: AddressToken, _ text: Span<UInt8>, _ places: borrowing PlaceDictionary, isFirst: Bool,
    isSmall: Bool,
    isQuiet: Bool, isLoud: Bool, _ out: inout [UInt8]
  ) {
    let hasUpper = token.flags.contains(.hasUpper)
    let hasLower = token.flags.contains(.hasLower)
    var change = AddressCase.none
    if token.kind == .word {
      if hasUpper, !hasLower, token.letters > 1 {
        let isTown = isFirst && places.towns[token.hash] != nil
        if isLoud || token.letters > 4 || isTown { change = isSmall ? .lower : .title }
      } else if hasLower, !hasUpper, !isSmall, isFirst || isQuiet {
        change = .title
      }
    }
    if token.kind == .ordinal { change = .lower }
    if case .none = change {
      out.append(copying: text.extracting(token.start..<token.end))
      return
    }
    change.write(token, text, into: &out)
  }
}
