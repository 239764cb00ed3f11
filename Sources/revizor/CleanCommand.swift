public import ArgumentParser
import Pipeline
import Reporting
public import RevizorKit
import RuleKit

extension HeaderStyle: ExpressibleByArgument {}

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Writes a clean, standardised base, a report and a journal.",
    discussion: """
      revizor clean clients.xml --output clean.xlsx
      revizor clean list.xlsx list-2.csv --output clean.sqlite --lang ru
      revizor clean clients.csv --output clean.csv --dry-run
      revizor clean clients.csv --output clean.xlsx --review review.xlsx
      revizor clean clients.csv --output clean.xlsx --decisions review.xlsx
      revizor clean clients.csv --output clean.xlsx --previous clean.journal.sqlite
      revizor clean bought.xlsx --against own.sqlite --stop-list stop.csv --output new.xlsx

      The bases are never touched. OUT is .xlsx, .csv, .sqlite or a folder;
      beside it stand <stem>.journal.sqlite and <stem>.report.html.
      All appear together or not at all.

      Pairs that the data do not settle are yours to decide: --review writes them
      into a workbook, --decisions applies what you chose there, and the journal
      keeps it, so that --previous spares deciding twice and client ids stay.

      With --against only clients that the own base has not are written; the sheet
      'Already ours' names those it has, 'Rejected' those in doubt or on the stop list.
      """)

  @OptionGroup var run: RunOptionsGroup

  @Option(name: .shortAndLong, help: "Where the clean base goes.")
  var output: String

  @Option(
    help:
      "Encoding of OUT where it is text, as windows-1251 (default: utf-8; --encoding when no base is text).")
  var outputEncoding: String?

  @Option(
    help: "Headers of the clients: canonical, label or original (default: label in .xlsx, else canonical).")
  var headers: HeaderStyle?

  @Option(
    help: "Share of the rows that may disappear in merges, e.g. 50%; more stops the run with exit code 5.")
  var maxMerge: String = "50%"

  @Option(help: "Write the pairs and groups in doubt, side by side, into this .xlsx for a person to decide.")
  var review: String?

  @Option(help: "A filled-in review workbook whose decisions are applied and kept in the journal.")
  var decisions: String?

  @Option(help: "Journal of an earlier run: its client ids and decisions are carried over.")
  var previous: String?

  @Option(help: "A base of ours; only clients that it has not are written. May be repeated.")
  var against: [String] = []

  @Option(help: "A base of phones, e-mails, ИНН or names that must not be written.")
  var stopList: String?

  @Flag(help: "Do everything but write, and show what would merge (with --verbose: every group).")
  var dryRun = false

  @Flag(help: "Apply repairs that lose or guess something, too.")
  var lossy = false

  @Flag(help: "Show values in the report as they are, not masked.")
  var reveal = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print samples and addresses too, as the report has them.")
  var verbose = false

  mutating func run() async throws {
    var request = try run.request()
    request.lossy = lossy
    request.outputEncoding = outputEncoding
    request.maxMerge = try share(maxMerge)
    request.review = review
    request.decisions = decisions
    request.previous = previous
    request.against = against
    request.stopList = stopList
    let revizor = Revizor(try run.house.installation())
    let summary = try await revizor.clean(
      request, output: output, headers: headers, reveal: reveal, isDryRun: dryRun,
      listing: verbose ? .max : 20)
    // Whoever decided must learn of every row that is not followed, however quiet the run.
    for refusal in summary.decisions?.refused ?? [] { Console.error(refusal[request.language]) }
    if !quiet {
      print(
        TextReporter().render(
          summary,
          options: ReportOptions(
            language: request.language, reveal: reveal, command: .clean, isBrief: !verbose, isDryRun: dryRun)
        ),
        terminator: "")
    }
    if let stop = summary.stop { throw KitError.run(stop) }
  }

  private func share(_ text: String) throws -> Double {
    let isPercent = text.hasSuffix("%")
    let digits = isPercent ? String(text.dropLast()) : text
    guard let number = Double(digits), number >= 0, number <= (isPercent ? 100 : 1) else {
      throw KitError.usage(["--max-merge: '\(text)' is not a share; write 50% or 0.5"])
    }
    return isPercent ? number / 100 : number
  }
}
