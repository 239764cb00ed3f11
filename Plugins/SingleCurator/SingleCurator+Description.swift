import RuleKit

extension SingleCurator {
  /// What stands beneath the rule in a standard.
  struct Settings: Decodable, Sendable {
    /// The managers who are there now.
    var managers: [String]
    /// What becomes of a client with two managers.
    var onConflict: String
    /// Whether every client must have a manager.
    var required: Bool

    enum CodingKeys: String, CodingKey {
      case managers, required
      case onConflict = "on_conflict"
    }
  }

  static var settings: [SettingDescription] {
    [
      SettingDescription(
        "managers", ["type": .string("array"), "items": .object(["type": .string("string")])],
        default: .array([]),
        en: "who works here now; a client of anybody else is told of. Empty: anybody",
        ru: "кто работает сейчас; о клиентах всех остальных говорится. Пусто: кто угодно"),
      SettingDescription(
        "on_conflict",
        [
          "type": .string("string"), "enum": .array([.string("latest_contact"), .string("keep")]),
        ], default: .string("latest_contact"),
        en:
          "when rows of one client have two managers: latest_contact keeps the one of the latest contact, one who is "
          + "still here before others; keep leaves what the survivorship of `manager` chose (`union` keeps both)",
        ru:
          "если у строк одного клиента два куратора: latest_contact оставляет того, чей контакт последний, "
          + "работающего — раньше ушедшего; keep — что выбрано политикой поля `manager` (`union` хранит обоих)"
      ),
      SettingDescription(
        "required", ["type": .string("boolean")], default: .bool(true),
        en: "whether every client must have a manager", ru: "нужен ли куратор каждому клиенту"),
    ]
  }

  static var codes: [CodeDescription] {
    [
      CodeDescription(
        "two-managers", .warning, en: "two managers work with this client",
        ru: "с этим клиентом работают два куратора"),
      CodeDescription(
        "no-manager", .warning, en: "nobody works with this client", ru: "с этим клиентом не работает никто"),
      CodeDescription(
        "manager-gone", .warning, en: "the client's manager is not among those who work here",
        ru: "куратора клиента нет среди работающих"),
      CodeDescription(
        "manager-of-latest-contact", .info, repair: .safe, en: "the manager who had the latest contact stays",
        ru: "остаётся куратор, чей контакт последний"),
    ]
  }

  static var examples: [Example] {
    [
      Example(
        """
        org_name | manager
        Ромашка  | Орлова Вера
        Василёк  | ↓
        Лютик    | ↓—
        """, title: Localized(en: "nobody, and a dash for nobody", ru: "никого, и прочерк вместо имени")),
      Example(
        """
        org_name | manager                      | manager_2
        Ромашка  | ↓Орлова Вера                 | Белов Пётр
        Василёк  | ↓Орлова Вера / Белов Пётр    |
        Лютик    | Орлова В.                    | Орлова Вера Ильинична
        Ирис     | ↓Орлова Вера, Белов Пётр     |
        Клевер   | Орлова, Вера                 |
        """, settings: .object(["required": .bool(false)]),
        title: Localized(
          en: "two fields, one cell for two; an initial is no second person",
          ru: "два поля, двое в одной клетке; инициал — не второй человек")),
      Example(
        """
        org_name | manager
        Ромашка  | орлова вера
        Василёк  | ↓Белов Пётр
        Лютик    | Орлова В.
        Ирис     |
        """,
        settings: .object(["managers": .array([.string("Орлова Вера")]), "required": .bool(false)]),
        title: Localized(en: "a manager who has left", ru: "куратор уволился")),
      Example(
        """
        org_name | phone
        Ромашка  | +74951234567
        """,
        title: Localized(
          en: "a base that names no managers is left alone", ru: "базу без кураторов не трогаем")),
    ]
  }
}
