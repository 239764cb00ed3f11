import RuleKit

extension CustomSQL {
  /// What stands beneath the rule in a standard.
  struct Settings: Decodable, Sendable {
    /// The checks, in the order in which they run.
    var checks: [SQLCheck]
    /// How long one check may run.
    var seconds: Double
    /// How much memory one check may take, the tables of the base aside.
    var megabytes: Int
  }

  private static let text = JSONValue.object(["type": .string("string")])

  private static var checkSchema: JSONValue {
    .object([
      "type": .string("object"), "additionalProperties": .bool(false),
      "required": .array([.string("name"), .string("sql")]),
      "properties": .object([
        "name": text, "sql": text, "field": text,
        "severity": .object([
          "type": .string("string"),
          "enum": .array([.string("error"), .string("warning"), .string("info")]),
        ]),
        "message": .object([
          "anyOf": .array([
            text,
            .object([
              "type": .string("object"), "additionalProperties": .bool(false),
              "required": .array([.string("en"), .string("ru")]),
              "properties": .object(["en": text, "ru": text]),
            ]),
          ])
        ]),
      ]),
    ])
  }

  static var settings: [SettingDescription] {
    [
      SettingDescription(
        "checks", ["type": .string("array"), "items": checkSchema], default: .array([]),
        en:
          "checks: a name, a select whose first column is the rowid of clients, and, if need be, message, severity "
          + "and field. Tables: clients (columns are the fields), orders, contacts, interactions (client, date, amount "
          + "and their own columns)",
        ru:
          "проверки: имя, select, первый столбец которого — rowid из clients, и по желанию message, severity и "
          + "field. Таблицы: clients (столбцы — поля), orders, contacts, interactions (client, date, amount и "
          + "свои столбцы)"),
      SettingDescription(
        "seconds", ["type": .string("number"), "minimum": .number(0.001), "maximum": .integer(3_600)],
        default: .integer(10), en: "how long one check may run", ru: "сколько секунд может идти одна проверка"
      ),
      SettingDescription(
        "megabytes", ["type": .string("integer"), "minimum": .integer(1), "maximum": .integer(4_096)],
        default: .integer(256), en: "how much memory one check may take, the base itself aside",
        ru: "сколько мегабайт памяти может занять одна проверка, не считая самой базы"),
    ]
  }

  static var codes: [CodeDescription] {
    [
      CodeDescription(
        "sql-NAME", .warning, en: "what the check NAME says; every check has a code of its own",
        ru: "что говорит проверка NAME; у каждой проверки свой код"),
      CodeDescription(
        "check-not-applicable", .warning, en: "the check '{check}' does not fit this base: {problem}",
        ru: "проверка «{check}» к этой базе не подходит: {problem}"),
    ]
  }

  private static func checks(_ all: [String: JSONValue]...) -> JSONValue {
    .object(["checks": .array(all.map { .object($0) })])
  }

  static var examples: [Example] {
    [
      Example(
        """
        org_name | balance  | manager
        Ромашка  | ↓-1500.5 |
        Василёк  | -20      | Орлова Вера
        Лютик    | 300      |
        """,
        settings: checks([
          "name": .string("debt-without-manager"),
          "sql": .string("select rowid from clients where balance < 0 and manager is null"),
          "field": .string("balance"), "severity": .string("error"),
          "message": .object([
            "en": .string("a debt that nobody collects"), "ru": .string("долг, который никто не взыскивает"),
          ]),
        ]), fields: ["balance": .object(["format": .string("money")]), "manager": .object([:])],
        title: Localized(en: "two fields together", ru: "два поля вместе")),
      Example(
        """
        org_name | city   | ↓
        Ромашка  | Тула   | ↓
        Ромашка  | Тула   | ↓
        Ромашка  | Москва |
        Василёк  | Тула   |
        """,
        settings: checks([
          "name": .string("namesakes-in-town"),
          "sql": .string(
            "select c.rowid from clients c join clients o on o.org_name = c.org_name and o.city = c.city "
              + "where o.rowid <> c.rowid"),
          "message": .string("a namesake in the same town"),
        ]),
        title: Localized(en: "rows against rows", ru: "строки против строк")),
      Example(
        """
        org_name | last_contact_date
        Ромашка  | ↓2026-12-01
        Василёк  | 2026-11-22
        """,
        settings: checks([
          "name": .string("contact-to-come"),
          "sql": .string("select rowid from clients where last_contact_date > date('now')"),
          "field": .string("last_contact_date"),
        ]),
        title: Localized(en: "the day of the run is today", ru: "«сегодня» — день прогона")),
      Example(
        """
        org_name
        Ромашка
        """,
        settings: checks([
          "name": .string("many-orders"),
          "sql": .string("select client from orders group by client having count(*) > 100"),
        ]),
        title: Localized(
          en: "a base without orders has none to find", ru: "в базе без заказов искать нечего")),
      Example(
        """
        org_name
        Ромашка
        """,
        settings: checks([
          "name": .string("big-boxes"), "sql": .string("select client from orders where Коробок > 100"),
        ]), flagsTable: ["check-not-applicable"],
        title: Localized(
          en: "a column that this base does not have", ru: "столбец, которого в этой базе нет")),
    ]
  }
}
