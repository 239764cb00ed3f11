import Foundation
import Testing

/// A run killed at any moment leaves the earlier output, or the whole new one.
@Suite struct KillTests {
  private static let moments = 24

  @Test func theEarlierOutputStands() throws {
    let workspace = try Workspace()
    let output = workspace("clean.sqlite")
    let clean = Sample.boughtList.clean(to: output)

    let started = Date()
    try mustRun(clean)
    let length = Date().timeIntervalSince(started)
    let new = try bytes(of: output)

    try mustRun([
      "clean", Sample.boughtList.bases[1], "--output", output, "--now", Sample.now, "--lang", "en", "--quiet",
    ])
    let old = try bytes(of: output)
    try #require(old != new)
    let names = Set(try workspace.names)

    var cutShort = 0
    for moment in 0..<Self.moments {
      // Half of the moments over the whole run, half over its end, where files are written and renamed.
      let share = Double(moment / 2 + 1) / Double(Self.moments / 2)
      let delay = length * (moment.isMultiple(of: 2) ? share : 0.7 + 0.35 * share)
      if try killed(clean, after: delay) { cutShort += 1 }

      let now = try bytes(of: output)
      #expect(now == old || now == new, "after \(delay) s of \(length)")
      try expectWhole(workspace, names)
      if now == new {
        // As it was, for the next moment.
        try old.write(to: URL(fileURLWithPath: output))
      }
    }
    #expect(cutShort >= Self.moments / 2, "too few runs were cut short to say anything")

    try mustRun(clean)
    #expect(try bytes(of: output) == new)
    #expect(Set(try workspace.names) == names, "something was left behind")
  }

  /// A first run that is killed leaves nothing under the output's name, or all of it.
  @Test func nothingHalfAppears() throws {
    let workspace = try Workspace()
    let clean = Sample.boughtList.clean(to: workspace("clean.csv"))
    let started = Date()
    try mustRun(clean)
    let length = Date().timeIntervalSince(started)
    let new = try bytes(of: workspace("clean.csv"))
    for moment in 1...8 {
      let fresh = try Workspace()
      _ = try killed(
        Sample.boughtList.clean(to: fresh("clean.csv")), after: length * (0.6 + 0.05 * Double(moment)))
      guard FileManager.default.fileExists(atPath: fresh("clean.csv")) else { continue }
      #expect(try bytes(of: fresh("clean.csv")) == new)
      // The base is what makes a run count: journal and report stand before it.
      #expect(try fresh.names.filter { !$0.hasSuffix(".revizor-part") } == (try workspace.names))
    }
  }

  /// Journal and report are whole too, and nothing has a name of its own but hidden parts.
  private func expectWhole(_ workspace: Workspace, _ names: Set<String>) throws {
    let strange = try workspace.names.filter { !names.contains($0) }
    #expect(strange.allSatisfy { $0.hasPrefix(".") && $0.hasSuffix(".revizor-part") }, "\(strange)")
    for file in ["clean.sqlite", "clean.journal.sqlite"] {
      #expect(try SQLFile(workspace(file)).list("PRAGMA integrity_check") == ["ok"], "\(file)")
    }
    let rows = try SQLFile(workspace("clean.journal.sqlite")).count("SELECT count(*) FROM source_row")
    #expect(rows > 0)
    let page = try text(of: workspace("clean.report.html"))
    #expect(page.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("</html>"))
  }

  /// Whether the run was still going when it was killed.
  private func killed(_ arguments: [String], after delay: Double) throws -> Bool {
    let run = try Run(arguments)
    Thread.sleep(forTimeInterval: delay)
    kill(run.process.processIdentifier, SIGKILL)
    _ = try run.result()
    return run.process.terminationReason == .uncaughtSignal
  }
}
