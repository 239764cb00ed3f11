import ArgumentParser
import FieldFormats
import Foundation
import RevizorKit
import Standards

struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "One field format on values; one line of JSON a value.",
    discussion: """
      revizor format phone "8 (916) 123-45-67" --region RU
      revizor format inn < inns.txt
      """)

  @Argument(help: "Name of the format: phone, email, inn, org-name, date, …")
  var name: String

  @Argument(help: "The values; none: one a line from stdin.")
  var values: [String] = []

  @Option(help: "Home of phones, dates and postal codes, ISO 3166.")
  var region: String = "RU"

  @Option(help: "Today, as YYYY-MM-DD.")
  var now: String?

  @OptionGroup var house: HouseOptions

  mutating func run() throws {
    let folder = try house.installation().dictionaries
    let catalogue: FormatCatalogue
    do throws(FieldFormats.DictionaryError) {
      catalogue = FormatCatalogue(dictionaries: try Dictionaries.load(folder: folder))
    } catch {
      throw KitError.usage([error.line])
    }
    var options = FormatOptions(region: region)
    if let now { options.now = now }
    guard let format = catalogue.format(named: name, options: options) else {
      let near = NearestName.nearest(to: name, among: catalogue.names)
      let remedy =
        near.map { "did you mean '\($0)'?" } ?? "there are \(catalogue.names.joined(separator: ", "))"
      throw KitError.usage(["no format '\(name)'; \(remedy)"])
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func show(_ value: String) throws {
      print(String(decoding: try encoder.encode(format.explain(value)), as: UTF8.self))
    }
    for value in values { try show(value) }
    guard values.isEmpty else { return }
    while let line = readLine() { try show(line) }
  }
}
