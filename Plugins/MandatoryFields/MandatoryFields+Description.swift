import RuleKit

extension MandatoryFields {
  /// What stands beneath the rule in a standard.
  struct Settings: Decodable, Sendable {
    /// Fields that must be filled, besides those the standard marks `required: true`.
    var required: [String]
    /// Groups of fields; one of each group must be filled.
    var anyOf: [[String]]
    /// Fields required under a condition.
    var when: [Condition]
    /// For each field the parts it must have when it is filled.
    var detail: [String: [String]]

    enum CodingKeys: String, CodingKey {
      case required, when, detail
      case anyOf = "any_of"
    }
  }

  private static var names: JSONValue {
    .object(["type": .string("array"), "items": .object(["type": .string("string")])])
  }

  static var settings: [SettingDescription] {
    [
      SettingDescription(
        "required", ["type": .string("array"), "items": .object(["type": .string("string")])],
        default: .array([]), en: "fields that must be filled, besides those marked `required: true`",
        ru: "поля, которые должны быть заполнены, кроме отмеченных `required: true`"),
      SettingDescription(
        "any_of", ["type": .string("array"), "items": names], default: .array([]),
        en: "groups of fields; at least one field of each group must be filled",
        ru: "группы полей; в каждой группе должно быть заполнено хотя бы одно"),
      SettingDescription(
        "when",
        [
          "type": .string("array"),
          "items": .object([
            "type": .string("object"), "additionalProperties": .bool(false),
            "required": .array([.string("field"), .string("then")]),
            "properties": .object([
              "field": .object(["type": .string("string")]), "equals": names, "then": names,
            ]),
          ]),
        ], default: .array([]),
        en:
          "conditions: when `field` holds one of `equals` (any value without it), the fields of `then` are required",
        ru: "условия: если в поле `field` одно из значений `equals` (без него — любое), нужны поля из `then`"),
      SettingDescription(
        "detail", ["type": .string("object"), "additionalProperties": names], default: .object([:]),
        en:
          "how detailed a filled field must be: the parts a name (last_name, first_name, middle_name) or an address "
          + "(postal_code, city, street, building, flat) must have, in it or in a column of their own",
        ru:
          "насколько подробным должно быть заполненное поле: части имени (last_name, first_name, middle_name) или "
          + "адреса (postal_code, city, street, building, flat), в нём самом или в своём столбце"),
    ]
  }

  static var codes: [CodeDescription] {
    [
      CodeDescription(
        "missing-value", .error, en: "a required field is empty", ru: "обязательное поле не заполнено"),
      CodeDescription(
        "missing-any-of", .error, en: "none of these is filled: {fields}; one is required",
        ru: "не заполнено ни одно из полей: {fields}; нужно хотя бы одно"),
      CodeDescription(
        "missing-column", .error, en: "the table has no column for what is required: {fields}",
        ru: "в таблице нет столбца для обязательного: {fields}"),
      CodeDescription(
        "not-detailed", .warning, en: "not detailed enough, it lacks: {fields}",
        ru: "недостаточно подробно, нет: {fields}"),
    ]
  }

  private static func object(_ name: String, _ fields: [[String]]) -> JSONValue {
    .object([name: .array(fields.map { .array($0.map(JSONValue.string)) })])
  }

  static var examples: [Example] {
    [
      Example(
        """
        org_name     | email
        ↓            | ana@example.org
        ООО «Ромашка» | ↓
        ↓н/д         | office@example.com
        ↓ —          | ira@example.com
        """, settings: .object(["required": .array([.string("org_name"), .string("email")])]),
        title: Localized(
          en: "a blank, a dash and a word for nothing are all missing",
          ru: "пустая клетка, прочерк и «н/д» — это отсутствие значения")),
      Example(
        """
        phone_mobile | email | ↓
        +79161234568 |       |
                     |       | ↓
        """, settings: object("any_of", [["phone", "email"]]),
        title: Localized(
          en: "one of a group is enough, and a mobile phone is a phone",
          ru: "хватает одного поля группы; мобильный телефон — тоже телефон")),
      Example(
        """
        org_name       | org_legal_form | inn
        Иванова А. П.  | ИП             | ↓
        Ромашка        | ООО            |
        Петрова        | ип             | 500100732259
        """,
        settings: .object([
          "when": .array([
            .object([
              "field": .string("org_legal_form"), "equals": .array([.string("ИП")]),
              "then": .array([.string("inn")]),
            ])
          ])
        ]),
        title: Localized(
          en: "a sole proprietor must have a taxpayer number", ru: "у ИП должен быть ИНН")),
      Example(
        """
        org_name | consent
        Лютик    | нет
        ↓        | да
        """,
        fields: [
          "org_name": .object(["format": .string("org-name"), "required": .bool(true)]),
          "consent": .object(["format": .string("boolean"), "required": .bool(true)]),
        ],
        title: Localized(
          en: "«no» is an answer where the field holds yes and no",
          ru: "«нет» — ответ там, где поле хранит да и нет")),
      Example(
        """
        person_full_name   | address                                  | last_name
        Белкин Олег Ильич  | 300000, г. Тула, ул. Новая, д. 5, кв. 7   |
        ↓Олег Ильич        | ↓г. Тула, ул. Новая                      |
        ↓Белкин            | г. Тула, ул. Новая, влд. 12А             |
        Олег Ильич         | ↓300000, Тульская обл., д. Ивановка      | Белкин
        ↓Белкин О. И.      |                                          |
        Белкин Олег        | 12 Baker Street, London                  |
        """,
        settings: .object([
          "detail": .object([
            "person_full_name": .array([.string("last_name"), .string("first_name")]),
            "address": .array([.string("building")]),
          ])
        ]),
        title: Localized(
          en: "a name without a surname, an address without a house; a column of its own will do",
          ru: "имя без фамилии, адрес без дома; годится и отдельный столбец")),
      Example(
        """
        org_name
        Ромашка
        """,
        settings: .object([
          "required": .array([.string("inn")]),
          "any_of": .array([.array([.string("phone"), .string("email")])]),
        ]), flagsTable: ["missing-column"],
        title: Localized(
          en: "a required column that the table lacks is told once",
          ru: "о недостающем столбце говорится один раз")),
    ]
  }
}

/// Arguments of a finding's message: the fields it speaks of.
func arguments(_ fields: [String]) -> String {
  FindingArguments.json(["fields": fields.joined(separator: ", ")])
}
