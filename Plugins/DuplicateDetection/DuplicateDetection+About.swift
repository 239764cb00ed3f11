public import RuleKit

extension DuplicateDetection {
  /// Title, settings, codes and examples of the rule.
  public static var about: RuleDescription {
    RuleDescription(
      id: "duplicates",
      title: Localized(en: "One client stands once", ru: "Каждый клиент записан один раз"),
      rationale: Localized(
        en: "Duplicates split a client's history, and the client is called twice.",
        ru: "Дубли делят историю клиента на части, и ему звонят дважды."),
      phase: .base, reads: ["*"],
      settings: [
        SettingDescription(
          "merge_above", ["type": .string("number")], default: .number(0.99),
          en:
            "Share of right merges asked for; from which probability rows are merged is found from the base",
          ru: "Какая доля объединений должна быть верной; с какой вероятности объединять, видно по самой базе"
        ),
        SettingDescription(
          "review_above", ["type": .string("number")], default: .number(0.50),
          en: "Probability from which a pair is shown to a person",
          ru: "Вероятность, начиная с которой пару смотрит человек"),
        SettingDescription(
          "max_block", ["type": .string("integer")], default: .integer(200),
          en: "Records in the greatest block whose pairs are all compared",
          ru: "Записей в наибольшем блоке, где сравниваются все пары"),
        SettingDescription(
          "max_group", ["type": .string("integer")], default: .integer(200),
          en: "Different records in the greatest group that is merged",
          ru: "Разных записей в наибольшей объединяемой группе"),
      ],
      codes: [
        CodeDescription(
          "duplicate", .warning, en: "is the same client as another row",
          ru: "тот же клиент, что в другой строке"),
        CodeDescription(
          "possible-duplicate", .warning,
          en: "may be the same client as another row; the journal has the pair",
          ru: "возможно, тот же клиент, что в другой строке; пара есть в журнале"),
        CodeDescription(
          "shared-value", .info, en: "{values} values stand on many clients and tell nobody apart",
          ru: "значений, общих для многих клиентов и никого не различающих: {values}"),
        CodeDescription(
          "block-too-large", .info,
          en: "{records} records are too alike by {by}; they were compared by other fields",
          ru: "слишком похожи по {by}: {records}; они сравнивались по другим полям"),
        CodeDescription(
          "group-too-large", .warning, en: "a group of {records} look-alikes was not merged",
          ru: "группа из {records} похожих записей не объединена"),
        CodeDescription(
          "weights-unsettled", .info, en: "weights did not settle in {rounds} rounds",
          ru: "веса не установились за {rounds} проходов"),
      ],
      examples: examples)
  }
}
