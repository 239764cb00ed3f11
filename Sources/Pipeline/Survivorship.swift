import RuleKit
import Tables

/// One candidate for a field of a golden record.
struct Candidate: Equatable {
  /// Row of the frame it comes from.
  var row: Int
  /// Its text.
  var value: String
  /// Whether the row has an error finding in this field.
  var isFlawed: Bool
  /// The row's latest date of any kind, ISO 8601; empty when it has none.
  var date: String
}

/// Which value survives when rows become one client, by the standard's policy for the field.
///
/// Candidates come in an order that depends on content only, so does every choice here: no policy looks at
/// where a row stood.
enum Survivorship {
  /// The surviving value and the candidate it came from; nil where there is no candidate.
  static func choose(_ policy: String, _ candidates: [Candidate]) -> (value: String, from: Int)? {
    guard let first = candidates.first else { return nil }
    switch policy {
    case "most_complete": return best(candidates) { [words(of: $0.value), $0.value.count] }
    case "longest": return best(candidates) { [$0.value.count] }
    case "latest": return best(candidates, text: \.date) { _ in [] }
    case "earliest": return earliest(candidates)
    case "most_frequent", "valid_first": return mostFrequent(candidates)
    case "concatenate": return (joined(candidates, "; "), first.row)
    case "sum": return sum(candidates)
    case "most_restrictive": return mostRestrictive(candidates)
    case "any_true": return candidates.first { $0.value == "true" }.map(taken) ?? mostFrequent(candidates)
    default: return taken(first)
    }
  }

  private static func taken(_ candidate: Candidate) -> (value: String, from: Int) {
    (candidate.value, candidate.row)
  }

  private static func words(of text: String) -> Int { text.split { $0 == " " || $0 == "," }.count }

  /// The sound candidate with the greatest score; at equal scores the one that comes first.
  private static func best(
    _ candidates: [Candidate], text: KeyPath<Candidate, String>? = nil, score: (Candidate) -> [Int]
  ) -> (value: String, from: Int)? {
    var winner: (candidate: Candidate, score: [Int], text: String)?
    for candidate in candidates {
      let now = (candidate, [candidate.isFlawed ? 0 : 1] + score(candidate), text.map { candidate[keyPath: $0] } ?? "")
      guard let old = winner else {
        winner = now
        continue
      }
      if old.score.lexicographicallyPrecedes(now.1) || (old.score == now.1 && old.text < now.2) { winner = now }
    }
    return winner.map { taken($0.candidate) }
  }

  /// The least of dates; for other texts the one of the earliest row.
  private static func earliest(_ candidates: [Candidate]) -> (value: String, from: Int)? {
    let sound = candidates.filter { !$0.isFlawed }
    let pool = sound.isEmpty ? candidates : sound
    let isDates = pool.allSatisfy { $0.value.utf8.first.map { (48...57).contains($0) } ?? false }
    if isDates { return pool.min { $0.value < $1.value }.map(taken) }
    return pool.min { ($0.date.isEmpty ? "~" : $0.date) < ($1.date.isEmpty ? "~" : $1.date) }.map(taken)
  }

  /// The most frequent among the sound; at equal counts the one that comes first.
  private static func mostFrequent(_ candidates: [Candidate]) -> (value: String, from: Int)? {
    let sound = candidates.filter { !$0.isFlawed }
    let pool = sound.isEmpty ? candidates : sound
    var counts: [String: Int] = [:]
    for candidate in pool { counts[candidate.value, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return pool.first { counts[$0.value] == most }.map(taken)
  }

  private static func joined(_ candidates: [Candidate], _ separator: String) -> String {
    var seen: Set<String> = []
    return candidates.map(\.value).filter { seen.insert($0).inserted }.joined(separator: separator)
  }

  /// Exact decimal sum; what is no number survives as the first value instead.
  private static func sum(_ candidates: [Candidate]) -> (value: String, from: Int)? {
    var total = ExactDecimal.zero
    for candidate in candidates {
      guard let value = ExactDecimal(candidate.value), let next = total.adding(value) else {
        return candidates.first.map(taken)
      }
      total = next
    }
    return (total.text, candidates[0].row)
  }

  /// A refusal outweighs every consent.
  private static func mostRestrictive(_ candidates: [Candidate]) -> (value: String, from: Int)? {
    candidates.first { $0.value == "false" }.map(taken) ?? mostFrequent(candidates)
  }
}
