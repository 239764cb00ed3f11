import RuleKit
import Tables

extension Freshness {
  /// What stands beneath the rule in a standard.
  struct Settings: Decodable, Sendable {
    /// How long a record may stay unchanged.
    var record: String
    /// How long a client may go without a contact or a purchase.
    var contact: String
    /// Other terms for some clients; the first that fits counts.
    var by: [OtherTerms]
    /// Values of `client_status` of whom nothing is asked.
    private let skip: [[UInt8]]
    /// Percent of the contacts that go bad in a month.
    var decay: Double

    private enum CodingKeys: String, CodingKey { case record, contact, by, skip, decay }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      record = try container.decode(String.self, forKey: .record)
      contact = try container.decode(String.self, forKey: .contact)
      by = try container.decode([OtherTerms].self, forKey: .by)
      skip = try container.decode([String].self, forKey: .skip).map { Array($0.utf8) }
      decay = try container.decode(Double.self, forKey: .decay)
    }

    /// Whether nothing is asked of clients of this status.
    func skips(_ status: Span<UInt8>) -> Bool {
      for word in skip where status.equals(word.span) { return true }
      return false
    }
  }

  private static var term: JSONValue { .object(["type": .string("string")]) }
  private static var words: JSONValue { .object(["type": .string("array"), "items": term]) }

  static var settings: [SettingDescription] {
    [
      SettingDescription(
        "record", ["type": .string("string")], default: .string("36 months"),
        en: "how long a record may stay unchanged (updated_at): a number of days, weeks, months or years",
        ru: "сколько запись может не меняться (updated_at): число дней, недель, месяцев или лет"),
      SettingDescription(
        "contact", ["type": .string("string")], default: .string("12 months"),
        en: "how long a client may go without a contact or a purchase",
        ru: "сколько с клиентом может не быть ни контакта, ни покупки"),
      SettingDescription(
        "by",
        [
          "type": .string("array"),
          "items": .object([
            "type": .string("object"), "additionalProperties": .bool(false),
            "required": .array([.string("field"), .string("equals")]),
            "properties": .object([
              "field": term, "equals": words, "record": term, "contact": term,
            ]),
          ]),
        ], default: .array([]),
        en:
          "other terms where `field` holds one of `equals`: {field: abc_class, equals: [A], contact: 1 month}",
        ru:
          "другие сроки там, где в `field` одно из `equals`: {field: abc_class, equals: [A], contact: 1 месяц}"
      ),
      SettingDescription(
        "skip", ["type": .string("array"), "items": term], default: .array([.string("dead")]),
        en: "values of client_status of whom nothing is asked",
        ru: "значения client_status, при которых ничего не требуется"),
      SettingDescription(
        "decay", ["type": .string("number"), "minimum": .integer(0), "maximum": .integer(100)],
        default: .number(2.1),
        en: "percent of contacts that go out of date in a month, for an estimate; 0: none",
        ru: "сколько процентов контактов устаревает за месяц, для оценки; 0 — без оценки"),
    ]
  }

  static var codes: [CodeDescription] {
    [
      CodeDescription(
        "record-stale", .info, en: "not changed for {days} days longer than a record may be",
        ru: "запись не меняли на {days} дн. дольше допустимого"),
      CodeDescription(
        "contact-overdue", .info, en: "a contact is {days} days overdue",
        ru: "контакт с клиентом просрочен на {days} дн."),
      CodeDescription(
        "never-contacted", .info, en: "no contact and no purchase has a date",
        ru: "нет ни одной даты контакта или покупки"),
      CodeDescription(
        "plan-overdue", .warning, en: "the contact that was planned is {days} days overdue",
        ru: "запланированный контакт просрочен на {days} дн."),
      CodeDescription(
        "likely-outdated", .info,
        en:
          "at the usual {rate} % a month about {share} % of {clients} dated clients' contacts are out of date: an estimate, not found in any one",
        ru:
          "при обычных {rate} % в месяц устарело около {share} % контактов {clients} клиентов с датами: это оценка, а не находка"
      ),
      CodeDescription(
        "no-dates", .info, en: "the table has no dates of contacts, purchases or changes",
        ru: "в таблице нет дат контактов, покупок и изменений"),
    ]
  }

  static var examples: [Example] {
    [
      Example(
        """
        last_contact_date | last_purchase_date | updated_at          | client_status
        2025-11-22        |                    | 2026-01-01T10:00:00 | active
        ↓2025-11-21       |                    | 2026-01-01          | dormant
        2025-01-01        | 2026-11-01         | ↓2023-11-21         | active
        ↓                 |                    |                     | unknown
        2019-01-01        |                    | 2019-01-01          | dead
        """, flagsTable: ["likely-outdated"],
        title: Localized(
          en: "a year without a contact, three without a change; of the dead nothing is asked",
          ru: "год без контакта, три без изменений; с мёртвых не спрашивается")),
      Example(
        """
        last_contact_date | next_contact_date | abc_class
        2026-10-01        | ↓2026-11-01       | B
        2026-11-02        | 2026-11-01        | B
        ↓2026-10-01       | 2026-12-01        | A
        2026-10-23        | 2026-11-22        | A
        """,
        settings: .object([
          "by": .array([
            .object([
              "field": .string("abc_class"), "equals": .array([.string("A")]),
              "contact": .string("30 days"),
            ])
          ]), "decay": .integer(0),
        ]),
        title: Localized(
          en: "the best clients are asked after more often; what was planned is kept",
          ru: "лучших спрашивают чаще; запланированное выполняют")),
      Example(
        """
        org_name
        Ромашка
        """, flagsTable: ["no-dates"],
        title: Localized(en: "nothing can be told without dates", ru: "без дат сказать нечего")),
    ]
  }
}

/// Terms for the clients whose field holds one of some values.
struct OtherTerms: Decodable, Sendable {
  /// The field looked at.
  let field: String
  /// How long such a record may stay unchanged; nil: as others.
  let record: String?
  /// How long such a client may go without a contact; nil: as others.
  let contact: String?
  private let spellings: [[UInt8]]

  private enum CodingKeys: String, CodingKey { case field, equals, record, contact }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    field = try container.decode(String.self, forKey: .field)
    record = try container.decodeIfPresent(String.self, forKey: .record)
    contact = try container.decodeIfPresent(String.self, forKey: .contact)
    spellings = try container.decode([String].self, forKey: .equals).map { Array($0.utf8) }
  }

  /// Whether a cell holds one of the values.
  func holds(_ text: Span<UInt8>) -> Bool {
    for word in spellings where text.equals(word.span) { return true }
    return false
  }
}
