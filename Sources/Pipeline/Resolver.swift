import RuleKit
import Tables

/// Golden records: several rows in, one client out, and a note of every value that survived or did not.
struct Resolver {
  /// The clients after merging.
  struct Outcome {
    /// One row a client.
    var clients: Frame
    /// Rows of the frame before that each client is made of, the keeper first.
    var members: [ArraySlice<Int32>]
    /// Values that survived a merge: client, field, row of the frame before, policy.
    var survivors: [(client: Int, field: String, value: String, row: Int, policy: String)] = []
    /// Values that did not, and stand in no field of the client.
    var superseded: [(client: Int, field: String, value: String, row: Int)] = []
  }

  /// Policy of a field by its base name.
  let policy: (String) -> String
  /// Whether a cell has an error finding.
  let isFlawed: (_ row: Int, _ field: String) -> Bool
  /// The base that a row's value came from, by its place among the run's bases.
  var base: (_ row: Int, _ field: String, _ value: String) -> Int = { _, _, _ in 0 }
  /// Ids of the rows: they order candidates, so that nothing depends on where rows stood.
  let keys: [String]

  /// Merges each cluster of rows into one.
  /// - Complexity: O(cells of the merged rows log members + cells).
  func resolve(_ frame: Frame, _ clusters: ClusterList) -> Outcome {
    var keepers: [Int] = []
    keepers.reserveCapacity(clusters.count)
    var members: [ArraySlice<Int32>] = []
    members.reserveCapacity(clusters.count)
    var merged: [(client: Int, rows: [Int])] = []
    for client in 0..<clusters.count {
      let rows = clusters[client]
      guard rows.count > 1 else {
        keepers.append(Int(rows[rows.startIndex]))
        members.append(rows)
        continue
      }
      let ordered = rows.map(Int.init).sorted { (keys[$0], $0) < (keys[$1], $1) }
      keepers.append(ordered[0])
      members.append(ArraySlice(ordered.map(Int32.init)))
      merged.append((client, ordered))
    }
    var outcome = Outcome(clients: frame.gathering(keepers), members: members)
    guard !merged.isEmpty else { return outcome }
    let dates = merged.map { $0.rows.map { span(ofRow: $0, in: frame) } }
    for family in families(of: frame.fields) {
      let policy = policy(family.base)
      if policy == "union" {
        unite(family, merged, frame, into: &outcome)
      } else {
        for field in family.fields { choose(field, policy, merged, dates, frame, into: &outcome) }
      }
    }
    average(merged, into: &outcome)
    return outcome
  }

  /// Fields with their ordinals: `phone`, `phone_2`, … are one family.
  private func families(of fields: [String]) -> [(base: String, fields: [String])] {
    var order: [String] = []
    var groups: [String: [String]] = [:]
    for field in fields where field != "client_id" && field != "source" {
      let base = FieldName.split(field).base
      // `extra.Sales_2024` is a header of its own, no repeat of `extra.Sales`.
      let repeats = !field.hasPrefix("extra.") && (fields.contains(base) || policy(base) == "union")
      let name = repeats ? base : field
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(field)
    }
    return order.map { name in
      (name, (groups[name] ?? []).sorted { FieldName.split($0).ordinal < FieldName.split($1).ordinal })
    }
  }

  /// First and latest date of a row, of any kind; empty where it has none.
  private func span(ofRow row: Int, in frame: Frame) -> (first: String, latest: String) {
    let dates = [
      "updated_at", "last_contact_date", "last_purchase_date", "created_at", "first_purchase_date",
    ]
    .compactMap { frame.text($0, row) }
    return (dates.min() ?? "", dates.max() ?? "")
  }

  private func choose(
    _ field: String, _ policy: String, _ merged: [(client: Int, rows: [Int])],
    _ dates: [[(first: String, latest: String)]],
    _ frame: Frame, into outcome: inout Outcome
  ) {
    guard let column = frame[field] else { return }
    let ranks = policy == "source_priority"
    var places: [Int] = []
    var values = TextColumn()
    for (number, cluster) in merged.enumerated() {
      let candidates = cluster.rows.enumerated().compactMap { index, row in
        column[row].map {
          Candidate(
            row: row, value: $0, isFlawed: isFlawed(row, field), date: dates[number][index].latest,
            firstDate: dates[number][index].first, base: ranks ? base(row, field, $0) : 0)
        }
      }
      let survivor = Survivorship.choose(policy, candidates)
      places.append(cluster.client)
      values.append(survivor?.value)
      guard let survivor else { continue }
      outcome.survivors.append((cluster.client, field, survivor.value, survivor.from, policy))
      for candidate in candidates where candidate.value != survivor.value {
        if Survivorship.names(candidate.value, in: survivor.value, policy) { continue }
        // A number is in the sum; what is none has no place in it.
        if policy == "sum", ExactDecimal(candidate.value) != nil { continue }
        outcome.superseded.append((cluster.client, field, candidate.value, candidate.row))
      }
    }
    outcome.clients.set(field, (outcome.clients[field] ?? column).replacing(rows: places, with: values))
  }

  /// All different values of a family, sound ones first, spread over its fields; more fields are made as needed.
  private func unite(
    _ family: (base: String, fields: [String]), _ merged: [(client: Int, rows: [Int])], _ frame: Frame,
    into outcome: inout Outcome
  ) {
    var fields = family.fields
    let columns = fields.compactMap { frame[$0] }
    var united: [[(value: String, row: Int)]] = []
    for cluster in merged {
      var sound: [(value: String, row: Int)] = []
      var flawed: [(value: String, row: Int)] = []
      var seen: Set<String> = []
      for (field, column) in zip(fields, columns) {
        for row in cluster.rows {
          guard let value = column[row], seen.insert(value).inserted else { continue }
          if isFlawed(row, field) { flawed.append((value, row)) } else { sound.append((value, row)) }
        }
      }
      united.append(sound + flawed)
    }
    let width = united.map(\.count).max() ?? 0
    var ordinal = fields.map { FieldName.split($0).ordinal }.max() ?? 1
    while fields.count < width {
      ordinal += 1
      let name = FieldName.numbered(family.base, ordinal)
      // A name that another column has already stays that column's.
      if frame.index(of: name) == nil { fields.append(name) }
    }
    for (index, field) in fields.enumerated() {
      let values = TextColumn(united.lazy.map { index < $0.count ? $0[index].value : nil })
      guard
        let column = outcome.clients[field]
          ?? (values.isAllNull ? nil : TextColumn(nulls: outcome.clients.rowCount))
      else { continue }
      outcome.clients.set(field, column.replacing(rows: merged.map(\.client), with: values))
    }
    for (cluster, values) in zip(merged, united) {
      for (field, value) in zip(fields, values) {
        outcome.survivors.append((cluster.client, field, value.value, value.row, "union"))
      }
    }
  }

  /// The average order of a merged client follows from its total and count.
  private func average(_ merged: [(client: Int, rows: [Int])], into outcome: inout Outcome) {
    guard policy("average_check") == "computed", let column = outcome.clients["average_check"],
      let totals = outcome.clients["purchases_total"], let counts = outcome.clients["purchases_count"]
    else { return }
    var rows: [Int] = []
    var values = TextColumn()
    for cluster in merged {
      guard let total = totals[cluster.client].flatMap({ ExactDecimal($0) }),
        let count = counts[cluster.client].flatMap(Int.init), let mean = total.divided(by: count, decimals: 2)
      else { continue }
      rows.append(cluster.client)
      values.append(mean.text)
    }
    outcome.clients.set("average_check", column.replacing(rows: rows, with: values))
  }
}
