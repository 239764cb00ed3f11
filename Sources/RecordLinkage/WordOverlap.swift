import Tables

/// How much two keys of several words have in common, whatever the order of the words.
enum WordOverlap {
  /// Shares of the letters of the shorter and of both keys that stand in words both have.
  struct Share {
    /// Letters matched, twice, by all letters.
    var dice = 0.0
    /// Letters matched by the letters of the shorter key.
    var contained = 0.0
    /// Whether both hold numbers and none is shared.
    var numbersDiffer = false
  }

  /// Compares words: equal, or within one slip from 4 letters, two from 8; numbers must be equal.
  /// - Complexity: O(words²); at most 24 words are looked at.
  static func between(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Share {
    var taken: UInt32 = 0
    var matched = 0
    var sharedNumber = false
    var (hasFirst, hasSecond) = (false, false)
    let firstLetters = letters(first, &hasFirst)
    let secondLetters = letters(second, &hasSecond)
    var from = 0
    var words = 0
    while from < first.count, words < 24 {
      let to = wordEnd(first, from)
      let word = first.extracting(from..<to)
      var start = 0
      var place: UInt32 = 0
      while start < second.count, place < 24 {
        let end = wordEnd(second, start)
        if taken & (1 << place) == 0, alike(word, second.extracting(start..<end)) {
          taken |= 1 << place
          matched += min(to - from, end - start)
          if isDigit(word[0]) { sharedNumber = true }
          break
        }
        start = end + 1
        place += 1
      }
      from = to + 1
      words += 1
    }
    guard firstLetters > 0, secondLetters > 0 else { return Share() }
    return Share(
      dice: Double(2 * matched) / Double(firstLetters + secondLetters),
      contained: Double(matched) / Double(min(firstLetters, secondLetters)),
      numbersDiffer: hasFirst && hasSecond && !sharedNumber)
  }

  private static func letters(_ key: Span<UInt8>, _ hasNumber: inout Bool) -> Int {
    var count = 0
    for index in key.indices where key[index] != 0x20 {
      count += 1
      if isDigit(key[index]) { hasNumber = true }
    }
    return count
  }

  private static func wordEnd(_ key: Span<UInt8>, _ from: Int) -> Int {
    var end = from
    while end < key.count, key[end] != 0x20 { end += 1 }
    return end
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func alike(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Bool {
    if first.equals(second) { return true }
    let length = max(first.count, second.count)
    guard length >= 4, !isDigit(first[0]), !isDigit(second[0]) else { return false }
    let limit = length >= 8 ? 2 : 1
    return EditDistance.between(first, second, limit: limit) <= limit
  }
}
