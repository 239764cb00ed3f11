/// What may be known of one word of a name, apart from its letters.
struct NameTraits: Sendable {
  var kinds: NameDictionary.Kinds = []
  var isInitial = false
  /// Gender of the patronymic it may be.
  var patronymic: Gender?
  /// Whether it ends as a surname does, and the gender it then has.
  var endsAsSurname = false
  var surnameGender: Gender?
  /// Whether it is a patronymic by a word of its own (`оглы`).
  var isKin = false
  /// Whether it has a particle (`фон Берг`).
  var hasParticle = false
  var hasHyphen = false

  var isFirst: Bool { !kinds.isDisjoint(with: [.male, .female, .first]) }

  /// Gender of the first name, when it has but one.
  var firstGender: Gender? {
    switch kinds.intersection(.gendered) {
    case .male: .male
    case .female: .female
    default: nil
    }
  }

  /// The gender that the word tells in a role.
  func gender(as role: NameRole) -> Gender? {
    switch role {
    case .first: firstGender
    case .middle: patronymic
    case .last: hasParticle ? nil : surnameGender
    }
  }

  /// How well the word plays a part, in half points.
  func score(as role: NameRole) -> Int {
    switch role {
    case .first:
      if isInitial { return 6 }
      if isKin || hasParticle { return -10 }
      if !kinds.isDisjoint(with: .gendered) { return 10 }
      if kinds.contains(.first) { return patronymic == nil ? 5 : 0 }
      if patronymic != nil { return -8 }
      return endsAsSurname ? -4 : 0
    case .middle:
      if isKin { return 16 }
      if isInitial { return 5 }
      guard patronymic != nil else { return -12 }
      return kinds.contains(.surname) ? 5 : 12
    case .last:
      if isInitial || isKin { return -16 }
      if hasParticle { return 12 }
      if kinds.contains(.surname) { return 8 }
      if patronymic != nil { return 0 }
      if !kinds.isDisjoint(with: .gendered) { return -4 }
      if endsAsSurname || hasHyphen { return kinds.contains(.first) ? 6 : 8 }
      return kinds.contains(.first) ? 0 : 3
    }
  }
}

/// The part a word plays in a name.
enum NameRole: UInt8, Sendable { case last, first, middle }
