import Pipeline
import RuleKit
import Tables

/// Summaries of invented people and firms, for looking at and for tests.
enum TestSummary {
  /// A whole run over a workbook and an order list.
  static var rich: RunSummary {
    var summary = RunSummary()
    summary.version = "0.1.0"
    summary.now = "2026-11-22"
    summary.standard = "ru-b2b 1"
    summary.standardTitle = Localized(en: "Russian companies", ru: "Компании России")
    summary.standardReason = Localized(
      en:
        "8,912 of 12,480 rows hold an INN of ten digits, and the columns “ИНН”, “КПП” and “Организация” were found",
      ru: "в 8 912 строках из 12 480 есть десятизначный ИНН, найдены колонки «ИНН», «КПП» и «Организация»")
    summary.sources = sources
    summary.fields = fields
    summary.findings = findings
    summary.changes = changes
    summary.duplicates = duplicates
    summary.statuses = [("active", 6_804), ("dormant", 2_377), ("dead", 1_489), ("unknown", 681)]
    summary.reasons = [
      ("dead", "нет ни телефона, ни e-mail, по которым можно связаться", 702),
      ("dead", "ликвидирована по списку реестра", 431), ("dead", "тестовая запись", 356),
      ("dormant", "не покупал дольше своего обычного ритма", 1_544),
      ("dormant", "нет событий больше 24 месяцев", 833),
    ]
    summary.advice = [
      ("keep", 6_804), ("reactivate", 2_377), ("archive", 1_133), ("verify", 681), ("delete-candidate", 356),
    ]
    summary.money = [
      RunSummary.MoneyCheck(name: "orders.csv · Сумма", before: "184552310.45", after: "184552310.45"),
      RunSummary.MoneyCheck(name: "Клиенты · Баланс", before: "-1204500.00", after: "-1204500.00"),
    ]
    summary.rowsRead = 54_711
    summary.clientRowsRead = 12_480
    summary.clientsWritten = 11_351
    summary.notes = [
      Localized(
        en: "the hidden sheet “Архив 2019” was read as clients",
        ru: "скрытый лист «Архив 2019» прочитан как клиенты")
    ]
    summary.outputs = [
      ("clients", "out/clients-clean.xlsx"), ("journal", "out/clients-clean.journal.sqlite"),
      ("report", "out/clients-clean.report.html"),
    ]
    return summary
  }

  private static var sources: [RunSummary.Source] {
    [
      RunSummary.Source(
        path: "bases/clients.xlsx", format: "xlsx", table: "Клиенты", role: "clients", rows: 10_213,
        kept: 9_377,
        merged: 792, quarantined: 44,
        sha256: "9f2b6c0d4a81e37f5522ab90c1d7e8f60b3a4c5d6e7f8091a2b3c4d5e6f70819",
        notes: ["header in row 3", "2 merged cells unfolded"]),
      RunSummary.Source(
        path: "bases/clients.xlsx", format: "xlsx", table: "Архив 2019", role: "clients", rows: 2_267,
        kept: 1_974,
        merged: 280, quarantined: 13,
        sha256: "9f2b6c0d4a81e37f5522ab90c1d7e8f60b3a4c5d6e7f8091a2b3c4d5e6f70819",
        notes: ["hidden sheet"]),
      RunSummary.Source(
        path: "bases/orders.csv", format: "csv", table: "orders", role: "orders", rows: 42_231, kept: 42_231,
        merged: 0, quarantined: 0, sha256: "01d5e1a7b2c3948576e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6",
        notes: ["windows-1251", "delimiter ;"]),
    ]
  }

  private static func field(
    _ name: String, _ en: String, _ ru: String, _ header: String?, _ how: String, _ filled: (Double, Double),
    _ flagged: (Int, Int), _ changed: Int
  ) -> RunSummary.Field {
    RunSummary.Field(
      name: name, label: Localized(en: en, ru: ru), headers: header.map { [$0] } ?? [], how: how,
      filledBefore: filled.0, filledAfter: filled.1, flaggedBefore: flagged.0, flaggedAfter: flagged.1,
      changed: changed)
  }

  private static var fields: [RunSummary.Field] {
    [
      field("org_name", "Company", "Компания", "Организация", "synonym", (0.998, 0.999), (31, 24), 4_870),
      field("org_legal_form", "Legal form", "ОПФ", nil, "derived", (0, 0.941), (0, 0), 10_682),
      field("inn", "INN", "ИНН", "ИНН", "synonym", (0.871, 0.893), (1_204, 1_160), 214),
      field("kpp", "KPP", "КПП", "КПП", "synonym", (0.702, 0.731), (55, 55), 61),
      field(
        "person_full_name", "Full name", "ФИО", "Контактное лицо", "synonym", (0.812, 0.846), (204, 118),
        3_318),
      field("phone", "Phone", "Телефон", "Тел.", "synonym", (0.921, 0.934), (977, 402), 9_604),
      field("phone_2", "Phone 2", "Телефон 2", nil, "derived", (0, 0.184), (0, 0), 2_089),
      field("email", "E-mail", "E-mail", "почта", "content", (0.604, 0.655), (388, 201), 1_270),
      field("address", "Address", "Адрес", "Адрес", "synonym", (0.533, 0.571), (120, 120), 2_450),
      field("birth_date", "Birth date", "Дата рождения", "ДР", "synonym", (0.118, 0.119), (19, 12), 1_390),
      field(
        "last_purchase_date", "Last purchase", "Последняя покупка", nil, "derived", (0, 0.861), (0, 0), 9_773),
      field("extra.Скидка по карте", "", "", "Скидка по карте", "", (0.221, 0.224), (0, 0), 0),
      field("extra.F17", "", "", "F17", "", (0.004, 0.004), (0, 0), 0),
    ]
  }

  private static var findings: [RunSummary.FindingGroup] {
    [
      RunSummary.FindingGroup(
        rule: "mandatory-fields", code: "blank", field: "inn", severity: .error,
        message: Localized(en: "a mandatory field is blank", ru: "обязательное поле не заполнено"),
        count: 1_102,
        share: 0.0971,
        shapes: [
          RunSummary.Shape(
            shape: "", count: 1_102,
            addresses: [
              "clients.xlsx › Клиенты › C17", "clients.xlsx › Клиенты › C44",
              "clients.xlsx › Архив 2019 › C9",
            ],
            values: [])
        ], otherShapes: 0),
      RunSummary.FindingGroup(
        rule: "format-standards", code: "bad-key", field: "inn", severity: .error,
        message: Localized(
          en: "the control digit of the INN does not agree", ru: "контрольная цифра ИНН не сходится"),
        count: 58, share: 0.0051,
        shapes: [
          RunSummary.Shape(
            shape: "9999999999", count: 41,
            addresses: ["clients.xlsx › Клиенты › C203", "clients.xlsx › Клиенты › C1877"],
            values: ["7701234560", "5047112238"]),
          RunSummary.Shape(
            shape: "999999999999", count: 15, addresses: ["clients.xlsx › Клиенты › C51"],
            values: ["500112342259"]),
        ], otherShapes: 2),
      RunSummary.FindingGroup(
        rule: "format-standards", code: "too-short", field: "phone", severity: .warning,
        message: Localized(en: "too few digits for a phone number", ru: "для телефона мало цифр"), count: 402,
        share: 0.0354,
        shapes: [
          RunSummary.Shape(
            shape: "99-99-99", count: 377,
            addresses: [
              "clients.xlsx › Клиенты › F88", "clients.xlsx › Клиенты › F90", "clients.xlsx › Клиенты › F114",
            ],
            values: ["22-14-87", "31-05-66"]),
          RunSummary.Shape(
            shape: "99-99-99 Яя", count: 25, addresses: ["clients.xlsx › Архив 2019 › F12"],
            values: ["22-14-87 Зинаида"]),
        ], otherShapes: 0),
      RunSummary.FindingGroup(
        rule: "format-standards", code: "typo-domain", field: "email", severity: .warning,
        message: Localized(
          en: "the domain looks like gmail.com misspelt", ru: "домен похож на опечатку в gmail.com"),
        count: 201, share: 0.0177,
        shapes: [
          RunSummary.Shape(
            shape: "a.a@a.a", count: 201, addresses: ["clients.xlsx › Клиенты › G301"],
            values: ["s.belkina@gmial.com"])
        ], otherShapes: 0),
      RunSummary.FindingGroup(
        rule: "duplicates", code: "two-managers", field: nil, severity: .info,
        message: Localized(
          en: "one client is held by two managers", ru: "одного клиента ведут два менеджера"),
        count: 73, share: 0.0064,
        shapes: [
          RunSummary.Shape(shape: "", count: 73, addresses: ["clients.xlsx › Клиенты › row 17"], values: [])
        ],
        otherShapes: 0),
    ]
  }

  private static func group(
    _ field: String, _ code: String, _ en: String, _ ru: String, _ count: Int,
    _ samples: [(String, String?, String?)], safety: Safety = .safe
  ) -> RunSummary.ChangeGroup {
    RunSummary.ChangeGroup(
      rule: "format-standards", code: code, field: field, message: Localized(en: en, ru: ru), safety: safety,
      count: count,
      samples: samples.map {
        RunSummary.Change(address: "clients.xlsx › Клиенты › row \($0.0)", before: $0.1, after: $0.2)
      })
  }

  private static var changes: [RunSummary.ChangeGroup] {
    [
      group(
        "phone", "phone-format", "written in one form", "записан в единой форме", 9_604,
        [
          ("17", "8(916)123-45-15", "+7 916 123-45-15"), ("18", "89035550172", "+7 903 555-01-72"),
          ("23", "9.16123E+09", "+7 916 123-00-00"),
        ]),
      group(
        "org_name", "legal-form", "legal form and quotes by the standard", "форма и кавычки по стандарту",
        4_870,
        [
          ("17", "ооо \"ромашка\"", "ООО «Ромашка»"), ("19", "Ромашка, ООО", "ООО «Ромашка»"),
          ("31", "ИП БЕЛКИНА СОФЬЯ ПЕТРОВНА", "ИП Белкина Софья Петровна"),
        ]),
      group(
        "person_full_name", "name-case", "letter case of a name", "регистр букв в имени", 3_318,
        [("17", "  ИВАНОВ ИВАН  ПЕТРОВИЧ", "Иванов Иван Петрович"), ("40", "сидорова анна", "Сидорова Анна")]),
      group(
        "email", "email-split", "second address moved to email_2", "второй адрес вынесен в email_2", 1_270,
        [("52", "Ivanov@Mail.ru; zakaz@romashka-torg.ru", "ivanov@mail.ru")]),
      group(
        "address", "address-order", "parts in the official order", "части в официальном порядке", 2_450,
        [("17", "Сухонская ул., 11, кв 89, Москва 127642", "127642, г. Москва, ул. Сухонская, д. 11, кв. 89")]
      ),
      group(
        "birth_date", "date-iso", "date by ISO 8601", "дата по ISO 8601", 1_390,
        [("17", "12.03.1985", "1985-03-12")]),
      group(
        "inn", "lost-zero", "leading zero lost in a spreadsheet put back",
        "возвращён ноль, потерянный в таблице", 214,
        [("61", "274062111", "0274062111")], safety: .lossy),
    ]
  }

  private static var duplicates: RunSummary.Duplicates {
    var duplicates = RunSummary.Duplicates()
    duplicates.same = 1_203
    duplicates.review = 148
    duplicates.mergedClients = 911
    duplicates.mergedRows = 1_072
    duplicates.examples = [
      RunSummary.Pair(
        addressA: "clients.xlsx › Клиенты › row 17", addressB: "clients.xlsx › Архив 2019 › row 203",
        probability: 0.99998, verdict: .same,
        evidence: [
          ("inn", "7701234567", "7701234567", Localized(en: "exact", ru: "exact"), 13.2),
          ("org_name", "ООО «Ромашка»", "Ромашка, ООО", Localized(en: "same key", ru: "same key"), 8.1),
          ("phone", "+7 916 123-45-15", "8(916)123-45-15", Localized(en: "exact", ru: "exact"), 10.4),
          (
            "person_full_name", "Иванов Иван Петрович", "Иванов И. П.",
            Localized(en: "initials agree", ru: "initials agree"), 4.6
          ),
          ("city", "Москва", "Химки", Localized(en: "different", ru: "different"), -1.3),
        ]),
      RunSummary.Pair(
        addressA: "clients.xlsx › Клиенты › row 412", addressB: "clients.xlsx › Клиенты › row 9007",
        probability: 0.8841, verdict: .review,
        evidence: [
          (
            "person_full_name", "Сидорова Анна Львовна", "Сидорова Анна",
            Localized(en: "one part missing", ru: "one part missing"), 5.2
          ),
          ("phone", "+7 903 555-01-72", nil, Localized(en: "missing", ru: "missing"), 0),
          (
            "email", "a.sidorova@yandex.ru", "a.sidorova@mail.ru",
            Localized(en: "same local part", ru: "same local part"), 3.9
          ),
          (
            "birth_date", "1979-05-02", "1979-02-05",
            Localized(en: "day and month swapped", ru: "day and month swapped"), 2.1
          ),
        ]),
    ]
    return duplicates
  }

  /// Personal values of `rich` in full, none of which a masked report may hold.
  static let personal = [
    "500112342259", "123-45-15", "555-01-72", "9035550172", "ivanov@", "Ivanov@", "zakaz@", "s.belkina",
    "sidorova",
    "Иванов", "ИВАНОВ", "Белкина", "БЕЛКИНА", "Софья", "Сидорова", "сидорова", "Зинаида", "кв. 89", "кв 89",
    "д. 11",
    "12.03.1985", "1985-03-12", "1979-05-02", "22-14-87", "31-05-66",
  ]
}
