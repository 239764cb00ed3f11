public import Tables

/// Names kept once and spoken of by number.
public struct Interner: Sendable, Equatable {
  /// The names by number.
  public private(set) var names: [String] = []
  private var numbers: [String: UInt16] = [:]

  /// No names yet.
  public init() {}

  /// The number of a name, new or known.
  public mutating func number(of name: String) -> UInt16 {
    if let number = numbers[name] { return number }
    let number = UInt16(names.count)
    numbers[name] = number
    names.append(name)
    return number
  }

  /// The name of a number.
  public subscript(number: UInt16) -> String { names[Int(number)] }
}

/// Whether an edit keeps the meaning of what it replaces.
public enum Safety: Int8, Sendable {
  case safe = 0, lossy = 1

  /// Its name in the journal.
  public var name: String { self == .safe ? "safe" : "lossy" }
}

/// Verdict on a pair of rows.
public enum Verdict: Int8, Sendable {
  case different = 0, review = 1, same = 2

  /// Its name in the journal.
  public var name: String {
    switch self {
    case .different: "different"
    case .review: "review"
    case .same: "same"
    }
  }
}

/// One finding; `field` and `code` are numbers of `Results.names`.
public struct Finding: Sendable, Equatable {
  /// Row of the batch; -1: the table as a whole.
  public var row: Int
  /// Number of the field's name; nil: the row as a whole.
  public var field: UInt16?
  /// Number of the code's name.
  public var code: UInt16
  /// How grave it is.
  public var severity: Severity
  /// Arguments of the message, a JSON object; never the cell's value.
  public var arguments: String?

  /// A finding.
  public init(row: Int, field: UInt16?, code: UInt16, severity: Severity, arguments: String?) {
    self.row = row
    self.field = field
    self.code = code
    self.severity = severity
    self.arguments = arguments
  }
}

/// One proposed change; its new value stands at the same place in `Results.editValues`.
public struct Edit: Sendable, Equatable {
  /// Row of the batch.
  public var row: Int
  /// Number of the field's name; a name the batch has not makes a derived column.
  public var field: UInt16
  /// Number of the code's name.
  public var code: UInt16
  /// Whether it loses anything.
  public var safety: Safety

  /// An edit.
  public init(row: Int, field: UInt16, code: UInt16, safety: Safety) {
    self.row = row
    self.field = field
    self.code = code
    self.safety = safety
  }
}

/// One judged pair of rows.
public struct Link: Sendable, Equatable {
  /// The lower row.
  public var rowA: Int
  /// The higher row.
  public var rowB: Int
  /// Probability that both are the same client, 0…1.
  public var probability: Double
  /// What follows.
  public var verdict: Verdict
  /// JSON: for each field its level, label and weight in bits.
  public var evidence: String?

  /// A link.
  public init(rowA: Int, rowB: Int, probability: Double, verdict: Verdict, evidence: String?) {
    self.rowA = rowA
    self.rowB = rowB
    self.probability = probability
    self.verdict = verdict
    self.evidence = evidence
  }
}

/// All that a rule says of a batch.
public struct Results: Sendable {
  /// Names of fields and codes.
  public var names = Interner()
  /// Findings, in the order found.
  public var findings: [Finding] = []
  /// Proposed changes, in the order to apply.
  public var edits: [Edit] = []
  /// New values of the edits.
  public var editValues = TextColumn()
  /// Judged pairs.
  public var links: [Link] = []
  private var severities: [UInt16: Severity] = [:]

  /// Nothing yet.
  ///
  /// A finding without a severity of its own takes that of its code here.
  public init(codes: [CodeDescription] = []) {
    for code in codes { severities[names.number(of: code.code)] = code.severity }
  }

  /// Flags a cell.
  ///
  /// Look the numbers up once with `number(of:)` where many cells are flagged.
  public mutating func flag(
    row: Int, _ field: String, _ code: String, severity: Severity? = nil, arguments: String? = nil
  ) {
    flag(
      row: row, field: names.number(of: field), code: names.number(of: code), severity: severity,
      arguments: arguments)
  }

  /// Flags a cell, or the row where `field` is nil.
  public mutating func flag(
    row: Int, field: UInt16?, code: UInt16, severity: Severity? = nil, arguments: String? = nil
  ) {
    findings.append(
      Finding(
        row: row, field: field, code: code, severity: severity ?? severities[code] ?? .warning,
        arguments: arguments))
  }

  /// Flags the table as a whole.
  public mutating func flagTable(
    _ code: String, field: String? = nil, severity: Severity? = nil, arguments: String? = nil
  ) {
    let fieldNumber: UInt16? = if let field { names.number(of: field) } else { nil }
    flag(row: -1, field: fieldNumber, code: names.number(of: code), severity: severity, arguments: arguments)
  }

  /// Proposes a new text for a cell; nil clears it.
  public mutating func edit(
    row: Int, _ field: String, _ code: String, to value: String?, safety: Safety = .safe
  ) {
    edits.append(
      Edit(row: row, field: names.number(of: field), code: names.number(of: code), safety: safety))
    editValues.append(value)
  }

  /// Proposes a new text for a cell, given as bytes.
  public mutating func edit(
    row: Int, field: UInt16, code: UInt16, to value: Span<UInt8>, safety: Safety = .safe
  ) {
    edits.append(Edit(row: row, field: field, code: code, safety: safety))
    editValues.append(value)
  }

  /// Number of a field's or code's name, for the calls that take numbers.
  public mutating func number(of name: String) -> UInt16 { names.number(of: name) }

  /// Judges a pair of rows.
  public mutating func link(
    _ a: Int, _ b: Int, probability: Double, _ verdict: Verdict, evidence: String? = nil
  ) {
    links.append(
      Link(rowA: min(a, b), rowB: max(a, b), probability: probability, verdict: verdict, evidence: evidence))
  }
}
