import RuleKit
import Tables

/// Flags rows that share a value of a field which the standard calls `unique`.
///
/// Rows are judged as they came, before any are merged: a key that stands twice is a fault of the base, whether or
/// not both rows are one client. Letters of either case and spaces around count as equal.
struct UniqueKeys: Rule {
  /// What stands beneath `unique-keys` in a standard.
  struct Settings: Decodable, Sendable {
    /// Fields whose values must differ, besides those with `unique: true`.
    var fields: [String]
  }

  static let about = RuleDescription(
    id: "unique-keys",
    title: Localized(en: "A key stands once", ru: "Ключ не повторяется"),
    rationale: Localized(
      en: "Whoever is looked up by a number must be found once: a key on two rows mixes two histories.",
      ru: "Кого ищут по номеру, тот должен найтись один раз: ключ на двух строках смешивает две истории."),
    phase: .base, reads: ["*"],
    settings: [
      SettingDescription(
        "fields", ["type": .string("array"), "items": .object(["type": .string("string")])],
        default: .array([]),
        en: "Fields whose values must differ, besides those with `unique: true`",
        ru: "Поля, значения которых не должны повторяться, кроме отмеченных `unique: true`")
    ],
    codes: [
      CodeDescription(
        "not-unique", .error, en: "stands in {rows} rows, but must be unique",
        ru: "повторяется, а должно быть неповторимым; строк с ним: {rows}"),
      CodeDescription(
        "missing-key-column", .warning, en: "the base has no column of a field that must be unique",
        ru: "в базе нет колонки поля, которое должно быть неповторимым"),
    ],
    examples: examples)

  private static let examples = [
    Example(
      """
      inn         | name
      ↓7714843760 | Ромашка
      7707083893  | Василёк
      ↓7714843760 | Ромашка-2
                  | Без ИНН
                  | Тоже без ИНН
      """, fields: ["inn": .object(["unique": .bool(true)])],
      title: Localized(en: "the same INN twice; blanks are no keys", ru: "один ИНН дважды; пустое — не ключ")),
    Example(
      """
      external_id | email
      ↓A-17       | ↓office@romashka.example
      ↓a-17       | other@romashka.example
      A-18        | ↓Office@Romashka.example
      """, settings: .object(["fields": .array([.string("external_id"), .string("email")])]),
      title: Localized(en: "letters of either case", ru: "буквы любого регистра")),
    Example(
      """
      inn
      7714843760
      7714843760
      """, title: Localized(en: "nothing was declared unique", ru: "ничто не объявлено неповторимым")),
    Example(
      """
      name
      Ромашка
      """, settings: .object(["fields": .array([.string("inn")])]), flagsTable: ["missing-key-column"],
      title: Localized(en: "a key without a column", ru: "ключ без колонки")),
  ]

  private let fields: [String]

  init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    let declared = context.fields.filter { $0.value.options["unique"]?.bool == true }.keys.sorted()
    guard !settings.fields.contains("") else {
      throw SettingsError("fields", "has an empty name", remedy: "name a field, e.g. fields: [inn]")
    }
    fields = declared + settings.fields.filter { !declared.contains($0) }
  }

  func apply(to batch: Batch, into results: inout Results) {
    let code = results.number(of: "not-unique")
    for field in fields {
      guard let column = batch.column(field) else {
        results.flagTable("missing-key-column", field: field)
        continue
      }
      let number = results.number(of: field)
      let uses = ValueUses(column)
      for row in 0..<batch.rowCount {
        let count = uses.count(ofRow: row)
        guard count > 1 else { continue }
        results.flag(row: row, field: number, code: code, arguments: "{\"rows\": \"\(count)\"}")
      }
    }
  }
}
