public import RuleKit

extension RunSummary {
  /// One judged pair, as an example.
  public struct Pair: Sendable {
    /// Address of one row.
    public var addressA: String
    /// Address of the other.
    public var addressB: String
    /// Probability that both are one client.
    public var probability: Double
    /// What was decided.
    public var verdict: Verdict
    /// Field, value there, value here, label of the level, weight in bits.
    public var evidence: [(field: String, a: String?, b: String?, label: Localized, bits: Double)]

    /// An example.
    public init(
      addressA: String, addressB: String, probability: Double, verdict: Verdict,
      evidence: [(field: String, a: String?, b: String?, label: Localized, bits: Double)]
    ) {
      self.addressA = addressA
      self.addressB = addressB
      self.probability = probability
      self.verdict = verdict
      self.evidence = evidence
    }
  }

  /// Duplicates.
  public struct Duplicates: Sendable {
    /// Pairs judged the same.
    public var same = 0
    /// Pairs left to a person.
    public var review = 0
    /// Clients made of several rows.
    public var mergedClients = 0
    /// Rows that disappeared into them.
    public var mergedRows = 0
    /// Examples, some of each verdict.
    public var examples: [Pair] = []
    /// The largest merged clients: rows of each, and the addresses of the first of them.
    public var groups: [(rows: Int, addresses: [String])] = []

    /// None.
    public init() {}
  }

  /// What people decided about pairs, and what came of it.
  public struct Decisions: Sendable {
    /// Pairs that are one client because a person said so.
    public var merged = 0
    /// Pairs that are kept apart because a person said so.
    public var keptApart = 0
    /// Pairs to be looked at later.
    public var later = 0
    /// Earlier decisions about records that this run's bases do not hold; they are kept for later runs.
    public var absent = 0
    /// Rows of the review workbook that were refused, each with its address, why, and what to do.
    public var refused: [Localized] = []

    /// Nothing was decided.
    public init() {}
  }

  /// What the comparison with the own base and the stop list says of the rows.
  public struct Against: Sendable {
    /// The own bases and their records; none: only a stop list was given.
    public var bases: [(path: String, rows: Int)] = []
    /// The stop list; nil: none was given.
    public var stopList: String?
    /// Rows that nobody knew.
    public var new = 0
    /// Rows of clients that the own base has.
    public var ours = 0
    /// Rows of clients on the stop list.
    public var stopped = 0
    /// Rows for a person to decide.
    public var conflicts = 0

    /// Nothing was compared.
    public init() {}
  }
}
