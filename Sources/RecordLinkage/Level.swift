/// One way in which two values may relate, with a label people can read and what is believed of it beforehand.
struct Level: Sendable {
  /// Name in the evidence.
  let key: String
  /// Field it is told under, where that is not the comparison's own.
  var field: String?
  let en: String
  let ru: String
  /// Share of the pairs of one client that stand here (the m of Fellegi and Sunter), before looking at the base.
  let m: Double
  /// Share of the pairs of two clients that stand here (their u), before looking at the base.
  let u: Double
  /// Share of the pairs of two clients of one home that stand here: relatives, neighbours in an office.
  let h: Double
  /// Whether it speaks for the two being one.
  var agrees = true

  init(
    _ key: String, field: String? = nil, en: String, ru: String, m: Double, u: Double, h: Double? = nil,
    agrees: Bool = true
  ) {
    self.key = key
    self.field = field
    self.en = en
    self.ru = ru
    self.m = m
    self.u = u
    self.h = h ?? u
    self.agrees = agrees
  }
}
