import BaseFormats
import Foundation
import Tables
import Testing

struct ErrorTests {
  @Test func places() throws {
    let folder = try TestFolder()
    let cases: [(String, SourceError.Reason)] = [
      (folder.path + "/absent.csv", .missing), (folder.path, .directory),
      (try folder.file("empty.csv", text: ""), .empty),
      (try folder.file("mark.csv", text: "\u{FEFF}"), .empty),
      (try folder.file("a.xlsx", text: "secret;b\n"), .mismatch(claimed: .xlsx, found: .text)),
      (try folder.file("a.sqlite", text: "secret;b\n"), .mismatch(claimed: .sqlite, found: .text)),
      (try folder.file("a.csv", text: "SQLite format 3\0"), .mismatch(claimed: .text, found: .sqlite)),
      (try folder.file("b.xlsx", text: "%PDF-1.4"), .mismatch(claimed: .xlsx, found: .pdf)),
      (
        try folder.file("old", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        .damaged(.container, part: nil, line: nil)
      ),
      (try folder.file("lines.csv", text: "\n\n"), .noTable(named: nil)),
    ]
    for (path, reason) in cases {
      let error = try #require(throws: SourceError.self) { try BaseReader.read(path) }
      #expect(error == SourceError(path, reason))
      for line in [error.english, error.russian] {
        #expect(line.hasPrefix(path + ": ") && !line.contains("secret") && !line.contains("\n"))
        #expect(line.contains("; ") && !line.hasSuffix("."))
      }
    }
  }

  @Test func tableAskedFor() throws {
    let folder = try TestFolder()
    let path = try folder.file("t.csv", text: "a,b\n1,2\n")
    #expect(throws: SourceError(path, .noTable(named: "x"))) {
      try BaseReader.read(path, options: ReadOptions(table: "x"))
    }
  }

  @Test func digest() throws {
    let folder = try TestFolder()
    // FIPS 180-4's own example.
    #expect(
      try BaseReader.sha256(of: folder.file("abc", text: "abc"))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test(arguments: [OutputFormat.csv(), .xlsx, .sqlite])
  func sinks(_ format: OutputFormat) throws {
    let folder = try TestFolder()
    let table = OutputTable(name: "t", columns: [.init(name: "a", cells: TextColumn(["1", "1"]))])
    let path = folder.path + "/absent/t"
    #expect(throws: SinkError(path, .noFolder)) { try BaseWriter.write([table], to: path, format: format) }
    let isFolder = try #require(throws: SinkError.self) {
      try BaseWriter.write([table], to: folder.path, format: format)
    }
    #expect(isFolder.english.hasPrefix(folder.path + ": ") && !isFolder.russian.contains("\n"))
  }

  @Test func fullDisk() throws {
    let table = OutputTable(name: "t", columns: [.init(name: "a", cells: TextColumn(["1"]))])
    #expect(throws: SinkError("/dev/full", .full)) {
      try BaseWriter.write([table], to: "/dev/full", format: .csv())
    }
  }

  @Test func keys() throws {
    let folder = try TestFolder()
    let table = OutputTable(
      name: "t", columns: [.init(name: "a", cells: TextColumn(["1", "1"]))], primaryKey: "a")
    let path = folder.path + "/t.sqlite"
    #expect(throws: SinkError(path, .keyNotUnique(table: "t"))) {
      try BaseWriter.write([table], to: path, format: .sqlite)
    }
    #expect(throws: SinkError(path, .duplicate(name: "T"))) {
      try BaseWriter.write([table, OutputTable(name: "T", columns: [])], to: path, format: .sqlite)
    }
  }
}
