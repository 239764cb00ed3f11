import RuleKit

extension UnusedFields {
  /// What stands beneath the rule in a standard.
  struct Settings: Decodable, Sendable {
    /// A column filled in fewer percent of the clients is hardly filled.
    var filledBelow: Double
    /// Clients that a base must have to be judged.
    var leastRows: Int
    /// Fields that may be as they are.
    var ignore: [String]
    /// Fields to empty.
    var drop: [String]

    enum CodingKeys: String, CodingKey {
      case ignore, drop
      case filledBelow = "filled_below"
      case leastRows = "min_rows"
    }
  }

  private static var names: [String: JSONValue] {
    ["type": .string("array"), "items": .object(["type": .string("string")])]
  }

  static var settings: [SettingDescription] {
    [
      SettingDescription(
        "filled_below",
        ["type": .string("number"), "minimum": .integer(0), "maximum": .integer(100)], default: .integer(1),
        en: "a column filled for fewer percent of the clients is hardly filled",
        ru: "колонка, заполненная у меньшего процента клиентов, почти не заполняется"),
      SettingDescription(
        "min_rows", ["type": .string("integer"), "minimum": .integer(2)], default: .integer(50),
        en: "clients that a base must have for its columns to be judged",
        ru: "сколько клиентов должно быть в базе, чтобы судить о колонках"),
      SettingDescription(
        "ignore", names, default: .array([]), en: "fields that may be as they are",
        ru: "поля, которые пусть остаются как есть"),
      SettingDescription(
        "drop", names, default: .array([]),
        en: "fields to empty for every client; done only with --lossy",
        ru: "поля, которые надо опустошить у всех клиентов; только с --lossy"),
    ]
  }

  static var codes: [CodeDescription] {
    [
      CodeDescription(
        "never-filled", .info, en: "nobody fills this column; leave it out",
        ru: "эту колонку никто не заполняет; уберите её"),
      CodeDescription(
        "hardly-filled", .info,
        en: "filled for fewer than {percent} % of the clients; fill it or leave it out",
        ru: "заполнено менее чем у {percent} % клиентов; заполняйте или уберите"),
      CodeDescription(
        "same-everywhere", .info, en: "every client has the same value; it says nothing of any",
        ru: "у всех клиентов одно и то же значение; оно ни о ком ничего не говорит"),
      CodeDescription(
        "copy-of-column", .info, en: "the same in every row as {other}; keep one of the two",
        ru: "в каждой строке то же, что в {other}; оставьте одну из двух"),
      CodeDescription(
        "outside-standard", .info,
        en: "the standard does not know this column; add it there or leave it out",
        ru: "стандарт не знает этой колонки; добавьте её туда или уберите"),
      CodeDescription(
        "column-dropped", .info, repair: .lossy, en: "the standard wants this column empty",
        ru: "по стандарту эта колонка должна быть пустой"),
    ]
  }

  private static func given(_ more: [String: JSONValue] = [:]) -> JSONValue {
    .object(
      more.merging(["min_rows": .integer(3), "ignore": .array([.string("extra.shelf")])]) { old, _ in
        old
      })
  }

  static var examples: [Example] {
    [
      Example(
        """
        org_name | fax | country | status | consent
        Ромашка  |     | Россия  | новый  | true
        Василёк  |     | Россия  |        | true
        Лютик    |     | Россия  | новый  | true
        """, settings: given(), flagsTable: ["never-filled", "same-everywhere"],
        title: Localized(
          en: "nobody fills it; all have the same; a mark that some have and equal consents are no fault",
          ru: "никто не заполняет; у всех одно; пометка не у всех и равные согласия — не ошибка")),
      Example(
        """
        address_legal | address_actual | phone
        Москва        | Москва         | +79161234567
                      |                | +79161234568
        Тула          | Тула           | +79161234569
        """, settings: given(), flagsTable: ["copy-of-column"],
        title: Localized(en: "two columns, one content", ru: "две колонки с одним содержанием")),
      Example(
        """
        address_legal | address_actual | email
        Москва        | Москва         | ana@example.org
        Тула          | Тула           |
        Тула          | Казань         | ira@example.org
        """, settings: given(),
        title: Localized(en: "one row differs: no copy", ru: "различие в одной строке: уже не копия")),
      Example(
        """
        org_name | icq
        Ромашка  |
        Василёк  | 123456
        Лютик    |
        """, settings: given(["filled_below": .integer(50)]), flagsTable: ["hardly-filled"],
        title: Localized(en: "hardly filled", ru: "почти не заполнено")),
      Example(
        """
        org_name | extra.Код 1С | extra.Регион
        Ромашка  | 00017        | Тула
        Василёк  | 00018        | Москва
        Лютик    | 00019        | Тула
        """, settings: given(),
        fields: ["org_name": .object([:]), "extra.Регион": .object(["format": .string("text")])],
        flagsTable: ["outside-standard"],
        title: Localized(
          en: "a column of one's own, and one that the standard has taken in",
          ru: "своя колонка — и такая, которую стандарт принял")),
      Example(
        """
        org_name | icq      | country
        Ромашка  | 123456 → | Россия
        Василёк  |          | Россия
        """,
        settings: .object(["drop": .array([.string("icq")]), "min_rows": .integer(50)]),
        title: Localized(
          en: "emptied when asked; a small base is not judged",
          ru: "опустошается, если попросить; о малой базе не судят")),
    ]
  }
}
