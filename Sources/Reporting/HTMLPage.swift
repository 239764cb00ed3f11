import Pipeline
import RuleKit

/// What the page's template is filled with.
struct HTMLPage {
  let summary: RunSummary
  let options: ReportOptions
  let words: Wording
  let numbers: Numbers
  let mask: Mask
  let totals: Totals

  init(_ summary: RunSummary, _ options: ReportOptions) {
    self.summary = summary
    self.options = options
    words = Wording(language: options.language, command: options.command)
    numbers = Numbers(options.language)
    mask = Mask(reveals: options.reveal)
    totals = Totals(summary)
  }

  var language: Language { options.language }

  /// Whether the summary tells what came out: a check may stop before.
  var hasOutcome: Bool { options.command != .check || summary.clientsWritten > 0 }

  /// A masked value as it stands on the page.
  func shown(_ value: String?, field: String?) -> String {
    shown(masked: mask(value, field: field))
  }

  /// A value that is masked already, as it stands on the page.
  func shown(masked value: String?) -> String {
    guard let value, !value.isEmpty else { return words.blank }
    return visible(value, atMost: 120)
  }

  /// An address whose last part stays on one line.
  func place(_ address: String) -> String {
    let address = line(address)
    guard let space = address.lastIndex(of: " "), let mark = address.lastIndex(of: "›"),
      address.index(after: mark) < space
    else { return address }
    return address[..<space] + "\u{A0}" + address[address.index(after: space)...]
  }

  /// The whole model; keys are the template's.
  var model: [String: Any] {
    var model: [String: Any] = [
      "lang": language.rawValue, "t": labels, "style": HTMLStyle.text, "logo": Self.logo,
      "version": summary.version, "lede": lede, "files": files, "date": numbers.date(summary.now),
      "standard": standard, "reason": summary.standardReason[language], "tiles": tiles, "contents": contents,
      "privacy": code(privacy), "readLine": readLine, "steps": steps,
    ]
    for part in [
      flowModel, fieldsModel, changesModel, findingsModel, duplicatesModel, decisionsModel, soulsModel,
      proofModel,
    ] {
      model.merge(part) { $1 }
    }
    return model.filter { ($0.value as? String)?.isEmpty != true || $0.key == "reason" }
  }

  private static let logo = """
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 3h11l3 3v15H5z"/><path d="M8.5 13.5l2.5 2.5 5-6"/></svg>
    """

  // MARK: Header

  private var standard: String {
    [summary.standard, summary.standardTitle[language]].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private var files: String {
    let paths = summary.sources.map(\.path).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return paths.map { line($0) }.joined(separator: ", ")
  }

  private var lede: String {
    let findings = totals.severities.map { numbers.count($0.count, words.noun($0.severity)) }.joined(
      separator: ", ")
    guard options.command == .check else {
      let rows = numbers.count(summary.clientRowsRead, .row)
      let clients = numbers.count(summary.clientsWritten, .client)
      let merged = numbers.count(totals.merged, .duplicate)
      let aside = numbers.count(totals.quarantined, .row)
      let proof =
        totals.isConserved ? words.say(" Every row is accounted for.", " Каждая строка учтена.") : ""
      return words.say(
        "\(rows) came in, \(clients) went out: \(merged) merged, \(aside) set aside.",
        "\(rows) на входе, \(clients) на выходе. Слито: \(merged). Отложено: \(aside).") + proof
    }
    let rows = numbers.count(summary.rowsRead, .row)
    return totals.findings == 0
      ? words.say(
        "\(rows) read, and every value fits the standard.", "Прочитано: \(rows). Все значения по стандарту.")
      : words.say("\(rows) read. Found: \(findings).", "Прочитано: \(rows). Найдено: \(findings).")
  }

  private var tiles: [[String: Any]] {
    func tile(_ number: Int, _ noun: Noun, _ en: String, _ ru: String, _ tone: String) -> [String: Any] {
      let label = "\(noun.form(for: number, language)) \(words.say(en, ru))"
      return ["number": numbers.count(number), "label": label, "tone": tone]
    }
    let isCheck = options.command == .check
    let read = tile(summary.clientRowsRead, .row, "of clients read", "с клиентами на входе", "plain")
    let written = tile(summary.clientsWritten, .client, "written", "на выходе", "kept")
    let same = tile(summary.duplicates.same, .pair, "of duplicates", "дублей", "merged")
    let changes = tile(
      totals.changes, .change, isCheck ? "ready to be made" : "made", isCheck ? "наготове" : "внесено",
      "merged")
    let findings = tile(
      totals.findings, .finding, isCheck ? "in all" : "left to people", isCheck ? "всего" : "остаётся людям",
      totals.findings(.error) > 0 ? "error" : totals.findings > 0 ? "aside" : "kept")
    return isCheck ? [read, findings, changes, same] : [read, written, changes, findings]
  }

  private var contents: [[String: Any]] {
    var parts: [(String, String)] = [("next", "next"), ("flow", "flow")]
    if !summary.fields.isEmpty { parts.append(("fields", "fields")) }
    if !summary.changes.isEmpty { parts.append(("changes", "changes")) }
    parts.append(("findings", "findings"))
    if hasDuplicates { parts.append(("duplicates", "duplicates")) }
    if summary.decisions != nil { parts.append(("decisions", "decisions")) }
    if summary.against != nil { parts.append(("against", "against")) }
    if !summary.statuses.isEmpty { parts.append(("souls", "souls")) }
    if !summary.money.isEmpty { parts.append(("money", "money")) }
    parts.append(("sources", "sources"))
    return parts.map { ["id": $0.0, "title": labels[$0.1] ?? ""] }
  }

  private var steps: [[String: Any]] {
    NextSteps(summary, words: words, numbers: numbers).all.map {
      ["title": line($0.title), "detail": code(line($0.detail))]
    }
  }

  /// Commands between grave accents as `code` elements, everything else escaped.
  private func code(_ detail: String) -> String {
    let parts = detail.split(separator: "`", omittingEmptySubsequences: false).map {
      BarPicture.escaped(String($0))
    }
    return parts.enumerated().map { $0 % 2 == 1 ? "<code>\($1)</code>" : $1 }.joined()
  }

  // MARK: Footer

  private var privacy: String {
    options.reveal
      ? words.say(
        "This report shows values in full: treat it as personal data.",
        "В этом отчёте значения показаны полностью: обращайтесь с ним как с персональными данными.")
      : words.say(
        "Values are masked; rows are named by their place in the source. Only `--reveal` shows them in full.",
        "Значения скрыты, строки названы по их месту в источнике. Полностью значения показывает только `--reveal`."
      )
  }

  private var readLine: String {
    let count = numbers.count(summary.rowsRead)
    return words.say("read \(count) of \(count)", "прочитано \(count) из \(count)")
  }
}
