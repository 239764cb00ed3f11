import Tables

/// Values of several words.
extension PairComparator {
  /// Whether two texts of some length differ by few slips, spaces between words among them.
  func isNearlyEqual(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    let limit = max(one.count, other.count) / 6
    return limit > 0 && EditDistance.between(one, other, limit: limit) <= limit
  }

  func org(_ first: UInt32, _ second: UInt32) -> Int {
    guard first != 0, second != 0 else { return 0 }
    if first == second { return 1 }
    guard orgShapes.mayOverlap(first, second) else { return Comparison.Org.different }
    let share = WordOverlap.between(first, second, in: evidence.orgs, orgWords)
    guard !share.numbersDiffer else { return Comparison.Org.different }
    // A word replaced by another is no slip; a space more or less is.
    let isReplaced =
      share.isCrossed && orgWords.words(of: first).count == orgWords.words(of: second).count
    if !isReplaced, isNearlyEqual(evidence.orgs.utf8(first), evidence.orgs.utf8(second)) { return 2 }
    // Names that each have a word of their own are rather neighbours' («café of the X», «bar of the X»).
    if share.dice >= (share.isCrossed ? 0.9 : 0.8) { return 2 }
    if share.contained >= 0.85, !share.isCrossed { return Comparison.Org.partial }
    return share.dice >= 0.45 ? Comparison.Org.related : Comparison.Org.different
  }

  func text(_ first: UInt32, _ second: UInt32) -> Int {
    guard first != 0, second != 0 else { return 0 }
    if first == second { return 1 }
    let (one, other) = (evidence.texts.utf8(first), evidence.texts.utf8(second))
    let isNumber = one[0] >= 0x30 && one[0] <= 0x39 && other[0] >= 0x30 && other[0] <= 0x39
    guard isNumber || textShapes.mayOverlap(first, second) else { return 5 }
    let share = WordOverlap.between(first, second, in: evidence.texts, textWords)
    if isNumber, share.dice == 0 {
      if one.count >= 6, isNearlyEqual(one, other) { return 2 }
      return Self.number(one).flatMap { mine in Self.number(other).map { abs(mine - $0) == 1 } } == true
        ? 3 : 5
    }
    if share.dice >= 0.8 || isNearlyEqual(one, other) { return 2 }
    if share.dice >= 0.5 || share.contained >= 0.85 { return 3 }
    return share.dice >= 0.2 ? 4 : 5
  }

  /// The whole number a text is, up to nine digits.
  private static func number(_ text: Span<UInt8>) -> Int? {
    guard text.count < 10 else { return nil }
    var number = 0
    for index in text.indices {
      guard text[index] >= 0x30, text[index] <= 0x39 else { return nil }
      number = number * 10 + Int(text[index] - 0x30)
    }
    return number
  }
}
