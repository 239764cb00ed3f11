/// Finds which word of a name is the surname, the first name, the patronymic.
enum NameOrder {
  /// The roles of up to three words, two bits each, the first word lowest.
  struct Roles: Sendable {
    fileprivate var packed: UInt8

    subscript(index: Int) -> NameRole { NameRole(rawValue: (packed >> UInt8(index * 2)) & 3) ?? .last }

    /// Place of the word that plays a role among `count`; nil: none does.
    func place(of role: NameRole, count: Int) -> Int? {
      for index in 0..<count where self[index] == role { return index }
      return nil
    }
  }

  /// Orders tried, the likelier first; the canonical one leads, so a name put in order stays so.
  @inline(__always)
  private static func order(_ number: Int, of count: Int) -> UInt8? {
    let (last, first, middle): (UInt8, UInt8, UInt8) = (0, 1, 2)
    func pack(_ a: UInt8, _ b: UInt8, _ c: UInt8 = 0) -> UInt8 { a | b << 2 | c << 4 }
    switch (count, number) {
    case (1, 0): return last
    case (1, 1): return first
    case (1, 2): return middle
    case (2, 0): return pack(last, first)
    case (2, 1): return pack(first, middle)
    case (2, 2): return pack(first, last)
    case (2, 3): return pack(last, middle)
    case (2, 4): return pack(middle, first)
    case (3, 0): return pack(last, first, middle)
    case (3, 1): return pack(first, middle, last)
    case (3, 2): return pack(first, last, middle)
    case (3, 3): return pack(middle, first, last)
    case (3, 4): return pack(last, middle, first)
    case (3, 5): return pack(middle, last, first)
    default: return nil
    }
  }

  /// The best order of the first `count` words, one to three.
  ///
  /// Scores are whole half points, and ties go to the earlier order, so the answer does not depend on how the
  /// words stood once they are in the canonical order.
  static func best(_ words: borrowing InlineArray<3, NameTraits>, count: Int) -> Roles {
    var scores = InlineArray<3, InlineArray<3, Int>>(repeating: InlineArray<3, Int>(repeating: 0))
    for index in 0..<count {
      for role: UInt8 in 0..<3 {
        scores[index][Int(role)] = words[index].score(as: NameRole(rawValue: role) ?? .last)
      }
    }
    var best = Roles(packed: 0)
    var most = Int.min
    var number = 0
    while let packed = order(number, of: count) {
      number += 1
      let roles = Roles(packed: packed)
      var score = 0
      var first: Gender?
      var middle: Gender?
      var last: Gender?
      for index in 0..<count {
        let role = roles[index]
        score += scores[index][Int(role.rawValue)]
        switch role {
        case .first: first = words[index].firstGender
        case .middle: middle = words[index].patronymic
        case .last: last = words[index].surnameGender
        }
      }
      if let first, let middle, first != middle { score -= 14 }
      if let last, let other = middle ?? first { score += last == other ? 1 : -1 }
      if score > most {
        most = score
        best = roles
      }
    }
    return best
  }

  /// The best order of the words; nil: too many words, or none.
  static func best(_ tokens: [NameToken]) -> [NameRole]? {
    guard (1...3).contains(tokens.count) else { return tokens.isEmpty ? [] : nil }
    var words = InlineArray<3, NameTraits>(repeating: NameTraits())
    for (index, token) in tokens.enumerated() { words[index] = token.traits }
    let roles = best(words, count: tokens.count)
    return tokens.indices.map { roles[$0] }
  }
}
