import RuleKit
import Standards
import Tables

/// The moving parts of a run: the frame as it is now, which rows became which client, and the log.
struct RunState {
  let options: RunOptions
  let assembly: Assembly
  /// The frame that rules see: rows in the first round, clients from then on.
  var frame: Frame
  /// For each row of the frame the row over all sources that keeps it.
  var rowIDs: [Int]
  /// For each row of the assembled clients its row of the frame; -1: set aside.
  var place: [Int32]
  /// Sort keys of the frame's rows: content, never position.
  var keys: [String]
  var linked: [AttachedTable]
  var log = RunLog()
  var reasons: [Int: String] = [:]
  var survivors: [RunOutcome.GoldenValue] = []
  var superseded: [RunOutcome.GoldenValue] = []
  /// Findings of this round on the frame's rows.
  var found: [RoundFinding] = []
  /// Sums of the summed fields over the rows that went into merging.
  var sumsBefore: [(field: String, sum: ExactDecimal)] = []
  /// How many of `found` the log has already.
  private var logged = 0
  /// The round, from 1.
  private var round = 0
  /// Links of this round between rows of the frame.
  var links: [Link] = []
  /// Links of a later round that a person should look at; news only if their clients were not linked before.
  var laterPairs: [RunLog.Pair] = []

  /// A finding of the round, kept until it is known whether it is news.
  struct RoundFinding {
    var row: Int
    var field: String?
    var rule: String
    var code: String
    var severity: Severity
    var value: String?
    var arguments: String?
  }

  init(_ assembly: Assembly, options: RunOptions) {
    self.options = options
    self.assembly = assembly
    frame = assembly.clients
    rowIDs = assembly.clientRows
    place = (0..<Int32(assembly.clientRows.count)).map { $0 }
    let given = frame["client_id"]
    let ids = ClientIdentity.keys(of: frame)
    // A client id that was there before outlives a new one.
    keys = ids.enumerated().map { (given?.isNull($0) ?? true ? "1" : "0") + $1 }
    frame.set("client_id", TextColumn(ids))
    let sources = frame["source"]
    frame.set(
      "source", TextColumn(rowIDs.enumerated().lazy.map { sources?[$0] ?? assembly.address(of: $1) }))
    linked = assembly.sources.indices.filter { assembly.sources[$0].role != .clients }
      .map { AttachedTable($0, in: assembly) }
    for row in assembly.blankRows { reasons[row] = "blank" }
    linkEqualIDs(ids)
  }

  /// Two rows with one client id of ours are one client.
  private mutating func linkEqualIDs(_ ids: [String]) {
    var first: [String: Int] = [:]
    for (row, id) in ids.enumerated() {
      guard let other = first[id] else {
        first[id] = row
        continue
      }
      links.append(
        Link(
          rowA: other, rowB: row, probability: 1, verdict: .same,
          evidence: #"{"client_id":{"bits":40,"en":"same client id","level":"exact","ru":"тот же код клиента"}}"#))
    }
  }

  mutating func startRound() {
    round += 1
    found = []
    logged = 0
    laterPairs = []
  }

  /// Takes the sums that merging must not change.
  mutating func takeSums() {
    sumsBefore = frame.fields.filter { options.policy($0) == "sum" }.compactMap { field in
      frame[field].map { (field, ExactDecimal.sum(of: $0).sum) }
    }
  }

  /// Ends a round: what the first one found goes into the log; what a later one found is found again by the next.
  mutating func endRound() { if isFirstRound { logFound() } }

  var isFirstRound: Bool { round == 1 }

  /// Writes the findings of the round into the log, each once.
  mutating func logFound() {
    for finding in found[logged...] { log(finding) }
    logged = found.count
  }

  mutating func log(_ finding: RoundFinding) {
    log.find(
      row: finding.row < 0 ? -1 : Int32(rowIDs[finding.row]), field: finding.field, rule: finding.rule,
      code: finding.code, severity: finding.severity, value: finding.value, arguments: finding.arguments)
  }

  /// Takes over findings that the log has, under their rows' new numbers.
  mutating func keepLogged(_ findings: [RoundFinding]) {
    found = findings
    logged = findings.count
  }

  /// Forgets the findings of the round: their rows are no more.
  mutating func forgetFound() {
    found = []
    logged = 0
  }

  /// Takes over a new frame; `now` gives for each row of the old one its row in the new, or -1.
  mutating func move(to frame: Frame, rowIDs: [Int], keys: [String], _ now: [Int32]) {
    self.frame = frame
    self.rowIDs = rowIDs
    self.keys = keys
    for row in place.indices where place[row] >= 0 { place[row] = now[Int(place[row])] }
  }

  // MARK: - Results of rules

  mutating func take(findings results: Results, first: Int, rule: RuleManifest) {
    for finding in results.findings {
      let row = finding.row < 0 ? -1 : first + finding.row
      let field = finding.field.map { results.names[$0] }
      found.append(
        RoundFinding(
          row: row, field: field, rule: rule.id, code: results.names[finding.code], severity: finding.severity,
          value: row < 0 ? nil : field.flatMap { frame.text($0, row) }, arguments: finding.arguments))
    }
  }

  mutating func take(edits batches: [(first: Int, results: Results)], rule: RuleManifest) -> Int {
    let severities = Dictionary(rule.codes.map { ($0.code, $0.severity) }) { first, _ in first }
    return EditApplication(lossy: options.lossy, severities: severities, rule: rule.id)
      .apply(batches, to: &frame, rowIDs: rowIDs, log: &log)
  }

  mutating func take(links new: [Link]) { links += new }

  mutating func takeLinked(
    _ batches: [(first: Int, results: Results)], rule: RuleManifest, frame: inout Frame, names: [String: String],
    rowIDs: [Int]
  ) {
    for batch in batches {
      for finding in batch.results.findings where finding.row >= 0 {
        let field = finding.field.map { batch.results.names[$0] }
        log.find(
          row: Int32(rowIDs[batch.first + finding.row]), field: field.map { names[$0] ?? $0 }, rule: rule.id,
          code: batch.results.names[finding.code], severity: finding.severity,
          value: field.flatMap { frame.text($0, batch.first + finding.row) }, arguments: finding.arguments)
      }
    }
    let severities = Dictionary(rule.codes.map { ($0.code, $0.severity) }) { first, _ in first }
    _ = EditApplication(lossy: options.lossy, severities: severities, rule: rule.id, nameInLog: names)
      .apply(batches, to: &frame, rowIDs: rowIDs, log: &log)
  }

  /// Derived fields from the linked tables.
  /// - Returns: cells changed.
  mutating func aggregate() -> Int {
    guard !linked.isEmpty else { return 0 }
    let changes = log.changes.count
    let moved = linked.map { AttachedTable($0, clients: $0.clients.map { $0 < 0 ? -1 : place[Int($0)] }) }
    var base = [Int](repeating: 0, count: frame.rowCount)
    for (row, now) in place.enumerated().reversed() where now >= 0 {
      base[Int(now)] = assembly.sources[assembly.place(of: assembly.clientRows[row]).source].base
    }
    Aggregation(moved, assembly, baseOfClient: base).write(into: &frame, rowIDs: rowIDs, log: &log)
    return log.changes.count - changes
  }
}
