public import RuleKit

/// Two clients that may be one, as a person is shown them.
public struct ReviewPair: Sendable {
  /// One of the two.
  public struct Side: Sendable {
    /// What its record is known by from run to run.
    public var key: RecordKey
    /// The record's row over all sources; rows of the own base follow those.
    public var row: Int
    /// Whether it stands in the own base.
    public var isOurs: Bool
    let node: Int
  }

  /// Number of the group of look-alikes it belongs to, from 1.
  public var group: Int
  /// Clients in that group.
  public var clientsInGroup: Int
  /// The one.
  public var a: Side
  /// The other; that of the own base where one of them is.
  public var b: Side
  /// Probability that both are one client, 0…1.
  public var probability: Double
  /// What speaks for it and against it, the weightiest first.
  public var evidence: [(field: String, label: Localized, bits: Double)]
  /// What was chosen before, when that was to look again later.
  public var choice: Decision.Choice?

  /// The keys of both records, the lower first: what names the pair in a review workbook.
  public var id: String { "\(min(a.key, b.key))-\(max(a.key, b.key))" }

  /// Reads the keys of an id; nil where it is none.
  public static func keys(ofID id: some StringProtocol) -> (RecordKey, RecordKey)? {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let a = RecordKey(parts[0]), let b = RecordKey(parts[1]), a <= b else {
      return nil
    }
    return (a, b)
  }
}
