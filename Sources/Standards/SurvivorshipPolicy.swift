/// Which value of several duplicates survives in the merged client.
public enum SurvivorshipPolicy: String, Sendable, Codable, CaseIterable {
  /// The value that says most: filled over blank, more words over fewer.
  case mostComplete = "most_complete"
  /// The longest text.
  case longest
  /// The value met most often.
  case mostFrequent = "most_frequent"
  /// The newest: of the record last changed, or the greatest date.
  case latest
  /// The oldest: of the record first made, or the least date.
  case earliest
  /// The first one, in an order that does not depend on the order of rows.
  case first
  /// That of the base named first on the command line.
  case sourcePriority = "source_priority"
  /// All different values.
  case union
  /// All different texts, joined.
  case concatenate
  /// The sum of numbers.
  case sum
  /// The first value that its format finds valid.
  case validFirst = "valid_first"
  /// What allows least: a consent withdrawn anywhere is withdrawn.
  case mostRestrictive = "most_restrictive"
  /// True if any is true.
  case anyTrue = "any_true"
  /// Made anew from other fields.
  case computed
}
