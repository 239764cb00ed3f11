import Foundation
import Testing

/// What makes `check` part of other people's tools: each is run as they run it.
@Suite struct IntegrationTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private static let dirty = "Название,ИНН,Телефон\nООО Ромашка,5001007321,12345\n"

  /// Runs a program that is not ours, with `revizor` on its PATH.
  private func run(
    _ program: String, _ arguments: [String], in workspace: Workspace, environment: [String: String] = [:],
    input: String? = nil
  ) throws -> Run.Result {
    let own = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let folder = (try Binary.path() as NSString).deletingLastPathComponent
    return try Run(
      arguments, binary: program, environment: environment.merging(["PATH": "\(folder):\(own)"]) { $1 },
      directory: workspace.path, input: input
    ).result()
  }

  @Test func theActionAnnotatesAndWritesSARIF() throws {
    let workspace = try Workspace()
    try workspace.write(Self.dirty, to: "base.csv")
    let result = try run(
      "/bin/bash", [Self.root + "/scripts/action.sh"], in: workspace,
      environment: [
        "REVIZOR_BASES": "base.csv", "REVIZOR_STANDARD": "ru-b2b", "REVIZOR_SARIF": "r.sarif",
        "GITHUB_STEP_SUMMARY": workspace("summary.md"),
      ])
    #expect(result.code == 1, "\(result.err)")
    #expect(result.out.contains("::error file=base.csv,line=2,title="))
    #expect(try text(of: workspace("r.sarif")).contains("\"version\": \"2.1.0\""))
    #expect(try text(of: workspace("summary.md")).hasPrefix("### ❌ Revizor"))
  }

  @Test func theActionHasTheInputsItsScriptReads() throws {
    let action = try text(of: Self.root + "/action.yml")
    let script = try text(of: Self.root + "/scripts/action.sh")
    let given = Set(action.matches(of: /(REVIZOR_[A-Z]+):/).map { String($0.1) })
    let read = Set(script.matches(of: /\$\{(REVIZOR_[A-Z]+)/).map { String($0.1) })
    #expect(given == read)
  }

  @Test func theHookNamesACommandThatRuns() throws {
    let hooks = try text(of: Self.root + "/.pre-commit-hooks.yaml")
    let entry = try #require(hooks.firstMatch(of: /entry: revizor (.+)/)?.1)
    let workspace = try Workspace()
    try workspace.write(Self.dirty, to: "base.csv")
    try workspace.write("bases: base.csv\nstandard: ru-b2b\n", to: ".revizor.yml")
    let result = try revizor(entry.split(separator: " ").map(String.init), directory: workspace.path)
    #expect(result.code == 1, "\(result.err)")
  }

  @Test func theGitLabJobRuns() throws {
    let job = try text(of: Self.root + "/Integrations/gitlab-ci.yml")
    let script = job.matches(of: /\n    - (revizor .+|exit .+)/).map { String($0.1) }.joined(separator: "\n")
    let workspace = try Workspace()
    try workspace.write(Self.dirty, to: "base.csv")
    try workspace.write("bases: base.csv\nstandard: ru-b2b\n", to: ".revizor.yml")
    let result = try run("/bin/bash", ["-c", script], in: workspace)
    #expect(result.code == 1, "\(result.err)")
    #expect(Set(try workspace.names).isSuperset(of: ["gl-code-quality.json", "revizor.xml"]))
  }

  @Test func bashTakesTheCompletions() throws {
    let workspace = try Workspace()
    let script = try mustRun(["--generate-completion-script", "bash"]).out
    #expect(script.contains("--update-baseline"))
    let result = try run("/bin/bash", ["-n", try workspace.write(script, to: "revizor.bash")], in: workspace)
    #expect(result.code == 0, "\(result.err)")
  }

  /// The man page knows every command and every option that the command line knows.
  @Test func theManualIsWhole() throws {
    let page = try text(of: Self.root + "/Integrations/revizor.1").replacing("\\-", with: "-")
    let help = try mustRun(["--experimental-dump-help"]).out
    let root = try #require(try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any])
    let top = try #require(root["command"] as? [String: Any])
    let commands = Self.below(top).compactMap { $0["commandName"] as? String }.map { "revizor \($0)" }
    let all = Set(commands + Self.options(top)).subtracting(["--help", "--version"])
    #expect(all.count > 20)
    for name in all { #expect(page.contains(name), "\(name): run `make manual`") }
  }

  private static func below(_ command: [String: Any]) -> [[String: Any]] {
    let all = command["subcommands"] as? [[String: Any]] ?? []
    return all.filter { $0["commandName"] as? String != "help" }
  }

  /// Long options of a command and of those beneath it.
  private static func options(_ command: [String: Any]) -> [String] {
    var options: [String] = []
    for argument in command["arguments"] as? [[String: Any]] ?? []
    where argument["shouldDisplay"] as? Bool == true {
      let names = argument["names"] as? [[String: String]] ?? []
      options += names.filter { $0["kind"] == "long" }.compactMap { $0["name"] }.map { "--" + $0 }
    }
    return options + below(command).flatMap { Self.options($0) }
  }
}
