public import RuleKit

/// What a run is told besides its sources and rules.
public struct RunOptions: Sendable {
  /// Which rows are set aside instead of written.
  public struct Quarantine: Sendable {
    /// Rows with a finding this grave; nil: none for gravity alone.
    public var severity: Severity?
    /// Rows with a finding of one of these codes.
    public var codes: Set<String>

    /// A rule of quarantine.
    public init(severity: Severity? = nil, codes: Set<String> = []) {
      self.severity = severity
      self.codes = codes
    }
  }

  /// Batches at work at one time.
  public var jobs = 1
  /// Whether lossy repairs are applied.
  public var lossy = false
  /// Whether nothing is written: the first round that merges nobody is the last, for all has been found by then.
  public var isCheck = false
  /// Share of the client rows, 0…1, that may disappear in merges.
  public var maxMerge = 0.5
  /// Rows to set aside; nil: none but blank ones.
  public var quarantine: Quarantine?
  /// Order of the fields in the output.
  public var fieldOrder: [String] = []
  /// Survivorship policy of a field.
  public var policy: @Sendable (String) -> String = { _ in "most_complete" }
  /// Clients tables of the bases that the run's clients are held against; what stands there already is not written.
  public var against: [SourceTable] = []
  /// Clients tables of those who must not get into the output.
  public var stopList: [SourceTable] = []
  /// What people decided about pairs of records.
  public var decisions: [Decision] = []
  /// The run before this one; its client ids are carried over.
  public var previous: PreviousRun?
  /// Told of the run's progress: what is being done, share done.
  public var progress: @Sendable (String, Double) -> Void = { _, _ in }

  /// The defaults.
  public init() {}
}
