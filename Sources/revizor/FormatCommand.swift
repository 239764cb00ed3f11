import ArgumentParser
import FieldFormats
import Foundation
import RevizorKit

struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "One field format on values; one line of JSON a value.",
    discussion: """
      revizor format phone "8 (916) 123-45-67" --region RU
      revizor format inn < inns.txt
      revizor format client-code AB-0012 --standard our-shop.yml
      """)

  @Argument(
    help:
      "Name of the format: phone, email, inn, org-name, date, …; of --standard, also of its formats and fields."
  )
  var name: String

  @Argument(help: "The values; none: one a line from stdin.")
  var values: [String] = []

  @Option(help: "Home of phones, dates and postal codes, ISO 3166 (default: RU, or the standard's).")
  var region: String?

  @Option(help: "Today, as YYYY-MM-DD.")
  var now: String?

  @Option(help: "A standard whose own formats and fields may be named.")
  var standard: String?

  @OptionGroup var house: HouseOptions

  mutating func run() throws {
    let shelf = try FormatShelf(try house.installation())
    let format = try shelf.format(name, standard: standard, region: region, now: now ?? "")
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
