import Tables

extension RunLog {
  /// Keeps those findings for which `isKept` says so.
  /// - Complexity: O(findings).
  public mutating func keepFindings(where isKept: (Int) -> Bool) {
    let kept = findings.indices.filter(isKept)
    guard kept.count < findings.count else { return }
    findings = kept.map { findings[$0] }
    values = values.gathering(kept)
    var left: [Int: String] = [:]
    for (now, before) in kept.enumerated() { if let given = arguments[before] { left[now] = given } }
    arguments = left
  }
}
