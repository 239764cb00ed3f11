import Pipeline
import RuleKit

/// Words of the review workbook; the reading side knows them in every language.
enum ReviewWords {
  static let sheet = Localized(en: "Decisions", ru: "Решения")
  static let guide = Localized(en: "How to", ru: "Как решать")
  static let decision = Localized(en: "Decision", ru: "Решение")
  static let group = Localized(en: "Group", ru: "Группа")
  static let probability = Localized(en: "Alike, %", ru: "Сходство, %")
  static let why = Localized(en: "Why", ru: "Почему")
  static let id = Localized(en: "id", ru: "id")
  static let mark = Localized(en: "checksum", ru: "контрольная сумма")
  static let place = Localized(en: "Where", ru: "Где записан")
  static let other = Localized(en: "Other fields", ru: "Прочее")
  static let ours = Localized(en: "ours", ru: "наш")

  /// Headers that are not part of what a checksum covers.
  static let uncovered: Set<String> = Set(
    [decision, group, probability, why, id, mark].flatMap { [$0.en, $0.ru] }.map { $0.lowercased() })

  static func isHeader(_ text: String, of word: Localized) -> Bool {
    let text = text.lowercased()
    return text == word.en.lowercased() || text == word.ru.lowercased()
  }

  /// What a person chose; nil where it is nothing on offer.
  static func choice(_ text: String) -> Decision.Choice? {
    let text = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return Decision.Choice.allCases.first {
      text == $0.word.en.lowercased() || text == $0.word.ru.lowercased()
    }
  }

  /// The checksum of a row: its id and every value that a person was shown, spaces apart.
  static func mark(id: String, values: [(header: String, text: String?)]) -> String {
    var texts = [id]
    for value in values {
      let text = (value.text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !text.isEmpty else { continue }
      texts += [value.header, text]
    }
    return Digest.mark(of: texts)
  }

  /// The second sheet: what to do with the first.
  static func guide(pairs: Int, _ language: Language) -> [String] {
    let en = [
      "How to decide",
      "Each row of the sheet 'Decisions' shows two clients side by side: what the one has stands under '· 1', what "
        + "the other has under '· 2'.",
      "Orange: both have something, and it differs. Yellow: only one of them has something. Of the other fields, by "
        + "which nothing was judged, only what differs is told.",
      "Choose in the green column: Merge (one client), Not a duplicate (two clients), Later (ask me again).",
      "An empty cell means: not decided. Nothing else can be changed; the id and checksum in the hidden columns "
        + "at the end tell the program which records you saw.",
      "Rows of one group are look-alikes of each other. Of a group of more than "
        + "\(RunOutcome.mostInWholeGroup) clients only the likeliest links that hold it together are shown.",
      "Save the file, then run the same command again with --decisions and the name of this file.",
      "Decisions are kept in the journal: later runs with --previous and the journal's name need not be told again.",
      "Pairs to decide: \(pairs)",
    ]
    let ru = [
      "Как решать",
      "В каждой строке листа «Решения» два клиента рядом: что известно о первом — в колонках «· 1», о втором — «· 2».",
      "Оранжевое: у обоих что-то есть, и оно различается. Жёлтое: заполнено только у одного. Из прочих полей, по "
        + "которым не судили, названо только то, что различается.",
      "Выберите в зелёной колонке: Объединить (это один клиент), Не дубль (это два клиента), Позже (спросить ещё раз).",
      "Пустая ячейка — решения нет. Остальное изменить нельзя: по id и контрольной сумме в скрытых "
        + "колонках в конце программа узнаёт, какие записи вы видели.",
      "Строки одной группы похожи друг на друга. Из группы больше "
        + "\(RunOutcome.mostInWholeGroup) клиентов показаны только самые вероятные связи, которые её держат.",
      "Сохраните файл и запустите ту же команду ещё раз с ключом --decisions и именем этого файла.",
      "Решения хранятся в журнале: следующим запускам с ключом --previous и именем журнала их повторять не нужно.",
      "Пар на решение: \(pairs)",
    ]
    return language == .ru ? ru : en
  }
}
