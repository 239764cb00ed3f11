public import RuleKit
import Tables

/// What became of a row.
public enum Fate: UInt8, Sendable {
  case kept, merged, quarantined

  /// Its name in the journal.
  public var name: String {
    switch self {
    case .kept: "kept"
    case .merged: "merged"
    case .quarantined: "quarantined"
    }
  }
}

/// A run's result, before anything is written.
public struct RunOutcome: Sendable {
  /// A surviving or superseded value of a merged client.
  public struct GoldenValue: Sendable {
    /// Row of `clients`.
    public var client: Int
    /// Field.
    public var field: String
    /// The value.
    public var value: String
    /// Row over all sources that it came from.
    public var rowID: Int
    /// Survivorship policy; empty for a superseded value.
    public var policy: String
  }

  /// The sources as assembled; `assembly.clients` holds the values as read.
  public var assembly: Assembly
  /// The clients, `client_id` first, `source` last.
  public var clients: Frame
  /// For each client the row over all sources that keeps it.
  public var keepers: [Int]
  /// For each row over all sources what became of it.
  public var fates: [Fate]
  /// For each row over all sources its row of `clients`; -1 where there is none.
  public var clientOfRow: [Int32]
  /// Why a row was set aside.
  public var reasons: [Int: String]
  /// Linked tables, standardised, each row with its row of `clients` (-1: none).
  public var linked: [(table: AttachedTable, clients: [Int32])]
  /// Changes, findings, pairs.
  public var log: RunLog
  /// Values of merged clients that survived.
  public var survivors: [GoldenValue]
  /// Values of merged clients that stand in no field any more.
  public var superseded: [GoldenValue]
  /// Sums proved equal.
  public var money: [RunSummary.MoneyCheck]
  /// Findings of the finished clients, as a check of the output would give: (client row, field, severity).
  public var remaining: [(client: Int, field: String?, severity: Severity)]
  /// Times round until nothing changed any more.
  public var rounds: Int
  /// What each row of `assembly.clientRows` is known by from run to run.
  public internal(set) var records: [RecordKey] = []
  /// What people decided, and what became of it here.
  public var decisions: [(decision: Decision, outcome: Decision.Outcome)] = []
  /// Client ids that were given up.
  public internal(set) var formerIDs: [PreviousRun.FormerID] = []
  /// Whether the clients were held against an own base or a stop list.
  public internal(set) var isCompared = false
  /// The base the clients were held against.
  var own: OwnBase?
  /// Rows that the comparison with other bases set aside.
  var aside = Aside()
}
