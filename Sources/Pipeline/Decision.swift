public import RuleKit

/// What a person decided about two records.
public struct Decision: Sendable, Equatable {
  /// What there is to choose from.
  public enum Choice: String, Sendable, CaseIterable {
    /// They are one client.
    case merge
    /// They are two clients.
    case notDuplicate = "not_duplicate"
    /// Nothing yet; the pair is shown again.
    case later

    /// The word of the choice in a review workbook.
    public var word: Localized {
      switch self {
      case .merge: Localized(en: "Merge", ru: "Объединить")
      case .notDuplicate: Localized(en: "Not a duplicate", ru: "Не дубль")
      case .later: Localized(en: "Later", ru: "Позже")
      }
    }
  }

  /// What became of a decision in a run.
  public enum Outcome: String, Sendable {
    /// It holds in this run's result.
    case applied
    /// The base of this run does not hold both records.
    case absent
    /// It contradicts another decision; the one that keeps records apart holds.
    case contradicted
  }

  /// The lower key of the two records.
  public var a: RecordKey
  /// The higher key of the two records.
  public var b: RecordKey
  /// What was chosen.
  public var choice: Choice
  /// Where it was made: `review.xlsx › Решения › row 5`.
  public var origin: String
  /// The client that record `a` was in when a run last saw it.
  public var clientA: String?
  /// The client that record `b` was in when a run last saw it.
  public var clientB: String?

  /// A decision about two records, in whatever order.
  public init(
    _ first: RecordKey, _ second: RecordKey, _ choice: Choice, origin: String, clientA: String? = nil,
    clientB: String? = nil
  ) {
    let isOrdered = first <= second
    a = isOrdered ? first : second
    b = isOrdered ? second : first
    self.choice = choice
    self.origin = origin
    self.clientA = isOrdered ? clientA : clientB
    self.clientB = isOrdered ? clientB : clientA
  }

  /// The pair it is about.
  var pair: [RecordKey] { [a, b] }

  /// Decisions of both lists; of two about one pair the later list's holds.
  public static func merged(_ earlier: [Decision], _ later: [Decision]) -> [Decision] {
    var places: [[RecordKey]: Int] = [:]
    var result: [Decision] = []
    for decision in earlier + later {
      if let place = places[decision.pair] {
        result[place] = decision
      } else {
        places[decision.pair] = result.count
        result.append(decision)
      }
    }
    return result.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}
