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

  /// What a check came to.
  public struct CheckResult: Sendable {
    /// All that was found.
    public var summary: RunSummary
    /// Whether findings reach the standard's `fail_on`.
    public var isFailed: Bool
  }

  /// Judges bases by a standard; writes nothing.
  /// - Throws: why there is no judgement.
  public func check(_ request: RunRequest) async throws(KitError) -> CheckResult {
    let preparation = try Preparation(request, installation)
    var options = preparation.runOptions
    // A check delivers nothing, so nothing can disappear in it.
    options.maxMerge = 1
    let outcome = try await run(preparation, options)
    let summary = summary(preparation, outcome)
    return CheckResult(
      summary: summary, isFailed: FailLevel(preparation.standard.failOn).isReached(by: outcome))
  }

  /// Cleans bases into `output`, with the journal and the report beside it, all put in place together.
  /// - Parameters:
  ///   - request: what is to be cleaned, and how.
  ///   - output: `.xlsx`, `.csv`, `.sqlite`, or a folder.
  ///   - headers: headers of the clients; nil: labels in a workbook, canonical names elsewhere.
  ///   - reveal: whether the report shows values as they are.
  ///   - isDryRun: everything is done but the writing.
  /// - Returns: what was done, counted.
  /// - Throws: why nothing was delivered.
  public func clean(
    _ request: RunRequest, output: String, headers: HeaderStyle? = nil, reveal: Bool = false,
    isDryRun: Bool = false
  ) async throws(KitError) -> RunSummary {
    let plan = try OutputPlan(output)
    try Self.keepInputs(request, plan)
    // A place that cannot be written is known before hours of work, not after.
    if !isDryRun { try OutputDelivery(plan: plan).checkPlaces() }
    let started = Date()
    let preparation = try Preparation(request, installation)
    let outcome = try await run(preparation, preparation.runOptions)
    var summary = summary(preparation, outcome)
    let standard = preparation.standard
    let tables = OutputTables(
      outcome: outcome, catalogue: preparation.knowledge.catalogue,
      recognition: preparation.knowledge.recognition,
      formats: { standard.spec(of: $0)?.format },
      headers: headers ?? (plan.shape == .workbook ? .label : .canonical),
      language: request.language
    ).all()
    guard !isDryRun else { return summary }
    request.progress("write", 0)
    summary.outputs = [
      (kind: "base", path: plan.path), (kind: "report", path: plan.report),
      (kind: "journal", path: plan.journal),
    ]
    let report = HTMLReporter().render(
      summary, options: ReportOptions(language: request.language, reveal: reveal, command: .clean))
    let facts = RunFacts(
      preparation: preparation, outcome: outcome, seconds: Date().timeIntervalSince(started))
    try OutputDelivery(plan: plan).deliver(tables, report: report, outcome: outcome, facts: facts.list)
    return summary
  }

  private func run(_ preparation: Preparation, _ options: RunOptions) async throws(KitError) -> RunOutcome {
    do throws(RunError) {
      return try await Runner(rules: preparation.rules, options: options).run(preparation.sources)
    } catch {
      throw .run(error)
    }
  }

  private func summary(_ preparation: Preparation, _ outcome: RunOutcome) -> RunSummary {
    let catalogue = preparation.knowledge.catalogue
    let summarizer = Summarizer(rules: preparation.rules.map(\.about)) { catalogue.label(of: $0) }
    var summary = summarizer.summary(of: outcome)
    summary.version = revizorVersion
    summary.now = preparation.request.now
    summary.standard = "\(preparation.standard.name) \(preparation.standard.version)"
    summary.standardTitle = preparation.standard.title
    summary.standardReason = preparation.standardReason
    summary.notes = preparation.notes
    return summary
  }

  /// An output that would replace an input is refused before anything is read.
  private static func keepInputs(_ request: RunRequest, _ plan: OutputPlan) throws(KitError) {
    func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    let outputs = [plan.path, plan.journal, plan.report].map(real)
    if let base = request.bases.first(where: { outputs.contains(real($0)) }) {
      throw .usage(["--output would replace the base \(base); choose another name"])
    }
  }
}
