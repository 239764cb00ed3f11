import Foundation
import GRDB

/// A SQLite file, opened to be read.
struct SQLFile: Sendable {
  let path: String
  private let queue: DatabaseQueue

  init(_ path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    // As the file stands: opening it must leave nothing beside it.
    self.path = path
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// The rows of a query, every value as text.
  func rows(_ sql: String) throws -> [[String?]] {
    try queue.read { database in
      try Row.fetchAll(database, sql: sql).map { row in row.databaseValues.map(Self.text) }
    }
  }

  /// The first value of a query.
  func value(_ sql: String) throws -> String? { try rows(sql).first?.first ?? nil }

  /// The first value of a query, a count.
  func count(_ sql: String) throws -> Int { Int(try value(sql) ?? "") ?? -1 }

  /// The first column of a query.
  func list(_ sql: String) throws -> [String] { try rows(sql).map { $0.first.flatMap { $0 } ?? "∅" } }

  private static func text(_ value: DatabaseValue) -> String? {
    switch value.storage {
    case .null: nil
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    case .blob(let data): data.base64EncodedString()
    }
  }
}
