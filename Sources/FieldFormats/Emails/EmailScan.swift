import Tables

/// What stands about an address in ASCII, told by its bytes.
enum EmailScan {
  private static let labels: [StaticString] = ["mailto:", "e-mail:", "email:", "mail:", "e-mail ", "email "]

  /// What one look at a cell in ASCII tells.
  struct Sight {
    /// The address without brackets, quotes, labels and punctuation at its ends.
    var body: Range<Int>
    /// How many @ there are.
    var signs = 0
    /// Place of the last @.
    var sign = 0
    /// Whether there is a space.
    var hasSpace = false
  }

  /// Looks at a cell; nil: not all is ASCII.
  static func sight(of cell: Span<UInt8>) -> Sight? {
    var sight = Sight(body: 0..<cell.count)
    for index in cell.indices {
      let byte = cell[index]
      if byte &- 0x41 < 58 { continue }
      if byte >= 0x80 || byte < 0x20 || byte == 0x26 { return nil }
      if byte == 0x40 {
        sight.signs += 1
        sight.sign = index
      } else if byte == 0x20 {
        sight.hasSpace = true
      }
    }
    sight.body = body(of: cell)
    return sight
  }

  private static func body(of cell: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = cell.count
    var isChanged = true
    while isChanged {
      isChanged = false
      while start < end, opens(cell[start]) { start += 1 }
      while end > start, closes(cell[end - 1]) { end -= 1 }
      guard start < end, cell[start] | 0x20 == 0x6D || cell[start] | 0x20 == 0x65 else { break }
      for label in labels where begins(cell.extracting(start..<end), label) {
        start += label.utf8CodeUnitCount
        isChanged = true
        break
      }
    }
    return start..<end
  }

  private static func opens(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), 0x27, 0x22, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), 0x2C, 0x3B,
      0x3A, 0x20, 0x3D:
      true
    default: false
    }
  }

  private static func closes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ">"), 0x27, 0x22, UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x2C, 0x3B,
      0x3A, 0x20:
      true
    default: false
    }
  }

  private static func begins(_ text: Span<UInt8>, _ label: StaticString) -> Bool {
    guard text.count >= label.utf8CodeUnitCount else { return false }
    for index in 0..<label.utf8CodeUnitCount {
      let byte = text[index]
      if unsafe (byte &- 0x41 < 26 ? byte | 0x20 : byte) != label.utf8Start[index] { return false }
    }
    return true
  }

  /// Whether a byte parts two addresses.
  static func parts(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3B, 0x2C, 0x2F, 0x7C, 0x20: true
    default: false
    }
  }

  static func hasSpace(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == 0x20 { return true }
    return false
  }

  /// Makes the letters of a range small.
  static func lower(_ text: inout [UInt8], from start: Int, to end: Int? = nil) {
    var bytes = text.mutableSpan
    for index in start..<(end ?? bytes.count) where bytes[index] &- 0x41 < 26 { bytes[index] |= 0x20 }
  }

  /// Gathers an address in small letters, an @ for its one `(at)`, and gives the place of the @.
  ///
  /// Nil: there is none, or more than one, or another bracket or a space.
  static func gatherBracketed(_ text: Span<UInt8>, into value: inout [UInt8]) -> Int? {
    value.removeAll(keepingCapacity: true)
    var at: Int?
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x28, 0x5B, 0x7B:
        // ( and ) stand side by side among the characters, [ and ], { and } with one between.
        guard at == nil, index + 3 < text.count, text[index + 1] | 0x20 == 0x61,
          text[index + 2] | 0x20 == 0x74, text[index + 3] == (byte == 0x28 ? 0x29 : byte + 2)
        else { return nil }
        at = value.count
        value.append(0x40)
        index += 4
      case 0x29, 0x5D, 0x7D, 0x20: return nil
      default:
        value.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      }
    }
    return at
  }

  /// Gathers the address, its domain in small letters and without the spaces beside the @, and gives the place of the @.
  ///
  /// Nil: there is no @, or more than one, or other spaces.
  static func gather(_ text: Span<UInt8>, into value: inout [UInt8]) -> Int? {
    value.removeAll(keepingCapacity: true)
    var at: Int?
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case 0x40:
        if at != nil { return nil }
        at = value.count
        value.append(byte)
      case 0x20:
        let isBeforeSign = index + 1 < text.count && text[index + 1] == 0x40
        guard isBeforeSign || index > 0 && text[index - 1] == 0x40 else { return nil }
      default: value.append(at != nil && byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
    }
    return at
  }

  /// Whether letters or digits stand there without an @ and without anything that is written for it.
  static func hasNoSign(_ text: Span<UInt8>) -> Bool {
    var hasLetter = false
    for index in text.indices {
      switch text[index] {
      case 0x40, 0x28, 0x5B, 0x7B, 0x20, 0x3C, 0x5C: return false
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: hasLetter = true
      default: continue
      }
    }
    return hasLetter
  }

  /// Whether no repair could make an address of a text with one @ that is none.
  static func isBeyondMending(_ text: Span<UInt8>, _ at: Int) -> Bool {
    for index in text.indices {
      switch text[index] {
      case 0x20, 0x2C, 0x28, 0x5B, 0x5C: return false
      // A tag may stand about the address.
      case 0x3C, 0x3E: return false
      // Dots side by side, and at the ends of the domain.
      case 0x2E where index > at: return false
      default: continue
      }
    }
    return true
  }

  /// Whether a domain has a label in letters of another alphabet.
  static func isNational(_ domain: Span<UInt8>) -> Bool {
    for index in domain.indices where index == 0 || domain[index - 1] == 0x2E {
      if domain.extracting(index..<domain.count).begins("xn--") { return true }
    }
    return false
  }

  /// Whether a local part has capitals and no small letters.
  static func isCapital(_ local: Span<UInt8>) -> Bool {
    for index in local.indices where local[index] &- 0x61 < 26 { return false }
    return true
  }

  /// Whether nothing but spaces stands about the body.
  static func isSpaced(_ cell: Span<UInt8>, _ body: Range<Int>) -> Bool {
    for index in 0..<body.lowerBound where cell[index] != 0x20 { return false }
    for index in body.upperBound..<cell.count where cell[index] != 0x20 { return false }
    return true
  }
}
