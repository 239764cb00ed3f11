import Foundation
import Testing

/// Plugins through the command line: a stranger's, bad ones, and one that is gone.
@Suite struct BadPluginTests {
  /// A plugin in plain C (`Tests/PluginHostTests/CPlugins`) and what the run says of it.
  struct Case: Sendable, CustomStringConvertible {
    var plugin: String
    var code: Int32
    var says: [String]
    var description: String { plugin }
  }

  static let cases = [
    Case(plugin: "OldABI", code: 4, says: ["libOldABI.so", "ABI 99", "speaks 1"]),
    Case(plugin: "NotJSON", code: 4, says: ["libNotJSON.so", "manifest", "is not JSON"]),
    Case(plugin: "NoEntry", code: 4, says: ["libNoEntry.so", "no function revizor_plugin"]),
    Case(plugin: "Failing", code: 4, says: ["loud-names", "Failing", "the loudspeaker is unplugged"]),
    Case(plugin: "BadRow", code: 4, says: ["loud-names", "BadRow", "breaks the contract"]),
    Case(plugin: "Refusing", code: 2, says: ["loud.yml:7:", "loud-names", "turn it down to 11"]),
    Case(
      plugin: "Colliding", code: 2, says: ["mandatory-fields", "libColliding.so", "libMandatoryFields.so"]),
  ]

  private static let base =
    "Название,Телефон\nООО «Ромашка»,+79161234567\nАО «Гром!»,+79161234568\nГРОМ!,+79161234569\n"
  /// Line 7 is where the rule stands.
  private static let loud =
    "standard: loud\nversion: 1\nfields:\n  org_name: {}\n  phone: {}\nrules:\n  loud-names: {}\n"

  @Test(arguments: cases)
  func isRefusedWithAWord(_ item: Case) throws {
    let workspace = try Workspace()
    let plugins = try CPluginFolder.make(item.plugin, in: workspace)
    let base = try workspace.write(Self.base, to: "base.csv")
    let standard = try workspace.write(Self.loud, to: "loud.yml")
    let result = try revizor(
      "clean", base, "--output", workspace("out.csv"), "--standard", standard, "--plugins", plugins, "--now",
      Sample.now)
    #expect(result.code == item.code, "\(result.err)")
    #expect(result.out == "")
    #expect(result.errLines.count == 1, "\(result.err)")
    for word in item.says { #expect(result.err.contains(word), "\(result.err)") }
    #expect(!result.err.contains("Ромашка"))
    #expect(try workspace.names.filter { $0.contains("out") } == [])
  }

  @Test func aStrangersPluginWorksLikeOurs() throws {
    let workspace = try Workspace()
    let plugins = try CPluginFolder.make("Shout", in: workspace)
    let base = try workspace.write(Self.base, to: "base.csv")
    let standard = try workspace.write(Self.loud, to: "loud.yml")
    try mustRun([
      "clean", base, "--output", workspace("out.csv"), "--standard", standard, "--plugins", plugins, "--now",
      Sample.now, "--quiet",
    ])
    let names = try Sheet(workspace("out.csv")).rows.compactMap { $0["org_name"] }
    #expect(names.count == 3)
    #expect(names.allSatisfy { $0.hasSuffix("!") }, "\(names)")
    let journal = try SQLFile(workspace("out.journal.sqlite"))
    #expect(
      try journal.count("SELECT count(*) FROM change WHERE rule = 'loud-names' AND code = 'louder'") >= 2)
    #expect(
      try journal.count("SELECT count(*) FROM finding WHERE rule = 'loud-names' AND code = 'loud'") >= 1)
    #expect(try journal.value("SELECT value FROM run WHERE key = 'plugin.Shout'") == "1")
    // By the environment as by the command line.
    let listed = try revizor(["plugins"], environment: ["REVIZOR_PLUGINS": plugins])
    #expect(listed.code == 0)
    #expect(listed.outLines.contains { $0.hasPrefix("Shout 1") && $0.contains(plugins) })
    #expect(try !revizor("plugins").out.contains("Shout"))
  }

  /// A house of its own: the binary and its plugins but one.
  @Test func aRuleWhosePluginIsGoneStopsTheRun() throws {
    let workspace = try Workspace()
    let files = FileManager.default
    let house = try workspace.folder("house")
    let plugins = try files.contentsOfDirectory(atPath: Sample.package + "/Plugins").map { "lib\($0).so" }
    for name in ["revizor"] + plugins where name != "libDeadSouls.so" {
      try files.copyItem(atPath: Binary.folder() + "/" + name, toPath: house + "/" + name)
    }
    let base = try workspace.write(Self.base, to: "base.csv")
    let rules = ProcessInfo.processInfo.environment["REVIZOR_RULES"] ?? Sample.package + "/Rules"
    let result = try revizor(
      ["clean", base, "--output", workspace("out.csv"), "--now", Sample.now], binary: house + "/revizor",
      environment: ["REVIZOR_RULES": rules])
    #expect(result.code == 4, "\(result.err)")
    #expect(result.errLines.count == 1)
    for word in ["dead-souls", house, "\(workspace.path)/lib/revizor/plugins", "--plugins"] {
      #expect(result.err.contains(word), "\(result.err)")
    }
    #expect(try workspace.names == ["base.csv", "house"])
    // With the library back, and nothing else changed, it goes.
    try files.copyItem(atPath: Binary.folder() + "/libDeadSouls.so", toPath: house + "/libDeadSouls.so")
    let again = try revizor(
      ["clean", base, "--output", workspace("out.csv"), "--now", Sample.now], binary: house + "/revizor",
      environment: ["REVIZOR_RULES": rules])
    #expect(again.code == 0, "\(again.err)")
  }

  /// The rules are not linked in: they come by the door alone.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ldd"), "needs ldd"))
  func theExecutableNamesNoPlugin() throws {
    let linked = try revizor([try Binary.path()], binary: "/usr/bin/ldd")
    #expect(linked.code == 0)
    #expect(linked.out.contains("libc.so"))
    for plugin in ["MandatoryFields", "FormatStandards", "DuplicateDetection", "DeadSouls"] {
      #expect(!linked.out.contains(plugin))
    }
  }
}

/// The plugins in plain C, compiled.
enum CPluginFolder {
  /// A folder with the library of `<name>.c`.
  static func make(_ name: String, in workspace: Workspace) throws -> String {
    let folder = try workspace.folder("plugins")
    let compiled = try revizor(
      [
        "cc", "-shared", "-fPIC", "-I", Sample.package + "/Sources/CPluginABI/include",
        Sample.package + "/Tests/PluginHostTests/CPlugins/\(name).c", "-o", "\(folder)/lib\(name).so",
      ], binary: "/usr/bin/env")
    guard compiled.code == 0 else { throw Failed(result: compiled) }
    return folder
  }
}
