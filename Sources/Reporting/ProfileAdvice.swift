import Pipeline
import RuleKit

/// What to do about a base after a look at it, the most pressing first; never empty.
struct ProfileAdvice {
  private let profile: BaseProfile
  private let en = Numbers(.en)
  private let ru = Numbers(.ru)

  init(_ profile: BaseProfile) { self.profile = profile }

  /// The advice, in both languages.
  var steps: [Localized] {
    let steps = missingColumns + [unrecognised] + unsure + [empty] + repeats + errors
    return steps.compactMap { $0 } + [clean]
  }

  private var clients: [BaseProfile.Table] { profile.tables.filter { $0.role == "clients" } }
  private var columns: [BaseProfile.Column] { clients.flatMap(\.columns) }

  private func names(_ columns: [BaseProfile.Column]) -> (en: String, ru: String) {
    let headers = columns.prefix(4).map { line($0.header, atMost: 30) }
    let more = columns.count - headers.count
    return (
      headers.map { "“\($0)”" }.joined(separator: ", ") + (more > 0 ? " and \(en.count(more)) more" : ""),
      headers.map { "«\($0)»" }.joined(separator: ", ") + (more > 0 ? " и ещё \(ru.count(more))" : "")
    )
  }

  /// What the standard requires and no column holds.
  private var missingColumns: [Localized?] {
    let missing = clients.flatMap(\.defects).filter { $0.code == "missing-column" }
    let different = missing.indices.filter { index in
      !missing[..<index].contains { $0.message == missing[index].message }
    }
    return different.map { missing[$0] }.map { defect in
      Localized(
        en:
          "Find where it is kept: \(defect.message.en). If a column holds it, say so in a mapping (--mapping).",
        ru:
          "Выясните, где это хранится: \(defect.message.ru). Если столбец есть, назовите его в карте полей (--mapping)."
      )
    }
  }

  private var unrecognised: Localized? {
    let unknown = columns.filter { !$0.isRecognised && $0.filled > 0 }
    guard !unknown.isEmpty else { return nil }
    let names = names(unknown)
    return Localized(
      en:
        "Name what was not recognised: \(names.en). A mapping (--mapping) says what they are; else they are kept as they are.",
      ru:
        "Подскажите, что в неузнанных столбцах: \(names.ru). Это говорит карта полей (--mapping); без неё они останутся как есть."
    )
  }

  /// Columns that were guessed.
  private var unsure: [Localized?] {
    let guessed = columns.filter { $0.isRecognised && $0.score < 0.85 && $0.filled > 0 }
    guard !guessed.isEmpty else { return [] }
    let en = guessed.prefix(4).map { "“\(line($0.header, atMost: 30))” is taken for \($0.label.en)" }
    let ru = guessed.prefix(4).map { "«\(line($0.header, atMost: 30))» принято за «\($0.label.ru)»" }
    return [
      Localized(
        en: "Check the guesses: \(en.joined(separator: ", ")).",
        ru: "Проверьте догадки: \(ru.joined(separator: ", ")).")
    ]
  }

  private var empty: Localized? {
    let empty = columns.filter { $0.filled == 0 }
    guard !empty.isEmpty, !profile.tables.allSatisfy({ $0.rows == 0 }) else { return nil }
    let names = names(empty)
    return Localized(
      en: "Nothing stands in \(names.en): fill them or take them out.",
      ru: "Пусто в столбцах: \(names.ru). Заполните их или уберите.")
  }

  private static let identities: Set<String> = [
    "inn", "ogrn", "ogrnip", "phone", "email", "person_full_name", "org_name",
  ]

  /// Values that should be one client's and stand at several.
  private var repeats: [Localized?] {
    columns.filter { Self.identities.contains($0.field) && $0.distinct < $0.filled }
      .sorted { ($1.filled - $1.distinct, $0.field) < ($0.filled - $0.distinct, $1.field) }.prefix(2).map {
        column in
        let again = column.filled - column.distinct
        return Localized(
          en:
            "“\(column.label.en)” repeats a value in \(en.count(again, .row)): cleaning finds the duplicates.",
          ru: "«\(column.label.ru)» повторяет значение: \(ru.count(again, .row)). Дубли найдёт чистка.")
      }
  }

  /// The three most frequent errors.
  private var errors: [Localized?] {
    columns.flatMap { column in column.defects.filter { $0.severity == .error }.map { (column, $0) } }
      .sorted { ($1.1.count, $0.0.field, $0.1.code) < ($0.1.count, $1.0.field, $1.1.code) }.prefix(3).map {
        column, defect in
        Localized(
          en: "Correct \(en.count(defect.count, .error)) in “\(column.label.en)”: \(defect.message.en).",
          ru: "Исправьте «\(column.label.ru)», \(ru.count(defect.count, .error)): \(defect.message.ru).")
      }
  }

  private var clean: Localized {
    let changes = columns.reduce(0) { $0 + $1.changes }
    guard changes > 0 else {
      return Localized(
        en: "See the duplicates and dead souls: revizor clean … --output clean.xlsx",
        ru: "Посмотрите дубли и мёртвые души: revizor clean … --output clean.xlsx")
    }
    return Localized(
      en:
        "Let cleaning write \(en.count(changes, .value)) anew, merge duplicates and find dead souls: revizor clean … --output clean.xlsx",
      ru:
        "Остальное сделает чистка: перепишет \(ru.count(changes, .value)), сольёт дубли, найдёт мёртвые души: revizor clean … --output clean.xlsx"
    )
  }
}
