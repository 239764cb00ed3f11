public import RuleKit
import Tables

/// Every finding of a run, in the order found, with its place and message.
///
/// What a report that leaves nothing out is written from. Elements are made as they are asked for.
public struct FindingList: Sendable {
  /// One finding in full.
  public struct Item: Sendable {
    /// The rule's id.
    public var rule: String
    /// The code within the rule.
    public var code: String
    /// The field; nil: the row as a whole.
    public var field: String?
    /// How grave it is.
    public var severity: Severity
    /// What is wrong.
    public var message: Localized
    /// Where; nil: the table as a whole.
    public var place: FindingPlace?
    /// The value at fault; nil for a blank cell.
    public var value: String?
  }

  private let outcome: RunOutcome
  private let summarizer: Summarizer

  init(_ outcome: RunOutcome, _ summarizer: Summarizer) {
    self.outcome = outcome
    self.summarizer = summarizer
  }

  /// Number of findings.
  public var count: Int { outcome.log.findings.count }

  /// One of them.
  public subscript(index: Int) -> Item {
    let found = outcome.log.findings[index]
    let names = outcome.log.names
    let field = found.field.map { names[$0] }
    return Item(
      rule: names[found.rule], code: names[found.code], field: field, severity: found.severity,
      message: summarizer.message(
        names[found.rule], names[found.code], FindingGroups.arguments(outcome.log.arguments[index])),
      place: found.rowID < 0 ? nil : outcome.assembly.place(ofFinding: Int(found.rowID), field: field),
      value: outcome.log.values[index])
  }
}

extension Summarizer {
  /// All findings of a run.
  public func findings(of outcome: RunOutcome) -> FindingList { FindingList(outcome, self) }
}
