import Foundation
import Testing

/// Orders and contacts follow the client that survived, and none is lost.
@Suite struct LinkedTableTests {
  /// A sample, its tables, and the columns that link and count them.
  struct Case: Sendable, CustomStringConvertible {
    var sample: Sample
    var clients: String
    var key: String
    var orders: String
    var pointer: String
    var amount: String
    var description: String { sample.rawValue }
  }

  static let cases = [
    Case(
      sample: .inheritedAccess, clients: "Клиенты", key: "Код", orders: "Заказы", pointer: "Код клиента",
      amount: "Сумма"),
    Case(
      sample: .oldCRM, clients: "clients", key: "id", orders: "orders", pointer: "client_id", amount: "amount"
    ),
  ]

  @Test(arguments: cases)
  func ordersOfMergedClientsPointToTheSurvivor(_ item: Case) async throws {
    let cleaned = try await Shelf.shared.clean(item.sample)
    let survivor = try survivors(item, cleaned)
    let merged = try mergedKeys(item, cleaned)
    let before = try Sheet(item.sample.bases[0], table: item.orders)
    let after = try Sheet(cleaned.output, table: "orders")
    try #require(after.rows.count == before.rows.count)
    var wrong = 0, moved = 0
    for (old, new) in zip(before.rows, after.rows) {
      let key = old[item.pointer] ?? ""
      if new["client_id"] != survivor[key] { wrong += 1 }
      if merged.contains(key) { moved += 1 }
    }
    #expect(wrong == 0)
    #expect(moved > 0, "no order of a merged client: the sample does not try this")
  }

  @Test(arguments: cases)
  func theSumOfOrdersStays(_ item: Case) async throws {
    let cleaned = try await Shelf.shared.clean(item.sample)
    let after = try Sheet(cleaned.output, table: "orders")
    let amounts = try #require(after.columns.contains(item.amount) ? item.amount : nil)
    let before = try Sheet(item.sample.bases[0], table: item.orders)
    // Sums that a person wrote with words and commas are read here by other code than the product's.
    let (read, written) = (try sum(before, item.amount), try sum(after, amounts))
    #expect(read == written)
    #expect(read > 0)
  }

  @Test(arguments: cases)
  func orphansKeepANullClient(_ item: Case) async throws {
    let cleaned = try await Shelf.shared.clean(item.sample)
    let truth = try Sheet(item.sample.folder + "/truth.csv")
    let orphans = truth.rows.filter { ($0["dirt"] ?? "").split(separator: " ").contains("row-orphan") }.count
    let orders = try SQLFile(cleaned.output)
    #expect(orphans > 0)
    #expect(try orders.count("SELECT count(*) FROM orders WHERE client_id IS NULL") == orphans)
    #expect(
      try orders.count("SELECT count(*) FROM orders WHERE client_id NOT IN (SELECT client_id FROM clients)")
        == 0)
  }

  @Test func contactsOfMergedClientsPointToTheSurvivor() async throws {
    let item = Self.cases[1]
    let cleaned = try await Shelf.shared.clean(item.sample)
    let survivor = try survivors(item, cleaned)
    let before = try Sheet(item.sample.bases[0], table: "contacts")
    let after = try Sheet(cleaned.output, table: "contacts")
    try #require(after.rows.count == before.rows.count)
    #expect(zip(before.rows, after.rows).allSatisfy { $1["client_id"] == survivor[$0["client_id"] ?? ""] })
  }

  /// The client that each key of the source became.
  private func survivors(_ item: Case, _ cleaned: Cleaned) throws -> [String: String] {
    let keys = try Sheet(item.sample.bases[0], table: item.clients).rows.map { $0[item.key] }
    var survivor: [String: String] = [:]
    for (position, id) in try positions(item, cleaned) { if let key = keys[position] { survivor[key] = id } }
    return survivor
  }

  private func mergedKeys(_ item: Case, _ cleaned: Cleaned) throws -> Set<String> {
    let keys = try Sheet(item.sample.bases[0], table: item.clients).rows.map { $0[item.key] }
    return Set(try positions(item, cleaned, "AND fate = 'merged'").compactMap { keys[$0.0] })
  }

  private func positions(_ item: Case, _ cleaned: Cleaned, _ more: String = "") throws -> [(Int, String)] {
    try cleaned.journal.rows(
      """
      SELECT position, client_id FROM source_row JOIN source USING (source_id)
      WHERE table_name = '\(item.clients)' AND client_id IS NOT NULL \(more)
      """
    ).map { ((Int($0[0] ?? "") ?? 0) - 1, $0[1] ?? "") }
  }

  /// Exact to the kopeck: digits, a sign, the last comma or point with one or two digits behind it.
  private func sum(_ sheet: Sheet, _ column: String) throws -> Int {
    var kopecks = 0
    for value in sheet.rows.compactMap({ $0[column] }) {
      let digits = value.filter { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." || $0 == "-" }
      var parts = digits.split(whereSeparator: { $0 == "," || $0 == "." }).map(String.init)
      guard let first = parts.first, Int(first) != nil else { continue }
      var cents = 0
      if parts.count > 1, let last = parts.last, last.count <= 2 {
        cents = (Int(last) ?? 0) * (last.count == 1 ? 10 : 1)
        parts.removeLast()
      }
      let whole = try #require(Int(parts.joined()))
      kopecks += whole * 100 + (digits.hasPrefix("-") ? -cents : cents)
    }
    return kopecks
  }
}
