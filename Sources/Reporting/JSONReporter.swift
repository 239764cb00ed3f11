public import Pipeline
import RuleKit
import Tables

/// A report for programs: one JSON document with everything a summary holds, its keys always in the same order.
///
/// Messages stand in every language, so the document does not depend on the language asked for. Values are masked
/// unless revealed; `masked` says which.
public struct JSONReporter: Reporter {
  public static let name = "json"
  public static let fileExtension = "json"

  /// Version of the document's shape; a key may be added without raising it, none may go or change its meaning.
  public static let shapeVersion = 1

  public init() {}

  public func render(_ summary: RunSummary, options: ReportOptions) -> String {
    let mask = Mask(reveals: options.reveal)
    let document = OrderedJSON.object([
      ("report", .string("revizor")), ("shape_version", .integer(Self.shapeVersion)),
      ("version", .string(summary.version)), ("command", .string(options.command.rawValue)),
      ("now", .string(summary.now)), ("masked", .bool(!options.reveal)),
      (
        "standard",
        .object([
          ("name", .string(summary.standard)), ("title", json(summary.standardTitle)),
          ("reason", json(summary.standardReason)),
        ])
      ),
      ("failed", summary.judgement.map { .bool($0.isFailed) } ?? .null),
      ("accepted", json(summary.accepted)), ("all_findings", .optional(options.sideFile)),
      ("rows_read", .integer(summary.rowsRead)), ("client_rows_read", .integer(summary.clientRowsRead)),
      ("clients_written", .integer(summary.clientsWritten)), ("totals", json(Totals(summary))),
      ("sources", .array(summary.sources.map(json))), ("fields", .array(summary.fields.map(json))),
      ("findings", .array(summary.findings.map { json($0, mask) })),
      ("changes", .array(summary.changes.map { json($0, mask) })),
      ("duplicates", json(summary.duplicates, mask)),
      ("decisions", summary.decisions.map(json) ?? .null), ("against", summary.against.map(json) ?? .null),
      ("statuses", .array(summary.statuses.map { counted("status", $0.status, $0.count) })),
      (
        "reasons",
        .array(
          summary.reasons.map {
            .object([
              ("status", .string($0.status)), ("reason", .string($0.reason)), ("count", .integer($0.count)),
            ])
          })
      ),
      ("advice", .array(summary.advice.map { counted("advice", $0.advice, $0.count) })),
      (
        "segments",
        .array(
          summary.segments.map { item in
            .object([
              ("field", .string(item.field)),
              ("values", .array(item.values.map { counted("value", $0.value, $0.count) })),
            ])
          })
      ),
      (
        "money",
        .array(
          summary.money.map {
            .object([
              ("name", .string($0.name)), ("before", .string($0.before)), ("after", .string($0.after)),
              ("equal", .bool($0.before == $0.after)),
            ])
          })
      ),
      ("notes", .array(summary.notes.map(json))),
      (
        "outputs",
        .array(
          summary.outputs.map {
            .object([("kind", .string($0.kind)), ("path", .string($0.path))])
          })
      ),
    ])
    return document.text + "\n"
  }

  private func json(_ text: Localized) -> OrderedJSON {
    .object([("en", .string(text.en)), ("ru", .string(text.ru))])
  }

  private func counted(_ key: String, _ name: String, _ count: Int) -> OrderedJSON {
    .object([(key, .string(name)), ("count", .integer(count))])
  }

  private func json(_ accepted: RunSummary.Accepted) -> OrderedJSON {
    .object([
      ("baseline", .optional(accepted.baseline)), ("in_baseline", .integer(accepted.inBaseline)),
      ("suppressed", .integer(accepted.suppressed)), ("filtered", .integer(accepted.filtered)),
      (
        "gone",
        .array(
          accepted.gone.map {
            .object([
              ("rule", .string($0.rule)), ("code", .string($0.code)), ("field", .optional($0.field)),
              ("count", .integer($0.count)),
            ])
          })
      ),
    ])
  }

  private func json(_ totals: Totals) -> OrderedJSON {
    .object([
      ("kept", .integer(totals.kept)), ("merged", .integer(totals.merged)),
      ("quarantined", .integer(totals.quarantined)), ("changes", .integer(totals.changes)),
      ("lossy_changes", .integer(totals.lossyChanges)), ("findings", .integer(totals.findings)),
      ("errors", .integer(totals.findings(.error))), ("warnings", .integer(totals.findings(.warning))),
      ("infos", .integer(totals.findings(.info))),
    ])
  }

  private func json(_ source: RunSummary.Source) -> OrderedJSON {
    .object([
      ("path", .string(source.path)), ("format", .string(source.format)), ("table", .string(source.table)),
      ("role", .string(source.role)), ("rows", .integer(source.rows)), ("kept", .integer(source.kept)),
      ("merged", .integer(source.merged)), ("quarantined", .integer(source.quarantined)),
      ("sha256", .string(source.sha256)),
      ("notes", .array(source.notes.map { OrderedJSON.string($0.english) })),
    ])
  }

  private func json(_ field: RunSummary.Field) -> OrderedJSON {
    .object([
      ("name", .string(field.name)), ("label", json(field.label)),
      ("headers", .array(field.headers.map(OrderedJSON.string))), ("how", .string(field.how)),
      ("filled_before", .number(field.filledBefore)), ("filled_after", .number(field.filledAfter)),
      ("flagged_before", .integer(field.flaggedBefore)), ("flagged_after", .integer(field.flaggedAfter)),
      ("changed", .integer(field.changed)),
    ])
  }

  private func json(_ group: RunSummary.FindingGroup, _ mask: Mask) -> OrderedJSON {
    let shapes = group.shapes.map { shape in
      OrderedJSON.object([
        ("shape", .string(shape.shape)), ("count", .integer(shape.count)),
        ("addresses", .array(shape.addresses.map(OrderedJSON.string))),
        ("values", .array(shape.values.map { .optional(mask($0, field: group.field)) })),
      ])
    }
    return .object([
      ("rule", .string(group.rule)), ("code", .string(group.code)), ("field", .optional(group.field)),
      ("severity", .string(group.severity.name)), ("message", json(group.message)),
      ("count", .integer(group.count)), ("share", .number(group.share)), ("shapes", .array(shapes)),
      ("other_shapes", .integer(group.otherShapes)),
    ])
  }

  private func json(_ group: RunSummary.ChangeGroup, _ mask: Mask) -> OrderedJSON {
    let samples = group.samples.map { sample in
      OrderedJSON.object([
        ("address", .string(sample.address)), ("before", .optional(mask(sample.before, field: group.field))),
        ("after", .optional(mask(sample.after, field: group.field))),
      ])
    }
    return .object([
      ("rule", .string(group.rule)), ("code", .string(group.code)), ("field", .string(group.field)),
      ("message", json(group.message)), ("safety", .string(group.safety.name)),
      ("count", .integer(group.count)),
      ("samples", .array(samples)),
    ])
  }

  private func json(_ duplicates: RunSummary.Duplicates, _ mask: Mask) -> OrderedJSON {
    let examples = duplicates.examples.map { pair in
      let evidence = pair.evidence.map { item in
        OrderedJSON.object([
          ("field", .string(item.field)), ("a", .optional(mask(item.a, field: item.field))),
          ("b", .optional(mask(item.b, field: item.field))), ("label", json(item.label)),
          ("bits", .number(item.bits)),
        ])
      }
      return OrderedJSON.object([
        ("address_a", .string(pair.addressA)), ("address_b", .string(pair.addressB)),
        ("probability", .number(pair.probability)), ("verdict", .string(pair.verdict.name)),
        ("evidence", .array(evidence)),
      ])
    }
    return .object([
      ("same", .integer(duplicates.same)), ("review", .integer(duplicates.review)),
      ("merged_clients", .integer(duplicates.mergedClients)),
      ("merged_rows", .integer(duplicates.mergedRows)),
      ("examples", .array(examples)),
    ])
  }

  private func json(_ decisions: RunSummary.Decisions) -> OrderedJSON {
    .object([
      ("merged", .integer(decisions.merged)), ("kept_apart", .integer(decisions.keptApart)),
      ("later", .integer(decisions.later)), ("absent", .integer(decisions.absent)),
      ("refused", .array(decisions.refused.map(json))),
    ])
  }

  private func json(_ against: RunSummary.Against) -> OrderedJSON {
    .object([
      (
        "bases",
        .array(against.bases.map { .object([("path", .string($0.path)), ("rows", .integer($0.rows))]) })
      ),
      ("stop_list", .optional(against.stopList)), ("new", .integer(against.new)),
      ("ours", .integer(against.ours)), ("stopped", .integer(against.stopped)),
      ("conflicts", .integer(against.conflicts)),
    ])
  }
}
