import Foundation
import GRDB

/// The database file with these tables.
///
/// The number of the SQLite version that wrote the file (offset 96 of its header) is always set to 3.40.1, so that the
/// bytes depend on the content alone.
/// - Complexity: O(cells).
func databaseBytes(_ tables: [(name: String, create: String, rows: [[Value]])]) throws -> [UInt8] {
  let path = temporaryPath("crm.sqlite")
  defer { try? FileManager.default.removeItem(atPath: path) }
  var configuration = Configuration()
  configuration.foreignKeysEnabled = false
  let queue = try DatabaseQueue(path: path, configuration: configuration)
  try queue.writeWithoutTransaction { database in
    try database.execute(sql: "PRAGMA page_size = 4096; PRAGMA auto_vacuum = 0")
    try database.inTransaction {
      for table in tables {
        try database.execute(sql: table.create)
        guard let width = table.rows.first?.count else { continue }
        let marks = Array(repeating: "?", count: width).joined(separator: ", ")
        let statement = try database.makeStatement(sql: "INSERT INTO \(table.name) VALUES (\(marks))")
        for row in table.rows { try statement.execute(arguments: StatementArguments(row.map(\.bound))) }
      }
      return .commit
    }
  }
  try queue.close()
  var bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
  bytes.replaceSubrange(96..<100, with: [0x00, 0x2E, 0x63, 0x01])
  return bytes
}

extension Value {
  /// The value as SQLite stores it.
  fileprivate var bound: DatabaseValue {
    switch self {
    case .null: .null
    case .text(let text): text.databaseValue
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .date(let day): day.iso.databaseValue
    }
  }
}
