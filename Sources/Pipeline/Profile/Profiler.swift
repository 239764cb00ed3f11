import Foundation
public import RuleKit
import Standards
import Tables

/// Looks at bases and says what is in them: columns, shapes, defects; nothing is changed and nothing merged.
public struct Profiler: Sendable {
  private let rules: [any AppliedRule]
  private let jobs: Int
  private let summarizer: Summarizer

  /// A profiler.
  /// - Parameters:
  ///   - rules: the standard's rules; those that judge records are run.
  ///   - jobs: threads at work.
  ///   - label: label of a field for people.
  public init(
    rules: [any AppliedRule], jobs: Int, label: @escaping @Sendable (String) -> Localized
  ) {
    self.rules = rules.filter { $0.about.phase == .record && $0.about.subject == .rows }
    self.jobs = jobs
    summarizer = Summarizer(rules: self.rules.map(\.about), label: label)
  }

  /// The tables, each with its columns and what the rules say of the clients.
  /// - Throws: `RunError` when a rule fails.
  /// - Complexity: O(bytes of the tables × rules).
  public func tables(_ sources: [SourceTable]) async throws(RunError) -> [BaseProfile.Table] {
    var tables: [BaseProfile.Table] = []
    for source in sources { tables.append(try await table(source)) }
    return tables
  }

  private func table(_ source: SourceTable) async throws(RunError) -> BaseProfile.Table {
    let scans = await scans(of: source.table)
    var columns = source.columns.enumerated().map { index, recognition in
      let field = recognition.field ?? ""
      let scan = scans[index]
      return BaseProfile.Column(
        header: source.table.columns[index].name, field: field, label: summarizer.label(field),
        how: recognition.how, score: recognition.score, reason: recognition.reason, filled: scan.filled,
        distinct: scan.distinct, shapes: scan.shapes, otherShapes: scan.otherShapes, changes: 0, defects: [])
    }
    var rest: [BaseProfile.Defect] = []
    if source.role == .clients {
      let places = columns.indices.filter { !columns[$0].field.isEmpty }
      let count = try await DefectCount.run(
        rules, fields: places.map { columns[$0].field },
        columns: places.map { source.table.columns[$0].cells },
        rowCount: source.table.rowCount, jobs: jobs)
      for (key, tally) in count.tallies {
        let place = key.field.flatMap { field in columns.firstIndex { $0.field == field } }
        if key.isEdit {
          if let place { columns[place].changes += tally.count }
          continue
        }
        let defect = defect(key, tally)
        if let place { columns[place].defects.append(defect) } else { rest.append(defect) }
      }
    }
    for index in columns.indices { columns[index].defects.sort(by: Self.isBefore) }
    return BaseProfile.Table(
      path: source.path, name: source.table.name, format: source.format, role: source.role.rawValue,
      rows: source.table.rowCount, notes: source.notes, columns: columns,
      defects: rest.sorted(by: Self.isBefore))
  }

  private func defect(_ key: DefectCount.Key, _ tally: DefectCount.Tally) -> BaseProfile.Defect {
    let rule = rules[key.rule].about.id
    return BaseProfile.Defect(
      rule: rule, code: key.code, severity: tally.severity,
      message: summarizer.message(rule, key.code, FindingGroups.arguments(key.arguments)), count: tally.count)
  }

  /// The gravest first, then the most frequent; names settle the rest, so that the order is one.
  private static func isBefore(_ left: BaseProfile.Defect, _ right: BaseProfile.Defect) -> Bool {
    (right.severity.rawValue, right.count, left.rule, left.code, left.message.en)
      < (left.severity.rawValue, left.count, right.rule, right.code, right.message.en)
  }

  /// What the cells of each column are, columns shared out over the threads.
  private func scans(of table: Table) async -> [ColumnScan] {
    await withTaskGroup(of: (Int, ColumnScan).self) { group in
      var scans = [ColumnScan?](repeating: nil, count: table.columns.count)
      var next = 0
      func start() {
        guard next < table.columns.count else { return }
        let index = next
        next += 1
        group.addTask { (index, ColumnScan(table.columns[index].cells)) }
      }
      for _ in 0..<max(jobs, 1) { start() }
      for await (index, scan) in group {
        scans[index] = scan
        start()
      }
      return scans.compactMap { $0 }
    }
  }
}
