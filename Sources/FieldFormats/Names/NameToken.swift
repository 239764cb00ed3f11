/// One word of a name as it stands, and what may be known of it.
struct NameToken {
  /// The word as it stands, its case put right.
  var text: String
  var traits = NameTraits()

  init(_ text: String, _ dictionary: NameDictionary) {
    self.text = NameCase.titled(text)
    let low = text.folded
    traits.kinds = dictionary.kinds(low)
    traits.patronymic = NameEnding.patronymic(low)
    (traits.endsAsSurname, traits.surnameGender) = NameEnding.surname(low)
    traits.hasHyphen = low.has(0x2D)
  }

  /// An initial, its dot put to it.
  init(initial: String) {
    text = initial.raised + "."
    traits.isInitial = true
  }

  var isFirst: Bool { traits.isFirst }
  var isInitial: Bool { traits.isInitial }
}
