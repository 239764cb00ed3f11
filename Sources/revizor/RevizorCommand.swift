import ArgumentParser
import Foundation
import RevizorKit
import RuleKit

/// The command line: arguments in, exit code out.
@main
struct RevizorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revizor",
    abstract: "Inspects a client base and hands back a clean one.",
    discussion: """
      revizor clean clients.xml --output clean.xlsx   base, report and journal
      revizor profile clients.xlsx                    what is in a base, and how good it is
      revizor check clients.csv --standard ru-b2b     findings only
      revizor read clients.xlsx --list                what is in a file
      revizor format phone "8 (916) 123-45-67"        one value, as JSON
      revizor trace clean.journal.sqlite "row 17"     the fate of one row
      revizor rules explain mandatory-fields          a rule in full

      Exit codes: 0 clean; 1 findings at the fail level (check);
      2 usage, standard or mapping wrong; 3 input unreadable;
      4 a plugin failed; 5 a promise would be broken, nothing was put in place.
      Nothing leaves this machine: no network, no telemetry.
      """,
    version: revizorVersion,
    subcommands: [
      CleanCommand.self, CheckCommand.self, ProfileCommand.self, ReadCommand.self, FormatCommand.self,
      TraceCommand.self,
      RulesCommand.self, PluginsCommand.self,
    ])

  static func main() async {
    Memory.keepSmall()
    let code = await run(Array(CommandLine.arguments.dropFirst()))
    fflush(nil)
    Foundation.exit(code)
  }

  /// Runs a command line and gives its exit code; errors go to stderr, a line each.
  static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch let error as KitError {
      for line in error.lines(Console.language(in: arguments)) { Console.error(line) }
      return error.exitCode
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      let text = fullMessage(for: error)
      guard exitCode(for: error) != .success else {
        print(text)
        return 0
      }
      // The parser's own code for usage is 64; ours is 2 for whatever a person can set right.
      Console.error(text)
      return 2
    }
  }
}
