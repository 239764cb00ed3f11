import Foundation
import PluginHost
import RuleKit
import Tables
import Testing

/// The door itself: plugins in plain C, good ones and bad ones.
@Suite struct PluginDoorTests {
  private let context = RuleContext(now: "2026-11-22")

  private func shout(_ names: [String?], rows: Range<Int>? = nil, from plugin: String = "Shout") throws
    -> Results
  {
    let library = try PluginLibrary(PluginFinder(folders: [try CPlugin.folder(plugin)]))
    let rule = try library.plugin(for: "loud-names")
      .instance(of: "loud-names", settings: .object([:]), context: context)
    return try rule.apply(fields: ["org_name"], columns: [TextColumn(names)], rows: rows ?? 0..<names.count)
  }

  @Test func aPluginInPlainCFindsAndChanges() throws {
    let results = try shout(["ООО «Ромашка»", nil, "ГРОМ!", ""])
    #expect(results.edits.map(\.row) == [0, 3])
    #expect((0..<results.editValues.count).map { results.editValues[$0] } == ["ООО «Ромашка»!", "!"])
    #expect(results.findings.map(\.row) == [2])
    #expect(results.findings.map { results.names[$0.code] } == ["loud"])
    #expect(results.findings.map(\.severity) == [.warning])
  }

  @Test func rowsCountFromTheBatchWithoutACopyOfTheColumn() throws {
    let results = try shout(["a", "b!", nil, "c!", "d"], rows: 2..<5)
    #expect(results.findings.map(\.row) == [1])
    #expect(results.edits.map(\.row) == [2])
    #expect(results.editValues[0] == "d!")
  }

  @Test func wrongABIIsRefusedWithBothNumbers() throws {
    let folder = try CPlugin.folder("OldABI")
    let error = try #require(throws: PluginError.self) { try PluginLibrary(PluginFinder(folders: [folder])) }
    #expect(error == .wrongABI(path: folder + "/libOldABI.so", found: 99, expected: 1))
    #expect(error.line.contains("99") && error.line.contains("ABI"))
  }

  @Test func aManifestThatIsNoJSONIsRefused() throws {
    let folder = try CPlugin.folder("NotJSON")
    let error = try #require(throws: PluginError.self) { try PluginLibrary(PluginFinder(folders: [folder])) }
    #expect(error == .badManifest(path: folder + "/libNotJSON.so", reason: "is not JSON"))
  }

  @Test func aFailureIsPassedOnWithItsReason() throws {
    let error = try #require(throws: PluginError.self) { try shout(["a"], from: "Failing") }
    #expect(
      error == .ruleFailed(plugin: "Failing", rule: "loud-names", reason: "the loudspeaker is unplugged"))
    #expect(!error.isUsage)
  }

  @Test func refusedSettingsAreTheStandardsFault() throws {
    let error = try #require(throws: PluginError.self) { try shout(["a"], from: "Refusing") }
    #expect(error.isUsage)
    #expect(error.line.contains("turn it down to 11"))
  }

  @Test func aRowThatIsNotThereBreaksTheContract() throws {
    let error = try #require(throws: PluginError.self) { try shout(["a", "b"], from: "BadRow") }
    guard case .badResults = error else {
      Issue.record("\(error.line)")
      return
    }
  }

  @Test func twoPluginsWithOneRuleAreBothNamed() throws {
    let first = try CPlugin.folder("Shout")
    let second = try CPlugin.folder("Failing")
    let error = try #require(throws: PluginError.self) {
      try PluginLibrary(PluginFinder(folders: [first, second]))
    }
    #expect(error.line.contains("libShout.so") && error.line.contains("libFailing.so"))
    #expect(error.isUsage)
  }

  @Test func aMissingRuleNamesTheFolders() throws {
    let folder = try CPlugin.folder("Shout")
    let library = try PluginLibrary(PluginFinder(folders: [folder]))
    let error = try #require(throws: PluginError.self) { try library.plugin(for: "dead-souls") }
    #expect(error.line.contains("dead-souls") && error.line.contains(folder))
  }

  @Test func aLibraryWithoutTheFunctionIsRefusedWhereItWasAskedFor() throws {
    let folder = try CPlugin.folder("NoEntry")
    #expect(throws: PluginError.noEntryPoint(path: folder + "/libNoEntry.so")) {
      try PluginLibrary(PluginFinder(folders: [folder]))
    }
    let library = try PluginLibrary(
      PluginFinder(named: [], environment: [:], executable: folder + "/revizor"))
    #expect(library.plugins.isEmpty)
  }

  @Test func nothingIsLoadedFromTheCurrentFolderOrPath() {
    let finder = PluginFinder(
      named: ["/a"], environment: ["REVIZOR_PLUGINS": "/b:/c", "PATH": "/x"], executable: "/opt/bin/revizor")
    #expect(finder.folders == ["/a", "/b", "/c", "/opt/lib/revizor/plugins", "/opt/bin/plugins", "/opt/bin"])
  }
}
