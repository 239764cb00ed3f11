public import Pipeline
import RuleKit
import Tables

/// Every finding as a JSON object on a line of its own (jsonlines.org), the counts on the last line.
///
/// Keys of a finding: `rule`, `code`, `field`, `severity`, `message`, `path`, `table`, `unit` and `number` of the row in
/// its source, `column`, `address`, `value` (masked unless revealed). The last line has `read` and `findings`.
public struct JSONLinesReporter: FindingReporter {
  public static let name = "jsonl"

  public init() {}

  public func render<Failure: Error>(
    _ findings: FindingList, _ summary: RunSummary, options: ReportOptions,
    to write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let mask = Mask(reveals: options.reveal)
    var block = ""
    for index in 0..<findings.count {
      block += Self.line(findings[index], mask, options) + "\n"
      guard block.utf8.count > 1 << 16 else { continue }
      try write(block)
      block = ""
    }
    let end = OrderedJSON.object([
      ("read", .integer(summary.rowsRead)), ("of", .integer(summary.rowsRead)),
      ("findings", .integer(findings.count)), ("masked", .bool(!options.reveal)),
      ("standard", .string(summary.standard)), ("now", .string(summary.now)),
      ("version", .string(summary.version)),
    ])
    try write(block + end.line + "\n")
  }

  private static func line(_ item: FindingList.Item, _ mask: Mask, _ options: ReportOptions) -> String {
    OrderedJSON.object([
      ("rule", .string(item.rule)), ("code", .string(item.code)), ("field", .optional(item.field)),
      ("severity", .string(item.severity.name)), ("message", .string(item.message[options.language])),
      ("path", .optional(item.place?.path)), ("table", .optional(item.place?.table)),
      ("unit", .optional(item.place?.unit.rawValue)),
      ("number", item.place.map { .integer(Int($0.number)) } ?? .null),
      ("column", .optional(item.place?.header)),
      ("address", .optional(item.place?.address)), ("value", .optional(mask(item.value, field: item.field))),
    ]).line
  }
}
