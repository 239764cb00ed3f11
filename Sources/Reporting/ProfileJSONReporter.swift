public import Pipeline
import RuleKit
import Tables

/// A profile for programs: one JSON document, its keys always in the same order.
///
/// Messages stand in every language. Values are masked unless revealed; `masked` says which.
public struct ProfileJSONReporter: ProfileReporter {
  public static let name = "json"

  /// Version of the document's shape; a key may be added without raising it, none may go or change its meaning.
  public static let shapeVersion = 1

  public init() {}

  public func render(_ profile: BaseProfile, options: ReportOptions) -> String {
    let mask = Mask(reveals: options.reveal)
    let document = OrderedJSON.object([
      ("report", .string("revizor")), ("shape_version", .integer(Self.shapeVersion)),
      ("version", .string(profile.version)), ("command", .string("profile")), ("now", .string(profile.now)),
      ("masked", .bool(!options.reveal)),
      (
        "standard",
        .object([
          ("name", .string(profile.standard)), ("title", json(profile.standardTitle)),
          ("reason", json(profile.standardReason)),
        ])
      ), ("rows_read", .integer(profile.rowsRead)),
      ("tables", .array(profile.tables.map { json($0, mask) })), ("notes", .array(profile.notes.map(json))),
      ("advice", .array(ProfileAdvice(profile).steps.map(json))),
    ])
    return document.text + "\n"
  }

  private func json(_ text: Localized) -> OrderedJSON {
    .object([("en", .string(text.en)), ("ru", .string(text.ru))])
  }

  private func json(_ table: BaseProfile.Table, _ mask: Mask) -> OrderedJSON {
    .object([
      ("path", .string(table.path)), ("table", .string(table.name)), ("format", .string(table.format)),
      ("role", .string(table.role)), ("rows", .integer(table.rows)),
      (
        "notes",
        .array(table.notes.map { .object([("en", .string($0.english)), ("ru", .string($0.russian))]) })
      ), ("columns", .array(table.columns.map { json($0, mask, rows: table.rows) })),
      ("defects", .array(table.defects.map(json))),
    ])
  }

  private func json(_ column: BaseProfile.Column, _ mask: Mask, rows: Int) -> OrderedJSON {
    let field = column.field.isEmpty ? "extra.\(column.header)" : column.field
    return .object([
      ("header", .string(column.header)), ("field", column.field.isEmpty ? .null : .string(column.field)),
      ("label", json(column.label)), ("recognised", .bool(column.isRecognised)), ("how", .string(column.how)),
      ("confidence", .number(column.score)), ("reason", json(column.reason)),
      ("filled", .integer(column.filled)),
      ("fill_rate", .number(rows == 0 ? 0 : Double(column.filled) / Double(rows))),
      ("distinct", .integer(column.distinct)),
      (
        "shapes",
        .array(
          column.shapes.map {
            .object([
              ("shape", .string($0.shape)), ("count", .integer($0.count)),
              ("sample", .optional(mask($0.sample, field: field))),
            ])
          })
      ), ("other_shapes", .integer(column.otherShapes.shapes)),
      ("other_shapes_cells", .integer(column.otherShapes.cells)), ("changes", .integer(column.changes)),
      ("defects", .array(column.defects.map(json))),
    ])
  }

  private func json(_ defect: BaseProfile.Defect) -> OrderedJSON {
    .object([
      ("rule", .string(defect.rule)), ("code", .string(defect.code)),
      ("severity", .string(defect.severity.name)), ("count", .integer(defect.count)),
      ("message", json(defect.message)),
    ])
  }
}
