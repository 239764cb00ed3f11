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
    @Flag(help: "The field formats too, as format-standards/NAME.")
    var formats = false

    @OptionGroup var house: HouseOptions

    mutating func run() throws {
      let library = try house.library()
      var lines = library.rules.map { (id: $0.id, title: $0.title[house.lang]) }
      if formats {
        let titles = try FormatShelf(try house.installation()).titles(house.lang)
        lines += titles.map { ("\(FormatPage.rule)/\($0.name)", $0.title) }
      }
      let width = lines.map(\.id.count).max() ?? 0
      for line in lines {
        print(line.id.padding(toLength: width + 2, withPad: " ", startingAt: 0) + line.title)
      }
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain", abstract: "A rule in full: why, settings, codes, examples.",
      discussion: """
        revizor rules explain mandatory-fields
        revizor rules explain format-standards/phone      one field format: examples, codes, sources
        """)
    @Argument(help: "The rule's id, or format-standards/NAME.") var id: String
    @OptionGroup var house: HouseOptions

    mutating func run() throws {
      if id.hasPrefix(FormatPage.rule + "/") {
        let name = String(id.dropFirst(FormatPage.rule.count + 1))
        return print(try FormatShelf(try house.installation()).page(name, house.lang).text)
      }
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
