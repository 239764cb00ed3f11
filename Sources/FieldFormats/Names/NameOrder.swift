/// Finds which word of a name is the surname, the first name, the patronymic.
enum NameOrder {
  /// Orders tried, the likelier first.
  ///
  /// The canonical one leads, so a name put in order stays so.
  private static let orders: [[[NameRole]]] = [
    [], [[.last], [.first], [.middle]],
    [[.last, .first], [.first, .middle], [.first, .last], [.last, .middle], [.middle, .first]],
    [
      [.last, .first, .middle], [.first, .middle, .last], [.first, .last, .middle], [.middle, .first, .last],
      [.last, .middle, .first], [.middle, .last, .first],
    ],
  ]

  /// The best order of the words; nil: too many words.
  ///
  /// Scores are whole half points, and ties go to the earlier order, so the answer does not depend on how the
  /// words stood once they are in the canonical order.
  static func best(_ tokens: [NameToken]) -> [NameRole]? {
    guard tokens.count < orders.count else { return nil }
    var best: (score: Int, roles: [NameRole])?
    for roles in orders[tokens.count] {
      var score = 0
      var first: Gender?
      var middle: Gender?
      var last: Gender?
      for (token, role) in zip(tokens, roles) {
        score += token.score(as: role)
        switch role {
        case .first: first = token.firstGender
        case .middle: middle = token.patronymic
        case .last: last = token.surname.gender
        }
      }
      if let first, let middle, first != middle { score -= 14 }
      if let last, let other = middle ?? first { score += last == other ? 1 : -1 }
      if best.map({ score > $0.score }) ?? true { best = (score, roles) }
    }
    return best?.roles
  }
}
