import Pipeline
import RuleKit

/// What people decided, and what other bases have already.
extension HTMLPage {
  var decisionsModel: [String: Any] {
    func items(_ counts: [(name: String, count: Int)]) -> [[String: Any]] {
      counts.map { ["name": line($0.name), "number": numbers.count($0.count)] }
    }
    return [
      "hasDecisions": summary.decisions != nil,
      "decisionCounts": items(summary.decisions?.counts(words) ?? []),
      "refusals": (summary.decisions?.refused ?? []).map { line($0[language]) },
      "hasAgainst": summary.against != nil, "againstCounts": items(summary.against?.counts(words) ?? []),
      "againstNames": line(summary.against?.names(numbers) ?? ""),
    ]
  }
}
