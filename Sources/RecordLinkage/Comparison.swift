/// A comparison of two records: its levels from most to least alike.
///
/// Level 0, «not told», is no evidence.
struct Comparison: Sendable {
  /// Field it is told under.
  let field: String
  /// Levels 1…n stand at 0…n-1.
  let levels: [Level]
  /// Whether people of one home are as different here as strangers are.
  var isOwn = false

  /// The comparison of that place in a pattern.
  static func at(_ place: Int) -> Comparison { place < all.count ? all[place] : text }

  /// The comparisons; phone, address, postcode and city are ONE, because people who live together share them all.
  ///
  /// The shares are starting points, from experience with bases of persons and firms; a base moves them
  /// within bounds (`ModelTraining`).
  static let all: [Comparison] =
    persons + contacts + [
      Comparison(
        field: "gender",
        levels: [
          Level("exact", en: "same gender", ru: "тот же пол", m: 0.96, u: 0.5),
          Level("different", en: "different gender", ru: "другой пол", m: 0.04, u: 0.5, agrees: false),
        ]),
      Comparison(
        field: "source",
        levels: [
          Level("same", en: "from the same source", ru: "из одного источника", m: 0.5, u: 0.5),
          Level("other", en: "from another source", ru: "из другого источника", m: 0.5, u: 0.5),
        ]),
    ]

  private static let persons: [Comparison] = [
    Comparison(
      field: "first_name",
      levels: [
        Level("exact", en: "same first name", ru: "то же имя", m: 0.79, u: 0.006),
        Level(
          "nickname", en: "short form of the same name", ru: "краткая форма того же имени", m: 0.03, u: 0.003),
        Level("initial", en: "same initial", ru: "тот же инициал", m: 0.03, u: 0.004),
        Level("close", en: "first name with a slip", ru: "имя с опиской", m: 0.06, u: 0.002),
        Level(
          "swapped", en: "first and last name swapped", ru: "имя и фамилия переставлены", m: 0.02, u: 0.00001),
        Level("alike", en: "similar first name", ru: "похожее имя", m: 0.03, u: 0.01, agrees: false),
        Level("different", en: "different first name", ru: "другое имя", m: 0.04, u: 0.975, agrees: false),
      ], isOwn: true),
    Comparison(
      field: "last_name",
      levels: [
        Level("exact", en: "same last name", ru: "та же фамилия", m: 0.84, u: 0.0015, h: 0.55),
        Level("close", en: "last name with a slip", ru: "фамилия с опиской", m: 0.08, u: 0.001, h: 0.2),
        Level(
          "partial", en: "one part of a double last name", ru: "часть двойной фамилии", m: 0.01, u: 0.0003,
          h: 0.01),
        Level(
          "swapped", en: "first and last name swapped", ru: "имя и фамилия переставлены", m: 0.02, u: 0.003),
        Level(
          "different", en: "different last name", ru: "другая фамилия", m: 0.05, u: 0.994, h: 0.24,
          agrees: false),
      ]),
    Comparison(
      field: "middle_name",
      levels: [
        Level("exact", en: "same middle name", ru: "то же отчество", m: 0.78, u: 0.012, h: 0.2),
        Level("initial", en: "same middle initial", ru: "тот же инициал отчества", m: 0.1, u: 0.02, h: 0.05),
        Level("close", en: "middle name with a slip", ru: "отчество с опиской", m: 0.07, u: 0.004, h: 0.1),
        Level(
          "different", en: "different middle name", ru: "другое отчество", m: 0.05, u: 0.964, h: 0.65,
          agrees: false),
      ]),
    Comparison(
      field: "birth_date",
      levels: [
        Level("exact", en: "same birth date", ru: "та же дата рождения", m: 0.84, u: 0.00006),
        Level("swapped", en: "day and month swapped", ru: "день и месяц переставлены", m: 0.02, u: 0.00004),
        Level("close", en: "birth date with a slip", ru: "дата рождения с опиской", m: 0.06, u: 0.0012),
        Level("parts", en: "two parts of the birth date", ru: "две части даты рождения", m: 0.02, u: 0.003),
        Level(
          "year", en: "about the same year of birth", ru: "примерно тот же год рождения", m: 0.02, u: 0.05),
        Level(
          "different", en: "different birth date", ru: "другая дата рождения", m: 0.04, u: 0.945,
          agrees: false),
      ], isOwn: true),
    Comparison(
      field: "document",
      levels: [
        Level("exact", en: "same document number", ru: "тот же номер документа", m: 0.88, u: 0.000002),
        Level(
          "close", en: "document number with a slip", ru: "номер документа с опиской", m: 0.08, u: 0.00003),
        Level(
          "similar", en: "similar document number", ru: "похожий номер документа", m: 0.02, u: 0.0003),
        Level(
          "different", en: "different document number", ru: "другой номер документа", m: 0.04, u: 1,
          agrees: false),
      ], isOwn: true),
  ]

  /// A column without a role.
  static let text = Comparison(
    field: "text",
    levels: [
      Level("exact", en: "same value", ru: "то же значение", m: 0.55, u: 0.02, h: 0.2),
      Level("close", en: "nearly the same value", ru: "почти то же значение", m: 0.12, u: 0.005, h: 0.03),
      Level("similar", en: "similar value", ru: "похожее значение", m: 0.08, u: 0.01, h: 0.03),
      Level("words", en: "words in common", ru: "есть общие слова", m: 0.05, u: 0.02, h: 0.04),
      Level(
        "different", en: "different value", ru: "другое значение", m: 0.2, u: 0.945, h: 0.7, agrees: false),
    ])
}
