public import Pipeline
import RuleKit
import Standards

extension Revizor {
  /// What a check came to.
  public struct CheckResult: Sendable {
    /// All that was found, counted.
    public var summary: RunSummary
    /// All that was found, one by one.
    public var findings: FindingList
    /// Whether findings reach the standard's `fail_on`, or a strict baseline has debt that is no more.
    public var isFailed: Bool
  }

  /// Judges bases by a standard; writes nothing but the baseline, when that is asked for.
  /// - Throws: why there is no judgement.
  public func check(
    _ request: RunRequest, _ asked: CheckRequest = CheckRequest()
  ) async throws(KitError) -> CheckResult {
    let file = asked.baseline.map(BaselineFile.init)
    if asked.updatesBaseline, file == nil {
      throw .wrong(
        Localized(
          en: "--update-baseline: which file? add --baseline FILE, or `baseline:` in \(ProjectFile.name)",
          ru: "--update-baseline: какой файл? добавьте --baseline FILE или `baseline:` в \(ProjectFile.name)")
      )
    }
    // What costs nothing is checked before a large base is read.
    let known: Baseline? =
      if let file, file.exists || !asked.updatesBaseline { try file.read() } else { nil }
    let preparation = try Preparation(request, installation)
    let filter = try FindingFilter(asked, preparation)
    var options = preparation.runOptions
    // A check delivers nothing, so nothing can disappear in it.
    options.maxMerge = 1
    options.isCheck = true
    var outcome = try await run(preparation, options)
    var accepted = RunSummary.Accepted()
    let counts = filter.apply(to: &outcome)
    (accepted.filtered, accepted.suppressed) = (counts.filtered, counts.suppressed)
    accepted.baseline = file?.path
    if asked.updatesBaseline, let file {
      try file.write(
        Baseline(accepting: outcome, salt: known?.salt ?? BaselineFile.newSalt(), secret: asked.secret))
      accepted.inBaseline = outcome.log.findings.count
      accepted.isWritten = true
      outcome.log.keepFindings { _ in false }
    } else if let known {
      let match = BaselineMatch(known, outcome, secret: asked.secret)
      accepted.inBaseline = match.isAccepted.count { $0 }
      accepted.gone = filter.relevant(match.gone)
      outcome.log.keepFindings { !match.isAccepted[$0] }
    }
    let level = preparation.standard.failOn
    let isFailed =
      FailLevel(level).isReached(by: outcome) || asked.isStrict && !accepted.gone.isEmpty
    var summarizer = summarizer(preparation)
    (summarizer.samples, summarizer.shapes) = (asked.samples, asked.shapes)
    var summary = summary(preparation, outcome, summarizer)
    summary.accepted = accepted
    summary.judgement = .init(isFailed: isFailed, severity: level.severity)
    summary.notes += filter.notes(counts.covered)
    return CheckResult(summary: summary, findings: summarizer.findings(of: outcome), isFailed: isFailed)
  }
}

extension FindingFilter {
  /// Accepted findings that are no more, counted by kind; what this check did not ask for is not known to be gone.
  func relevant(_ gone: [(key: FindingKey, count: Int)]) -> [RunSummary.Accepted.Kind] {
    var kinds: [RunSummary.Accepted.Kind] = []
    for (key, count) in gone where rules.isEmpty || rules.contains(key.rule) {
      guard fields.isEmpty || fields.contains(key.field) else { continue }
      let field = key.field.isEmpty ? nil : key.field
      if let last = kinds.last, last.rule == key.rule, last.code == key.code, last.field == field {
        kinds[kinds.count - 1].count += count
      } else {
        kinds.append(.init(rule: key.rule, code: key.code, field: field, count: count))
      }
    }
    return kinds
  }
}
