import ArgumentParser
import Reporting
import RevizorKit
import RuleKit

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "The fate of one row, from a journal.",
    discussion: """
      revizor trace clean.journal.sqlite "clients.xml › Клиенты › record 17"
      revizor trace clean.journal.sqlite "record 17"
      revizor trace clean.journal.sqlite --value "+79161234567"
      """)

  @Argument(help: "The journal beside a clean base.")
  var journal: String

  @Argument(help: "Address of the row, or its end.")
  var address: String?

  @Option(help: "A value; all rows that held or got it are told of.")
  var value: String?

  @Flag(help: "Show values as they are, not masked.")
  var reveal = false

  @Option(help: "Language: en or ru (default: the locale's).")
  var lang: Language = Console.localeLanguage

  mutating func run() throws {
    let trace = try Trace(journal: journal)
    let rows: [Trace.Row]
    switch (address, value) {
    case (let address?, nil): rows = try trace.rows(at: address)
    case (nil, let value?): rows = try trace.rows(holding: value)
    default: throw KitError.usage(["name a row's address or a --value; see `revizor trace --help`"])
    }
    guard !rows.isEmpty else {
      throw KitError.usage([
        "\(journal): no such row; addresses look like 'clients.xml › Клиенты › record 17', see table source_row"
      ])
    }
    for row in rows {
      let story = try trace.story(of: row, lang, reveal: reveal) { field, value in
        Mask.masked(value, field: field)
      }
      story.forEach { print($0) }
    }
  }
}
