import RuleKit

/// Drawn tables that document and test the formats.
enum FormatExamples {
  static let all = numbers + values + people + texts + cells + places + identifiers

  /// A drawing whose field has a format.
  private static func example(_ field: String, _ format: String, _ table: String) -> Example {
    Example(table, fields: [field: .object(["format": .string(format)])])
  }

  private static let values: [Example] = [
    Example(
      """
      inn
      7714843760
      ИНН 7714 843760 → 7714843760
      ↓7714843761
      ↓0000000000
      """, fields: ["inn": .object(["format": .string("inn")])]),
    Example(
      """
      phone
      +79161234576
      8 (916) 123-45-76 → +79161234576
      ↓+7 999 999-99-99
      ↓8 (200) 356-71-24
      """, fields: ["phone": .object(["format": .string("phone")])]),
    Example(
      """
      email
      anna@mail.ru
      <Anna@Mail.ru> → anna@mail.ru
      ↓anna@
      """, fields: ["email": .object(["format": .string("email")])]),
    Example(
      """
      last_purchase_date
      2019-03-12
      12.03.2019 → 2019-03-12
      ↓31.02.2019
      """, fields: ["last_purchase_date": .object(["format": .string("date")])]),
    Example(
      """
      balance
      1234.56
      1 234,56 ₽ → 1234.56
      ↓много
      """, fields: ["balance": .object(["format": .string("money")])]),
    Example(
      """
      consent
      true
      да → true
      ↓наверное
      """, fields: ["consent": .object(["format": .string("boolean")])]),
    Example(
      """
      website
      romashka.example
      https://www.Romashka.example/ → romashka.example
      ↓ромашка
      """, fields: ["website": .object(["format": .string("url")])]),
  ]

  /// Numbers of registers, and phones with what stands beside them.
  private static let numbers: [Example] = [
    example(
      "kpp", "kpp",
      """
      kpp
      771401001
      7714 01 001 → 771401001
      ↓77140100
      ↓111111111
      """),
    example(
      "ogrn", "ogrn",
      """
      ogrn
      1117746506514
      ОГРН 1117746506514 → 1117746506514
      ↓1117746506515
      ↓2117746506513
      304500116000157
      ↓304500116000158
      ↓11177465065
      """),
    example(
      "phone", "phone",
      """
      phone                                         | phone_2        | phone_ext
      8 (495) 768-84-77, 8-977-147-59-34 → +74957688477 | → +79771475934 |
      8 (495) 214-71-47 доб. 204 → +74952147147     |                | → 204
      """),
    example(
      "postal_code", "postal-code",
      """
      postal_code
      125009
      125 009 → 125009
      ↓12500
      """),
    example(
      "employees", "number",
      """
      employees
      1250
      1 250 → 1250
      12,5 → 12.5
      ↓много
      """),
  ]

  /// Names of people and firms.
  private static let people: [Example] = [
    example(
      "person_full_name", "person-name",
      """
      person_full_name                                   | gender
      Иванов Иван Петрович                               | → male
      Анна Сергеевна ПЕТРОВА → Петрова Анна Сергеевна    | → female
      смирнов олег ильич → Смирнов Олег Ильич            | → male
      Петров П.С. → Петров П. С.                         | → male
      Гасанов Эльчин Рауф-оглы → Гасанов Эльчин Рауф оглы | → male
      Ivanov Ivan                                        | → male
      ↓Никитина Никита                                   |
      ↓Тест Тестов                                       |
      """),
    example(
      "org_name", "org-name",
      """
      org_name                            | org_legal_form
      ООО «Ромашка»                       | → ООО
      ооо "РОМАШКА" → ООО «Ромашка»       | → ООО
      Вектор ЗАО → ЗАО «Вектор»           | → ЗАО
      Общество с ограниченой ответственностью Вектор → ООО «Вектор» | → ООО
      OOO "Вектор" → ООО «Вектор»         | → ООО
      Nordic Steel, L.L.C. → Nordic Steel LLC | → LLC
      ИП иванов иван петрович → ИП Иванов Иван Петрович | → ИП
      ↓тест                               |
      """),
  ]

  /// Hygiene of plain text.
  private static let texts: [Example] = [
    example(
      "job_title", "text",
      """
      job_title
      Менеджер по продажам
      Менеджер  по   продажам → Менеджер по продажам
      Мeнeджep → Менеджер
      Связь &amp; сервис → Связь & сервис
      н/д →
      """)
  ]
}
