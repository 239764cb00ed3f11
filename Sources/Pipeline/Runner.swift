import RuleKit
import Tables

/// Runs rules over assembled clients until the result needs no further change.
///
/// Order of a round: rules that change records, linked tables into derived fields, rules that only look at
/// records, quarantine (first round), rules that link rows, golden records, rules that judge clients. A round
/// that changed and merged nothing is the proof that cleaning the result again would do nothing.
public struct Runner: Sendable {
  /// Rounds after which a run that still changes something breaks its promise.
  static let mostRounds = 6

  let rules: [any AppliedRule]
  let options: RunOptions

  /// A run of these rules, in the order of the standard.
  public init(rules: [any AppliedRule], options: RunOptions) {
    self.rules = rules
    self.options = options
  }

  /// Cleans the clients of the given tables.
  /// - Throws: `RunError` when a plugin fails or a promise would be broken.
  public func run(_ sources: [SourceTable]) async throws(RunError) -> RunOutcome {
    let writers = rules.filter {
      $0.about.phase == .record && $0.about.subject == .rows && !$0.about.writes.isEmpty
    }
    let stopList = try await standardised(options.stopList, writers).map(StopList.init)
    let own = try await standardised(options.against, writers)
    let assembly = Assembly(sources)
    var state = RunState(
      assembly, options: options, own: own, stopList: stopList,
      isAnonymous: own == nil && stopList == nil && nobodyAsks(who: assembly))
    let lookers = rules.filter {
      $0.about.phase == .record && $0.about.subject == .rows && $0.about.writes.isEmpty
    }
    let linkers = rules.filter { $0.about.phase == .base && $0.about.subject == .rows }
    let judges = rules.filter { $0.about.subject == .clients }
    state.recordFields = MergedRecords.fields(wantedBy: judges.map(\.about))
    var round = 0
    while true {
      round += 1
      guard round <= Self.mostRounds else { throw Self.restless(state.log) }
      state.startRound()
      var changed = 0
      for rule in writers { changed += try await apply(rule, to: &state, round) }
      if round == 1 { try await standardiseLinked(&state, writers) }
      changed += state.aggregate()
      for rule in lookers { changed += try await apply(rule, to: &state, round) }
      if round == 1 {
        state.quarantine()
        state.takeSums()
      }
      var merged = 0
      for rule in linkers { merged += try await link(rule, &state, round) }
      merged += state.resolve()
      try state.checkMergeLimit()
      for rule in judges { changed += try await apply(rule, to: &state, round) }
      state.endRound()
      if merged == 0 && (changed == 0 || options.isCheck) { break }
    }
    options.progress("prove", 0)
    return try state.finish(rounds: round)
  }

  /// Whether no rule, no decision and no id of its own asks who a row of a check is.
  private func nobodyAsks(who assembly: Assembly) -> Bool {
    guard options.isCheck, options.decisions.isEmpty, options.previous == nil,
      assembly.clients["client_id"] == nil
    else { return false }
    return rules.allSatisfy { rule in
      let reads = rule.about.reads
      let isSimple = rule.about.phase == .record || rule.about.subject == .clients && !reads.contains("*")
      return isSimple && !reads.contains("client_id") && !reads.contains("source")
    }
  }

  /// Names the rule and field that changed last.
  private static func restless(_ log: RunLog) -> RunError {
    let last = log.changes.last.map { "\(log.names[$0.rule]) (\(log.names[$0.field]))" } ?? "?"
    return .promise(
      Localized(
        en:
          "the result still changes after \(mostRounds) rounds, last by \(last): its repair is undone by another "
          + "rule or does not accept its own output; leave one of the rules out; nothing was put in place",
        ru:
          "результат меняется и после \(mostRounds) проходов, последним — \(last): исправление отменяет другое "
          + "правило или оно само; выключите одно из правил; ничего не записано"))
  }

  /// Applies a rule to the frame of the state.
  /// - Returns: cells changed.
  private func apply(
    _ rule: any AppliedRule, to state: inout RunState, _ round: Int
  ) async throws(RunError) -> Int {
    options.progress(rule.about.id, Double(round))
    let batches = try await RuleRunner(jobs: options.jobs).run(
      rule, on: state.frame, linked: state.linkedTables(for: rule.about))
    for batch in batches { state.take(findings: batch.results, first: batch.first, rule: rule.about) }
    return state.take(edits: batches, rule: rule.about)
  }

  /// Applies a rule that links rows; what it finds and changes counts as any rule's.
  /// - Returns: cells changed.
  private func link(
    _ rule: any AppliedRule, _ state: inout RunState, _ round: Int
  ) async throws(RunError) -> Int {
    options.progress(rule.about.id, Double(round))
    var batches = try await RuleRunner(jobs: options.jobs).run(rule, on: state.linkedFrame)
    for index in batches.indices {
      state.take(links: batches[index].results.links)
      // Of the own base only the links are news.
      if state.own != nil {
        batches[index].results = batches[index].results.ofRows(below: state.frame.rowCount)
      }
      state.take(findings: batches[index].results, first: batches[index].first, rule: rule.about)
    }
    return state.take(edits: batches, rule: rule.about)
  }

  /// Records of another base, brought to the same form as the run's clients; nil where there is none.
  private func standardised(
    _ sources: [SourceTable], _ writers: [any AppliedRule]
  ) async throws(RunError) -> OwnBase? {
    guard !sources.isEmpty else { return nil }
    var options = options
    options.decisions = []
    var state = RunState(Assembly(sources), options: options)
    for round in 1...Self.mostRounds {
      state.startRound()
      var changed = 0
      for rule in writers { changed += try await apply(rule, to: &state, round) }
      if changed == 0 { break }
    }
    return OwnBase(state.assembly, frame: state.frame, records: state.records)
  }

  /// Linked tables go through the same door as clients, with the columns that rules know.
  private func standardiseLinked(_ state: inout RunState, _ writers: [any AppliedRule]) async throws(RunError)
  {
    for index in state.linked.indices {
      let own = state.assembly.sources[state.linked[index].source]
      var (frame, names) = state.linked[index].frame(of: own)
      guard !frame.fields.isEmpty else { continue }
      let first = state.assembly.firstRow[state.linked[index].source]
      let rowIDs = Array(first..<(first + own.table.rowCount))
      for rule in writers {
        let batches = try await RuleRunner(jobs: options.jobs).run(rule, on: frame)
        state.takeLinked(batches, rule: rule.about, frame: &frame, names: names, rowIDs: rowIDs)
      }
      state.linked[index].take(frame, names: names)
    }
  }
}
