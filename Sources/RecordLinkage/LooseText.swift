import Tables

/// Builds match keys: text folded so that spellings people take for one another become the same bytes.
///
/// Letters become lower-case Latin, digits stay, everything else is one space between words. Cyrillic goes by
/// ICAO 9303 part 3 §6 and is then loosened (iu→u, ia→a, kh→h, ks→x, ts and tz→c, y and j→i, double letters
/// once), so that «Юлия», `Yuliya` and `Iuliia` share a key. The key is for comparing only, never for showing.
struct LooseText {
  /// The key being built.
  private(set) var bytes: [UInt8] = []
  private var needsSpace = false

  /// Empties the key, keeps its memory.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    needsSpace = false
  }

  /// Adds a text as further words.
  mutating func add(_ text: Span<UInt8>) {
    needsSpace = true
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        addASCII(byte)
        index += 1
      } else if byte & 0xE0 == 0xC0, index + 1 < text.count {
        addTwoBytes(UInt32(byte & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F))
        index += 2
      } else {
        // Beyond two bytes stand punctuation (dashes, quotes) and scripts without a table here.
        let length = byte & 0xF0 == 0xE0 ? 3 : byte & 0xF8 == 0xF0 ? 4 : 1
        if length == 1 || byte == 0xE2 || byte == 0xE3 {
          needsSpace = true
        } else {
          for place in index..<min(index + length, text.count) { raw(text[place]) }
        }
        index += length
      }
    }
  }

  private mutating func addASCII(_ byte: UInt8) {
    switch byte {
    case 0x61...0x7A: letter(byte)
    case 0x41...0x5A: letter(byte | 0x20)
    case 0x30...0x39: raw(byte)
    case 0x27, 0x60: break
    default: needsSpace = true
    }
  }

  private mutating func addTwoBytes(_ scalar: UInt32) {
    switch scalar {
    case 0x0430...0x044F: addCyrillic(Int(scalar - 0x0430))
    case 0x0410...0x042F: addCyrillic(Int(scalar - 0x0410))
    case 0x0451, 0x0401: letter(0x65)
    case 0x0456, 0x0406: letter(0x69)
    case 0x00C0...0x017F:
      let base = Self.latin[Int(scalar - 0x00C0)]
      if base == 0x2E { needsSpace = true } else { letter(base) }
    case 0x02B9...0x02BC, 0x0300...0x036F: break
    case 0x00A0...0x00BF: needsSpace = true
    default:
      raw(UInt8(0xC0 | scalar >> 6))
      raw(UInt8(0x80 | scalar & 0x3F))
    }
  }

  private mutating func addCyrillic(_ place: Int) {
    for byte in Self.cyrillic[place] { letter(byte) }
  }

  private mutating func raw(_ byte: UInt8) {
    if needsSpace, !bytes.isEmpty { bytes.append(0x20) }
    needsSpace = false
    bytes.append(byte)
  }

  private mutating func letter(_ given: UInt8) {
    let byte: UInt8 = given == 0x79 || given == 0x6A ? 0x69 : given
    guard !needsSpace, let last = bytes.last else { return raw(byte) }
    switch (last, byte) {
    case (byte, _): break
    case (0x69, 0x75), (0x69, 0x61): replaceLast(byte)  // iu, ia
    case (0x6B, 0x68): replaceLast(0x68)  // kh
    case (0x6B, 0x73): replaceLast(0x78)  // ks
    case (0x74, 0x73), (0x74, 0x7A): replaceLast(0x63)  // ts, tz
    case (0x63, 0x6B): replaceLast(0x6B)  // ck
    default: bytes.append(byte)
    }
  }

  private mutating func replaceLast(_ byte: UInt8) {
    bytes.removeLast()
    if bytes.last != byte { bytes.append(byte) }
  }

  /// а…я by ICAO 9303 part 3 §6 B; the hard sign is left out, as the soft one is.
  private static let cyrillic: [[UInt8]] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
    "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia",
  ].map { Array($0.utf8) }

  /// U+00C0…U+017F without their marks (Unicode decomposition); `.` for what is no letter.
  private static let latin: [UInt8] = Array(
    ("aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooo"
      + "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
