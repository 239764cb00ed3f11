public import RuleKit
public import Tables

/// All that happened to rows, kept by column: what the journal and the reports are written from.
public struct RunLog: Sendable {
  /// One change; texts stand at the same place in `before` and `after`.
  public struct Change: Sendable {
    /// Row over all sources.
    public var rowID: Int32
    /// Numbers of `RunLog.names`.
    public var field: UInt16
    public var rule: UInt16
    public var code: UInt16
    public var safety: Safety
  }

  /// One finding; the value stands at the same place in `values`.
  public struct Found: Sendable {
    /// Row over all sources; -1: a whole table.
    public var rowID: Int32
    public var field: UInt16?
    public var rule: UInt16
    public var code: UInt16
    public var severity: Severity
  }

  /// One judged pair of rows over all sources.
  public struct Pair: Sendable {
    public var rowA: Int32
    public var rowB: Int32
    public var probability: Double
    public var verdict: Verdict
    public var evidence: String?
  }

  /// A surviving or superseded value of a merged client.
  public struct Survivor: Sendable {
    /// Number of the client in the run's output.
    public var client: Int32
    public var field: UInt16
    public var rowID: Int32
    public var policy: UInt16
  }

  /// Names of fields, rules, codes and policies.
  public var names = Interner()
  /// Changes in the order applied.
  public var changes: [Change] = []
  /// Values before.
  public var before = TextColumn()
  /// Values after.
  public var after = TextColumn()
  /// Findings.
  public var findings: [Found] = []
  /// Values found at fault.
  public var values = TextColumn()
  /// Arguments of findings that have any, by place in `findings`.
  public var arguments: [Int: String] = [:]
  /// Judged pairs.
  public var pairs: [Pair] = []
  private var tableFindings: Set<[String]> = []

  /// Nothing happened yet.
  public init() {}

  mutating func change(
    row: Int32, field: String, rule: String, code: String, before old: String?, after new: String?,
    safety: Safety
  ) {
    changes.append(
      Change(
        rowID: row, field: names.number(of: field), rule: names.number(of: rule), code: names.number(of: code),
        safety: safety))
    before.append(old)
    after.append(new)
  }

  mutating func find(
    row: Int32, field: String?, rule: String, code: String, severity: Severity, value: String?,
    arguments given: String? = nil
  ) {
    // Batches repeat what they say of the table as a whole.
    if row < 0, !tableFindings.insert([rule, code, field ?? "", given ?? ""]).inserted { return }
    if let given { arguments[findings.count] = given }
    let fieldNumber: UInt16? = if let field { names.number(of: field) } else { nil }
    findings.append(
      Found(
        rowID: row, field: fieldNumber, rule: names.number(of: rule), code: names.number(of: code),
        severity: severity))
    values.append(value)
  }
}
