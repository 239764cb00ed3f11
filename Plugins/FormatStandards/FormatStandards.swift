import FieldFormats
import Foundation
public import RuleKit
import Tables

/// Brings every field to its format, and says what cannot be brought.
public struct FormatStandards: Rule {
  /// What stands beneath `format-standards:` in a standard.
  public struct Settings: Decodable, Sendable {
    /// Fields left as they are.
    public var skip: [String]
  }

  /// Its documentation, its codes, its examples.
  public static let about = RuleDescription(
    id: "format-standards",
    title: Localized(en: "Fields keep to their formats", ru: "Поля соответствуют форматам"),
    rationale: Localized(
      en: "A phone, a date or a tax number can be compared and imported only when it is written in one way.",
      ru: "Телефон, дату или ИНН можно сравнить и загрузить, только если они записаны единообразно."),
    phase: .record, reads: ["*"], writes: ["*"],
    settings: [
      SettingDescription(
        "skip", ["type": .string("array"), "items": .object(["type": .string("string")])],
        default: .array([]),
        en: "fields left as they are", ru: "поля, которые остаются как есть")
    ],
    codes: codes,
    examples: FormatExamples.all + CrossRules.all.map(\.example))

  /// What the formats can say, then what fields can say of each other; a code that both have is one.
  private static let codes: [CodeDescription] = {
    let own = FormatCatalogue.codes.map(Self.description)
    return own + CrossRules.codes.filter { code in !own.contains { $0.code == code.code } }
  }()

  /// Fields the runner writes itself.
  private static let untouched: Set<String> = [
    "client_id", "source", "client_status", "status_reason", "advice",
  ]

  private let skip: Set<String>
  private let context: RuleContext
  private let catalogue: FormatCatalogue
  private let plans: [String: FieldPlan]
  private let conditions: Conditions
  private let facts: CrossFacts
  /// Fields that checks across fields look at.
  private let watched: [String]

  /// Makes the rule.
  public init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    skip = Self.untouched.union(settings.skip)
    self.context = context
    do throws(DictionaryError) {
      let dictionaries = try Dictionaries.load(folder: context.dictionaries)
      catalogue = FormatCatalogue(dictionaries: dictionaries)
      facts = CrossFacts(context, dictionaries)
    } catch {
      throw SettingsError("", "cannot load a dictionary", remedy: error.line)
    }
    var plans: [String: FieldPlan] = [:]
    for (field, spec) in context.fields.sorted(by: { $0.key < $1.key }) {
      plans[field] = try Self.plan(field, spec, now: context.now, catalogue)
    }
    self.plans = plans
    conditions = try Conditions(context)
    watched = Set(CrossRules.all.flatMap { [$0.field, $0.given] }).union(conditions.fields).sorted()
  }

  private static func plan(
    _ field: String, _ spec: FieldSpec, now: String, _ catalogue: FormatCatalogue
  ) throws(SettingsError) -> FieldPlan {
    let plan: FieldPlan
    do {
      let keys = try JSONDecoder().decode(
        FieldKeys.self, from: try JSONEncoder().encode(JSONValue.object(spec.options)))
      plan = try FieldPlan(format: spec.format, keys: keys, now: now)
    } catch let error as ConstraintError {
      throw SettingsError(field, error.problem, remedy: error.remedy)
    } catch {
      throw SettingsError(
        field, "has a key of the wrong type", remedy: "see `revizor rules explain format-standards`")
    }
    guard plan.format(in: catalogue, field: field, region: "RU", now: now) != nil else {
      throw SettingsError(
        "", "name an unknown format '\(spec.format ?? "")' for '\(field)'",
        remedy: "use one of \(FormatCatalogue.names.joined(separator: ", "))")
    }
    return plan
  }

  /// Looks at a batch and says what it found.
  public func apply(to batch: Batch, into results: inout Results) throws(RuleFailure) {
    var writer = CellWriter(batch, watching: watched)
    for (index, field) in batch.fields.enumerated() {
      let place = writer.known.place(of: field)
      if skip.contains(field) {
        guard let place else { continue }
        let column = batch.columns[index]
        for row in 0..<batch.rowCount where !column.utf8(at: row).isBlank { writer.known.keep(place, row) }
      } else if let format = format(of: field) {
        standardise(batch.columns[index], field, format, place, &writer, into: &results)
      }
    }
    for rule in CrossRules.all where !skip.contains(rule.field) {
      rule.apply(to: writer.known, rowCount: batch.rowCount, facts: facts, into: &results)
    }
    conditions.apply(to: writer.known, rowCount: batch.rowCount, into: &results)
  }

  /// Brings the cells of a column to its format; `place` is that of the field among the watched ones.
  private func standardise(
    _ column: TextView, _ field: String, _ format: any FieldFormat, _ place: Int?, _ writer: inout CellWriter,
    into results: inout Results
  ) {
    var outcome = FormatOutcome()
    let number = results.number(of: field)
    for row in 0..<column.count where !column.isNull(row) {
      switch format.standardise(column.utf8(at: row), into: &outcome) {
      case .unchanged:
        if let place { writer.known.keep(place, row) }
        derive(outcome, row, &writer, into: &results)
      case .replaced:
        let code = results.number(of: outcome.edit.id)
        results.edit(row: row, field: number, code: code, to: outcome.value.span)
        if let place { writer.known.put(place, row, outcome.value.span) }
        derive(outcome, row, &writer, into: &results)
      case .told:
        writer.write(outcome.reading, row: row, field: field, into: &results)
        if let place { note(outcome.reading, column, row, place, &writer) }
      }
    }
  }

  /// Writes what a name read from its bytes tells of other fields.
  private func derive(
    _ outcome: FormatOutcome, _ row: Int, _ writer: inout CellWriter, into results: inout Results
  ) {
    if let gender = outcome.derivedGender {
      writer.derive("gender", gender, "gender-from-name", row: row, into: &results)
    } else if let form = outcome.derivedLegalForm {
      writer.derive("org_legal_form", form, "legal-form-from-name", row: row, into: &results)
    }
  }

  /// Notes what a format made of a cell it had something to say of.
  private func note(
    _ reading: Reading, _ column: TextView, _ row: Int, _ place: Int, _ writer: inout CellWriter
  ) {
    switch reading.status {
    case .missing:
      if reading.edit?.repair == .lossy { writer.known.refuse(place, row) }
    case .invalid, .placeholder, .ambiguous: writer.known.refuse(place, row)
    case .ok, .fixed, .suspicious:
      if let value = reading.value, reading.action == .replace, reading.edit?.repair != .lossy {
        writer.known.put(place, row, Array(value.utf8).span)
      } else if reading.action == .keep {
        writer.known.keep(place, row)
      } else {
        writer.known.refuse(place, row)
      }
    }
  }

  /// The format of a field: its own by the standard, or plain text.
  private func format(of field: String) -> (any FieldFormat)? {
    let name = plans[field] == nil ? FieldName.split(field).base : field
    if let plan = plans[name] {
      return plan.format(in: catalogue, field: field, region: context.region, now: context.now)
    }
    let options = FormatOptions(nil, field: field, region: context.region, now: context.now)
    return catalogue.format(named: "text", options: options)
  }

  private static func description(_ code: FormatCode) -> CodeDescription {
    let severity: Severity =
      switch code.severity {
      case .info: .info
      case .warning: .warning
      case .error: .error
      }
    let repair: Repair =
      switch code.repair {
      case .safe: .safe
      case .lossy: .lossy
      case .absent: .absent
      }
    return CodeDescription(code.id, severity, repair: repair, en: code.en, ru: code.ru)
  }
}
