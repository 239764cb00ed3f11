import RuleKit
import Tables

extension Results {
  /// What is said of the first rows, and of the table as a whole; links are left out.
  /// - Complexity: O(findings + edits).
  func ofRows(below count: Int) -> Results {
    var kept = self
    kept.links = []
    kept.findings = findings.filter { $0.row < count }
    guard edits.contains(where: { $0.row >= count }) else { return kept }
    kept.edits = []
    kept.editValues = TextColumn()
    for (index, edit) in edits.enumerated() where edit.row < count {
      kept.edits.append(edit)
      kept.editValues.append(cell: index, of: editValues)
    }
    return kept
  }
}
