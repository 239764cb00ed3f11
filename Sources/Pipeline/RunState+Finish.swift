import RuleKit
import Tables

extension RunState {
  /// Closes the run: fates of all rows, golden values by client, sums proved, nothing lost.
  mutating func finish(rounds: Int) throws(RunError) -> RunOutcome {
    let (fates, clientOfRow) = fates()
    try proveConservation(fates, clientOfRow)
    let money = try proveMoney()
    logNews(clientOfRow)
    let names = log.names
    let remaining = found.items.lazy.filter { $0.row >= 0 }
      .map { (client: Int($0.row), field: $0.field.map { names[$0] }, severity: $0.severity) }
    let output = frame.ordered(by: outputOrder())
    let moved = linked.map { table in (table, table.clients.map { $0 < 0 ? Int32(-1) : place[Int($0)] }) }
    var outcome = RunOutcome(
      assembly: assembly, clients: output, keepers: rowIDs, fates: fates, clientOfRow: clientOfRow,
      reasons: reasons, linked: moved.map { (table: $0.0, clients: $0.1) }, log: log,
      survivors: golden(survivors, output, clientOfRow) { $0 == $1 },
      superseded: golden(superseded, output, clientOfRow) { $0 != $1 }, money: money,
      remaining: Array(remaining),
      rounds: rounds)
    outcome.records = records
    outcome.own = own
    outcome.aside = aside
    outcome.isCompared = own != nil || stopList != nil
    if let previous = options.previous { carryIDs(from: previous, into: &outcome) }
    outcome.decisions = zip(book.decisions, book.outcomes).map { ($0, $1) }
    return outcome
  }

  /// Gives clients the ids that they had in an earlier run.
  private func carryIDs(from previous: PreviousRun, into outcome: inout RunOutcome) {
    guard let natural = outcome.clients["client_id"] else { return }
    let given = assembly.clients["client_id"]
    var members = [[(key: RecordKey, id: String?)]](repeating: [], count: natural.count)
    for (index, client) in place.enumerated() where client >= 0 {
      members[Int(client)].append((records[index], given?[index]))
    }
    let stable = StableIDs(
      natural: (0..<natural.count).map { natural[$0] ?? "" }, members: members, previous: previous)
    outcome.clients.set("client_id", TextColumn(stable.ids))
    outcome.formerIDs = stable.formerIDs
  }

  private func fates() -> ([Fate], [Int32]) {
    var fates = [Fate](repeating: .kept, count: assembly.rowCount)
    var clients = [Int32](repeating: -1, count: assembly.rowCount)
    for (index, row) in assembly.clientRows.enumerated() {
      let client = place[index]
      clients[row] = client
      if client < 0 {
        fates[row] = aside.ours[row] == nil ? .quarantined : .merged
      } else {
        fates[row] = rowIDs[Int(client)] == row ? .kept : .merged
      }
    }
    for table in linked {
      let first = assembly.firstRow[table.source]
      for (row, client) in table.clients.enumerated() where client >= 0 {
        clients[first + row] = place[Int(client)]
      }
    }
    for row in assembly.blankRows { fates[row] = .quarantined }
    return (fates, clients)
  }

  /// Every row has one fate, and every client one row that keeps it.
  private func proveConservation(_ fates: [Fate], _ clientOfRow: [Int32]) throws(RunError) {
    var keepers = [Int32](repeating: 0, count: frame.rowCount)
    for row in assembly.clientRows where fates[row] == .kept { keepers[Int(clientOfRow[row])] += 1 }
    let lost = assembly.clientRows.contains {
      fates[$0] != .quarantined && clientOfRow[$0] < 0 && aside.ours[$0] == nil
    }
    guard !lost, keepers.allSatisfy({ $0 == 1 }) else {
      throw .promise(
        Localized(
          en: "a row would be lost or written twice; nothing was put in place; please report it",
          ru: "строка потерялась бы или удвоилась; ничего не записано; пожалуйста, сообщите об этом"))
    }
  }

  /// Summed fields of the clients come out as they went into merging, and amounts of orders as they were read.
  private func proveMoney() throws(RunError) -> [RunSummary.MoneyCheck] {
    var checks: [RunSummary.MoneyCheck] = []
    for (field, before) in sumsBefore {
      guard let column = frame[field] else { continue }
      checks.append(.init(name: field, before: before.text, after: ExactDecimal.sum(of: column).sum.text))
    }
    for table in linked {
      let own = assembly.sources[table.source]
      guard let place = own.amountColumn else { continue }
      let raw = own.table.columns[place].cells
      let cells = table.columns[place].cells
      var before = ExactDecimal.zero
      for row in 0..<raw.count {
        // What was a plain number must still be that number; what was not is known only as standardised.
        guard let value = raw[row].flatMap({ ExactDecimal($0) }) ?? cells[row].flatMap({ ExactDecimal($0) })
        else {
          continue
        }
        before = before.adding(value) ?? before
      }
      let after = ExactDecimal.sum(of: cells).sum
      checks.append(
        .init(
          name: "\(own.table.name) › \(table.columns[place].name)", before: before.text, after: after.text))
    }
    if let broken = checks.first(where: { $0.before != $0.after }) {
      throw .promise(
        Localized(
          en:
            "the sum of \(broken.name) would change from \(broken.before) to \(broken.after); nothing was put "
            + "in place",
          ru: "сумма \(broken.name) изменилась бы с \(broken.before) на \(broken.after); ничего не записано"))
    }
    return checks
  }

  /// Findings and review pairs of the last round that the rows of a client did not have.
  private mutating func logNews(_ clientOfRow: [Int32]) {
    guard !isFirstRound else { return logFound() }
    func fact(_ client: Int32, _ field: UInt16?, _ code: UInt16) -> UInt64 {
      UInt64(client) << 32 | UInt64(field.map { $0 + 1 } ?? 0) << 16 | UInt64(code)
    }
    var known: Set<UInt64> = []
    for finding in log.findings where finding.rowID >= 0 {
      let client = clientOfRow[Int(finding.rowID)]
      if client >= 0 { known.insert(fact(client, finding.field, finding.code)) }
    }
    for (place, item) in found.items.enumerated()
    where item.row < 0 || !known.contains(fact(item.row, item.field, item.code)) {
      logFound(place)
    }
    func key(_ pair: RunLog.Pair) -> UInt64 {
      // Records of the own base are numbered after all rows, and are nobody's rows.
      let (a, b) = (
        clientOfRow[Int(pair.rowA)],
        Int(pair.rowB) < clientOfRow.count ? clientOfRow[Int(pair.rowB)] : -2 - pair.rowB
      )
      return UInt64(UInt32(bitPattern: min(a, b))) << 32 | UInt64(UInt32(bitPattern: max(a, b)))
    }
    let pairs = Set(log.pairs.map(key))
    log.pairs += laterPairs.filter { !pairs.contains(key($0)) }
  }

  /// Values with the client their row ended in; only those that still hold of the finished client.
  private func golden(
    _ values: [RunOutcome.GoldenValue], _ output: Frame, _ clientOfRow: [Int32],
    holds: (String?, String?) -> Bool
  ) -> [RunOutcome.GoldenValue] {
    values.compactMap { value in
      let client = clientOfRow[value.rowID]
      guard client >= 0 else { return nil }
      var value = value
      value.client = Int(client)
      return holds(output.text(value.field, value.client), value.value) ? value : nil
    }.sorted { ($0.client, $0.field, $0.rowID) < ($1.client, $1.field, $1.rowID) }
  }

  /// `client_id`, the standard's fields with their repeats, what rules derived, unrecognised columns, `source`.
  private func outputOrder() -> [String] {
    var order = ["client_id"]
    for field in options.fieldOrder where field != "source" {
      order.append(field)
      order += frame.fields.filter { FieldName.split($0).base == field && $0 != field }
        .sorted { FieldName.split($0).ordinal < FieldName.split($1).ordinal }
    }
    order += frame.fields.filter { !$0.hasPrefix("extra.") && $0 != "source" && !order.contains($0) }.sorted()
    order += frame.fields.filter { $0.hasPrefix("extra.") }
    order.append("source")
    return order
  }
}
