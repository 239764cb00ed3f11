public import RuleKit
public import Tables

/// All that happened to rows, kept by column: what the journal and the reports are written from.
public struct RunLog: Sendable {
  /// One change; texts stand at the same place in `before` and `after`.
  public struct Change: Sendable {
    /// Row over all sources.
    public var rowID: Int32
    /// Number of the field's name in `RunLog.names`.
    public var field: UInt16
    /// Number of the rule's id.
    public var rule: UInt16
    /// Number of the code.
    public var code: UInt16
    /// Whether anything was lost.
    public var safety: Safety
  }

  /// One finding; the value stands at the same place in `values`.
  public struct Found: Sendable {
    /// Row over all sources; -1: a whole table.
    public var rowID: Int32
    /// Number of the field's name in `RunLog.names`; nil: the row as a whole.
    public var field: UInt16?
    /// Number of the rule's id.
    public var rule: UInt16
    /// Number of the code.
    public var code: UInt16
    /// How grave it is.
    public var severity: Severity
  }

  /// One judged pair of rows over all sources.
  public struct Pair: Sendable {
    /// Row of the one.
    public var rowA: Int32
    /// Row of the other.
    public var rowB: Int32
    /// Probability that both are one client, 0…1.
    public var probability: Double
    /// What follows.
    public var verdict: Verdict
    /// JSON: for each field its level, label and weight in bits.
    public var evidence: String?
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

  /// Numbers of the log for the names of a rule's results.
  mutating func numbers(of results: Results) -> [UInt16] { results.names.names.map { names.number(of: $0) } }

  /// Writes down a change whose texts stand in columns.
  mutating func change(
    _ change: Change, before old: (column: TextColumn, at: Int), after new: (column: TextColumn, at: Int)
  ) {
    changes.append(change)
    before.append(cell: old.at, of: old.column)
    after.append(cell: new.at, of: new.column)
  }

  /// Writes down a finding of a round, its row now over all sources.
  mutating func find(_ place: Int, of found: RoundFindings, row: Int32) {
    let item = found.items[place]
    let given = found.arguments[place]
    if row < 0, !isNews(item.rule, item.code, item.field, given) { return }
    if let given { arguments[findings.count] = given }
    findings.append(
      Found(rowID: row, field: item.field, rule: item.rule, code: item.code, severity: item.severity))
    values.append(cell: place, of: found.values)
  }

  /// Writes down a finding that no rule made: of a reader or a writer.
  package mutating func find(
    row: Int32, field: String? = nil, rule: String, code: String, severity: Severity, value: String? = nil
  ) {
    let field = field.map { names.number(of: $0) }
    let (rule, code) = (names.number(of: rule), names.number(of: code))
    if row < 0, !isNews(rule, code, field, nil) { return }
    findings.append(Found(rowID: row, field: field, rule: rule, code: code, severity: severity))
    values.append(value)
  }

  /// Batches and rounds repeat what they say of the table as a whole.
  private mutating func isNews(_ rule: UInt16, _ code: UInt16, _ field: UInt16?, _ arguments: String?) -> Bool
  {
    tableFindings.insert([names[rule], names[code], field.map { names[$0] } ?? "", arguments ?? ""]).inserted
  }

  mutating func change(
    row: Int32, field: String, rule: String, code: String, before old: String?, after new: String?,
    safety: Safety
  ) {
    changes.append(
      Change(
        rowID: row, field: names.number(of: field), rule: names.number(of: rule),
        code: names.number(of: code),
        safety: safety))
    before.append(old)
    after.append(new)
  }
}
