import BaseFormats
import Foundation
import GRDB
import Tables
import Testing

struct SQLiteReaderTests {
  private func base(_ sql: String) throws -> (Base, TestFolder) {
    let folder = try TestFolder()
    let path = folder.path + "/б?%.db"
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: sql) }
    try queue.close()
    return (try BaseReader.read(path), folder)
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

  @Test func damaged() throws {
    let folder = try TestFolder()
    let path = try folder.file("b.db", Array("SQLite format 3\0".utf8) + [UInt8](repeating: 7, count: 4000))
    let error = try #require(throws: SourceError.self) { try BaseReader.read(path) }
    #expect(error.english.contains("SQLite cannot read it"))
  }
}
