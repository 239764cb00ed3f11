import Foundation
import Testing

/// Files that are no bases, or worse: one clear line, exit code 3, soon, whichever verb opens them.
@Suite struct HostileFileTests {
  struct Case: Sendable, CustomStringConvertible {
    var name: String
    var bytes: @Sendable () -> [UInt8]
    var says: String
    var description: String { name }

    init(_ name: String, _ says: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
      self.name = name
      self.says = says
      self.bytes = bytes
    }
  }

  static let cases = [
    Case("empty.csv", "empty") { [] },
    Case("cut.xlsx", "container") { Array(HostileFiles.soundBook.prefix(600)) },
    Case("noise.xlsx", "noise.xlsx") { (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ 200) } },
    Case("string-bomb.xlsx", "text") { HostileFiles.stringBomb },
    Case("sparse.xlsx", "xl/s.xml") { HostileFiles.sparseBook },
    Case("looped.xls", "looped.xls") { HostileFiles.loopedContainer },
    Case("~$base.xlsx", "lock") { [UInt8](repeating: 5, count: 165) },
    Case("entities.xml", "document type") { Array(HostileFiles.entityBomb.utf8) },
    Case("outside.xml", "document type") {
      Array(
        "<!DOCTYPE dataroot SYSTEM \"http://127.0.0.1:9/x.dtd\"><dataroot><T><A>1</A></T></dataroot>".utf8)
    },
    Case("deep.xml", "deep.xml") { Array(("<dataroot>" + String(repeating: "<A>", count: 100_000)).utf8) },
    Case("cut.xml", "cut") { Array("<dataroot><T><A>1</A></T><T><A>2</A>".utf8) },
    Case("wide.xml", "wide.xml") { HostileFiles.brokenWideXML },
    Case("other.xml", "XML") { Array("<html><body>x</body></html>".utf8) },
    Case("damaged.sqlite", "SQLite") {
      Array("SQLite format 3\0".utf8) + [UInt8](repeating: 7, count: 4000)
    },
  ]

  @Test(arguments: cases)
  func isRefused(_ item: Case) throws {
    let workspace = try Workspace()
    let path = workspace(item.name)
    try Data(item.bytes()).write(to: URL(fileURLWithPath: path))
    let out = workspace("out.csv")
    for arguments in [
      ["read", path, "--list"], ["check", path, "--now", Sample.now],
      ["clean", path, "--output", out, "--now", Sample.now],
    ] {
      let started = Date()
      let result = try revizor(arguments)
      #expect(result.code == 3, "\(arguments[0]): \(result.err)")
      #expect(result.out == "", "\(arguments[0])")
      #expect(result.errLines.count == 1 && result.err.contains(item.name), "\(arguments[0]): \(result.err)")
      #expect(result.err.contains(item.says), "\(arguments[0]): \(result.err)")
      #expect(Date().timeIntervalSince(started) < 10, "\(arguments[0])")
    }
    #expect(try workspace.names == [item.name])
  }

  @Test func aSoundBookIsRead() throws {
    let workspace = try Workspace()
    let path = workspace("sound.xlsx")
    try Data(HostileFiles.soundBook).write(to: URL(fileURLWithPath: path))
    #expect(try mustRun(["read", path, "--as", "cells"]).out == "# a\n1\t1\tn\t1\n1\t2\tn\t2\n")
  }
}
