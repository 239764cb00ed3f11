/// What a state register says of a company, as far as it matters to a seller.
enum RegistryStatus: UInt8, Sendable, Comparable, CaseIterable {
  /// It is at work; also one that is being reorganised.
  case active
  /// Something in its entry is officially doubted («недостоверность»).
  case unreliable
  /// It is being wound up.
  case liquidating
  /// It is bankrupt, or a court is looking into it.
  case bankrupt
  /// It is no more.
  case closed

  static func < (left: RegistryStatus, right: RegistryStatus) -> Bool { left.rawValue < right.rawValue }

  /// Parts of words that tell a status, small letters, in the order in which they are looked for.
  ///
  /// Sources: DaData `state.status`; the names of special states in extracts of ЕГРЮЛ and ЕГРИП.
  private static let words: [(RegistryStatus, [String])] = [
    (
      .liquidating,
      [
        "liquidating", "liquidation", "процессе ликвид", "ликвидируется", "стадии ликвид",
        "решение о ликвид", "ликвидация", "предстоящ",
      ]
    ),
    // Before bankruptcy, for one that ended in it is no more; before «active», for «inactive» holds it.
    (
      .closed,
      [
        "liquidated", "excluded", "closed", "dissolved", "terminated", "inactive", "ликвидирован",
        "прекращ", "прекрати", "исключен", "исключён", "недействующ", "закрыт",
      ]
    ),
    (
      .bankrupt,
      [
        "bankrupt", "insolven", "банкрот", "несостоятел", "конкурсн", "наблюдени", "внешнее управл",
        "финансовое оздоровл",
      ]
    ),
    (.unreliable, ["unreliable", "invalid", "недостовер"]),
    (
      .active,
      [
        "active", "reorganiz", "reorganis", "действ", "реорганиз", "присоединени", "преобразовани",
        "слияни", "выделени", "разделени",
      ]
    ),
  ]

  /// Reads a status; nil: a word nobody told us of.
  init?(_ text: String) {
    let text = text.lowercased()
    for (status, words) in Self.words where words.contains(where: text.contains) {
      self = status
      return
    }
    return nil
  }
}
