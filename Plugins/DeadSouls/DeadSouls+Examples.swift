import RuleKit

extension DeadSouls {
  // The clock of examples stands at 2026-11-22.
  static var examples: [Example] { termExamples + channelExamples + recordExamples }

  private static func example(
    _ table: String, settings: JSONValue = .object([:]), en: String, ru: String
  ) -> Example {
    Example(table, settings: settings, title: Localized(en: en, ru: ru))
  }

  private static var termExamples: [Example] {
    [
      example(
        """
        last_purchase_date | phone        | client_status | status_reason | advice | dead_score
        2026-01-15 | +79161234568 | → active  | → last purchase 10 months ago | → keep | → 0
        2026-11-22 |              | → active  | → last purchase less than a month ago; no way to reach | → verify | → 0.7
        2024-11-22 | +79161234569 | → dormant | → last purchase 24 months ago | → reactivate | → 0.3
        2024-11-22 |              | → dead | → last purchase 24 months ago; no way to reach | → delete-candidate | → 0.79
        2023-06-22 | +79161234570 | → dead    | → last purchase 41 months ago | → archive | → 0.7
                   | +79161234571 | → unknown | → no purchase or contact dates | → verify | → 0
                   |              | → dead | → no purchase or contact dates; no way to reach | → delete-candidate | → 0.7
        """,
        en: "the last activity and the ways to reach decide",
        ru: "решают последняя активность и способы связи"),
      example(
        """
        last_purchase_date | email           | client_status | status_reason | advice | dead_score
        2025-11-22         | ana@example.org | → active  | → last purchase 12 months ago | → keep | → 0
        2025-11-21         | ana@example.org | → dormant | → last purchase 12 months ago | → reactivate | → 0.3
        2023-11-22         | ana@example.org | → dormant | → last purchase 36 months ago | → reactivate | → 0.5
        2023-11-21         | ana@example.org | → dead    | → last purchase 36 months ago | → archive | → 0.7
        """,
        en: "a limit belongs to the younger side", ru: "граница относится к более свежей стороне"),
      example(
        """
        last_purchase_date | email           | client_status | status_reason | advice | dead_score
        2026-08-24         | ana@example.org | → active  | → last purchase 2 months ago | → keep | → 0
        2026-08-23         | ana@example.org | → dormant | → last purchase 2 months ago | → reactivate | → 0.3
        2024-11-21         | ana@example.org | → dead    | → last purchase 24 months ago | → archive | → 0.7
        """, settings: .object(["active": .string("90 дней"), "dormant": .string("2 years")]),
        en: "limits in days and years", ru: "границы в днях и годах"),
      example(
        """
        last_purchase_date | last_contact_date | viber        | client_status | status_reason | advice | dead_score
        2020-02-01         | 2026-10-01        | +79161234568 | → active | → last contact 1 month ago | → keep | → 0
        ↓2027-01-01 | 2024-10-01        | +79161234568 | → dormant | → last contact 25 months ago | → reactivate | → 0.5
        1970-01-01  |                   | +79161234568 | → unknown | → no purchase or contact dates | → verify | → 0
        """,
        en: "the latest activity counts; a date in the future or at a clock's zero does not",
        ru: "считается последняя активность; дата в будущем или на нуле часов — нет"),
      example(
        """
        updated_at          | email           | client_status | status_reason | advice | dead_score
        2026-10-01T09:30:00 | ana@example.org | → active | → last change of the record 1 month ago | → keep | → 0
        """, settings: .object(["count_updates": .bool(true)]),
        en: "changes of the record count when asked", ru: "изменения записи считаются, если попросить"),
      example(
        """
        first_purchase_date | last_purchase_date | purchases_count | phone | client_status | status_reason | advice | dead_score
        2025-07-22 | 2026-07-22 | 25 | +79161234568 | → active | → last purchase 4 months ago; silent far longer than its usual gap of less than a month | → reactivate | → 0.5
        2025-07-22 | 2026-07-22 | 2 | +79161234568 | → active | → last purchase 4 months ago | → keep | → 0
        2021-10-01 | 2025-10-01 | 3 | +79161234568 | → dormant | → last purchase 13 months ago; its usual gap is 24 months | → keep | → 0.3
        2023-01-22 | 2025-01-22 | 3 | +79161234568 | → dormant | → last purchase 22 months ago | → reactivate | → 0.3
        2026-07-20 | 2026-07-22 | 9 | +79161234568 | → active | → last purchase 4 months ago | → keep | → 0
        """,
        en: "a rhythm of its own beats the fixed term in what is advised, but judges nobody",
        ru: "в советах собственный ритм важнее общего срока, но сам никого не судит"),
    ]
  }

  private static var channelExamples: [Example] {
    [
      example(
        """
        phone        | email          | telegram   | client_status | status_reason | advice | dead_score
        +79999999999 |                |            | → dead | → no purchase or contact dates; no way to reach | → delete-candidate | → 0.7
        +79991234567 | mail@mail.ru   |            | → dead | → no purchase or contact dates; no way to reach; a placeholder or test record | → delete-candidate | → 0.97
        8 12         | ana@example    |            | → dead | → no purchase or contact dates; no way to reach | → delete-candidate | → 0.7
        +79991234567 |                | @petrova_a | → unknown | → no purchase or contact dates | → verify | → 0
        +4930901820  |                |            | → unknown | → no purchase or contact dates | → verify | → 0
        """,
        en: "a placeholder reaches nobody; one true channel is enough",
        ru: "заглушка ни с кем не связывает; хватает одного настоящего канала"),
      example(
        """
        address                    | phone | client_status | status_reason | advice | dead_score
        г. Орёл, ул. Новая, д. 5   |       | → unknown | → no purchase or contact dates | → verify | → 0
        Орёл                       |       | → dead | → no purchase or contact dates; no way to reach | → delete-candidate | → 0.7
        """, settings: .object(["count_addresses": .bool(true)]),
        en: "an address is a way to reach when asked", ru: "адрес — способ связи, если попросить"),
      example(
        """
        last_purchase_date | client_status | status_reason | advice | dead_score
        2024-11-22         | → dormant     | → last purchase 24 months ago | → reactivate | → 0.3
                           | → unknown     | → no purchase or contact dates | → verify | → 0
        """,
        en: "a table without any channel says nothing of reachability",
        ru: "таблица без каналов связи ничего не говорит о доступности"),
    ]
  }

  private static var recordExamples: [Example] {
    [
      example(
        """
        phone | balance  | contract_no | do_not_call | consent | client_status | status_reason | advice | dead_score
              | -1500.50 |             |             |         | → dead | → no purchase or contact dates; no way to reach; the balance is not zero | → archive | → 0.7
              | 0.00     | 17/2019     |             |         | → dead | → no purchase or contact dates; no way to reach; there is a contract | → archive | → 0.7
              | 0        | -           | true        |         | → dead | → no purchase or contact dates; no way to reach; asked not to be contacted | → archive | → 0.7
              |          |             | false       | false   | → dead | → no purchase or contact dates; no way to reach; asked not to be contacted | → archive | → 0.7
        """,
        en: "debts, contracts and refusals are kept", ru: "долги, договоры и отказы сохраняются"),
      example(
        """
        birth_date | last_purchase_date | phone        | client_status | status_reason | advice | dead_score
        1915-11-22 | 2024-11-22 | +79161234568 | → dead | → last purchase 24 months ago; older than 110 by the birth date | → archive | → 0.97
        1915-11-23 | 2024-11-22 | +79161234568 | → dormant | → last purchase 24 months ago | → reactivate | → 0.3
        1900-01-01 | 2024-11-22 | +79161234568 | → dormant | → last purchase 24 months ago | → reactivate | → 0.3
        1910-05-05 | 2026-11-01 | +79161234568 | → active | → last purchase less than a month ago; older than 110 by the birth date | → verify | → 0.95
        """,
        en: "nobody is older than 110, but a buyer of this year lives",
        ru: "старше 110 не бывает, но недавний покупатель жив"),
      example(
        """
        person_full_name | last_purchase_date | phone | client_status | status_reason | advice | dead_score
        Тест | | +79161234568 | → dead | → no purchase or contact dates; a placeholder or test record | → archive | → 0.9
        Тест | | | → dead | → no purchase or contact dates; no way to reach; a placeholder or test record | → delete-candidate | → 0.97
        Тест | 2026-10-01 | +79161234568 | → active | → last purchase 1 month ago; a placeholder or test record | → verify | → 0.9
        Тестова Анна Петровна | | +79161234568 | → unknown | → no purchase or contact dates | → verify | → 0
        """,
        en: "a test record is no client, unless somebody bought under it",
        ru: "тестовая запись — не клиент, если под ней никто не покупал"),
      example(
        """
        created_at | purchases_count | updated_at | phone | client_status | status_reason | advice | dead_score
        2025-01-10 | 0 | 2026-01-10 | +79161234568 | → unknown | → no purchase or contact dates; never bought | → verify | → 0.4
        2023-01-10 | 0 | 2023-01-10 | +79161234568 | → unknown | → no purchase or contact dates; never bought in two years or more; the record was not touched for 3 years | → verify | → 0.68
        2026-06-01 | 0 | | +79161234568 | → unknown | → no purchase or contact dates | → verify | → 0
        """,
        en: "long on record, never bought, never touched: told, but no verdict",
        ru: "давно в базе, ничего не купил, запись не меняли: сказано, но не приговор"),
      example(
        """
        last_purchase_date | email           | client_status   | status_reason                 | advice | dead_score
        2026-01-15         | ana@example.org | active          | last purchase 10 months ago   | keep | 0
        2024-11-22         | ana@example.org | active → dormant | last purchase 24 months ago  | keep → reactivate | 0.3
        """,
        en: "what is right already is left alone", ru: "что уже верно, остаётся как есть"),
      example(
        """
        last_purchase_date | phone        | client_status | status_reason | advice | dead_score
        2024-11-22         | +79161234568 | → dormant     | → last purchase 24 months ago | → reactivate | → 0.9
        """,
        settings: .object(["weights": .object(["silent": .number(0.9)])]),
        en: "weights make the score, never the status", ru: "веса дают оценку, но не статус"),
    ]
  }
}
