import Tables

/// Words with a number each, found by their bytes, case and ё folded, without allocating.
///
/// An open-addressing table over one pool of bytes. Folding knows ASCII and Cyrillic (U+0400…U+045F); other
/// letters are compared as they are.
package struct WordTable: Sendable {
  private var pool: [UInt8] = []
  private var ends: [Int32] = []
  private var numbers: [UInt32] = []
  private var slots: [Int32]
  private let mask: Int
  /// Length in bytes of the longest word.
  private(set) var longest = 0

  /// A table; where a word comes twice its numbers are joined bit by bit.
  package init(_ words: some Collection<(word: String, number: UInt32)>) {
    var size = 16
    while size < words.count * 2 { size *= 2 }
    mask = size - 1
    slots = [Int32](repeating: -1, count: size)
    for (word, number) in words where !word.isEmpty { insert(word, number) }
  }

  private mutating func insert(_ word: String, _ number: UInt32) {
    let text = Array(word.utf8)
    var slot = Int(truncatingIfNeeded: Self.hash(text.span)) & mask
    while slots[slot] >= 0 {
      if matches(text.span, Int(slots[slot])) {
        numbers[Int(slots[slot])] |= number
        return
      }
      slot = (slot + 1) & mask
    }
    var index = 0
    while index < text.count { fold(text.span, &index) { pool.append($0) } }
    slots[slot] = Int32(numbers.count)
    ends.append(Int32(pool.count))
    numbers.append(number)
    longest = max(longest, text.count)
  }

  /// The number of a word.
  /// - Complexity: O(bytes of the word).
  package func find(_ word: Span<UInt8>) -> UInt32? {
    guard word.count <= longest else { return nil }
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & mask
    while slots[slot] >= 0 {
      if matches(word, Int(slots[slot])) { return numbers[Int(slots[slot])] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The number of a word.
  package func find(_ word: some StringProtocol) -> UInt32? {
    var text = String(word)
    return text.withUTF8 { find(unsafe $0.span) }
  }

  private func matches(_ word: Span<UInt8>, _ entry: Int) -> Bool {
    var place = entry == 0 ? 0 : Int(ends[entry - 1])
    let end = Int(ends[entry])
    var same = true
    var index = 0
    while index < word.count, same {
      fold(word, &index) { byte in
        if place < end, pool[place] == byte { place += 1 } else { same = false }
      }
    }
    return same && place == end
  }

  /// FNV-1a, 64 bits, over the folded bytes.
  private static func hash(_ word: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var index = 0
    while index < word.count {
      fold(word, &index) { hash = (hash ^ UInt64($0)) &* 0x100_0000_01b3 }
    }
    return hash ^ (hash >> 29)
  }
}

/// Hands the folded bytes of the letter at `index` to `take` and steps over it.
@inline(__always)
func fold(_ text: Span<UInt8>, _ index: inout Int, _ take: (UInt8) -> Void) {
  let byte = text[index]
  index += 1
  guard byte >= 0x80 else {
    take(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    return
  }
  guard byte & 0xFE == 0xD0, index < text.count else {
    take(byte)
    return
  }
  let (lead, tail) = foldCyrillic(byte, text[index])
  index += 1
  take(lead)
  take(tail)
}

/// Lower case of a two-byte letter U+0400…U+047F, ё as е.
@inline(__always)
func foldCyrillic(_ lead: UInt8, _ tail: UInt8) -> (UInt8, UInt8) {
  if lead == 0xD0 {
    switch tail {
    case 0x81: return (0xD0, 0xB5)
    case 0x80..<0x90: return (0xD1, tail + 0x10)
    case 0x90..<0xA0: return (0xD0, tail + 0x20)
    case 0xA0..<0xB0: return (0xD1, tail - 0x20)
    default: return (lead, tail)
    }
  }
  return tail == 0x91 ? (0xD0, 0xB5) : (lead, tail)
}
