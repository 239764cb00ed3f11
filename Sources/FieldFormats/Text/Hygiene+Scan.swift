import Tables

extension Hygiene {
  /// Whether the bytes may pass as they are.
  ///
  /// No stray space, no invisible or damaged character, no word of two alphabets. May say false of a tidy text, never true of another.
  /// - Complexity: O(bytes), one pass, nothing allocated.
  func isTidy(_ cell: Span<UInt8>) -> Bool {
    let count = cell.count
    guard count > 0, cell[0] != 0x20, cell[count - 1] != 0x20 else { return false }
    // A spreadsheet's marks of text.
    if cell[0] == 0x27 || cell[0] == 0x3D { return false }
    // Read once: a global is asked for its making at every use.
    let classes = asciiClass
    var scripts: UInt8 = 0
    var lastIsSpace = false
    var look = Mojibake.LetterLook()
    var index = 0
    while index < count {
      let byte = cell[index]
      if byte < 0x80 {
        let entry = classes[Int(byte)]
        if entry == 0 { return false }
        look.other()
        index += 1
        if entry == 1 {
          scripts |= 1
          lastIsSpace = false
          if scripts == 3, mendsLetters { return false }
        } else {
          if byte == 0x20, lastIsSpace { return false }
          // Three question marks may be letters that another program could not write.
          if byte == 0x3F, index > 2, cell[index - 2] == 0x3F, cell[index - 3] == 0x3F { return false }
          lastIsSpace = byte == 0x20
          scripts = 0
        }
        continue
      }
      lastIsSpace = false
      guard index + 1 < count else { return false }
      let next = cell[index + 1]
      if byte == 0xD0 || byte == 0xD1 {
        // Letters of other Cyrillic alphabets take the slow path.
        if byte == 0xD0 ? next < 0x90 && next != 0x81 : next >= 0x90 && next != 0x91 { return false }
        look.letter(isCapital: byte == 0xD0 && next < 0xB0)
        scripts |= 2
        if scripts == 3, mendsLetters { return false }
        index += 2
        // Most letters are small ones after a letter: they are stepped over in the shortest of loops.
        let start = index
        while index + 1 < count, Self.isSmall(cell[index], cell[index + 1]) { index += 2 }
        if index > start { look.smallLetters((index - start) / 2) }
        continue
      }
      guard let step = Self.step(over: byte, next, cell, index) else { return false }
      look.mark()
      scripts = 0
      index += step
    }
    return !look.needsPairs || !Mojibake.looksSwapped(cell)
  }

  /// Whether two bytes are a small letter of the Russian alphabet.
  @inline(__always)
  private static func isSmall(_ lead: UInt8, _ tail: UInt8) -> Bool {
    lead == 0xD0 ? tail >= 0xB0 : lead == 0xD1 && (tail < 0x90 || tail == 0x91)
  }

  /// Length of an ordinary character other than ASCII and Cyrillic; nil: it needs a closer look.
  static func step(over byte: UInt8, _ next: UInt8, _ cell: Span<UInt8>, _ index: Int) -> Int? {
    switch byte {
    case 0xC2:
      // « » № ° and the like; NBSP, soft hyphen and controls are not.
      return next == 0xAB || next == 0xBB || next == 0xB0 || next == 0xA7 ? 2 : nil
    case 0xE2:
      guard index + 2 < cell.count else { return nil }
      let last = cell[index + 2]
      // – — „ “ ” ’ … and №.
      if next == 0x80 { return last >= 0x90 && last <= 0xA6 ? 3 : nil }
      return next == 0x84 && last == 0x96 ? 3 : nil
    default: return nil
    }
  }
}

/// 0: needs a closer look; 1: a letter; 2: anything else.
private let asciiClass: InlineArray<128, UInt8> = {
  var table = InlineArray<128, UInt8>(repeating: 2)
  for byte in 0..<128 {
    if byte < 0x20 || byte == 0x7F || byte == 0x26 || byte == 0x3C || byte == 0x5C {
      table[byte] = 0
    } else if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) {
      table[byte] = 1
    }
  }
  return table
}()
