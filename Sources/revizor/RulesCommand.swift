import ArgumentParser
import Foundation
import PluginHost
import RevizorKit
import RuleKit
import Standards

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "The rules on offer, from the plugins' own manifests.",
    subcommands: [List.self, Explain.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "One line a rule.")
    @OptionGroup var house: HouseOptions

    mutating func run() throws {
      let library = try house.library()
      let width = library.rules.map(\.id.count).max() ?? 0
      for rule in library.rules {
        print(rule.id.padding(toLength: width + 2, withPad: " ", startingAt: 0) + rule.title[house.lang])
      }
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain", abstract: "A rule in full: why, settings, codes, examples.")
    @Argument(help: "The rule's id.") var id: String
    @OptionGroup var house: HouseOptions

    mutating func run() throws {
      let library = try house.library()
      guard let rule = library.rules.first(where: { $0.id == id }) else {
        let near = NearestName.nearest(to: id, among: library.rules.map(\.id))
        throw KitError.usage([
          "no rule '\(id)'; \(near.map { "did you mean '\($0)'?" } ?? "see `revizor rules list`")"
        ])
      }
      print(RulePage(rule: rule, plugin: try library.owner(of: rule.id), language: house.lang).text)
    }
  }
}

extension HouseOptions {
  /// The plugins on the search path.
  func library() throws -> PluginLibrary {
    let installation = try installation()
    do throws(PluginError) {
      return try PluginLibrary(installation.plugins)
    } catch {
      throw KitError.plugin(error)
    }
  }
}

extension PluginLibrary {
  func owner(of rule: String) throws -> Plugin {
    do throws(PluginError) {
      return try plugin(for: rule)
    } catch {
      throw KitError.plugin(error)
    }
  }
}
