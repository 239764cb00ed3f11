/// A run's findings held against those accepted before.
///
/// First by key. What is left is paired where a record was edited since: the accepted finding's record is no more, the
/// new one says the same of the same value, and a trait of the record is still the same.
public struct BaselineMatch: Sendable {
  /// For each finding of the log whether it was accepted.
  public private(set) var isAccepted: [Bool]
  /// Accepted findings that are no more, and how many of each.
  public private(set) var gone: [(key: FindingKey, count: Int)] = []

  /// - Parameters:
  ///   - baseline: what was accepted.
  ///   - outcome: the run.
  ///   - secret: what the marks are made with instead of the baseline's salt.
  /// - Complexity: O(findings + rows).
  public init(_ baseline: Baseline, _ outcome: RunOutcome, secret: String?) {
    let keys = FindingKeys(outcome, key: secret ?? baseline.salt)
    isAccepted = [Bool](repeating: false, count: outcome.log.findings.count)
    var left = baseline.debts
    var news: [(index: Int, key: FindingKey)] = []
    for index in isAccepted.indices {
      let key = keys.key(at: index)
      if left[key].map({ $0.count > 0 }) ?? false {
        left[key]?.count -= 1
        isAccepted[index] = true
      } else {
        news.append((index, key))
      }
    }
    left = left.filter { $0.value.count > 0 }
    if !news.isEmpty, !left.isEmpty { pair(news, &left, keys) }
    gone = left.filter { $0.value.count > 0 }.map { ($0.key, $0.value.count) }.sorted { $0.key < $1.key }
  }

  private mutating func pair(
    _ news: [(index: Int, key: FindingKey)], _ left: inout [FindingKey: Baseline.Debt], _ keys: FindingKeys
  ) {
    let living = keys.allRecords()
    var orphans: [FindingKey: [FindingKey]] = [:]
    for key in left.keys.sorted() where !key.record.isEmpty && !living.contains(key.record) {
      orphans[key.anywhere, default: []].append(key)
    }
    for (index, key) in news {
      guard let candidates = orphans[key.anywhere] else { continue }
      let traits = Set(keys.traits(at: index))
      let heir = candidates.first { candidate in
        guard let debt = left[candidate], debt.count > 0 else { return false }
        return debt.traits.contains { traits.contains($0) }
      }
      guard let heir else { continue }
      left[heir]?.count -= 1
      isAccepted[index] = true
    }
  }
}
