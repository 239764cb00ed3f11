import FieldFormats
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
    codes: FormatCatalogue.codes.map(Self.description), examples: FormatExamples.all)

  /// Fields the runner writes itself.
  private static let untouched: Set<String> = [
    "client_id", "source", "client_status", "status_reason", "advice",
  ]

  private let skip: Set<String>
  private let context: RuleContext
  private let catalogue: FormatCatalogue

  /// Makes the rule.
  public init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    skip = Self.untouched.union(settings.skip)
    self.context = context
    do throws(DictionaryError) {
      catalogue = FormatCatalogue(dictionaries: try Dictionaries.load(folder: context.dictionaries))
    } catch {
      throw SettingsError("", "cannot load a dictionary", remedy: error.line)
    }
    for (field, spec) in context.fields.sorted(by: { $0.key < $1.key }) {
      guard let format = spec.format, catalogue.format(named: format) == nil else { continue }
      throw SettingsError(
        "", "name an unknown format '\(format)' for '\(field)'",
        remedy: "use one of \(FormatCatalogue.names.joined(separator: ", "))")
    }
  }

  /// Looks at a batch and says what it found.
  public func apply(to batch: Batch, into results: inout Results) throws(RuleFailure) {
    var writer = CellWriter(batch)
    var outcome = FormatOutcome()
    for (index, field) in batch.fields.enumerated() where !skip.contains(field) {
      guard let format = format(of: field) else { continue }
      let column = batch.columns[index]
      let number = results.number(of: field)
      outcome = FormatOutcome()
      for row in 0..<batch.rowCount where !column.isNull(row) {
        switch format.standardise(column.utf8(at: row), into: &outcome) {
        case .unchanged:
          if let gender = outcome.derivedGender {
            writer.derive("gender", gender, "gender-from-name", row: row, into: &results)
          } else if let form = outcome.derivedLegalForm {
            writer.derive("org_legal_form", form, "legal-form-from-name", row: row, into: &results)
          }
        case .replaced:
          let code = results.number(of: outcome.edit.id)
          results.edit(row: row, field: number, code: code, to: outcome.value.span)
        case .told: writer.write(outcome.reading, row: row, field: field, into: &results)
        }
      }
    }
    if !skip.contains("inn"), let inn = catalogue.format(named: "inn"),
      let kpp = catalogue.format(named: "kpp")
    {
      CrossFieldChecks.apply(to: batch, inn: inn, kpp: kpp, into: &results)
    }
  }

  /// The format of a field: its own by the standard, or plain text.
  private func format(of field: String) -> (any FieldFormat)? {
    let spec = context.spec(of: field)
    return catalogue.format(named: spec?.format ?? "text", options: options(of: field, spec))
  }

  private func options(of field: String, _ spec: FieldSpec?) -> FormatOptions {
    let given = spec?.options ?? [:]
    var options = FormatOptions(
      region: given["region"]?.string ?? context.region, now: context.now, field: field)
    options.dateOrder = given["order"]?.string.flatMap { DateOrder(rawValue: $0) }
    options.dateSystem = given["date_system"]?.string.flatMap { DateSystem(rawValue: $0) }
    options.isBirthDate = field == "birth_date" || given["birth"]?.bool == true
    options.decimalMark = given["decimal"]?.string?.first
    options.currency = given["currency"]?.string ?? "RUB"
    options.areaCode = given["area_code"]?.string ?? given["area_code"]?.integer.map(String.init)
    options.keepsLines = given["multiline"]?.bool ?? (field == "comment" || field == "bank_details")
    options.values = given["values"]?.array?.compactMap(\.string) ?? []
    for (value, synonyms) in given["synonyms"]?.object ?? [:] {
      for synonym in synonyms.array?.compactMap(\.string) ?? [] { options.synonyms[synonym] = value }
    }
    return options
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
