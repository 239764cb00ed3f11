import Pipeline
import RuleKit

/// One thing to do after a run, and why.
struct NextStep: Sendable, Equatable {
  let title: String
  /// Commands stand between grave accents.
  let detail: String
}

/// Advice that follows from the counts, the most pressing first.
///
/// Where nothing is to be done there is one step: keep it so.
struct NextSteps {
  let summary: RunSummary
  let words: Wording
  let numbers: Numbers
  let totals: Totals

  init(_ summary: RunSummary, words: Wording, numbers: Numbers) {
    self.summary = summary
    self.words = words
    self.numbers = numbers
    totals = Totals(summary)
  }

  var all: [NextStep] {
    let steps = [quarantine, review] + errors + [lossy, dormant, dead, unrecognised, ordering]
    let present = steps.compactMap { $0 }
    return present.isEmpty ? [allClear] : present
  }

  private func step(_ en: (String, String), _ ru: (String, String)) -> NextStep {
    let text = words.language == .ru ? ru : en
    return NextStep(title: text.0, detail: text.1)
  }

  private var quarantine: NextStep? {
    guard totals.quarantined > 0, words.command != .check else { return nil }
    let count = totals.quarantined
    return step(
      (
        "Look at \(numbers.count(count, .row)) set aside",
        "They stand in “rejected”, as they came, each with its reason. Correct them there and clean that file again."
      ),
      (
        "Посмотрите отложенное: \(numbers.count(count, .row))",
        "Они лежат в «rejected» в исходном виде, у каждой названа причина. Исправьте их и прогоните этот лист ещё раз."
      ))
  }

  private var review: NextStep? {
    let count = summary.duplicates.review
    guard count > 0 else { return nil }
    let title = (
      "Decide on \(numbers.count(count, .pair))", "Решите судьбу спорных: \(numbers.count(count, .pair))"
    )
    if let book = summary.outputs.first(where: { $0.kind == "review" })?.path {
      return step(
        (
          title.0,
          "Open `\(book)`, choose in the green column, save, and run the same command with `--decisions \(book)`."
        ),
        (
          title.1,
          "Откройте `\(book)`, выберите в зелёной колонке, сохраните и повторите команду с `--decisions \(book)`."
        ))
    }
    return step(
      (
        title.0,
        "They may be one client or two: the data do not say. `revizor clean … --review review.xlsx` writes them side "
          + "by side for you to decide; `revizor trace` tells of each."
      ),
      (
        title.1,
        "По данным не понять, один это клиент или два. `revizor clean … --review review.xlsx` выпишет их рядом, "
          + "чтобы вы решили; о каждой паре расскажет `revizor trace`."
      ))
  }

  /// The three most frequent kinds of errors, each with where to begin.
  private var errors: [NextStep?] {
    let groups = summary.findings.filter { $0.severity == .error }.sorted { $0.count > $1.count }
    return groups.prefix(3).map { group in
      let place = group.shapes.first?.addresses.first ?? ""
      let en = place.isEmpty ? "" : " Begin at \(place)."
      let ru = place.isEmpty ? "" : " Начните отсюда: \(place)."
      let field = group.field.map { summary.label(of: $0, words.language) }
      return step(
        (
          "Correct \(numbers.count(group.count, .error))" + (field.map { " in “\($0)”" } ?? ""),
          sentence(group.message.en) + en
        ),
        (
          (field.map { "Исправьте «\($0)»: " } ?? "Исправьте: ") + numbers.count(group.count, .error),
          sentence(group.message.ru) + ru
        ))
    }
  }

  private func sentence(_ message: String) -> String {
    let text = message.prefix(1).uppercased() + message.dropFirst()
    return text.last.map { ".!?…".contains($0) } ?? true ? text : text + "."
  }

  private var lossy: NextStep? {
    guard totals.lossyChanges > 0, words.command != .check else { return nil }
    let count = totals.lossyChanges
    return step(
      (
        "Check \(numbers.count(count, .change)) marked lossy",
        "You asked for repairs that guess. What was there before stands in the journal."
      ),
      (
        "Проверьте изменения с потерей: \(numbers.count(count))",
        "Вы разрешили правки-догадки. Прежние значения сохранены в журнале."
      ))
  }

  private func clients(_ status: String) -> Int {
    summary.statuses.reduce(0) { $0 + ($1.status == status ? $1.count : 0) }
  }

  private var dormant: NextStep? {
    let count = clients("dormant")
    guard count > 0 else { return nil }
    return step(
      (
        "Win back \(numbers.count(count, .client))",
        "They bought before and have fallen silent. Filter `client_status = dormant` and begin with the largest totals."
      ),
      (
        "Верните спящих: \(numbers.count(count, .client))",
        "Они покупали, но замолчали. Отберите `client_status = dormant` и начните с самых крупных сумм."
      ))
  }

  private var dead: NextStep? {
    let count = clients("dead")
    guard count > 0 else { return nil }
    return step(
      (
        "Archive \(numbers.count(count, .client))",
        "Nobody answers there. Take them off mailings and plans; keep those with debts, guarantees or legal retention."
      ),
      (
        "Уберите в архив мёртвые души: \(numbers.count(count, .client))",
        "Там никто не ответит. Снимите их с рассылок и планов; оставьте тех, за кем долги, гарантия или срок хранения."
      ))
  }

  private var unrecognised: NextStep? {
    let extra = summary.fields.filter { $0.name.hasPrefix("extra.") }
    guard !extra.isEmpty else { return nil }
    let names = extra.prefix(4).map { line(String($0.name.dropFirst(6)), atMost: 30) }
    let more = extra.count > 4
    return step(
      (
        "Name \(numbers.count(extra.count, .column)) we did not recognise",
        names.map { "“\($0)”" }.joined(separator: ", ") + (more ? " and others" : "")
          + ": kept as they were. A mapping file (`--mapping`) says what they are."
      ),
      (
        "Подскажите, что в неузнанных колонках: \(numbers.count(extra.count, .column))",
        names.map { "«\($0)»" }.joined(separator: ", ") + (more ? " и другие" : "")
          + ": сохранены как были. Чем они являются, скажет карта полей (`--mapping`)."
      ))
  }

  /// A check ends with the cleaning that follows it.
  private var ordering: NextStep? {
    guard words.command == .check, totals.changes > 0 || summary.duplicates.same > 0 else { return nil }
    let changes = numbers.count(totals.changes, .change)
    let pairs = numbers.count(summary.duplicates.same, .pair)
    return step(
      (
        "Let cleaning do its part",
        "No one need decide on \(changes) and \(pairs) of duplicates: `revizor clean … --output clean.xlsx`"
      ),
      (
        "Остальное сделает чистка",
        "Без чьих-либо решений: \(changes), дублей — \(pairs). Команда: `revizor clean … --output clean.xlsx`"
      ))
  }

  private var allClear: NextStep {
    step(
      ("Nothing to correct", "Keep it so: put `revizor check` into the schedule of your base."),
      ("Исправлять нечего", "Чтобы так и оставалось, поставьте `revizor check` на регулярный запуск."))
  }
}
