import RuleKit
import Tables

/// What record rules say of a table, counted; no finding is kept, so memory does not grow with the rows.
struct DefectCount: Sendable {
  /// What is counted together.
  struct Key: Hashable, Sendable {
    var rule: Int
    var field: String?
    var code: String
    var arguments: String?
    /// A change that cleaning would make, rather than a finding.
    var isEdit: Bool
  }

  /// How often, and how grave at worst.
  struct Tally: Sendable {
    var count = 0
    var severity = Severity.info
  }

  private(set) var tallies: [Key: Tally] = [:]

  /// Runs rules over a table in batches, `jobs` at a time.
  /// - Complexity: O(rows × rules).
  static func run(
    _ rules: [any AppliedRule], fields: [String], columns: [TextColumn], rowCount: Int, jobs: Int
  ) async throws(RunError) -> DefectCount {
    let batches = stride(from: 0, to: rowCount, by: RuleRunner.batchRows).map {
      $0..<min($0 + RuleRunner.batchRows, rowCount)
    }
    let outcome = await withTaskGroup(of: Result<DefectCount, RunError>.self) { group in
      var total = DefectCount()
      var failure: RunError?
      var next = 0
      func start() {
        guard next < batches.count, failure == nil else { return }
        let rows = batches[next]
        next += 1
        group.addTask {
          do throws(RunError) {
            var count = DefectCount()
            for (index, rule) in rules.enumerated() {
              count.add(try rule.apply(fields: fields, columns: columns, rows: rows), rule: index)
            }
            return .success(count)
          } catch {
            return .failure(error)
          }
        }
      }
      for _ in 0..<max(jobs, 1) { start() }
      for await result in group {
        switch result {
        case .success(let count): total.add(count)
        case .failure(let error): failure = failure ?? error
        }
        start()
      }
      return failure.map { Result.failure($0) } ?? .success(total)
    }
    return try outcome.get()
  }

  private mutating func add(_ results: Results, rule: Int) {
    let names = results.names
    for finding in results.findings {
      let key = Key(
        rule: rule, field: finding.field.map { names[$0] }, code: names[finding.code],
        arguments: finding.arguments, isEdit: false)
      // What is said of the table is said by every batch, and counts once.
      let count = finding.row < 0 ? 1 - min(1, tallies[key]?.count ?? 0) : 1
      tallies[key, default: Tally()].count += count
      tallies[key, default: Tally()].severity = max(tallies[key]?.severity ?? .info, finding.severity)
      if finding.row < 0 { ofTable.insert(key) }
    }
    for edit in results.edits where edit.safety == .safe {
      let key = Key(
        rule: rule, field: names[edit.field], code: names[edit.code], arguments: nil, isEdit: true)
      tallies[key, default: Tally()].count += 1
    }
  }

  private var ofTable: Set<Key> = []

  private mutating func add(_ other: DefectCount) {
    for (key, tally) in other.tallies {
      let isSaid = other.ofTable.contains(key) && tallies[key] != nil
      tallies[key, default: Tally()].count += isSaid ? 0 : tally.count
      tallies[key, default: Tally()].severity = max(tallies[key]?.severity ?? .info, tally.severity)
    }
    ofTable.formUnion(other.ofTable)
  }
}
