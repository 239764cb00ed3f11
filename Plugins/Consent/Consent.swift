import RuleKit
import Tables

/// Asks of a base with personal data whether its people agreed, what proves it, and what should not stand there.
///
/// Unknown is not yes, and a withdrawal outweighs the consent before it. It tells what to look at and is no legal
/// advice. Sources: Federal Law of Russia 152-FZ, art. 5 (excess data), 9 (consent and its withdrawal), 10 and 11
/// (special categories, biometrics); Regulation (EU) 2016/679 (GDPR), art. 5, 7, 8, 9.
struct Consent: Rule {
  static let about = RuleDescription(
    id: "consent",
    title: Localized(
      en: "Personal data are kept with consent", ru: "Персональные данные хранятся с согласия"),
    rationale: Localized(
      en:
        "Whoever writes to people must be able to show that they agreed (152-FZ, GDPR). This rule finds what is "
        + "missing; it is no legal advice.",
      ru:
        "Кто пишет людям, должен суметь показать их согласие (152-ФЗ, GDPR). Правило находит недостающее; "
        + "это не юридическая консультация."),
    phase: .base, subject: .clients, reads: ["*"],
    writes: ["consent", "consent_marketing", "consent_email", "consent_sms", "consent_calls"],
    settings: settings, codes: codes, examples: examples)

  /// Consents to advertising, in all and by channel.
  static let channels = ["consent_marketing", "consent_email", "consent_sms", "consent_calls"]

  private let settings: Settings
  private let now: CivilDate
  private let bornUpTo: CivilDate
  private let documentFields: Set<String>

  init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    guard let now = CivilDate(Array(context.now.utf8).span) else {
      throw SettingsError("", "come with a clock that is no date", remedy: "give --now as 2026-11-22")
    }
    guard (0...30).contains(settings.adult) else {
      throw SettingsError("adult", "is no age of consent", remedy: "write years, e.g. 18; 0 asks nothing")
    }
    self.settings = settings
    self.now = now
    bornUpTo = now.before(months: settings.adult * 12)
    documentFields = Set(
      context.fields.filter { ["passport", "snils"].contains($0.value.format ?? "") }.keys)
  }

  func apply(to batch: Batch, into results: inout Results) {
    let people = PersonalData(of: batch)
    tellOfColumns(batch, people, into: &results)
    let answers = Answers(of: batch, now: now, results: &results)
    let births = batch.column("birth_date")
    let deadlines = batch.column("retention_until")
    let minor = results.number(of: "minor")
    let birthField = results.number(of: "birth_date")
    let over = results.number(of: "retention-over")
    let deadlineField = results.number(of: "retention_until")
    for row in 0..<batch.rowCount {
      answers.judge(row, asksUnknown: settings.askUnknown && people.stand(in: row), into: &results)
      if let births, !births.isNull(row), let birth = CivilDate(births.utf8(at: row)), birth > bornUpTo,
        birth <= now
      {
        results.flag(row: row, field: birthField, code: minor)
      }
      if let deadlines, !deadlines.isNull(row), let last = CivilDate(deadlines.utf8(at: row)), last < now {
        results.flag(row: row, field: deadlineField, code: over)
      }
    }
  }

  private func tellOfColumns(_ batch: Batch, _ people: PersonalData, into results: inout Results) {
    if people.isThere {
      for field in settings.expected where batch.index(of: field) == nil {
        results.flagTable("missing-consent-column", field: field)
      }
    }
    for (field, cells) in zip(batch.fields, batch.columns) where !settings.allow.contains(field) {
      let kind = documentFields.contains(field) ? .document : SensitiveHeader.kind(of: field)
      guard let kind, (0..<cells.count).contains(where: { !cells.isNull($0) }) else { continue }
      results.flagTable(kind == .document ? "excess-data" : "special-category", field: field)
    }
  }
}
