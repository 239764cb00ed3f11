import Foundation
import Testing

/// The input is read, and stays as it was.
@Suite struct UntouchedInputTests {
  @Test(arguments: Sample.allCases)
  func basesStayAsTheyWere(_ sample: Sample) throws {
    let folder = try Workspace(), out = try Workspace()
    var bases: [String] = []
    for base in sample.bases {
      let copy = folder(URL(fileURLWithPath: base).lastPathComponent)
      try FileManager.default.copyItem(atPath: base, toPath: copy)
      // A time that no run can give it by chance.
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_500_000_000)], ofItemAtPath: copy)
      bases.append(copy)
    }
    let before = try state(folder, bases)
    try mustRun(
      ["clean"] + bases + ["--output", out("clean.sqlite"), "--now", Sample.now, "--quiet"])
    _ = try revizor(["check"] + bases + ["--now", Sample.now])
    for base in bases { try mustRun(["read", base, "--as", "cells"]) }
    #expect(try state(folder, bases) == before)
  }

  /// Names, bytes and times.
  private func state(_ folder: Workspace, _ bases: [String]) throws -> [String] {
    try folder.names
      + bases.map { base in
        let facts = try FileManager.default.attributesOfItem(atPath: base)
        let time = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(time) \(try bytes(of: base).base64EncodedString().hashValue)"
      }
  }
}
