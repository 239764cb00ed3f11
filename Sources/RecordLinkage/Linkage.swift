/// Settings of the engine.
package struct LinkageOptions: Sendable {
  /// Probability from which a pair is merged without asking.
  package var mergeAbove = 0.99
  /// Probability from which a pair is shown to a person.
  package var reviewAbove = 0.5
  /// Records in the greatest block whose pairs are all compared.
  package var maxBlock = 200
  /// Different records in the greatest group that is merged.
  package var maxGroup = 200
  /// Threads.
  package var jobs = 1

  /// The usual settings.
  package init() {}
}

/// What follows from a pair.
package enum LinkVerdict: Sendable {
  case different, review, same
}

/// A judged pair of rows.
package struct RowLink: Sendable, Equatable {
  /// The lower row.
  package var rowA: Int
  /// The higher row.
  package var rowB: Int
  /// Probability that both are one client.
  package var probability: Double
  /// What follows.
  package var verdict: LinkVerdict
  /// JSON: why.
  package var evidence: String
}

/// What the engine did, for notes and findings.
package struct LinkageReport: Sendable {
  /// Records with different content.
  package var records = 0
  /// Pairs compared.
  package var pairs = 0
  /// Rounds of expectation–maximisation.
  package var iterations = 0
  /// Whether the weights came to rest.
  package var converged = true
  /// Share of all pairs that are one client, as estimated.
  package var matchShare = 0.0
  /// Rules with the number of records in blocks too big to compare.
  package var skipped: [(rule: String, records: Int)] = []
  /// Values on many differently named records: field, number of values.
  package var sharedValues: [(field: String, values: Int)] = []
  /// Sizes of groups that were too big to merge.
  package var tooLarge: [Int] = []
}

/// Judged pairs, by rows, and how they came about.
package struct Linkage: Sendable {
  /// The pairs, ascending by rows.
  package var links: [RowLink] = []
  /// How they came about.
  package var report = LinkageReport()
}
