import Tables

/// A 64-bit hash of a word, case and ё folded, eight bytes at a time.
///
/// Folding keeps the length of a letter, so the spellings of a word fall into the same runs of eight bytes. A run
/// of ASCII, and one of four letters U+0400…U+047F, is folded whole in a register; any other goes byte by byte.
/// A multiplication for every eight bytes, where FNV-1a waits for one at every byte.
enum WordHash {
  /// What the hash of nothing is.
  static let basis: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Hash of one word.
  /// - Complexity: O(bytes).
  @inline(__always)
  static func of(_ word: Span<UInt8>) -> UInt64 {
    var hash = basis
    var index = 0
    while index + 8 <= word.count {
      let run = unsafe word.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = mixed(hash, folded(run, word, index, index + 8))
      index += 8
    }
    guard index < word.count else { return hash }
    return mixed(hash, folded(rest(word, from: index), word, index, word.count))
  }

  /// Hash of a text.
  static func of(_ text: some StringProtocol) -> UInt64 {
    var text = String(text)
    return text.withUTF8 { of(unsafe $0.span) }
  }

  /// Hash of a phrase that goes on with a word of this hash.
  @inline(__always)
  static func joined(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    mixed(phrase &+ 0x9E37_79B9_7F4A_7C15, word)
  }

  /// The last bytes, fewer than eight, zeros after them.
  @inline(__always)
  private static func rest(_ word: Span<UInt8>, from start: Int) -> UInt64 {
    let count = word.count - start
    if start > 0 {
      let run = unsafe word.bytes.unsafeLoadUnaligned(fromByteOffset: word.count - 8, as: UInt64.self)
      return run >> UInt64(64 - 8 * count)
    }
    var run: UInt64 = 0
    for index in 0..<count { run |= UInt64(word[start + index]) << UInt64(8 * index) }
    return run
  }

  /// The high and the low half of a product, folded into one.
  @inline(__always)
  private static func mixed(_ hash: UInt64, _ run: UInt64) -> UInt64 {
    let product = (hash ^ run).multipliedFullWidth(by: 0x9FB2_1C65_1E98_DF25)
    return product.high ^ product.low ^ hash &* 0x100_0000_01b3
  }

  @inline(__always)
  private static func folded(_ run: UInt64, _ word: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    if run & 0x8080_8080_8080_8080 == 0 { return lowered(run) }
    let count = UInt64(end - start)
    let filled = count == 8 ? ~0 : 1 << (8 * count) - 1
    if run & 0x00FE_00FE_00FE_00FE == 0x00D0_00D0_00D0_00D0 & filled { return letters(run) }
    return singly(word, start, end)
  }

  /// ASCII capitals made small.
  @inline(__always)
  private static func lowered(_ run: UInt64) -> UInt64 {
    // The high bit of a byte is set from A on, and from the sign after Z on.
    let fromA = run &+ 0x3F3F_3F3F_3F3F_3F3F
    let afterZ = run &+ 0x2525_2525_2525_2525
    return run | (fromA & ~afterZ & 0x8080_8080_8080_8080) >> 2
  }

  /// Letters U+0400…U+047F made small, ё made е: 16 bits a letter, its number in the low seven.
  @inline(__always)
  private static func letters(_ run: UInt64) -> UInt64 {
    let high: UInt64 = 0x0080_0080_0080_0080
    var letters = (run & 0x0001_0001_0001_0001) << 6 | run >> 8 & 0x003F_003F_003F_003F
    let fromA = letters &+ 0x0070_0070_0070_0070
    let afterYa = letters &+ 0x0050_0050_0050_0050
    letters += (fromA & ~afterYa & high) >> 2
    // U+0400…U+040F stand eighty places before their small letters.
    let early = ~fromA & high
    letters += early >> 1 | early >> 3
    let io = ~((letters ^ 0x0051_0051_0051_0051) &+ 0x007F_007F_007F_007F) & high
    letters ^= io >> 1 | io >> 2 | io >> 5
    // No letter is as no ASCII is: the two kinds of runs must not meet.
    return letters | 0x8000_8000_8000_8000
  }

  /// Byte by byte; a letter may begin in one run and end in the next.
  private static func singly(_ word: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var run: UInt64 = 0
    var place: UInt64 = 0
    func put(_ byte: UInt8) {
      run |= UInt64(byte) << place
      place += 8
    }
    var index = start
    while index < end {
      let byte = word[index]
      if byte & 0xFE == 0xD0, index + 1 < word.count {
        let (lead, tail) = foldCyrillic(byte, word[index + 1])
        put(lead)
        if index + 1 < end { put(tail) }
        index += 2
        continue
      }
      if index == start, start > 0, word[start - 1] & 0xFE == 0xD0 {
        put(foldCyrillic(word[start - 1], byte).1)
      } else {
        put(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      index += 1
    }
    return run
  }
}
