/// What a person asks of a check besides the run itself.
public struct CheckRequest: Sendable {
  /// Rules whose findings count; empty: all of the standard's.
  public var rules: [String] = []
  /// Fields whose findings count; empty: all.
  ///
  /// A field without its number stands for its repeats.
  public var fields: [String] = []
  /// Path of the baseline; nil: nothing was accepted before.
  public var baseline: String?
  /// Whether all that is found is accepted and the baseline written anew.
  public var updatesBaseline = false
  /// Whether an accepted finding that is no more fails the check.
  public var isStrict = false
  /// What the baseline's marks are made with, instead of the salt that stands in its file.
  public var secret: String?
  /// Addresses and values kept of each shape of a group of findings.
  public var samples = 3
  /// Shapes listed of a group of findings.
  public var shapes = 5

  /// A check of everything, without a baseline.
  public init() {}
}
