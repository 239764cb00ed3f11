/// One word of a name and what may be known of it.
struct NameToken {
  /// The word as it stands, its case put right.
  var text: String
  /// Lower case, ё as е.
  var low: String
  var kinds: NameDictionary.Kinds
  var isInitial = false
  /// Gender of the patronymic it may be.
  var patronymic: Gender?
  /// Whether it ends as a surname does, and the gender it then has.
  var surname: (isLikely: Bool, gender: Gender?) = (false, nil)
  /// Whether it is a patronymic by a word of its own (`оглы`).
  var isKin = false
  /// Whether it has a particle (`фон Берг`).
  var hasParticle = false

  init(_ text: String, _ dictionary: NameDictionary) {
    self.text = NameCase.titled(text)
    low = text.folded
    kinds = dictionary.kinds(low)
    patronymic = NameEnding.patronymic(low)
    surname = NameEnding.surname(low)
  }

  /// An initial, its dot put to it.
  init(initial: String) {
    text = initial.raised + "."
    low = initial.lowered
    kinds = []
    isInitial = true
  }

  var isFirst: Bool { !kinds.isDisjoint(with: [.male, .female, .first]) }

  /// Gender of the first name, when it has but one.
  var firstGender: Gender? {
    switch kinds.intersection(.gendered) {
    case .male: .male
    case .female: .female
    default: nil
    }
  }
}

/// The part a word plays in a name.
enum NameRole: Sendable { case last, first, middle }

extension NameToken {
  /// How well the word plays a part, in half points.
  func score(as role: NameRole) -> Int {
    switch role {
    case .first:
      if isInitial { return 6 }
      if isKin || hasParticle { return -10 }
      if !kinds.isDisjoint(with: .gendered) { return 10 }
      if kinds.contains(.first) { return patronymic == nil ? 5 : 0 }
      if patronymic != nil { return -8 }
      return surname.isLikely ? -4 : 0
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
      if surname.isLikely || low.utf8.contains(0x2D) { return kinds.contains(.first) ? 6 : 8 }
      return kinds.contains(.first) ? 0 : 3
    }
  }
}
