import RuleKit

extension DeadSouls {
  // The clock of examples stands at 2026-11-22.
  static var examples: [Example] {
    [
      Example(
        """
        last_purchase_date | phone        | client_status | status_reason | advice
        2026-01-15 | +79161234568 | → active  | → last purchase 10 months ago | → keep
        2026-11-22 |              | → active  | → last purchase less than a month ago; no way to reach | → verify
        2024-11-22 | +79161234569 | → dormant | → last purchase 24 months ago | → reactivate
        2024-11-22 |              | → dead | → last purchase 24 months ago; no way to reach | → delete-candidate
        2023-06-22 | +79161234570 | → dead    | → last purchase 41 months ago | → archive
                   | +79161234571 | → unknown | → no purchase or contact dates | → verify
                   |              | → dead | → no purchase or contact dates; no way to reach | → delete-candidate
        """,
        title: Localized(
          en: "the last activity and the ways to reach decide",
          ru: "решают последняя активность и способы связи")),
      Example(
        """
        last_purchase_date | email           | client_status | status_reason | advice
        2025-11-22         | ana@example.org | → active  | → last purchase 12 months ago | → keep
        2025-11-21         | ana@example.org | → dormant | → last purchase 12 months ago | → reactivate
        2023-11-22         | ana@example.org | → dormant | → last purchase 36 months ago | → reactivate
        2023-11-21         | ana@example.org | → dead    | → last purchase 36 months ago | → archive
        """,
        title: Localized(
          en: "a limit belongs to the younger side", ru: "граница относится к более свежей стороне")),
      Example(
        """
        last_purchase_date | email           | client_status | status_reason | advice
        2026-08-24         | ana@example.org | → active  | → last purchase 2 months ago | → keep
        2026-08-23         | ana@example.org | → dormant | → last purchase 2 months ago | → reactivate
        2024-11-21         | ana@example.org | → dead    | → last purchase 24 months ago | → archive
        """, settings: .object(["active": .string("90 дней"), "dormant": .string("2 years")]),
        title: Localized(en: "limits in days and years", ru: "границы в днях и годах")),
      Example(
        """
        last_purchase_date | last_contact_date | viber        | client_status | status_reason | advice
        2020-02-01         | 2026-10-01        | +79161234568 | → active | → last contact 1 month ago | → keep
        ↓2027-01-01 | 2024-10-01        | +79161234568 | → dormant | → last contact 25 months ago | → reactivate
        1970-01-01  |                   | +79161234568 | → unknown | → no purchase or contact dates | → verify
        """,
        title: Localized(
          en: "the latest activity counts; a date in the future or at a clock's zero does not",
          ru: "считается последняя активность; дата в будущем или на нуле часов — нет")),
      Example(
        """
        updated_at          | email           | client_status | status_reason | advice
        2026-10-01T09:30:00 | ana@example.org | → active | → last change of the record 1 month ago | → keep
        """, settings: .object(["count_updates": .bool(true)]),
        title: Localized(
          en: "changes of the record count when asked", ru: "изменения записи считаются, если попросить")),
      Example(
        """
        phone        | email          | telegram   | client_status | status_reason | advice
        +79999999999 |                |            | → dead | → no purchase or contact dates; no way to reach | → delete-candidate
        +79991234567 | mail@mail.ru   |            | → dead | → no purchase or contact dates; no way to reach | → delete-candidate
        12345        | ana@example    |            | → dead | → no purchase or contact dates; no way to reach | → delete-candidate
        +79991234567 |                | @petrova_a | → unknown | → no purchase or contact dates | → verify
        """,
        title: Localized(
          en: "a placeholder reaches nobody; one true channel is enough",
          ru: "заглушка ни с кем не связывает; хватает одного настоящего канала")),
      Example(
        """
        phone | balance  | contract_no | do_not_call | consent | client_status | status_reason | advice
              | -1500.50 |             |             |         | → dead | → no purchase or contact dates; no way to reach; the balance is not zero | → archive
              | 0.00     | 17/2019     |             |         | → dead | → no purchase or contact dates; no way to reach; there is a contract | → archive
              | 0        | -           | true        |         | → dead | → no purchase or contact dates; no way to reach; asked not to be contacted | → archive
              |          |             | false       | false   | → dead | → no purchase or contact dates; no way to reach; asked not to be contacted | → archive
        """,
        title: Localized(
          en: "debts, contracts and refusals are kept", ru: "долги, договоры и отказы сохраняются")),
      Example(
        """
        birth_date | last_purchase_date | phone        | client_status | status_reason | advice
        1915-11-22 | 2024-11-22 | +79161234568 | → dead | → last purchase 24 months ago; older than 110 by the birth date | → archive
        1915-11-23 | 2024-11-22 | +79161234568 | → dormant | → last purchase 24 months ago | → reactivate
        1900-01-01 | 2024-11-22 | +79161234568 | → dormant | → last purchase 24 months ago | → reactivate
        1910-05-05 | 2026-11-01 | +79161234568 | → active | → last purchase less than a month ago; older than 110 by the birth date | → verify
        """,
        title: Localized(
          en: "nobody is older than 110, but a buyer of this year lives",
          ru: "старше 110 не бывает, но недавний покупатель жив")),
      Example(
        """
        last_purchase_date | email           | client_status   | status_reason                 | advice
        2026-01-15         | ana@example.org | active          | last purchase 10 months ago   | keep
        2024-11-22         | ana@example.org | active → dormant | last purchase 24 months ago  | keep → reactivate
        """,
        title: Localized(en: "what is right already is left alone", ru: "что уже верно, остаётся как есть")),
      Example(
        """
        last_purchase_date | client_status | status_reason | advice
        2024-11-22         | → dormant     | → last purchase 24 months ago | → reactivate
                           | → unknown     | → no purchase or contact dates | → verify
        """,
        title: Localized(
          en: "a table without any channel says nothing of reachability",
          ru: "таблица без каналов связи ничего не говорит о доступности")),
    ]
  }
}
