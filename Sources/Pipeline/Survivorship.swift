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
  /// The row's first date of any kind; empty when it has none.
  var firstDate = ""
  /// Place of its base among those of the run, in the order in which they were named.
  var base = 0
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
    case "latest": return latest(candidates)
    case "earliest": return earliest(candidates)
    case "most_frequent", "valid_first": return mostFrequent(candidates)
    case "source_priority":
      let pool = sound(candidates)
      return pool.map(\.base).min().flatMap { base in mostFrequent(pool.filter { $0.base == base }) }
    case "concatenate": return (joined(candidates), first.row)
    case "sum": return sum(candidates)
    case "most_restrictive": return mostRestrictive(candidates)
    case "any_true": return candidates.first { $0.value == "true" }.map(taken) ?? mostFrequent(candidates)
    default: return taken(first)
    }
  }

  /// Whether a survivor of several texts names this one, too.
  static func names(_ text: String, in survivor: String, _ policy: String) -> Bool {
    guard policy == "earliest" else { return policy == "concatenate" }
    return Set(parts(of: text)).isSubset(of: parts(of: survivor))
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
      let now = (
        candidate, [candidate.isFlawed ? 0 : 1] + score(candidate), text.map { candidate[keyPath: $0] } ?? ""
      )
      guard let old = winner else {
        winner = now
        continue
      }
      if old.score.lexicographicallyPrecedes(now.1) || (old.score == now.1 && old.text < now.2) {
        winner = now
      }
    }
    return winner.map { taken($0.candidate) }
  }

  /// The greatest of dates; for other texts the one of the row last touched.
  private static func latest(_ candidates: [Candidate]) -> (value: String, from: Int)? {
    let pool = sound(candidates)
    guard pool.allSatisfy({ isDate($0.value) }) else { return best(candidates, text: \.date) { _ in [] } }
    return best(pool, text: \.value) { _ in [] }
  }

  /// The least of dates; for other texts the one of the row first made.
  ///
  /// Where no row says when it was made, nobody knows which came first, and all are named: a client of two sources
  /// came from both.
  private static func earliest(_ candidates: [Candidate]) -> (value: String, from: Int)? {
    let pool = sound(candidates)
    if pool.allSatisfy({ isDate($0.value) }) { return pool.min { $0.value < $1.value }.map(taken) }
    if pool.allSatisfy(\.firstDate.isEmpty) { return pool.first.map { (joined(pool), $0.row) } }
    return pool.min {
      ($0.firstDate.isEmpty ? "~" : $0.firstDate) < ($1.firstDate.isEmpty ? "~" : $1.firstDate)
    }
    .map(taken)
  }

  /// The candidates without an error finding; all of them where each has one.
  private static func sound(_ candidates: [Candidate]) -> [Candidate] {
    let sound = candidates.filter { !$0.isFlawed }
    return sound.isEmpty ? candidates : sound
  }

  /// `2024-05-31`, with or without a time after it (ISO 8601).
  private static func isDate(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
    return [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy { (48...57).contains(bytes[$0]) }
  }

  /// The most frequent among the sound; at equal counts the one that comes first.
  private static func mostFrequent(_ candidates: [Candidate]) -> (value: String, from: Int)? {
    let pool = sound(candidates)
    var counts: [String: Int] = [:]
    for candidate in pool { counts[candidate.value, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return pool.first { counts[$0.value] == most }.map(taken)
  }

  private static let separator = "; "

  private static func parts(of text: String) -> [String] { text.split(separator: separator).map(String.init) }

  /// All different texts; a part that an earlier merge brought in already is not said again.
  private static func joined(_ candidates: [Candidate]) -> String {
    var seen: Set<String> = []
    var texts: [String] = []
    for candidate in candidates {
      let parts = parts(of: candidate.value)
      let fresh = parts.filter { !seen.contains($0) }
      seen.formUnion(parts)
      if !fresh.isEmpty {
        texts.append(fresh.count == parts.count ? candidate.value : fresh.joined(separator: separator))
      }
    }
    return texts.joined(separator: separator)
  }

  /// Exact decimal sum of what is a number; where nothing is, the first value survives.
  private static func sum(_ candidates: [Candidate]) -> (value: String, from: Int)? {
    var total = ExactDecimal.zero
    var first: Candidate?
    for candidate in candidates {
      guard let value = ExactDecimal(candidate.value) else { continue }
      guard let next = total.adding(value) else { return candidates.first.map(taken) }
      total = next
      first = first ?? candidate
    }
    return first.map { (total.text, $0.row) } ?? candidates.first.map(taken)
  }

  /// A refusal outweighs every consent.
  private static func mostRestrictive(_ candidates: [Candidate]) -> (value: String, from: Int)? {
    candidates.first { $0.value == "false" }.map(taken) ?? mostFrequent(candidates)
  }
}
