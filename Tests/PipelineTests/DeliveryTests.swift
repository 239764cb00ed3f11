import Foundation
import Pipeline
import RuleKit
import Testing

/// A folder for one test, removed at its end.
struct TestFolder: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "revizor-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
  }

  func read(_ name: String) -> String? { try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

struct DeliveryTests {
  @Test func allFilesArriveTogether() throws {
    let folder = try TestFolder()
    try folder.write("old", to: "out.csv")
    var delivery = Delivery()
    for name in ["journal.sqlite", "out.csv"] {
      let part = try delivery.stage("\(folder.path)/\(name)")
      try "new \(name)".write(toFile: part, atomically: false, encoding: .utf8)
    }
    #expect(folder.read("out.csv") == "old" && folder.read("journal.sqlite") == nil)
    try delivery.commit()
    #expect(folder.names == ["journal.sqlite", "out.csv"])
    #expect(folder.read("out.csv") == "new out.csv" && folder.read("journal.sqlite") == "new journal.sqlite")
  }

  private static func abandon(in folder: String) throws {
    var delivery = Delivery()
    try "half".write(toFile: try delivery.stage("\(folder)/out.csv"), atomically: false, encoding: .utf8)
  }

  @Test func aDroppedDeliveryLeavesNothing() throws {
    let folder = try TestFolder()
    try folder.write("old", to: "out.csv")
    try Self.abandon(in: folder.path)
    #expect(folder.names == ["out.csv"] && folder.read("out.csv") == "old")
  }

  @Test func aFileThatWasNeverWrittenStopsAllOthers() throws {
    let folder = try TestFolder()
    let path = folder.path
    let error = #expect(throws: RunError.self) {
      var delivery = Delivery()
      try "a".write(toFile: try delivery.stage("\(path)/a.csv"), atomically: false, encoding: .utf8)
      _ = try delivery.stage("\(path)/b.csv")
      try delivery.commit()
    }
    #expect(error?.line(.en).hasPrefix("\(path)/b.csv: cannot be finished") ?? false)
    #expect(folder.names.isEmpty)
  }

  @Test func partsOfDeadRunsAreSwept() throws {
    let folder = try TestFolder()
    let mine = ".other.csv.\(getpid()).revizor-part"
    // No process has a number this great: Linux stops at 2^22.
    for name in [
      ".out.csv.99999999.revizor-part", ".x.1.revizor-part", mine, ".note.revizor-part", "1.revizor-part",
    ] {
      try folder.write("x", to: name)
    }
    var delivery = Delivery()
    _ = try delivery.stage("\(folder.path)/out.csv")
    #expect(folder.names == [".note.revizor-part", mine, ".x.1.revizor-part", "1.revizor-part"])
  }

  @Test(arguments: [
    ("missing/out.csv", "the folder does not exist"), ("folder", "a folder has this name"),
    ("file/out.csv", "the folder does not exist"),
  ])
  func unfitPlaces(_ name: String, _ reason: String) throws {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/folder", withIntermediateDirectories: true)
    try folder.write("x", to: "file")
    let path = "\(folder.path)/\(name)"
    let error = #expect(throws: RunError.self) { try Delivery.checkPlace(of: path) }
    #expect(error?.line(.en) == "\(path): cannot be written: \(reason); choose another --output")
    #expect(folder.names == ["file", "folder"])
  }

  @Test(.disabled(if: geteuid() == 0, "root may write everywhere"))
  func aFolderThatMayNotBeWritten() throws {
    let folder = try TestFolder()
    let path = folder.path
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path) }
    let error = #expect(throws: RunError.self) { try Delivery.checkPlace(of: "\(path)/out.csv") }
    #expect(error?.line(.en).contains("the folder is not writable") ?? false)
  }
}
