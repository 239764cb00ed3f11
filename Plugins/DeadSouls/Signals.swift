import RuleKit

/// What was last heard of a client.
enum Activity: UInt8, Sendable {
  case none, purchase, contact, update
}

/// All that decides over one client, small enough to be one number: clients alike get the same words.
struct Signals: Equatable, Sendable {
  /// How old the last activity is, by the settings' limits.
  enum Age: UInt8, Sendable {
    /// Within `active`.
    case fresh
    /// Beyond `active`, nearer to it than to `dormant`.
    case old
    /// Nearer to `dormant`.
    case older
    /// Beyond `dormant`.
    case beyond
    /// Nothing dated is known.
    case undated
  }
  /// How long a client is on record without ever having bought.
  enum NeverBought: UInt8, Sendable {
    case no, forOneYear, forTwoYears
  }
  /// The chance that it is still there, in bands.
  enum Chance: UInt8, Sendable {
    case unknown, fair, low, veryLow
  }

  var age = Age.undated
  var activity = Activity.none
  /// Whole months since the last activity; 0 where there is none.
  var months = 0
  /// nil: the table has no channel to judge by.
  var isReachable: Bool?
  var hasBounced = false
  var hasOptedOut = false
  var isImpossiblyOld = false
  var isPlaceholder = false
  /// Number of the register's fact; nil: it knows nothing.
  var registry: Int32?
  /// Whether something happened after the day the register speaks of.
  var isHeardOfSince = false
  var neverBought = NeverBought.no
  var rhythm = Rhythm.unknown
  /// Whole months of the usual gap between purchases; told only where the rhythm speaks.
  var gap = 0
  var chance = Chance.unknown
  var isStale = false
  var hasBalance = false
  var hasContract = false
  var refusesContact = false

  /// All of it in one number.
  ///
  /// Hashing field by field took as long as the rest of the rule (100 000 clients: 60 ms, so 31).
  var key: UInt64 {
    var key = UInt64(registry.map { $0 + 1 } ?? 0)
    func add(_ value: Int, _ bits: UInt64) { key = key << bits | UInt64(min(value, 1 << bits - 1)) }
    add(Int(age.rawValue), 3)
    add(Int(activity.rawValue), 2)
    add(months, 11)
    add(isReachable.map { $0 ? 2 : 1 } ?? 0, 2)
    add(Int(neverBought.rawValue), 2)
    add(Int(rhythm.rawValue), 2)
    add(gap, 7)
    add(Int(chance.rawValue), 2)
    add((hasBounced ? 8 : 0) | (hasOptedOut ? 4 : 0) | (isImpossiblyOld ? 2 : 0) | (isPlaceholder ? 1 : 0), 4)
    add((isHeardOfSince ? 8 : 0) | (isStale ? 4 : 0) | (hasBalance ? 2 : 0) | (hasContract ? 1 : 0), 4)
    add(refusesContact ? 1 : 0, 1)
    return key
  }
}
