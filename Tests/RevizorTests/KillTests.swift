import Foundation
import Testing

/// A run killed at any moment leaves the earlier output, or the whole new one.
@Suite struct KillTests {
  /// When a run is killed: some time after its start, or after its first file has begun to be written.
  enum Moment: Sendable {
    case share(Double)
    case writing(milliseconds: Int)
  }

  private static let moments: [Moment] =
    (1...12).map { .share(Double($0) / 12) } + (0..<14).map { .writing(milliseconds: $0 * $0 * 2) }

  @Test func theEarlierOutputStands() throws {
    let workspace = try Workspace()
    let output = workspace("clean.sqlite")
    let clean = Sample.boughtList.clean(to: output)

    var length = try min(time(of: clean), time(of: clean))
    let new = try bytes(of: output)
    try mustRun([
      "clean", Sample.boughtList.bases[1], "--output", output, "--now", Sample.now, "--lang", "en", "--quiet",
    ])
    let old = try bytes(of: output)
    try #require(old != new)
    let names = Set(try workspace.names)

    var cutShort = 0
    for moment in Self.moments {
      if try killed(clean, at: moment, of: length, in: workspace) {
        cutShort += 1
      } else {
        // Faster than it was measured: the machine has less to do now.
        length *= 0.9
      }
      let now = try bytes(of: output)
      #expect(now == old || now == new, "\(moment)")
      try expectWhole(workspace, names)
      // As it was, for the next moment.
      if now == new { try old.write(to: URL(fileURLWithPath: output)) }
    }
    #expect(cutShort >= 12, "too few runs were cut short to say anything")

    try mustRun(clean)
    #expect(try bytes(of: output) == new)
    #expect(Set(try workspace.names) == names, "something was left behind")
  }

  /// A first run that is killed leaves nothing under the output's name, or all of it.
  @Test func nothingHalfAppears() throws {
    let workspace = try Workspace()
    let clean = Sample.boughtList.clean(to: workspace("clean.csv"))
    let length = try time(of: clean)
    let new = try bytes(of: workspace("clean.csv"))
    for moment in 0..<8 {
      let fresh = try Workspace()
      _ = try killed(
        Sample.boughtList.clean(to: fresh("clean.csv")), at: .writing(milliseconds: moment * moment * 5),
        of: length,
        in: fresh)
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

  private func time(of arguments: [String]) throws -> Double {
    let started = Date()
    try mustRun(arguments)
    return Date().timeIntervalSince(started)
  }

  /// Whether the run was still going when it was killed.
  private func killed(_ arguments: [String], at moment: Moment, of length: Double, in workspace: Workspace)
    throws -> Bool
  {
    let earlier = Set(try workspace.names)
    let run = try Run(arguments)
    switch moment {
    case .share(let share): Thread.sleep(forTimeInterval: length * share)
    case .writing(let milliseconds):
      while run.process.isRunning,
        try !workspace.names.contains(where: { $0.hasSuffix("-part") && !earlier.contains($0) })
      {
        Thread.sleep(forTimeInterval: 0.002)
      }
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
    }
    kill(run.process.processIdentifier, SIGKILL)
    _ = try run.result()
    return run.process.terminationReason == .uncaughtSignal
  }
}
