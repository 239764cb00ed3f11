import Tables

/// How much two values of several words have in common, whatever the order of the words.
struct WordOverlap {
  /// What two values share, weighed by how much each word tells.
  struct Share {
    /// Weight matched, twice, by all weight.
    var dice: Float = 0
    /// Weight matched by the weight of the lighter value.
    var contained: Float = 0
    /// Weight of the most telling word both have.
    var rarest: Float = 0
    /// Whether each has a word that the other lacks.
    var isCrossed = false
    /// Whether both hold numbers and none is shared.
    var numbersDiffer = false
  }

  /// Compares words: equal, or within one slip from 4 letters, two from 8; an initial meets its name, and numbers
  /// must be equal.
  /// - Complexity: O(words²).
  static func between(_ first: UInt32, _ second: UInt32, in store: ValueStore, _ weights: WordWeights)
    -> Share
  {
    let (left, right) = (weights.words(of: first), weights.words(of: second))
    let (leftKey, rightKey) = (store.utf8(first), store.utf8(second))
    var taken: UInt32 = 0
    var share = Share()
    var (sumLeft, sumRight, matched): (Float, Float, Float) = (0, 0, 0)
    var (leftNumber, rightNumber, sharedNumber) = (false, false, false)
    for word in right {
      sumRight += weights.weight(word.id)
      if isDigit(rightKey[Int(word.from)]) { rightNumber = true }
    }
    var pending: UInt32 = 0
    for (place, word) in left.enumerated() {
      let weight = weights.weight(word.id)
      sumLeft += weight
      let isNumber = isDigit(leftKey[Int(word.from)])
      if isNumber { leftNumber = true }
      if let other = right.indices.first(where: {
        right[$0].id == word.id && taken & (1 << UInt32($0 - right.startIndex)) == 0
      }) {
        taken |= 1 << UInt32(other - right.startIndex)
        matched += 2 * weight
        share.rarest = max(share.rarest, weight)
        if isNumber { sharedNumber = true }
      } else if !isNumber {
        pending |= 1 << UInt32(place)
      }
    }
    // Words without an equal: slips and initials.
    if pending != 0 {
      for (place, word) in left.enumerated() where pending & (1 << UInt32(place)) != 0 {
        let mine = leftKey.extracting(Int(word.from)..<Int(word.to))
        for (spot, other) in right.enumerated() where taken & (1 << UInt32(spot)) == 0 {
          let theirs = rightKey.extracting(Int(other.from)..<Int(other.to))
          let likeness = alike(mine, theirs)
          guard likeness > 0 else { continue }
          taken |= 1 << UInt32(spot)
          let (one, two) = (weights.weight(word.id), weights.weight(other.id))
          pending &= ~(1 << UInt32(place))
          matched += likeness * (one + two)
          share.rarest = max(share.rarest, likeness * min(one, two))
          break
        }
      }
    }
    if pending != 0, left.count != right.count {
      matched += joined(left, leftKey, right, rightKey, &pending, &taken, weights)
    }
    guard sumLeft > 0, sumRight > 0 else { return share }
    share.dice = matched / (sumLeft + sumRight)
    share.contained = min(matched / (2 * min(sumLeft, sumRight)), 1)
    share.isCrossed = pending != 0 && taken.nonzeroBitCount < right.count
    share.numbersDiffer = leftNumber && rightNumber && !sharedNumber
    return share
  }

  /// Weight of words that only a space tells apart: one that was split, or two that ran together.
  private static func joined(
    _ left: ArraySlice<WordWeights.Word>, _ leftKey: Span<UInt8>, _ right: ArraySlice<WordWeights.Word>,
    _ rightKey: Span<UInt8>, _ pending: inout UInt32, _ taken: inout UInt32, _ weights: WordWeights
  ) -> Float {
    var matched: Float = 0
    for (place, word) in left.enumerated() where pending & (1 << UInt32(place)) != 0 {
      for (spot, other) in right.enumerated() where taken & (1 << UInt32(spot)) == 0 {
        let (one, two) = (word.to - word.from, other.to - other.from)
        if one > two, spot + 1 < right.count, taken & (2 << UInt32(spot)) == 0 {
          let next = right[right.startIndex + spot + 1]
          guard two + (next.to - next.from) == one,
            isSplit(
              leftKey.extracting(Int(word.from)..<Int(word.to)),
              rightKey.extracting(Int(other.from)..<Int(next.to)))
          else { continue }
          taken |= 3 << UInt32(spot)
          pending &= ~(1 << UInt32(place))
          matched += 0.9 * (weights.weight(word.id) + weights.weight(other.id) + weights.weight(next.id))
          break
        }
        if two > one, place + 1 < left.count, pending & (2 << UInt32(place)) != 0 {
          let next = left[left.startIndex + place + 1]
          guard one + (next.to - next.from) == two,
            isSplit(
              rightKey.extracting(Int(other.from)..<Int(other.to)),
              leftKey.extracting(Int(word.from)..<Int(next.to)))
          else { continue }
          taken |= 1 << UInt32(spot)
          pending &= ~(3 << UInt32(place))
          matched += 0.9 * (weights.weight(word.id) + weights.weight(other.id) + weights.weight(next.id))
          break
        }
      }
    }
    return matched
  }

  /// Whether a word is the other text without its space.
  private static func isSplit(_ word: Span<UInt8>, _ text: Span<UInt8>) -> Bool {
    guard word.count >= 4, text.count == word.count + 1 else { return false }
    var place = 0
    for index in text.indices where text[index] != 0x20 {
      guard place < word.count, text[index] == word[place] else { return false }
      place += 1
    }
    return place == word.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// How much of a word's weight the other one is worth: a slip nearly all, an initial half.
  private static func alike(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Float {
    let length = max(first.count, second.count)
    if min(first.count, second.count) == 1 { return first[0] == second[0] && !isDigit(first[0]) ? 0.5 : 0 }
    let shorter = min(first.count, second.count)
    // Abbreviations: deli, delicatessen.
    if shorter >= 4, length > shorter, first.extracting(0..<shorter).equals(second.extracting(0..<shorter)) {
      return 0.8
    }
    guard length >= 4, !isDigit(first[0]), !isDigit(second[0]) else { return 0 }
    let limit = length >= 8 ? 2 : 1
    return EditDistance.between(first, second, limit: limit) <= limit ? 0.9 : 0
  }
}
