import RuleKit

extension Segments {
  private static func only(_ field: String, _ more: [String: JSONValue] = [:]) -> JSONValue {
    .object(more.merging(["fields": .array([.string(field)])]) { old, _ in old })
  }

  // The clock of examples stands at 2026-11-22.
  static var examples: [Example] {
    [
      Example(
        """
        purchases_total | abc_class
        20000.00        | → B
        75000           | → A
        5000            | → C
        0               |
                        |
        -300            |
        """, settings: only("abc_class"),
        title: Localized(
          en: "three shares of the turnover; who brought nothing has no class",
          ru: "три доли оборота; кто ничего не принёс, тот без класса")),
      Example(
        """
        purchases_total | abc_class
        100             | → A
        1.50            | → C
        300             | → A
        100             | → A
        """, settings: only("abc_class"),
        title: Localized(
          en: "equal turnover, equal class; the one that reaches the share belongs to it",
          ru: "равный оборот — равный класс; на ком доля набралась, тот в неё входит")),
      Example(
        """
        purchases_total | abc_class
        90              | → A
        8               | → B
        2               | B → C
        1               | C
                        | A →
        """, settings: only("abc_class", ["abc": .array([.integer(80), .integer(16), .integer(4)])]),
        title: Localized(
          en: "other shares; what is right already is left alone",
          ru: "другие доли; что уже верно, остаётся как есть")),
      Example(
        """
        last_purchase_date | purchases_count | purchases_total | rfm
        2026-11-01         | 9               | 900             | → 555
        2026-09-01         | 7               | 100             | → 441
        2026-05-01         | 5               | 500             | → 333
        2025-05-01         | 3               | 700             | → 224
        2020-05-01         | 1               | 300             | → 112
                           | 0               | 0               |
        """, settings: only("rfm"),
        title: Localized(
          en: "fifths of the buyers: recency, frequency, money; 5 is best",
          ru: "пятые доли покупателей: давность, частота, сумма; 5 — лучшая")),
      Example(
        """
        last_purchase_date | purchases_count | purchases_total | rfm
        2026-11-01         | 1               | 100             | → 533
        2026-10-01         | 1               | 100             | → 433
        2026-09-01         | 1               | 100             | → 333
        2026-08-01         | 1               | 100             | → 233
        2026-07-01         | 2               | 900             | → 155
        """, settings: only("rfm"),
        title: Localized(en: "equals share a fifth", ru: "равные делят одну долю")),
      Example(
        """
        purchases_count | purchases_total | last_purchase_date | life_cycle
        0               |                 |                    | → potential
        1               | 100             | 2026-03-01         | → one-order
        4               | 400             | 2025-11-22         | → repeat
        6               | 200             | 2026-10-01         | → regular
        5               | 3000            | 2026-10-01         | → key
        1               | 50              | 2025-11-21         | → lost-after-one
        4               | 50              | 2020-01-01         | → lost-after-few
        5               | 50              | 2020-01-01         | → lost-after-many
                        | 50              | 2020-01-01         |
        2               | 50              |                    | → repeat
        """, settings: only("life_cycle"),
        title: Localized(
          en: "stages by the number of orders and the age of the last; who is undated is not called lost",
          ru: "стадии по числу заказов и давности последнего; без даты никто не потерян")),
      Example(
        """
        purchases_count | last_purchase_date | life_cycle
        2               | 2026-08-23         | → lost-after-few
        2               | 2026-08-24         | → repeat
        3               | 2026-11-01         | → regular
        """,
        settings: only("life_cycle", ["lost_after": .string("90 days"), "regular": .integer(3)]),
        title: Localized(
          en: "other limits; without turnover nobody is key",
          ru: "другие границы; без оборота ключевых нет")),
      Example(
        """
        org_name | abc_class | segment
        Ромашка  | A         | VIP
        """,
        title: Localized(
          en: "a base that tells of no purchases is left alone",
          ru: "база, где нет сведений о покупках, остаётся как есть")),
      Example(
        """
        purchases_total | abc_class
        100             | → A
        10              | → B
        """,
        title: Localized(
          en: "turnover alone gives the class alone", ru: "по одному обороту — один только класс")),
    ]
  }
}
