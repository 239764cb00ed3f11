import Foundation
import GRDB

/// What an earlier run's journal tells the next one: which client each record was in, and what people decided.
public struct PreviousRun: Sendable {
  /// An id that a client had before, and the id it has now.
  public struct FormerID: Sendable, Equatable {
    /// The earlier id.
    public var former: String
    /// The id that its records, or a part of them, have now.
    public var client: String
    /// `merged`: two clients became one; `split`: a part of the client's records went.
    public var how: String
  }

  /// Client ids, in no order.
  private(set) var ids: [String] = []
  /// Records by key, each with the number of its client in `ids`; ascending.
  private var members: [(key: RecordKey, client: Int32)] = []
  /// Decisions in force or waiting.
  public private(set) var decisions: [Decision] = []
  /// Ids that were given up by that run and those before it.
  public private(set) var formerIDs: [FormerID] = []

  /// A run that left nothing.
  init() {}

  /// A run of these records, for tests.
  init(members: [(RecordKey, String)]) {
    for (key, id) in members { add(key, id) }
    sort()
  }

  /// Reads a journal.
  /// - Throws: `RunError.unreadableJournal` when the file is none, or of a version that kept no records.
  /// - Complexity: O(rows log rows).
  public init(journal path: String) throws(RunError) {
    do {
      guard FileManager.default.fileExists(atPath: path) else {
        throw DatabaseError(message: "it does not exist")
      }
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { database in
        guard try database.tableExists("record"), try database.tableExists("decision") else {
          throw DatabaseError(message: "it has no table record")
        }
        try read(database)
      }
      try queue.close()
    } catch {
      throw .unreadableJournal(
        path: path, reason: (error as? DatabaseError)?.message ?? "it cannot be opened")
    }
  }

  private mutating func read(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT record_key, client_id FROM record JOIN source_row USING (row_id)
        WHERE client_id IS NOT NULL AND coalesce(reason, '') NOT LIKE 'already-ours%'
        """)
    while let row = try rows.next() {
      let (text, id): (String, String) = (row[0], row[1])
      if let key = RecordKey(text) { add(key, id) }
    }
    sort()
    let made = try Row.fetchCursor(database, sql: "SELECT * FROM decision")
    while let row = try made.next() {
      let (a, b): (String, String) = (row["key_a"], row["key_b"])
      guard let a = RecordKey(a), let b = RecordKey(b),
        let choice = Decision.Choice(rawValue: row["decision"])
      else { continue }
      decisions.append(
        Decision(a, b, choice, origin: row["origin"], clientA: row["client_a"], clientB: row["client_b"]))
    }
    formerIDs = try Row.fetchAll(database, sql: "SELECT * FROM former_id").map {
      FormerID(former: $0["former_id"], client: $0["client_id"], how: $0["how"])
    }
  }

  private var numbers: [String: Int32] = [:]

  private mutating func add(_ key: RecordKey, _ id: String) {
    let number = numbers[id] ?? Int32(ids.count)
    if Int(number) == ids.count {
      numbers[id] = number
      ids.append(id)
    }
    members.append((key, number))
  }

  private mutating func sort() { members.sort { ($0.key.bits, $0.client) < ($1.key.bits, $1.client) } }

  /// Number of a client id, if that run knew it.
  func number(of id: String) -> Int32? { numbers[id] }

  /// Clients that records of this key were in, each as often as it had such a record.
  /// - Complexity: O(log records + answers).
  func clients(of key: RecordKey) -> [Int32] {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if members[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return members[low...].prefix { $0.key == key }.map(\.client)
  }
}
