import Tables

/// Words with a number each, found by their bytes, case and ё folded, without allocating.
///
/// Open addressing by 64-bit hashes, which stand for the words: two words of one hash would take a dictionary of
/// billions. Folding knows ASCII and Cyrillic (U+0400…U+047F); other letters are compared as they are.
package struct WordTable: Sendable {
  private var hashes: [UInt64]
  private var numbers: [UInt32]
  private let mask: Int
  /// Length in bytes of the longest word.
  private(set) var longest = 0

  /// A table; where a word comes twice its numbers are joined bit by bit.
  package init(_ words: some Collection<(word: String, number: UInt32)>) {
    var size = 16
    while size < words.count * 2 { size *= 2 }
    mask = size - 1
    hashes = [UInt64](repeating: 0, count: size)
    numbers = [UInt32](repeating: 0, count: size)
    for (word, number) in words where !word.isEmpty {
      var word = word
      word.withUTF8 { insert(unsafe $0.span, number) }
    }
  }

  private mutating func insert(_ word: Span<UInt8>, _ number: UInt32) {
    let place = slot(Self.hash(word))
    hashes[place] = Self.hash(word)
    numbers[place] |= number
    longest = max(longest, word.count)
  }

  /// The number of a word.
  /// - Complexity: O(bytes of the word).
  package func find(_ word: Span<UInt8>) -> UInt32? {
    guard word.count <= longest else { return nil }
    let place = slot(Self.hash(word))
    return hashes[place] == 0 ? nil : numbers[place]
  }

  /// The number of a word.
  package func find(_ word: some StringProtocol) -> UInt32? {
    var text = String(word)
    return text.withUTF8 { find(unsafe $0.span) }
  }

  /// Where a hash stands, or the free place it would take.
  @inline(__always)
  private func slot(_ hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & mask
    while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & mask }
    return place
  }

  /// Zero marks a free place, so no word has it.
  @inline(__always)
  private static func hash(_ word: Span<UInt8>) -> UInt64 { max(WordHash.of(word), 1) }
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
