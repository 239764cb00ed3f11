public import RuleKit
public import Tables

/// A rule ready to run, wherever it lives.
public protocol AppliedRule: Sendable {
  /// What its manifest says.
  var about: RuleManifest { get }
  /// Applies it to rows of the named columns; results count from the first of these rows.
  func apply(fields: [String], columns: [TextColumn], rows: Range<Int>) throws(RunError) -> Results
  /// Applies it to all rows, with those of other tables that belong to them.
  func apply(
    fields: [String], columns: [TextColumn], rows: Range<Int>, linked: [ClientRows]
  ) throws(RunError) -> Results
}

extension AppliedRule {
  /// A rule that asks for no linked tables gets none.
  public func apply(
    fields: [String], columns: [TextColumn], rows: Range<Int>, linked: [ClientRows]
  ) throws(RunError) -> Results {
    try apply(fields: fields, columns: columns, rows: rows)
  }
}

/// Runs one rule over a frame: a `record` rule in batches on all cores, a `base` rule once.
struct RuleRunner: Sendable {
  /// Batches at work at one time.
  let jobs: Int
  /// Rows of a batch: large enough that crossing the door costs nothing, small enough to share out.
  static let batchRows = 8_192

  /// The results of each batch with its first row, in input order whatever the number of threads.
  func run(
    _ rule: any AppliedRule, on frame: Frame, linked: [ClientRows] = []
  ) async throws(RunError) -> [(first: Int, results: Results)] {
    let fields = frame.fields
    let columns = frame.columns
    guard rule.about.phase == .record, frame.rowCount > Self.batchRows else {
      let rows = 0..<frame.rowCount
      return [(0, try rule.apply(fields: fields, columns: columns, rows: rows, linked: linked))]
    }
    let batches = stride(from: 0, to: frame.rowCount, by: Self.batchRows).map {
      $0..<min($0 + Self.batchRows, frame.rowCount)
    }
    guard jobs > 1 else {
      var all: [(first: Int, results: Results)] = []
      for rows in batches {
        all.append((rows.lowerBound, try rule.apply(fields: fields, columns: columns, rows: rows)))
      }
      return all
    }
    let outcomes = await withTaskGroup(of: (Int, Result<Results, RunError>).self) { group in
      var outcomes = [Result<Results, RunError>?](repeating: nil, count: batches.count)
      var next = 0
      func start() {
        guard next < batches.count else { return }
        let index = next
        next += 1
        group.addTask {
          do throws(RunError) {
            return (index, .success(try rule.apply(fields: fields, columns: columns, rows: batches[index])))
          } catch {
            return (index, .failure(error))
          }
        }
      }
      for _ in 0..<min(jobs, batches.count) { start() }
      for await (index, outcome) in group {
        outcomes[index] = outcome
        start()
      }
      return outcomes
    }
    var all: [(first: Int, results: Results)] = []
    for (rows, outcome) in zip(batches, outcomes) {
      if let outcome { all.append((rows.lowerBound, try outcome.get())) }
    }
    return all
  }
}
