public import RuleKit
import Standards
import Tables

/// Counts a run's log into a summary for reports.
public struct Summarizer: Sendable {
  /// Rules by id, for the messages of their codes.
  public var rules: [RuleManifest]
  /// Label of a field for people.
  public var label: @Sendable (String) -> Localized
  /// Examples kept of a group, a shape, a band.
  public var samples = 3
  /// Shapes listed of a group of findings; further ones are counted together.
  public var shapes = 5
  /// Merged clients listed.
  public var groups = 20

  /// A summarizer.
  public init(rules: [RuleManifest], label: @escaping @Sendable (String) -> Localized) {
    self.rules = rules
    self.label = label
  }

  /// The counts; what only the front door knows (standard, outputs) is left empty.
  /// - Complexity: O(log entries + cells).
  public func summary(of outcome: RunOutcome) -> RunSummary {
    var summary = RunSummary()
    summary.sources = sources(outcome)
    summary.rowsRead = outcome.assembly.rowCount
    summary.clientRowsRead = outcome.assembly.sources.filter { $0.role == .clients }.map(\.table.rowCount)
      .reduce(0, +)
    summary.clientsWritten = outcome.clients.rowCount
    summary.findings = FindingGroups(self, outcome).groups()
    summary.changes = changes(outcome)
    summary.duplicates = duplicates(outcome)
    summary.decisions = decisions(outcome)
    summary.against = against(outcome)
    summary.fields = fields(outcome)
    summary.money = outcome.money
    summary.statuses = counts(outcome.clients["client_status"]).map { (status: $0.0, count: $0.1) }
    summary.advice = counts(outcome.clients["advice"]).map { (advice: $0.0, count: $0.1) }
    summary.segments = ["abc_class", "life_cycle"].map { field in
      (field: field, values: counts(outcome.clients[field]).map { (value: $0.0, count: $0.1) })
    }.filter { !$0.values.isEmpty }
    summary.reasons = reasons(outcome)
    return summary
  }

  /// Message of a code, its arguments filled in.
  ///
  /// A code that the manifest does not list is one that the standard made (a check of its own): its arguments `en` and
  /// `ru` are its message.
  func message(_ rule: String, _ code: String, _ arguments: [String: String] = [:]) -> Localized {
    if let found = rules.first(where: { $0.id == rule })?.codes.first(where: { $0.code == code })?.message {
      return Localized(en: found.filled(arguments, .en), ru: found.filled(arguments, .ru))
    }
    if let own = Self.own["\(rule)/\(code)"] { return own }
    return Localized(en: arguments["en"] ?? code, ru: arguments["ru"] ?? code)
  }

  /// Messages of what readers find and the pipeline itself does.
  private static let own: [String: Localized] = [
    "read/fewer-cells": Localized(
      en: "the row has fewer cells than the header; the rest is empty",
      ru: "в строке меньше ячеек, чем в заголовке; недостающие пусты"),
    "read/more-cells": Localized(
      en: "the row has more cells than the header; they are kept in columns named by position",
      ru: "в строке больше ячеек, чем в заголовке; лишние сохранены в столбцах с номером"),
    "write/encoding-lacks": Localized(
      en: "the encoding of the output lacks characters of the value; they are written as ?",
      ru: "в кодировке файла нет некоторых знаков значения; вместо них записан ?"),
    "linked-tables/from-orders": Localized(en: "taken from the orders", ru: "взято из заказов"),
    "linked-tables/from-contacts": Localized(
      en: "taken from the contact persons", ru: "взято из контактных лиц"),
    "linked-tables/from-interactions": Localized(
      en: "taken from the contacts' history", ru: "взято из истории контактов"),
  ]

  private func sources(_ outcome: RunOutcome) -> [RunSummary.Source] {
    outcome.assembly.sources.enumerated().map { index, source in
      let first = outcome.assembly.firstRow[index]
      var counts = [Int](repeating: 0, count: 3)
      for row in first..<(first + source.table.rowCount) { counts[Int(outcome.fates[row].rawValue)] += 1 }
      return RunSummary.Source(
        path: source.path, format: source.format, table: source.table.name, role: source.role.rawValue,
        rows: source.table.rowCount, kept: counts[0], merged: counts[1], quarantined: counts[2],
        sha256: source.sha256, notes: source.notes)
    }
  }

  private func changes(_ outcome: RunOutcome) -> [RunSummary.ChangeGroup] {
    let log = outcome.log
    var places: [UInt64: Int] = [:]
    var groups: [RunSummary.ChangeGroup] = []
    for (index, change) in log.changes.enumerated() {
      let key = UInt64(change.rule) << 32 | UInt64(change.code) << 16 | UInt64(change.field)
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        let (rule, code) = (log.names[change.rule], log.names[change.code])
        groups.append(
          .init(
            rule: rule, code: code, field: log.names[change.field], message: message(rule, code),
            safety: change.safety, count: 0, samples: []))
      }
      groups[place].count += 1
      if groups[place].samples.count < samples {
        groups[place].samples.append(
          .init(
            address: outcome.assembly.address(of: Int(change.rowID)), before: log.before[index],
            after: log.after[index]))
      }
    }
    return groups.sorted { ($1.count, $0.rule, $0.field, $0.code) < ($0.count, $1.rule, $1.field, $1.code) }
  }

  private func duplicates(_ outcome: RunOutcome) -> RunSummary.Duplicates {
    var result = RunSummary.Duplicates()
    var examples: [Verdict: Int] = [:]
    for pair in outcome.log.pairs {
      switch pair.verdict {
      case .same: result.same += 1
      case .review: result.review += 1
      case .different: break
      }
      guard examples[pair.verdict, default: 0] < samples else { continue }
      examples[pair.verdict, default: 0] += 1
      result.examples.append(PairEvidence.example(pair, outcome))
    }
    var sizes = [Int32](repeating: 0, count: outcome.clients.rowCount)
    for row in outcome.assembly.clientRows where outcome.clientOfRow[row] >= 0 {
      sizes[Int(outcome.clientOfRow[row])] += 1
      if outcome.fates[row] == .merged { result.mergedRows += 1 }
    }
    result.mergedClients = sizes.count { $0 > 1 }
    result.groups = largest(sizes, outcome)
    result.examples.sort { $0.verdict.rawValue > $1.verdict.rawValue }
    return result
  }

  /// The largest merged clients, with the addresses of their first rows.
  private func largest(_ sizes: [Int32], _ outcome: RunOutcome) -> [(rows: Int, addresses: [String])] {
    let clients = sizes.indices.filter { sizes[$0] > 1 }.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
      .prefix(groups)
    var addresses = Dictionary(uniqueKeysWithValues: clients.map { ($0, [String]()) })
    for row in outcome.assembly.clientRows {
      let client = Int(outcome.clientOfRow[row])
      if let known = addresses[client], known.count < 10 {
        addresses[client] = known + [outcome.assembly.address(of: row)]
      }
    }
    return clients.map { (Int(sizes[$0]), addresses[$0] ?? []) }
  }

  private func decisions(_ outcome: RunOutcome) -> RunSummary.Decisions? {
    guard !outcome.decisions.isEmpty else { return nil }
    var result = RunSummary.Decisions()
    for (decision, what) in outcome.decisions {
      switch (what, decision.choice) {
      case (.absent, _): result.absent += 1
      case (.contradicted, _): result.refused.append(Self.contradiction(decision))
      case (.applied, .merge): result.merged += 1
      case (.applied, .notDuplicate): result.keptApart += 1
      case (.applied, .later): result.later += 1
      }
    }
    return result
  }

  private static func contradiction(_ decision: Decision) -> Localized {
    Localized(
      en:
        "\(decision.origin): 'Merge' contradicts another decision, 'Not a duplicate'; change one of the two",
      ru: "\(decision.origin): «Объединить» противоречит другому решению, «Не дубль»; измените одно из двух")
  }

  private func against(_ outcome: RunOutcome) -> RunSummary.Against? {
    guard outcome.isCompared else { return nil }
    var result = RunSummary.Against()
    result.bases = outcome.own?.assembly.sources.map { ($0.path, $0.table.rowCount) } ?? []
    let counts = outcome.ownCounts
    result.new = counts[.new] ?? 0
    result.ours = counts[.ours] ?? 0
    result.stopped = counts[.stopList] ?? 0
    result.conflicts = counts[.conflict] ?? 0
    return result
  }

  private func fields(_ outcome: RunOutcome) -> [RunSummary.Field] {
    let log = outcome.log
    let (flaggedBefore, flaggedAfter) = flagged(outcome)
    var changed: [String: Int] = [:]
    for change in log.changes { changed[log.names[change.field], default: 0] += 1 }
    return outcome.clients.fields.filter { $0 != "client_id" && $0 != "source" }.map { field in
      let before = outcome.assembly.clients[field]
      let after = outcome.clients[field]
      var headers: [String] = []
      var how = ""
      for source in outcome.assembly.sources where source.role == .clients {
        for (index, column) in source.columns.enumerated() where column.field == field {
          let header = source.table.columns[index].name
          if !headers.contains(header) { headers.append(header) }
          how = column.how
        }
      }
      return RunSummary.Field(
        name: field, label: label(field), headers: headers, how: how, filledBefore: filled(before),
        filledAfter: filled(after), flaggedBefore: flaggedBefore[field] ?? 0,
        flaggedAfter: flaggedAfter[field] ?? 0, changed: changed[field] ?? 0)
    }
  }

  /// Rows of clients with an error or a warning, by field, before and after; a row counts once a field.
  private func flagged(_ outcome: RunOutcome) -> (before: [String: Int], after: [String: Int]) {
    let log = outcome.log
    var cells: Set<UInt64> = []
    var before: [String: Int] = [:]
    for finding in log.findings where finding.rowID >= 0 && finding.severity > .info {
      guard let field = finding.field, cells.insert(UInt64(finding.rowID) << 16 | UInt64(field)).inserted
      else {
        continue
      }
      let role = outcome.assembly.sources[outcome.assembly.place(of: Int(finding.rowID)).source].role
      if role == .clients { before[log.names[field], default: 0] += 1 }
    }
    var rows: [String: Set<Int>] = [:]
    for finding in outcome.remaining where finding.severity > .info {
      if let field = finding.field { rows[field, default: []].insert(finding.client) }
    }
    return (before, rows.mapValues(\.count))
  }

  private func filled(_ column: TextColumn?) -> Double {
    guard let column, column.count > 0 else { return 0 }
    return Double(column.count - column.nullCount) / Double(column.count)
  }

  private func counts(_ column: TextColumn?) -> [(String, Int)] {
    guard let column else { return [] }
    var counts: [String: Int] = [:]
    for row in 0..<column.count { if let value = column[row] { counts[value, default: 0] += 1 } }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  private func reasons(_ outcome: RunOutcome) -> [(status: String, reason: String, count: Int)] {
    guard let statuses = outcome.clients["client_status"], let reasons = outcome.clients["status_reason"]
    else {
      return []
    }
    var counts: [String: [String: Int]] = [:]
    var kinds: [String: String] = [:]
    for row in 0..<statuses.count {
      guard let status = statuses[row], let reason = reasons[row] else { continue }
      let kind = kinds[reason] ?? Self.kind(of: reason)
      kinds[reason] = kind
      counts[status, default: [:]][kind, default: 0] += 1
    }
    return counts.flatMap { status, kinds in
      kinds.map { (status: status, reason: $0.key, count: $0.value) }
    }.sorted { ($1.count, $0.status, $0.reason) < ($0.count, $1.status, $1.reason) }
  }

  /// Months differ from client to client; the kind of reason does not.
  private static func kind(of reason: String) -> String {
    var kind = ""
    for character in reason {
      let shown: Character = character.isNumber ? "N" : character
      if shown != "N" || kind.last != "N" { kind.append(shown) }
    }
    // English alone has a form for one.
    return kind.replacing(/N (day|week|month|year)\b/) { "N \($0.1)s" }
  }
}
