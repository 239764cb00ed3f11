import Foundation
package import Tables

/// Finds rows that are one client.
///
/// Columns go in, judged pairs come out; nothing is kept between calls. The answer depends on the content of
/// the rows alone: not on their order, not on the number of threads.
package struct Linker: Sendable {
  private let options: LinkageOptions
  private let nicknames: Nicknames

  /// An engine.
  package init(_ options: LinkageOptions = LinkageOptions(), nicknames: Nicknames = Nicknames()) {
    self.options = options
    self.nicknames = nicknames
  }

  /// Judges the rows of a table.
  /// - Complexity: O(rows · rules + pairs compared); pairs a row are bounded by `maxBlock`.
  package func link(fields: [String], columns: [TextView], rowCount: Int) -> Linkage {
    let groups = RecordGroups(
      fields: fields, columns: columns, rowCount: rowCount, names: nicknames, jobs: options.jobs)
    let evidence = groups.evidence
    var linkage = Linkage()
    linkage.report.records = evidence.count
    guard evidence.count > 0 else { return linkage }
    let comparator = PairComparator(evidence: evidence, nicknames: nicknames, jobs: options.jobs)
    var judge = PairJudge(comparator)
    var model = Model(
      comparisons: Comparison.Place.texts + evidence.text.count,
      matchShare: ModelTraining.believedShare(records: evidence.count))
    ModelTraining.fitU(&model, comparator: comparator)
    let candidates = Candidates(comparator: comparator, judge: judge, model: model, options: options)
    let course = ModelTraining.fitM(&model, patterns: candidates.patterns, evidence: evidence)
    judge.hasCleanSources = ModelTraining.hasCleanSources(model, patterns: candidates.patterns)
    linkage.report.pairs = candidates.pairCount
    linkage.report.skipped = candidates.skipped
    linkage.report.iterations = course.iterations
    linkage.report.converged = course.converged
    linkage.report.matchShare = model.matchShare
    linkage.report.sharedValues = [
      ("phone", comparator.sharedPhones.sharedCount), ("email", comparator.sharedEmails.sharedCount),
    ].filter { $0.1 > 0 }
    let scorer = PairScorer(comparator: comparator, judge: judge, model: model)
    var bands = Bands(groups: groups, scorer: scorer, options: options)
    bands.judge(candidates.kept)
    linkage.report.tooLarge = bands.tooLarge
    linkage.links = bands.links.sorted { ($0.rowA, $0.rowB) < ($1.rowA, $1.rowB) }
    return linkage
  }
}
