import RuleKit

extension Consent {
  /// What stands beneath the rule in a standard.
  struct Settings: Decodable, Sendable {
    /// Fields that a base with personal data should have.
    var expected: [String]
    /// Whether each client whose answer is not known is told of.
    var askUnknown: Bool
    /// Years below which a client is a minor.
    var adult: Int
    /// Columns of sensitive data that may be there.
    var allow: [String]

    enum CodingKeys: String, CodingKey {
      case expected, adult, allow
      case askUnknown = "ask_unknown"
    }
  }

  private static var names: [String: JSONValue] {
    ["type": .string("array"), "items": .object(["type": .string("string")])]
  }

  static var settings: [SettingDescription] {
    [
      SettingDescription(
        "expected", names,
        default: .array([.string("consent"), .string("consent_date"), .string("consent_source")]),
        en: "fields that a base with personal data should have",
        ru: "поля, которые нужны базе с персональными данными"),
      SettingDescription(
        "ask_unknown", ["type": .string("boolean")], default: .bool(true),
        en: "whether each client whose answer is not known is told of",
        ru: "говорить ли о каждом клиенте, чей ответ неизвестен"),
      SettingDescription(
        "adult", ["type": .string("integer"), "minimum": .integer(0), "maximum": .integer(30)],
        default: .integer(18), en: "years below which a client is a minor; 0 asks nothing",
        ru: "возраст, до которого клиент несовершеннолетний; 0 — не спрашивать"),
      SettingDescription(
        "allow", names, default: .array([]),
        en: "columns of sensitive data that may be there, e.g. [extra.Паспорт]",
        ru: "колонки чувствительных данных, которым здесь место, например [extra.Паспорт]"),
    ]
  }

  static var codes: [CodeDescription] {
    [
      CodeDescription(
        "missing-consent-column", .info,
        en: "the base has people but no column for this; consent cannot be shown (no legal advice)",
        ru: "в базе есть люди, а такой колонки нет: согласия не показать (не юридическая консультация)"),
      CodeDescription(
        "consent-unknown", .info, en: "it is not known whether the client agreed; unknown is not yes",
        ru: "неизвестно, согласен ли клиент; неизвестно — не значит «да»"),
      CodeDescription(
        "consent-without-proof", .warning,
        en: "a consent without date or source; who relies on it must prove it (152-FZ art. 9, GDPR art. 7)",
        ru: "согласие без даты или источника; доказывает его тот, кто ссылается (152-ФЗ ст. 9)"),
      CodeDescription(
        "consent-withdrawn", .info, repair: .safe, en: "the consent was withdrawn after it was given",
        ru: "согласие отозвано после того, как было дано"),
      CodeDescription(
        "calls-refused", .info, repair: .safe, en: "the client asked not to be called; that wins",
        ru: "клиент просил не звонить; это сильнее"),
      CodeDescription(
        "minor", .warning, en: "the client is a minor: a parent must agree (GDPR art. 8)",
        ru: "клиент несовершеннолетний: согласие дают родители"),
      CodeDescription(
        "retention-over", .warning, en: "the data were to be kept no longer than this date",
        ru: "срок хранения данных вышел"),
      CodeDescription(
        "excess-data", .warning,
        en: "numbers of identity documents: a sales base should not hold more than it needs (152-FZ art. 5)",
        ru: "номера документов: базе продаж не следует хранить лишнего (152-ФЗ ст. 5 ч. 5)"),
      CodeDescription(
        "special-category", .warning,
        en: "by its name, data of a special category, kept only with a consent in writing (152-FZ art. 10)",
        ru: "по названию — специальная категория данных, нужно письменное согласие (152-ФЗ ст. 10)"),
    ]
  }
}
