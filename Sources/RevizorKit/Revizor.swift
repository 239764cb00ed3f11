import BaseFormats
import Foundation
public import Pipeline
import PluginHost
import Reporting
import RuleKit
import Standards

/// The front door: what the command line does, as a library.
public struct Revizor: Sendable {
  /// Where the parts stand.
  public let installation: Installation

  /// A door to that installation.
  public init(_ installation: Installation) { self.installation = installation }

  /// Cleans bases into `output`, with the journal and the report beside it, all put in place together.
  /// - Parameters:
  ///   - request: what is to be cleaned, and how.
  ///   - output: `.xlsx`, `.csv`, `.sqlite`, or a folder.
  ///   - headers: headers of the clients; nil: labels in a workbook, canonical names elsewhere.
  ///   - reveal: whether the report shows values as they are.
  ///   - isDryRun: everything is done but the writing; nor does `maxMerge` stop it.
  ///   - listing: merged clients named one by one in the summary, the largest first.
  /// - Returns: what was done, counted.
  /// - Throws: why nothing was delivered.
  public func clean(
    _ request: RunRequest, output: String, headers: HeaderStyle? = nil, reveal: Bool = false,
    isDryRun: Bool = false, listing: Int = 20
  ) async throws(KitError) -> RunSummary {
    var plan = try OutputPlan(output)
    plan.encoding = try outputEncoding(request, plan)
    try PathCheck(request: request, plan: plan).check()
    // A place that cannot be written is known before hours of work, not after.
    if !isDryRun { try OutputDelivery(plan: plan).checkPlaces(review: request.review) }
    let started = Date()
    let preparation = try Preparation(request, installation)
    var options = preparation.runOptions
    // A dry run shows what would merge, however much that is, and then says that the limit would stop it.
    if isDryRun { options.maxMerge = 1 }
    var outcome = try await run(preparation, options)
    let refused = refusals(preparation, &outcome)
    let standard = preparation.standard
    var tables = OutputTables(
      outcome: outcome, catalogue: preparation.knowledge.catalogue,
      recognition: preparation.knowledge.recognition,
      formats: { standard.spec(of: $0)?.format },
      headers: headers ?? (plan.shape == .workbook ? .label : .canonical),
      language: request.language
    ).all()
    EncodingLoss(encoding: plan.encoding).apply(to: &tables, log: &outcome)
    var summarizer = summarizer(preparation)
    summarizer.groups = listing
    var summary = summary(preparation, outcome, summarizer)
    summary.add(refused: refused)
    if isDryRun { summary.stop = outcome.mergeLimit(request.maxMerge) }
    guard !isDryRun else { return summary }
    request.progress("write", 0)
    summary.outputs = [
      (kind: "base", path: plan.path), (kind: "report", path: plan.report),
      (kind: "journal", path: plan.journal),
    ]
    var delivery = OutputDelivery(plan: plan)
    if let path = request.review {
      let book = ReviewBook(outcome, preparation.knowledge.catalogue, request.language)
      delivery.review = (path, book.sheets())
      summary.outputs.append((kind: "review", path: path))
    }
    let report = HTMLReporter().render(
      summary, options: ReportOptions(language: request.language, reveal: reveal, command: .clean))
    let facts = RunFacts(
      preparation: preparation, outcome: outcome, seconds: Date().timeIntervalSince(started))
    try delivery.deliver(tables, report: report, outcome: outcome, facts: facts.list)
    return summary
  }

  func run(_ preparation: Preparation, _ options: RunOptions) async throws(KitError) -> RunOutcome {
    do throws(RunError) {
      return try await Runner(rules: preparation.rules, options: options).run(preparation.sources)
    } catch {
      throw .run(error)
    }
  }

  /// Decisions of this run's workbook that fit no records are refused, and not kept.
  private func refusals(_ preparation: Preparation, _ outcome: inout RunOutcome) -> [DecisionRefusal] {
    guard let review = preparation.review else { return [] }
    var refused = review.refused
    let fresh = Set(review.decisions.map { [$0.a, $0.b] })
    outcome.decisions.removeAll { decision, what in
      guard what == .absent, fresh.contains([decision.a, decision.b]) else { return false }
      refused.append(DecisionRefusal(address: decision.origin, reason: .absent))
      return true
    }
    return refused
  }

  func summarizer(_ preparation: Preparation) -> Summarizer {
    let catalogue = preparation.knowledge.catalogue
    return Summarizer(rules: preparation.rules.map(\.about)) { catalogue.label(of: $0) }
  }

  func summary(_ preparation: Preparation, _ outcome: RunOutcome, _ summarizer: Summarizer) -> RunSummary {
    var summary = summarizer.summary(of: outcome)
    summary.against?.stopList = preparation.request.stopList
    summary.version = revizorVersion
    summary.now = preparation.request.now
    summary.standard = "\(preparation.standard.name) \(preparation.standard.version)"
    summary.standardTitle = preparation.standard.title
    summary.standardReason = preparation.standardReason
    summary.rules = preparation.rules.map(\.about)
    summary.notes = preparation.notes
    return summary
  }
}
