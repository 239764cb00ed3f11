import Foundation
import GRDB
import Tables
import Testing

@testable import BaseFormats

struct SQLiteReaderTests {
  private func base(_ sql: String) throws -> (Base, TestFolder) {
    let folder = try TestFolder()
    let path = folder.path + "/б?%.db"
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: sql) }
    try queue.close()
    return (try BaseReader.read(path), folder)
  }

  private func file(_ sql: String) throws -> (path: String, folder: TestFolder) {
    let folder = try TestFolder()
    let queue = try DatabaseQueue(path: folder.path + "/b.db")
    try queue.inDatabase { try $0.execute(sql: sql) }
    try queue.close()
    return (folder.path + "/b.db", folder)
  }

  @Test func values() throws {
    let (base, _) = try base(
      """
      CREATE TABLE "o ""t" (id INTEGER PRIMARY KEY, v, "Дата" DATE, f REAL, n NUMERIC, b BLOB);
      INSERT INTO "o ""t" VALUES (5, '', '2020-01-01', 1.0, 0.1, x'00'), (-2, NULL, 'x', 1e-7, 7, NULL);
      """)
    let table = base.tables[0]
    #expect(table.name == "o \"t" && table.primaryKey == ["id"])
    #expect(Array(table.origin.numbers) == [-2, 5])
    #expect(
      table.rows == [["-2", nil, "x", "0.0000001", "7", nil], ["5", "", "2020-01-01", "1", "0.1", nil]])
    #expect(table.columns.map(\.kind) == [.number, nil, .date, .number, .number, .binary])
    #expect(base.notes.map(\.english) == ["o \"t: 1 binary values of column 'b' left out"])
  }

  /// Thousands of rows, texts longer than any buffer between short ones, NULL, empty text and broken UTF-8 among them.
  @Test func manyRows() throws {
    let (base, _) = try base(
      """
      CREATE TABLE t (a, b TEXT, c REAL);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)
      INSERT INTO t SELECT
        CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN -i WHEN 3 THEN 'ёж ' || i ELSE i / 8.0 END,
        CASE WHEN i % 1000 = 7 THEN hex(zeroblob(10000)) WHEN i % 1000 = 8 THEN CAST(x'D0' AS TEXT)
          WHEN i % 1000 = 9 THEN CAST(x'9080' AS TEXT) ELSE i || ' строка' END,
        i * 0.01 FROM n;
      """)
    let table = base.tables[0]
    #expect(table.rowCount == 9000)
    for row in 0..<table.rowCount {
      let i = row + 1
      let first: String? =
        switch i % 5 {
        case 0: nil
        case 1: ""
        case 2: "-\(i)"
        case 3: "ёж \(i)"
        default: i % 8 == 0 ? "\(i / 8)" : "\(Double(i) / 8)"
        }
      let second =
        switch i % 1000 {
        case 7: String(repeating: "00", count: 10000)
        case 8: "\u{FFFD}"
        case 9: "\u{FFFD}\u{FFFD}"
        default: "\(i) строка"
        }
      let third = DecimalText.plain(Double(i) * 0.01)
      guard table.columns.map({ $0.cells[row] }) == [first, second, third] else {
        Issue.record("row \(i): \(table.columns.map { $0.cells[row] ?? "NULL" })")
        return
      }
    }
    #expect(base.notes.map(\.english) == ["t: 18 texts are not well-formed UTF-8; repaired"])
  }

  /// Hundredths are written as the shortest digits are.
  @Test func hundredths() {
    var random = SeededNumbers(state: 1)
    var found = 0
    for round in 0..<20_000 {
      let cents = Int64(bitPattern: random.next()) >> Int64(round % 60 + 4)
      let value = round % 3 == 0 ? Double(bitPattern: random.next()) : Double(cents) / 100
      guard let count = DecimalText.hundredths(value), Int64(exactly: value) == nil else { continue }
      var digits = InlineArray<20, UInt8>(repeating: 0)
      let first = DecimalText.write(hundredths: count, to: &digits)
      found += 1
      #expect(String(copying: digits.span.extracting(first..<20)) == DecimalText.plain(value))
    }
    #expect(found > 5000)
  }

  @Test func tables() throws {
    let (base, _) = try base(
      """
      CREATE TABLE clients (id INTEGER PRIMARY KEY AUTOINCREMENT, rowid TEXT);
      CREATE TABLE pairs (a, b, PRIMARY KEY (b, a)) WITHOUT ROWID;
      CREATE TABLE orders (client REFERENCES Clients, x REFERENCES absent (y));
      CREATE VIEW v AS SELECT * FROM clients;
      CREATE VIRTUAL TABLE f USING fts5(a);
      INSERT INTO clients VALUES (3, 'r');
      INSERT INTO pairs VALUES (1, 9), (2, 8);
      """)
    #expect(base.tables.map(\.name) == ["clients", "pairs", "orders"])
    #expect(Array(base.tables[0].origin.numbers) == [3])
    #expect(base.tables[1].rows == [["2", "8"], ["1", "9"]])
    #expect(base.tables[1].primaryKey == ["b", "a"])
    #expect(base.links == [TableLink(table: "orders", column: "client", toTable: "clients", toColumn: "id")])
  }

  @Test func writeAheadLog() throws {
    let folder = try TestFolder()
    let live = folder.path + "/live.db"
    let pool = try DatabasePool(path: live)
    try pool.write { try $0.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES ('in the log')") }
    // What a copy of a running program's files looks like.
    let path = folder.path + "/b.db"
    try FileManager.default.createDirectory(atPath: folder.path + "/other", withIntermediateDirectories: true)
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: live + suffix, toPath: path + suffix)
    }
    try pool.close()
    let before = try ["", "-wal"].map { try BaseReader.sha256(of: path + $0) }
    #expect(try BaseReader.read(path).tables[0].rows == [["in the log"]])
    #expect(try ["", "-wal"].map { try BaseReader.sha256(of: path + $0) } == before)
    #expect(!FileManager.default.fileExists(atPath: path + "-shm"))
  }

  /// A base cut in the middle: what can still be read is counted, and nothing is passed off as the whole.
  @Test func cut() throws {
    let folder = try TestFolder()
    let path = folder.path + "/b.db"
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(sql: "CREATE TABLE first (a); CREATE TABLE second (a); CREATE TABLE last (a)")
      for table in ["first", "second", "last"] {
        for row in 0..<2000 {
          try database.execute(sql: "INSERT INTO \(table) VALUES ('row \(row) of the table')")
        }
      }
    }
    try queue.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.prefix(bytes.count * 6 / 10 / 4096 * 4096).write(to: URL(fileURLWithPath: path))
    let error = try #require(throws: SourceError.self) { try BaseReader.read(path) }
    guard case .damaged(.sqliteRows(_, let rows, let whole, let tables), _, _) = error.reason else {
      Issue.record("\(error)")
      return
    }
    #expect(tables == 3 && whole < 3 && rows > 1000 && rows < 6000)
    #expect(error.english.contains("rows can be read") && error.russian.contains("строк читается \(rows)"))
  }

  @Test(arguments: ["UTF-16le", "UTF-16be"])
  func wideText(_ encoding: String) throws {
    let (base, _) = try base(
      "PRAGMA encoding = '\(encoding)'; CREATE TABLE \"Клиенты\" (\"имя\"); INSERT INTO \"Клиенты\" VALUES ('Ёж 🦔')"
    )
    #expect(base.tables[0].name == "Клиенты" && base.tables[0].rows == [["Ёж 🦔"]])
  }

  /// Views and virtual tables run what a stranger wrote: they are read only by name.
  @Test(arguments: [("v", [["2"], ["1"]]), ("f", [["слово"]])] as [(String, [[String?]])])
  func named(_ name: String, _ rows: [[String?]]) throws {
    let (path, folder) = try file(
      """
      CREATE TABLE t (a); INSERT INTO t VALUES (1), (2);
      CREATE VIEW v AS SELECT a FROM t ORDER BY a DESC;
      CREATE VIRTUAL TABLE f USING fts5(word); INSERT INTO f VALUES ('слово');
      """)
    #expect(try BaseReader.read(path).tables.map(\.name) == ["t"])
    #expect(try BaseReader.read(path, options: ReadOptions(table: name)).tables[0].rows == rows)
    _ = folder
  }

  /// A generated column may make any amount of text out of nothing.
  @Test func bomb() throws {
    let (path, folder) = try file(
      """
      CREATE TABLE t (a, b AS (hex(zeroblob(1000000))));
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO t (a) SELECT i FROM n;
      """)
    let options = ReadOptions(limits: ReadLimits(textBytes: 8 << 20))
    let error = try #require(throws: SourceError.self) { try BaseReader.read(path, options: options) }
    #expect(error.reason == .damaged(.tooMuchText(limit: 8 << 20), part: "t", line: nil))
    _ = folder
  }

  @Test func damaged() throws {
    let folder = try TestFolder()
    let path = try folder.file("b.db", Array("SQLite format 3\0".utf8) + [UInt8](repeating: 7, count: 4000))
    let error = try #require(throws: SourceError.self) { try BaseReader.read(path) }
    #expect(error.english.contains("SQLite cannot read it"))
  }
}
