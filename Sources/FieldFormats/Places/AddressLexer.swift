import Tables

/// A word or a number of an address.
struct AddressToken: Sendable {
  enum Kind: UInt8, Sendable {
    /// Letters, hyphens and digits within.
    case word
    /// A number as houses have them: `5`, `16/23`, `125Ж`, `7-12`.
    case number
    /// A number that is a word: `1-я`, `60-летия`.
    case ordinal
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// A comma or another strong break stands before it.
    static let comma = Flags(rawValue: 1)
    /// A bracket stands before it.
    static let bracket = Flags(rawValue: 2)
    /// A dot stands after it.
    static let dot = Flags(rawValue: 4)
    static let hasUpper = Flags(rawValue: 8)
    static let hasLower = Flags(rawValue: 16)
    /// Digits alone.
    static let digits = Flags(rawValue: 32)
    /// A dash stands before it.
    static let dash = Flags(rawValue: 64)
    static let breaks: Flags = [.comma, .bracket]
  }

  var start: Int
  var end: Int
  var hash: UInt64 = 0
  var kind: Kind
  var flags: Flags
  var letters = 0

  @inline(__always) var startsSegment: Bool { !flags.isDisjoint(with: .breaks) }
}

/// Cuts an address into words and numbers, in one pass over its bytes.
struct AddressLexer {
  static let limit = 60

  private var gap: AddressToken.Flags = .comma
  /// Whether a letter of the Russian alphabet was seen.
  private(set) var hasCyrillic = false
  /// Whether there are bytes of no alphabet known here.
  private(set) var isExotic = false

  init() {}

  /// Fills `tokens`; false: too many, or bytes that are no text of an address.
  mutating func lex(
    _ text: Span<UInt8>, _ table: borrowing PlaceTable, into tokens: inout [AddressToken]
  ) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x20, 0x22, 0x23, 0x27, 0x60: index += 1
      case 0x2C, 0x3A, 0x3B, 0x0A:
        gap.insert(.comma)
        index += 1
      case 0x28, 0x29, 0x5B, 0x5D:
        gap.insert(.bracket)
        index += 1
      case 0x2E:
        if let last = tokens.indices.last, tokens[last].end == index { tokens[last].flags.insert(.dot) }
        index += 1
      case 0x2D:
        gap.insert(.dash)
        index += 1
      case 0x2F where !Self.isDigit(text, index + 1): index += 1
      case 0x30...0x39: number(text, table, &index, &tokens)
      default:
        let length = Self.mark(text, index)
        if length > 0 {
          if byte == 0xE2, text[index + 1] == 0x80, text[index + 2] < 0x96 { gap.insert(.dash) }
          index += length
        } else {
          word(text, table, &index, &tokens)
        }
      }
      if tokens.count > Self.limit { return false }
    }
    return true
  }

  /// Length of a quotation mark, a dash or a № at `index`; 0: something else.
  @inline(__always)
  private static func mark(_ text: Span<UInt8>, _ index: Int) -> Int {
    switch text[index] {
    // « » and the no-break space.
    case 0xC2 where index + 1 < text.count:
      let next = text[index + 1]
      return next == 0xAB || next == 0xBB || next == 0xA0 ? 2 : 0
    case 0xE2 where index + 2 < text.count:
      let last = text[index + 2]
      if text[index + 1] == 0x84 { return last == 0x96 ? 3 : 0 }
      return text[index + 1] == 0x80 && (0x90...0x9F).contains(last) ? 3 : 0
    default: return 0
    }
  }

  /// Length of a letter; 0: none.
  @inline(__always)
  private static func letter(_ text: Span<UInt8>, _ index: Int) -> Int {
    guard index < text.count else { return 0 }
    let byte = text[index]
    if byte & 0xFE == 0xD0 { return index + 1 < text.count ? 2 : 0 }
    return (byte | 0x20) &- 0x61 < 26 ? 1 : 0
  }

  @inline(__always)
  private static func isDigit(_ text: Span<UInt8>, _ index: Int) -> Bool {
    index < text.count && text[index] &- 0x30 < 10
  }

  @inline(__always)
  private mutating func put(_ token: AddressToken, _ tokens: inout [AddressToken]) {
    var token = token
    token.flags.formUnion(gap)
    gap = []
    tokens.append(token)
  }

  // MARK: - Words

  private mutating func word(
    _ text: Span<UInt8>, _ table: borrowing PlaceTable, _ index: inout Int, _ tokens: inout [AddressToken]
  ) {
    let start = index
    var end = start
    var letters = 0
    // Kept apart from the token: these lines run for every letter of an address.
    var hasUpper = false
    var hasLower = false
    while end < text.count {
      let byte = text[end]
      if byte & 0xFE == 0xD0, end + 1 < text.count {
        let tail = text[end + 1]
        if tail & 0xC0 != 0x80 { isExotic = true }
        if byte == 0xD0 && tail < 0xB0 { hasUpper = true } else { hasLower = true }
        hasCyrillic = true
        end += 2
        letters += 1
        continue
      }
      let low = byte | 0x20
      if byte < 0x80, low &- 0x61 < 26 {
        if byte == low { hasLower = true } else { hasUpper = true }
        end += 1
        letters += 1
        continue
      }
      if byte &- 0x30 < 10 {
        // `кв3`, `корп6`, `мкр5`: the marker parts from its number.
        if letters > 0, let entry = table.find(WordHash.of(text.extracting(start..<end))),
          entry.number != 0 || entry.name != 0
        {
          break
        }
        end += 1
        continue
      }
      if byte == 0x20 { break }
      let joins = byte == 0x2D || byte == 0x2F || byte == 0x27
      if joins, end > start, Self.letter(text, end + 1) > 0 || byte != 0x27 && Self.isDigit(text, end + 1) {
        end += 1
        continue
      }
      if end == start || byte >= 0x80 && Self.mark(text, end) == 0 || Self.isOdd(byte) {
        // A character of no alphabet known here stays in its word.
        isExotic = isExotic || byte >= 0x80
        end += 1
        continue
      }
      break
    }
    var token = AddressToken(start: start, end: end, kind: .word, flags: [], letters: letters)
    if hasUpper { token.flags.insert(.hasUpper) }
    if hasLower { token.flags.insert(.hasLower) }
    token.hash = WordHash.of(text.extracting(start..<end))
    index = end
    put(token, &tokens)
  }

  /// Whether an ASCII mark is neither a break nor a joint of words.
  private static func isOdd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x22, 0x23, 0x27, 0x28, 0x29, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x5B, 0x5D, 0x60, 0x0A: false
    default: byte < 0x80 && !(byte &- 0x30 < 10)
    }
  }

  // MARK: - Numbers

  private mutating func number(
    _ text: Span<UInt8>, _ table: borrowing PlaceTable, _ index: inout Int, _ tokens: inout [AddressToken]
  ) {
    var token = AddressToken(start: index, end: index, kind: .number, flags: .digits)
    scan: while index < text.count {
      let byte = text[index]
      if byte &- 0x30 < 10 {
        index += 1
        continue
      }
      if byte == 0x2F,
        Self.isDigit(text, index + 1) || Self.isDigit(text, index + 2) && text[index + 1] == 0x2D
      {
        token.flags.remove(.digits)
        index += text[index + 1] == 0x2D ? 2 : 1
        continue
      }
      if byte == 0x2D, Self.isDigit(text, index + 1) {
        token.flags.remove(.digits)
        index += 1
        continue
      }
      let isJoint = byte == 0x2D || byte == 0x2F
      let from = isJoint ? index + 1 : index
      guard let run = Self.run(text, from) else { break }
      switch Self.meaning(run, text, table, isJoint: isJoint && byte == 0x2D) {
      case .suffix:
        token.flags.remove(.digits)
        hasCyrillic = hasCyrillic || text[run.start] >= 0x80
        index = run.end
      case .ordinal:
        token.flags.remove(.digits)
        token.kind = .ordinal
        index = run.end
        break scan
      case .apart: break scan
      }
    }
    token.end = index
    put(token, &tokens)
  }

  private struct Run {
    var start: Int
    var end: Int
    var letters: Int
    var hash: UInt64
  }

  /// Letters from `start` on; nil: none.
  private static func run(_ text: Span<UInt8>, _ start: Int) -> Run? {
    var run = Run(start: start, end: start, letters: 0, hash: 0)
    while true {
      let length = letter(text, run.end)
      if length == 0 { break }
      run.end += length
      run.letters += 1
    }
    guard run.letters > 0 else { return nil }
    run.hash = WordHash.of(text.extracting(start..<run.end))
    return run
  }

  private enum Meaning { case suffix, ordinal, apart }

  /// What letters after digits are: a house letter, the end of an ordinal, or a word of their own.
  private static func meaning(
    _ run: Run, _ text: Span<UInt8>, _ table: borrowing PlaceTable, isJoint: Bool
  ) -> Meaning {
    let end = run.end
    let next = end < text.count ? text[end] : 0x2C
    if isJoint {
      if run.letters > 1 { return .ordinal }
      return isOrdinalEnding(run, text) ? .ordinal : .suffix
    }
    let isBeforeNumber =
      isDigit(text, end)
      || next == 0x2E && (isDigit(text, end + 1) || end + 1 < text.count && text[end + 1] == 0x20)
      || next == 0x20 && isDigit(text, end + 1)
    let entry = table.find(run.hash)
    if let entry, entry.number != 0, isBeforeNumber || run.letters > 1 { return .apart }
    if run.letters == 1 {
      return isOrdinalEnding(run, text) && next == 0x20 && letter(text, end + 1) > 0 ? .ordinal : .suffix
    }
    return run.letters == 2 && entry == nil ? .suffix : .apart
  }

  /// Whether the one letter ends an ordinal: `1-я`, `2-й`, `3-е`.
  private static func isOrdinalEnding(_ run: Run, _ text: Span<UInt8>) -> Bool {
    guard run.end - run.start == 2 else { return false }
    let (lead, tail) = foldCyrillic(text[run.start], text[run.start + 1])
    // й я е х
    return lead == 0xD0 ? tail == 0xB9 || tail == 0xB5 : tail == 0x8F || tail == 0x85
  }
}
