public import RuleKit

extension RunSummary {
  /// What a check came to.
  public struct Judgement: Sendable {
    /// Whether findings reach the standard's `fail_on`.
    public var isFailed: Bool
    /// The least severity that counts.
    public var severity: Severity

    /// A judgement.
    public init(isFailed: Bool, severity: Severity) {
      self.isFailed = isFailed
      self.severity = severity
    }
  }

  /// Findings that count no more, because somebody accepted them or did not ask for them.
  public struct Accepted: Sendable {
    /// Some findings of one kind.
    public struct Kind: Sendable {
      /// The rule's id.
      public var rule: String
      /// The code within the rule.
      public var code: String
      /// The field; nil: the row as a whole.
      public var field: String?
      /// How many.
      public var count: Int

      /// So many findings of a kind.
      public init(rule: String, code: String, field: String?, count: Int) {
        self.rule = rule
        self.code = code
        self.field = field
        self.count = count
      }
    }

    /// Findings that stand in the baseline.
    public var inBaseline = 0
    /// Findings that the standard suppresses.
    public var suppressed = 0
    /// Findings of rules or fields that were not asked for.
    public var filtered = 0
    /// Accepted findings that are no more: debt that was paid off.
    public var gone: [Kind] = []
    /// Path of the baseline; nil: there is none.
    public var baseline: String?
    /// Whether the baseline was written by this run.
    public var isWritten = false

    /// Nothing was accepted.
    public init() {}

    /// Whether there is anything to say.
    public var isEmpty: Bool {
      inBaseline == 0 && suppressed == 0 && filtered == 0 && gone.isEmpty && baseline == nil
    }
  }
}
