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
  var found = RoundFindings()
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
  /// What each client row is known by from run to run.
  let records: [RecordKey]
  /// What people decided about these records.
  var book: DecisionBook
  /// The base the clients are held against.
  let own: OwnBase?
  /// Who must not get into the output.
  let stopList: StopList?
  /// Links of this round between a row of the frame and one of the own base.
  var ownLinks: [Link] = []
  /// Links of this round inside the own base, rows counted there.
  var ownTwins: [Link] = []
  /// Rows that the comparison with other bases set aside.
  var aside = Aside()
  /// Fields of merged rows that a rule wants to see; nil: no rule does.
  var recordFields: MergedRecords.Fields?
  /// The rows that this round merged, as they were.
  var mergedRecords: MergedRecords?

  /// The start of a run.
  ///
  /// Where it `isAnonymous` nobody asks who a row is: nothing is merged, written or held against others.
  init(
    _ assembly: Assembly, options: RunOptions, own: OwnBase? = nil, stopList: StopList? = nil,
    isAnonymous: Bool = false
  ) {
    self.options = options
    self.assembly = assembly
    self.own = own
    self.stopList = stopList
    frame = assembly.clients
    rowIDs = assembly.clientRows
    place = (0..<Int32(assembly.clientRows.count)).map { $0 }
    linked = assembly.sources.indices.filter { assembly.sources[$0].role != .clients }
      .map { AttachedTable($0, in: assembly) }
    for row in assembly.blankRows { reasons[row] = "blank" }
    log.take(raggedRowsOf: assembly)
    guard !isAnonymous else {
      records = []
      keys = [String](repeating: "", count: rowIDs.count)
      book = DecisionBook([], records: [], ids: nil, others: [])
      return
    }
    records = ClientIdentity.recordKeys(of: frame)
    book = DecisionBook(
      options.decisions, records: records, ids: frame["client_id"], others: own?.records ?? [])
    let ids = ClientIdentity.keys(of: frame, records: records)
    // A client id that was there before outlives a new one.
    keys = ClientIdentity.sortKeys(of: frame, ids: ids)
    frame.set("client_id", TextColumn(ids))
    var sources = assembly.addresses(of: rowIDs)
    if let given = frame["source"] {
      let known = (0..<frame.rowCount).filter { !given.isNull($0) }
      sources = sources.replacing(rows: known, with: given.gathering(known))
    }
    frame.set("source", sources)
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
          evidence:
            #"{"client_id":{"bits":40,"en":"same client id","level":"exact","ru":"тот же код клиента"}}"#))
    }
  }

  mutating func startRound() {
    round += 1
    found = RoundFindings()
    logged = 0
    laterPairs = []
    mergedRecords = nil
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
    for place in logged..<found.count { logFound(place) }
    logged = found.count
  }

  /// Writes one finding of the round into the log.
  mutating func logFound(_ place: Int) {
    let row = Int(found.items[place].row)
    log.find(place, of: found, row: row < 0 ? -1 : Int32(rowIDs[row]))
  }

  /// Takes over findings that the log has, under their rows' new numbers.
  mutating func keepLogged(_ findings: RoundFindings) {
    found = findings
    logged = findings.count
  }

  /// Forgets the findings of the round: their rows are no more.
  mutating func forgetFound() {
    found = RoundFindings()
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
    Self.add(results, first: first, rule: rule, frame, names: [:], to: &found, &log)
  }

  /// Findings of a batch with the values they speak of; names as the log knows them.
  private static func add(
    _ results: Results, first: Int, rule: RuleManifest, _ frame: Frame, names: [String: String],
    to found: inout RoundFindings, _ log: inout RunLog
  ) {
    guard !results.findings.isEmpty else { return }
    let rule = log.names.number(of: rule.id)
    let numbers = results.names.names.map { log.names.number(of: names[$0] ?? $0) }
    let columns = results.names.names.map { frame[$0] }
    for finding in results.findings {
      found.append(
        .init(
          row: finding.row < 0 ? -1 : Int32(first + finding.row),
          field: finding.field.map { numbers[Int($0)] },
          rule: rule, code: numbers[Int(finding.code)], severity: finding.severity),
        cell: finding.field.flatMap { columns[Int($0)] }, arguments: finding.arguments)
    }
  }

  /// - Returns: cells changed.
  mutating func take(edits batches: [(first: Int, results: Results)], rule: RuleManifest) -> Int {
    let outcome = application(of: rule, names: [:]).apply(batches, to: &frame, rowIDs: rowIDs, log: &log)
    Self.add(held: outcome.held, to: &found)
    return outcome.changed
  }

  private func application(of rule: RuleManifest, names: [String: String]) -> EditApplication {
    let severities = Dictionary(rule.codes.map { ($0.code, $0.severity) }) { first, _ in first }
    return EditApplication(lossy: options.lossy, severities: severities, rule: rule.id, nameInLog: names)
  }

  /// A repair held back is a finding, unless its rule said so of the cell itself.
  private static func add(held: RoundFindings, to found: inout RoundFindings) {
    guard held.count > 0 else { return }
    func key(_ item: RoundFindings.Item) -> [Int32] {
      [item.row, item.field.map(Int32.init) ?? -1, Int32(item.rule), Int32(item.code)]
    }
    let rows = Set(held.items.map(\.row))
    let said = Set(found.items.lazy.filter { rows.contains($0.row) }.map(key))
    found.append(held) { !said.contains(key($0)) }
  }

  /// Takes links between rows of the frame and, beneath them, of the own base.
  mutating func take(links new: [Link]) {
    guard own != nil else {
      links += new
      return
    }
    let count = frame.rowCount
    for link in new {
      var link = link
      guard link.rowB >= count else {
        links.append(link)
        continue
      }
      link.rowB -= count
      guard link.rowA >= count else {
        ownLinks.append(link)
        continue
      }
      link.rowA -= count
      ownTwins.append(link)
    }
  }

  /// What a rule sees that links rows: the frame, and beneath it the own base.
  var linkedFrame: Frame { own?.beneath(frame) ?? frame }

  mutating func takeLinked(
    _ batches: [(first: Int, results: Results)], rule: RuleManifest, frame: inout Frame,
    names: [String: String],
    rowIDs: [Int]
  ) {
    var found = RoundFindings()
    for batch in batches {
      Self.add(batch.results, first: batch.first, rule: rule, frame, names: names, to: &found, &log)
    }
    let outcome = application(of: rule, names: names).apply(batches, to: &frame, rowIDs: rowIDs, log: &log)
    Self.add(held: outcome.held, to: &found)
    for (place, item) in found.items.enumerated() where item.row >= 0 {
      log.find(place, of: found, row: Int32(rowIDs[Int(item.row)]))
    }
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
    let given = assembly.clients["client_id"]
    let isClean = place.indices.reduce(into: [Bool](repeating: false, count: frame.rowCount)) {
      isClean, row in
      guard let given, place[row] >= 0, ClientIdentity.isOwn(given.utf8(at: row)) else { return }
      isClean[Int(place[row])] = true
    }
    Aggregation(moved, assembly, baseOfClient: base, isClean: isClean).write(
      into: &frame, rowIDs: rowIDs, log: &log)
    return log.changes.count - changes
  }
}
