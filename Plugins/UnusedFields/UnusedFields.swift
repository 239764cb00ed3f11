import RuleKit
import Tables

/// Tells of columns that only weigh on a base: filled by nobody, the same everywhere, copies, strangers.
///
/// One finding a column, on the table: it is advice about the form that people fill, not about a client. A column is
/// emptied only when the standard names it and the run allows repairs that lose something.
struct UnusedFields: Rule {
  static let about = RuleDescription(
    id: "unused-fields",
    title: Localized(en: "Every column is of use", ru: "Каждая колонка нужна"),
    rationale: Localized(
      en:
        "A form with fields that nobody needs is filled carelessly, and then the needed ones stay blank too.",
      ru: "Карточку с ненужными полями заполняют кое-как, и тогда пустуют и нужные."),
    phase: .base, subject: .clients, reads: ["*"], writes: ["*"], settings: settings, codes: codes,
    examples: examples)

  /// What this program makes itself: nobody fills it by hand.
  private static let made: Set<String> = [
    "client_id", "source", "client_status", "status_reason", "advice", "dead_score", "p_alive", "abc_class",
    "rfm", "life_cycle", "gender", "org_legal_form", "phone_ext",
  ]
  /// Where the same answer everywhere is a fact about the clients.
  private static let answers: Set<String> = ["consent", "do_not_call", "purchases_count", "purchases_total"]

  private let settings: Settings
  private let context: RuleContext

  init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    guard (0...100).contains(settings.filledBelow) else {
      throw SettingsError("filled_below", "is no percentage", remedy: "write a number from 0 to 100")
    }
    guard settings.leastRows >= 2 else {
      throw SettingsError("min_rows", "is less than 2", remedy: "one client makes every column constant")
    }
    self.settings = settings
    self.context = context
  }

  func apply(to batch: Batch, into results: inout Results) {
    for field in settings.drop { empty(field, of: batch, into: &results) }
    guard batch.rowCount >= settings.leastRows else { return }
    var shapes: [ColumnShape] = []
    for (field, cells) in zip(batch.fields, batch.columns) where isJudged(field) {
      let shape = ColumnShape(field, cells)
      judge(shape, into: &results)
      if isOutside(field) { results.flagTable("outside-standard", field: field) }
      if shape.isVaried { shapes.append(shape) }
    }
    for (copy, other) in ColumnShape.copies(among: shapes) {
      results.flagTable("copy-of-column", field: copy, arguments: FindingArguments.json(["other": other]))
    }
  }

  /// Repeats (`phone_2`) come from full cells, so few rows have them.
  private func isJudged(_ field: String) -> Bool {
    !Self.made.contains(field) && !settings.ignore.contains(field) && !settings.drop.contains(field)
      && FieldName.split(field).ordinal == 1
  }

  private func judge(_ shape: ColumnShape, into results: inout Results) {
    let percent = Double(shape.filled) * 100 / Double(shape.count)
    if shape.filled == 0 {
      results.flagTable("never-filled", field: shape.field)
    } else if percent < settings.filledBelow {
      results.flagTable(
        "hardly-filled", field: shape.field, arguments: FindingArguments.json(["percent": limit]))
    } else if !shape.isVaried, percent >= 99, !Self.answers.contains(shape.field) {
      results.flagTable("same-everywhere", field: shape.field)
    }
  }

  private var limit: String {
    let whole = settings.filledBelow.rounded()
    return whole == settings.filledBelow ? String(Int(whole)) : String(settings.filledBelow)
  }

  /// Whether the standard says nothing of the field; what the survey of columns noted is no word of the standard.
  private func isOutside(_ field: String) -> Bool {
    guard !context.fields.isEmpty else { return field.hasPrefix("extra.") }
    guard let spec = context.spec(of: field) else { return true }
    return field.hasPrefix("extra.") && spec.format == nil && spec.options.keys.allSatisfy { $0 == "column" }
  }

  private func empty(_ field: String, of batch: Batch, into results: inout Results) {
    guard let cells = batch.column(field) else { return }
    for row in 0..<batch.rowCount where !cells.isNull(row) {
      results.edit(row: row, field, "column-dropped", to: nil, safety: .lossy)
    }
  }
}
