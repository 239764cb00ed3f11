import RuleKit
import Tables

/// Flags what a client record cannot do without and does not have.
///
/// Four kinds of requirement: a field that must be filled, a group of which one must be, a field that must be
/// filled when another holds a given value, and a field that must say enough when it says anything. A field counts as filled when any column of its family is: its
/// repeats (`phone_2`) and its variants (`phone_mobile`, `email_work`, `address_legal`).
struct MandatoryFields: Rule {
  static let about = RuleDescription(
    id: "mandatory-fields",
    title: Localized(en: "Mandatory fields are filled", ru: "Обязательные поля заполнены"),
    rationale: Localized(
      en:
        "A record without a name, or without a way to reach the client, can be neither worked with nor migrated.",
      ru:
        "С записью без имени или без способа связаться нельзя ни работать, ни перенести её в другую систему."),
    phase: .record, reads: ["*"], settings: settings, codes: codes, examples: examples)

  /// One field that must be filled, and the columns that count.
  private struct Requirement {
    var field: String
    var holdsWords: Bool
    var arguments: String?
  }

  private let required: [Requirement]
  private let groups: [(fields: [String], arguments: String?)]
  private let details: [Detail]
  private let conditions: [(condition: Condition, requirements: [Requirement])]

  init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    func requirement(_ field: String) -> Requirement {
      // A dash or «нет» is an answer where the field holds yes and no, or numbers.
      let format = context.spec(of: field)?.format ?? ""
      return Requirement(
        field: field, holdsWords: !EmptyWords.formatsWithout.contains(format), arguments: arguments([field]))
    }
    let declared = context.fields.filter(\.value.required).keys.sorted()
    let names = declared + settings.required.filter { !declared.contains($0) }
    guard !names.contains("") else {
      throw SettingsError("required", "has an empty name", remedy: "name a field, e.g. required: [org_name]")
    }
    guard settings.anyOf.allSatisfy({ !$0.isEmpty }) else {
      throw SettingsError(
        "any_of", "has an empty group", remedy: "name fields, e.g. any_of: [[phone, email]]")
    }
    guard settings.when.allSatisfy({ !$0.then.isEmpty }) else {
      throw SettingsError("when", "requires nothing", remedy: "name the fields required under `then`")
    }
    var details: [Detail] = []
    for (field, parts) in settings.detail.sorted(by: { $0.key < $1.key }) {
      details.append(try Detail(field, parts, format: context.spec(of: field)?.format))
    }
    self.details = details
    required = names.map(requirement)
    groups = settings.anyOf.map { ($0, arguments($0)) }
    conditions = settings.when.map { condition in
      (condition, condition.then.filter { !names.contains($0) }.map(requirement))
    }
  }

  func apply(to batch: Batch, into results: inout Results) {
    for requirement in required {
      check(requirement, in: batch, where: nil, into: &results)
    }
    for group in groups {
      check(anyOf: group.fields, arguments: group.arguments, in: batch, into: &results)
    }
    for (condition, requirements) in conditions {
      let rows = condition.rows(of: batch)
      guard !rows.isEmpty else { continue }
      for requirement in requirements { check(requirement, in: batch, where: rows, into: &results) }
    }
    for detail in details { check(detail, in: batch, into: &results) }
  }

  /// Flags filled cells of a field that lack a part which no column of its own has either.
  /// - Complexity: O(bytes of the field's columns).
  private func check(_ detail: Detail, in batch: Batch, into results: inout Results) {
    let code = results.number(of: "not-detailed")
    let apart = detail.parts.map { part in
      FieldFamily.columns(of: part.rawValue, among: batch.fields).map { batch.columns[$0] }
    }
    var words: [UInt8: String?] = [:]
    for place in FieldFamily.columns(of: detail.field, among: batch.fields) {
      let cells = batch.columns[place]
      let field = results.number(of: batch.fields[place])
      for row in 0..<batch.rowCount where !EmptyWords.isNothing(cells, row, words: true) {
        var missing = detail.missing(cells.utf8(at: row))
        guard missing != 0 else { continue }
        for (part, columns) in apart.enumerated() where missing & 1 << UInt8(part) != 0 {
          if columns.contains(where: { !EmptyWords.isNothing($0, row, words: true) }) {
            missing &= ~(1 << UInt8(part))
          }
        }
        guard missing != 0 else { continue }
        let known =
          words[missing]
          ?? arguments(
            detail.parts.indices.filter { missing & 1 << UInt8($0) != 0 }.map { detail.parts[$0].rawValue })
        words[missing] = known
        results.flag(row: row, field: field, code: code, arguments: known)
      }
    }
  }

  /// Flags the rows (nil: all) where no column of the field says anything.
  /// - Complexity: O(rows × columns of the family).
  private func check(
    _ requirement: Requirement, in batch: Batch, where rows: [Int]?, into results: inout Results
  ) {
    let places = FieldFamily.columns(of: requirement.field, among: batch.fields)
    guard let first = places.first else {
      results.flagTable("missing-column", field: requirement.field, arguments: requirement.arguments)
      return
    }
    let field = results.number(of: batch.fields[first])
    let code = results.number(of: "missing-value")
    let columns = places.map { batch.columns[$0] }
    func look(_ row: Int) {
      for cells in columns where !EmptyWords.isNothing(cells, row, words: requirement.holdsWords) { return }
      results.flag(row: row, field: field, code: code, arguments: requirement.arguments)
    }
    if let rows { rows.forEach(look) } else { (0..<batch.rowCount).forEach(look) }
  }

  /// Flags the rows where no field of the group is filled.
  private func check(
    anyOf fields: [String], arguments: String?, in batch: Batch, into results: inout Results
  ) {
    let columns = fields.flatMap { FieldFamily.columns(of: $0, among: batch.fields) }.map {
      batch.columns[$0]
    }
    guard !columns.isEmpty else {
      results.flagTable("missing-column", arguments: arguments)
      return
    }
    let code = results.number(of: "missing-any-of")
    rows: for row in 0..<batch.rowCount {
      for cells in columns where !EmptyWords.isNothing(cells, row, words: true) { continue rows }
      results.flag(row: row, field: nil, code: code, arguments: arguments)
    }
  }
}
