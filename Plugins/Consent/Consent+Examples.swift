import RuleKit

extension Consent {
  private static func given(_ more: [String: JSONValue] = [:]) -> JSONValue {
    .object(more.merging(["expected": .array([])]) { old, _ in old })
  }

  // The clock of examples stands at 2026-11-22.
  static var examples: [Example] {
    [
      Example(
        """
        person_full_name | org_name | consent
        Орлова Вера      |          | ↓
        Белов Пётр       |          | true
        Иванова Анна     |          | false
        Петров Олег      |          | ↓возможно
                         | Ромашка  |
        """, settings: given(),
        title: Localized(
          en: "unknown is not yes; a firm without a person need not answer",
          ru: "неизвестно — не «да»; у фирмы без людей не спрашивают")),
      Example(
        """
        person_full_name | consent | legal_basis
        Орлова Вера      |         | договор
        Белов Пётр       | ↓       |
        """, settings: given(),
        title: Localized(
          en: "a contract is a basis of its own", ru: "договор — самостоятельное основание")),
      Example(
        """
        person_full_name | consent
        Орлова Вера      |
        """, settings: given(["ask_unknown": .bool(false)]),
        title: Localized(
          en: "the unknown are not asked for", ru: "о неизвестных говорить не просили")),
      Example(
        """
        first_name | consent | consent_date | consent_source
        Вера       | true    | 2024-02-03   | анкета
        Пётр       | ↓true   |              | анкета
        Анна       | ↓true   | 2024-02-03   |
        Олег       | false   |              |
        """, settings: given(),
        title: Localized(en: "a consent needs its proof", ru: "согласие нужно доказать")),
      Example(
        """
        first_name | consent      | consent_date | consent_withdrawn_date | consent_email
        Вера       | true → false | 2024-02-03   | 2025-01-01             | true → false
        Пётр       | true         | 2025-06-01   | 2025-01-01             | true
        Анна       | true → false | 2025-01-01   | 2025-01-01             |
        Олег       | → false      |              | 2025-01-01             | false
        Ольга      | true         | 2024-02-03   | 2027-01-01             | true
        """, settings: given(),
        title: Localized(
          en: "a withdrawal wins, unless consent was given again or it is still to come",
          ru: "отзыв сильнее, если согласие не дали снова и если он уже наступил")),
      Example(
        """
        first_name | consent_calls | consent_sms | do_not_call
        Вера       | true → false  | true        | true
        Пётр       | true          | true        | false
        Анна       |               | true        | true
        """, settings: given(),
        title: Localized(
          en: "who asked not to be called is not called, and may be written to",
          ru: "просил не звонить — не звоним, а писать можно")),
      Example(
        """
        first_name | birth_date
        Вера       | 2008-11-22
        Пётр       | ↓2008-11-23
        Анна       | 2027-01-01
        """, settings: given(),
        title: Localized(
          en: "eighteen today is of age; a birth to come is another rule's",
          ru: "восемнадцать сегодня — совершеннолетие; будущее рождение — не наше дело")),
      Example(
        """
        first_name | retention_until
        Вера       | 2026-11-22
        Пётр       | ↓2026-11-21
        """, settings: given(),
        title: Localized(en: "the last day of keeping is over", ru: "срок хранения вышел")),
      Example(
        """
        first_name | extra.Паспорт | extra.Диагноз | extra.Краса | extra.СНИЛС
        Вера       | 4500 000123   | здорова       | да          |
        """, settings: given(), flagsTable: ["excess-data", "special-category"],
        title: Localized(
          en: "documents and health; a word within a word and an empty column are neither",
          ru: "документы и здоровье; часть слова и пустая колонка — нет")),
      Example(
        """
        first_name | extra.Паспорт
        Вера       | 4500 000123
        """, settings: given(["allow": .array([.string("extra.Паспорт")])]),
        title: Localized(en: "allowed where it is needed", ru: "можно, где это нужно")),
      Example(
        """
        first_name | consent
        Вера       | true
        """, flagsTable: ["missing-consent-column"],
        title: Localized(
          en: "people, and nothing to prove their consent by",
          ru: "люди есть, а доказать согласие нечем")),
      Example(
        """
        org_name | phone
        Ромашка  | +74951234567
        """,
        title: Localized(
          en: "a base without people needs no consent", ru: "базе без людей согласия не нужны")),
    ]
  }
}
