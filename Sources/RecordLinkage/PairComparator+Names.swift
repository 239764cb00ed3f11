import Tables

/// First names, last names and patronymics.
extension PairComparator {
  func isSwapped(_ givenA: UInt32, _ surnameA: UInt32, _ givenB: UInt32, _ surnameB: UInt32) -> Bool {
    guard givenA != 0, givenB != 0, surnameA != 0, surnameB != 0, givenA != givenB, surnameA != surnameB
    else {
      return false
    }
    let crossed = givenA == surnameB
    let crossedBack = surnameA == givenB
    if crossed && crossedBack { return true }
    if crossed { return isClose(surnameA, givenB) }
    if crossedBack { return isClose(givenA, surnameB) }
    return isClose(givenA, surnameB) && isClose(surnameA, givenB) && !isClose(givenA, givenB)
  }

  func isClose(_ first: UInt32, _ second: UInt32) -> Bool {
    guard let slips = nameShapes.usualSlips(first, second), nameShapes.mayBeWithin(slips, first, second)
    else {
      return false
    }
    return EditDistance.between(evidence.names.utf8(first), evidence.names.utf8(second), limit: slips)
      <= slips
  }

  func given(_ first: UInt32, _ second: UInt32) -> Int {
    guard first != 0, second != 0 else { return 0 }
    if first == second { return 1 }
    if shareFullName(first, second) { return 2 }
    let (one, other) = (evidence.names.utf8(first), evidence.names.utf8(second))
    if isInitial(one, of: other) { return 3 }
    if isShortened(one, other) { return Comparison.Given.alike }
    let length = max(one.count, other.count)
    let limit = Self.slips(length)
    guard nameShapes.mayBeWithin(limit + 1, first, second) else { return Comparison.Given.different }
    let slips = EditDistance.between(one, other, limit: limit + 1)
    guard slips <= limit + 1, length >= 3 else { return Comparison.Given.different }
    // Two names in use are two names, however alike (Мария and Марина, Darla and Darlene).
    if isAnotherGender(one, other) { return Comparison.Given.different }
    if evidence.count < Self.fewRecords {
      return slips <= 1 && !(knownNames[Int(first)] && knownNames[Int(second)]) ? 4 : Comparison.Given.alike
    }
    if isName(first), isName(second) { return Comparison.Given.alike }
    return slips <= limit ? 4 : Comparison.Given.alike
  }

  /// In so few records nobody can tell a slip from a rare name by counting.
  static let fewRecords = 300

  /// Whether a first name is one of the other's middle names: many go by their second name.
  func bearsAsMiddle(_ given: UInt32, _ middle: UInt32) -> Bool {
    guard given != 0, middle != 0 else { return false }
    let (name, names) = (evidence.names.utf8(given), evidence.names.utf8(middle))
    guard name.count >= 3 else { return false }
    for word in NameParts.words(of: names) where names.extracting(word).equals(name) { return true }
    return false
  }

  /// Whether a given name is one that people bear, not a slip.
  func isName(_ name: UInt32) -> Bool { borneNames[Int(name)] }

  /// Whether two alike first names are two names all the same (Мария and Марина), not forms or parts of one.
  func areTwoNames(_ first: UInt32, _ second: UInt32) -> Bool {
    let (one, other) = (evidence.names.utf8(first), evidence.names.utf8(second))
    guard one.count > 1, other.count > 1, isName(first), isName(second) else { return false }
    if isShortened(one, other) { return knownNames[Int(first)] && knownNames[Int(second)] }
    let most = Self.slips(max(one.count, other.count)) + 1
    return EditDistance.between(one, other, limit: most) <= most
  }

  /// Slips that may stand in a first name of so many letters.
  private static func slips(_ length: Int) -> Int { length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3 }

  /// A vowel more or less at the end is another gender (Александр, Александра).
  private func isAnotherGender(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    let longer = one.count > other.count ? one : other
    let shorter = one.count > other.count ? other : one
    return longer.count == shorter.count + 1 && longer.extracting(0..<shorter.count).equals(shorter)
      && longer[longer.count - 1] == 0x61
  }

  /// Whether one name is the beginning of the other (Rob, Robert) and not another gender's form of it.
  private func isShortened(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    let longer = one.count > other.count ? one : other
    let shorter = one.count > other.count ? other : one
    guard shorter.count >= 3, longer.extracting(0..<shorter.count).equals(shorter) else { return false }
    return longer.count > shorter.count + 1 || longer[longer.count - 1] != 0x61
  }

  private func isInitial(_ one: Span<UInt8>, of other: Span<UInt8>) -> Bool {
    guard one.count > 0, other.count > 0, one[0] == other[0] else { return false }
    return one.count == 1 || other.count == 1
  }

  func surname(_ first: UInt32, _ second: UInt32) -> Int {
    guard first != 0, second != 0 else { return 0 }
    if first == second { return 1 }
    if isClose(first, second) { return 2 }
    let (one, other) = (evidence.names.utf8(first), evidence.names.utf8(second))
    let longer = one.count > other.count ? one : other
    let shorter = one.count > other.count ? other : one
    var from = 0
    while from < longer.count {
      var to = from
      while to < longer.count, longer[to] != 0x20 { to += 1 }
      if to - from == shorter.count, to - from < longer.count, longer.extracting(from..<to).equals(shorter) {
        return 3
      }
      from = to + 1
    }
    return isInitial(one, of: other) ? 3 : 5
  }

  func middle(_ first: UInt32, _ second: UInt32) -> Int {
    guard first != 0, second != 0 else { return 0 }
    if first == second { return 1 }
    if isInitial(evidence.names.utf8(first), of: evidence.names.utf8(second)) { return 2 }
    return isClose(first, second) ? 3 : 4
  }
}
