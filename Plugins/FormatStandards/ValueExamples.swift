import RuleKit

extension FormatExamples {
  /// Dates, sums, answers, lists, and text that was damaged on its way.
  static let cells: [Example] = [
    drawn(
      "birth_date", ["format": .string("date")],
      """
      birth_date
      1980-03-12
      12 марта 1980 г. → 1980-03-12
      «12» марта 1980 → 1980-03-12
      12.III.80 → 1980-03-12
      1.2.28 → 1928-02-01
      01.01.0001 →
      ↓22.11.1899 → 1899-11-22
      ↓31.02.1980
      ↓март 1980
      """),
    drawn(
      "created_at", ["format": .string("datetime")],
      """
      created_at
      2019-03-12T14:35:00
      12.03.2019 14:35 → 2019-03-12T14:35:00
      43536.607638888889 → 2019-03-12T14:35:00
      ↓31.12.9999
      ↓вчера
      """),
    drawn(
      "last_contact_date", ["format": .string("date"), "column": .object(["order": .string("mixed")])],
      """
      last_contact_date
      25/12/2018 → 2018-12-25
      12/25/2018 → 2018-12-25
      ↓03/04/2019
      """),
    drawn(
      "last_contact_date", ["format": .string("date"), "column": .object(["order": .string("mdy")])],
      """
      last_contact_date
      03/04/2019 → 2019-03-04
      12/25/2018 → 2018-12-25
      ↓25/12/2018
      """),
    drawn(
      "balance", ["format": .string("money")],
      """
      balance
      2 345 руб. 67 коп. → 2345.67
      (1 234,56) → -1234.56
      1 млн 200 тыс. → 1200000
      1500-00 → 1500.00
      ↓5 000 ₸
      ↓1,234
      ↓5 руб. 5 долл.
      """),
    drawn(
      "balance", ["format": .string("money"), "column": .object(["decimal": .string(".")])],
      """
      balance
      1,234 → 1234
      12.50
      """),
    drawn(
      "discount", ["format": .string("percent")],
      """
      discount
      10
      12,5 % → 12.5
      ↓250
      ↓десять
      """),
    drawn(
      "purchases_count", ["format": .string("integer")],
      """
      purchases_count
      12
      1 200 → 1200
      12.0 → 12
      ↓12,5
      """),
    drawn(
      "bonus_points", ["format": .string("number")],
      """
      bonus_points
      12.5
      1 234,5 → 1234.5
      ↓много
      """),
    drawn(
      "consent", ["format": .string("boolean")],
      """
      consent
      false
      ДА → true
      не согласен → false
      ✓ → true
      н/д →
      ↓может быть
      """),
    drawn(
      "status",
      [
        "format": .string("enum"), "values": .array([.string("active"), .string("closed")]),
        "synonyms": .object(["active": .array([.string("действующий")])]),
      ],
      """
      status
      active
      Active → active
      Действующий → active
      ↓на паузе
      """),
    drawn(
      "tags", ["format": .string("list")],
      """
      tags
      опт; Москва
      опт, Москва, опт → опт; Москва
      """),
    drawn(
      "telegram", ["format": .string("handle")],
      """
      telegram
      romashka_shop
      https://t.me/romashka_shop → romashka_shop
      ↓ромашка
      """),
    drawn(
      "external_id", ["format": .string("id")],
      """
      external_id
      00012-А
      00012  А → 00012 А
      """),
    drawn(
      "job_title", ["format": .string("text")],
      """
      job_title
      РњРµРЅРµРґР¶РµСЂ РїРѕ РїСЂРѕРґР°Р¶Р°Рј → Менеджер по продажам
      Ìåíåäæåð → Менеджер
      лЕМЕДФЕП → Менеджер
      ="Менеджер" → Менеджер
      'Менеджер → Менеджер
      ↓???????? ?? ????????
      """),
  ]

  private static func drawn(_ field: String, _ keys: [String: JSONValue], _ table: String) -> Example {
    Example(table, fields: [field: .object(keys)])
  }
}
