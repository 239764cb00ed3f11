import Pipeline
import Standards

/// The standard's `fail_on` held against what was found.
struct FailLevel {
  let level: Standard.FailLevel

  init(_ level: Standard.FailLevel) { self.level = level }

  /// Whether findings at or above the severity exceed the share of rows or the count allowed.
  func isReached(by outcome: RunOutcome) -> Bool {
    let grave = outcome.log.findings.filter { $0.severity >= level.severity }
    guard !grave.isEmpty else { return false }
    if let most = level.maxCount, grave.count <= most { return false }
    let rows = Set(grave.lazy.filter { $0.rowID >= 0 }.map(\.rowID)).count
    let share = Double(rows) * 100 / Double(max(outcome.assembly.clientRows.count, 1))
    // A finding of the whole table fails whatever share of rows is allowed.
    return grave.contains { $0.rowID < 0 } || share > level.maxPercent
  }
}
