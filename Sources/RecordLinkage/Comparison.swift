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
  /// Whether it speaks for the two being one.
  var agrees = true

  init(
    _ key: String, field: String? = nil, en: String, ru: String, m: Double, u: Double, agrees: Bool = true
  ) {
    self.key = key
    self.field = field
    self.en = en
    self.ru = ru
    self.m = m
    self.u = u
    self.agrees = agrees
  }
}

/// A comparison of two records: its levels from most to least alike.
///
/// Level 0, «not told», is no evidence.
struct Comparison: Sendable {
  /// Field it is told under.
  let field: String
  /// Levels 1…n stand at 0…n-1.
  let levels: [Level]

  /// The comparison of that place in a pattern.
  static func at(_ place: Int) -> Comparison { place < all.count ? all[place] : text }

  /// Levels of the first name that rules of identity speak of.
  enum Given {
    static let swapped = 5
    static let alike = 6
    static let different = 7
  }

  /// Places of the comparisons in a pattern; texts without a role follow.
  enum Place {
    static let given = 0
    static let surname = 1
    static let middle = 2
    static let birth = 3
    static let personalID = 4
    static let email = 5
    static let household = 6
    static let org = 7
    static let handle = 8
    static let gender = 9
    static let texts = 10
  }

  /// The comparisons; phone, address, postcode and city are ONE, because people who live together share them all.
  ///
  /// The shares are starting points, from experience with bases of persons and firms; a base moves them
  /// within bounds (`ModelTraining`).
  static let all: [Comparison] = [
    Comparison(
      field: "first_name",
      levels: [
        Level("exact", en: "same first name", ru: "то же имя", m: 0.80, u: 0.006),
        Level(
          "nickname", en: "short form of the same name", ru: "краткая форма того же имени", m: 0.03, u: 0.003),
        Level("initial", en: "same initial", ru: "тот же инициал", m: 0.03, u: 0.004),
        Level("close", en: "first name with a slip", ru: "имя с опиской", m: 0.05, u: 0.002),
        Level(
          "swapped", en: "first and last name swapped", ru: "имя и фамилия переставлены", m: 0.02, u: 0.00001),
        Level("alike", en: "similar first name", ru: "похожее имя", m: 0.03, u: 0.006),
        Level("different", en: "different first name", ru: "другое имя", m: 0.04, u: 0.977, agrees: false),
      ]),
    Comparison(
      field: "last_name",
      levels: [
        Level("exact", en: "same last name", ru: "та же фамилия", m: 0.84, u: 0.0015),
        Level("close", en: "last name with a slip", ru: "фамилия с опиской", m: 0.08, u: 0.001),
        Level(
          "partial", en: "one part of a double last name", ru: "часть двойной фамилии", m: 0.01, u: 0.0003),
        Level(
          "swapped", en: "first and last name swapped", ru: "имя и фамилия переставлены", m: 0.02, u: 0.003),
        Level("different", en: "different last name", ru: "другая фамилия", m: 0.05, u: 0.994, agrees: false),
      ]),
    Comparison(
      field: "middle_name",
      levels: [
        Level("exact", en: "same middle name", ru: "то же отчество", m: 0.78, u: 0.012),
        Level("initial", en: "same middle initial", ru: "тот же инициал отчества", m: 0.1, u: 0.02),
        Level("close", en: "middle name with a slip", ru: "отчество с опиской", m: 0.07, u: 0.004),
        Level(
          "different", en: "different middle name", ru: "другое отчество", m: 0.05, u: 0.964, agrees: false),
      ]),
    Comparison(
      field: "birth_date",
      levels: [
        Level("exact", en: "same birth date", ru: "та же дата рождения", m: 0.86, u: 0.00006),
        Level("swapped", en: "day and month swapped", ru: "день и месяц переставлены", m: 0.02, u: 0.00004),
        Level("close", en: "birth date with a slip", ru: "дата рождения с опиской", m: 0.06, u: 0.0012),
        Level("parts", en: "two parts of the birth date", ru: "две части даты рождения", m: 0.02, u: 0.003),
        Level(
          "different", en: "different birth date", ru: "другая дата рождения", m: 0.04, u: 0.995,
          agrees: false),
      ]),
    Comparison(
      field: "document",
      levels: [
        Level("exact", en: "same document number", ru: "тот же номер документа", m: 0.88, u: 0.000002),
        Level(
          "close", en: "document number with a slip", ru: "номер документа с опиской", m: 0.08, u: 0.00003),
        Level(
          "different", en: "different document number", ru: "другой номер документа", m: 0.04, u: 1,
          agrees: false),
      ]),
    Comparison(
      field: "email",
      levels: [
        Level("exact", en: "same e-mail", ru: "тот же e-mail", m: 0.70, u: 0.00002),
        Level(
          "local", en: "same e-mail name, other host", ru: "то же имя e-mail, другой сервер", m: 0.07,
          u: 0.00008),
        Level("close", en: "e-mail with a slip", ru: "e-mail с опиской", m: 0.08, u: 0.00003),
        Level("different", en: "different e-mail", ru: "другой e-mail", m: 0.15, u: 1, agrees: false),
      ]),
    Comparison(
      field: "address",
      levels: [
        Level(
          "both", field: "phone", en: "same phone and address", ru: "те же телефон и адрес", m: 0.32,
          u: 0.000005),
        Level("phone", field: "phone", en: "same phone", ru: "тот же телефон", m: 0.22, u: 0.00002),
        Level(
          "phone-close", field: "phone", en: "phone with a slip", ru: "телефон с опиской", m: 0.05, u: 0.00002
        ),
        Level("address", en: "same address", ru: "тот же адрес", m: 0.16, u: 0.00006),
        Level("address-close", en: "similar address", ru: "похожий адрес", m: 0.08, u: 0.0001),
        Level(
          "postcode", field: "postal_code", en: "same postal code", ru: "тот же индекс", m: 0.04, u: 0.001),
        Level("city", field: "city", en: "same city", ru: "тот же город", m: 0.05, u: 0.03),
        Level(
          "different", en: "other phone and address", ru: "другие телефон и адрес", m: 0.08, u: 0.97,
          agrees: false),
      ]),
    Comparison(
      field: "org_name",
      levels: [
        Level("exact", en: "same company name", ru: "то же название", m: 0.72, u: 0.0002),
        Level("close", en: "similar company name", ru: "похожее название", m: 0.18, u: 0.0002),
        Level(
          "partial", en: "one name within the other", ru: "одно название входит в другое", m: 0.07, u: 0.002),
        Level(
          "different", en: "different company name", ru: "другое название", m: 0.03, u: 0.998, agrees: false),
      ]),
    Comparison(
      field: "handle",
      levels: [
        Level("exact", en: "same site or account", ru: "тот же сайт или аккаунт", m: 0.6, u: 0.00005),
        Level(
          "different", en: "different site or account", ru: "другой сайт или аккаунт", m: 0.4, u: 1,
          agrees: false),
      ]),
    Comparison(
      field: "gender",
      levels: [
        Level("exact", en: "same gender", ru: "тот же пол", m: 0.96, u: 0.5),
        Level("different", en: "different gender", ru: "другой пол", m: 0.04, u: 0.5, agrees: false),
      ]),
  ]

  /// A column without a role.
  static let text = Comparison(
    field: "text",
    levels: [
      Level("exact", en: "same value", ru: "то же значение", m: 0.60, u: 0.02),
      Level("close", en: "similar value", ru: "похожее значение", m: 0.15, u: 0.01),
      Level("different", en: "different value", ru: "другое значение", m: 0.25, u: 0.97, agrees: false),
    ])
}

/// Levels of all comparisons of a pair, four bits each.
struct Pattern: Hashable, Sendable {
  /// The packed levels.
  var bits: UInt64 = 0

  /// The level of a comparison; 0 where one of the two says nothing.
  @inline(__always) subscript(place: Int) -> Int {
    get { Int(bits >> UInt64(place * 4)) & 15 }
    set { bits = bits & ~(15 << UInt64(place * 4)) | UInt64(newValue) << UInt64(place * 4) }
  }
}
