import ArgumentParser
import PluginHost
import RevizorKit
import RuleKit
import Standards

struct PluginsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugins", abstract: "The plugins found, and where.", subcommands: [List.self, Info.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "One line a plugin.")
    @OptionGroup var house: HouseOptions

    mutating func run() throws {
      let library = try house.library()
      for plugin in library.plugins {
        let rules = plugin.manifest.rules.map(\.id).joined(separator: ", ")
        print("\(plugin.name) \(plugin.manifest.version)  [\(rules)]  \(plugin.path)")
      }
      for failure in library.failures { Console.error(failure.error.line) }
    }
  }

  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "info", abstract: "One plugin and its rules.")
    @Argument(help: "The plugin's name.") var name: String
    @OptionGroup var house: HouseOptions

    mutating func run() throws {
      let library = try house.library()
      guard let plugin = library.plugins.first(where: { $0.name == name }) else {
        let near = NearestName.nearest(to: name, among: library.plugins.map(\.name))
        throw KitError.usage([
          "no plugin '\(name)'; \(near.map { "did you mean '\($0)'?" } ?? "see `revizor plugins list`")"
        ])
      }
      print("\(plugin.name) \(plugin.manifest.version)\n\(plugin.path)")
      for rule in plugin.manifest.rules {
        print("\n\(rule.id) · \(rule.title[house.lang])\n  \(rule.rationale[house.lang])")
      }
    }
  }
}
