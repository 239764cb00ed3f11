import FieldFormats
import Foundation
import Pipeline
import RuleKit
import Standards
import Tables

/// What the columns of the sources agree on, laid over what the standard says of their fields.
///
/// A rule sees some thousand rows at a time; whether 03/04/2019 is in March or in April, and whether 1,234 is more
/// than a thousand, only the whole column tells. So columns are surveyed before the rules are made.
struct ColumnFindings {
  /// The standard's fields, each with what was found of its column.
  private(set) var specs: [String: FieldSpec]
  /// What was found, for people.
  private(set) var notes: [Localized] = []

  /// Rows that are enough where a whole column is damaged alike.
  private static let sample = 20_000

  /// - Complexity: O(bytes of the columns).
  init(_ standard: Standard, _ sources: [SourceTable], region: String, now: String) {
    specs = standard.fieldSpecs
    var places: [String: [(table: Int, column: Int)]] = [:]
    for (table, source) in sources.enumerated() {
      for (column, recognition) in source.columns.enumerated() {
        if let field = recognition.field { places[field, default: []].append((table, column)) }
      }
    }
    for field in places.keys.sorted() {
      let spec = standard.spec(of: field) ?? FieldSpec()
      let columns = (places[field] ?? []).map { sources[$0.table].table.columns[$0.column].cells }
      guard
        let found = Self.survey(columns, field, spec, standard, region: region, now: now), !found.isEmpty
      else { continue }
      guard spec.options["column"] == nil, let value = try? Self.value(found) else { continue }
      specs[field] = specs[field] ?? spec
      specs[field]?.options["column"] = value
      notes += Self.notes(field, found)
    }
  }

  private static func survey(
    _ columns: [TextColumn], _ field: String, _ spec: FieldSpec, _ standard: Standard, region: String,
    now: String
  ) -> ColumnConventions? {
    var options = FormatOptions(region: region, now: now, field: field)
    options.isBirthDate = field == "birth_date" || spec.options["birth"]?.bool == true
    options.values = (spec.options["values"] ?? spec.options["enum"]) == nil ? [] : ["listed"]
    let named = standard.formats.first { $0.name == spec.format }?.spec.format
    let fresh = ColumnSurvey(format: named ?? spec.format ?? "text", options: options)
    guard fresh.isNeeded else { return nil }
    var survey = fresh
    var found: ColumnConventions?
    for cells in columns {
      if !fresh.isJoint { survey = fresh }
      let step = fresh.isContentWithSample ? max(1, cells.count / sample) : 1
      for row in stride(from: 0, to: cells.count, by: step) where !cells.isNull(row) {
        survey.look(at: cells.utf8(at: row))
      }
      let one = survey.conventions
      found = fresh.isJoint ? one : found?.joined(with: one) ?? one
    }
    return found
  }

  private static func value(_ found: ColumnConventions) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: try JSONEncoder().encode(found))
  }

  private static func notes(_ field: String, _ found: ColumnConventions) -> [Localized] {
    var notes: [Localized] = []
    switch found.dateOrder {
    case .mdy:
      notes.append(
        Localized(
          en: "\(field): the month stands before the day, as the column's own dates show",
          ru: "\(field): месяц стоит перед днём, это видно по датам столбца"))
    case .mixed:
      notes.append(
        Localized(
          en:
            "\(field): some dates have the day first and some the month; those that can be read either way stay",
          ru: "\(field): в одних датах первым стоит день, в других месяц; неоднозначные оставлены как есть"))
    case .dmy, nil: break
    }
    if let misreading = found.misreading {
      notes.append(
        Localized(
          en: "\(field): the letters had been read in a wrong encoding (\(misreading)) and are restored",
          ru: "\(field): буквы были прочитаны в чужой кодировке (\(misreading)) и восстановлены"))
    }
    return notes
  }
}
