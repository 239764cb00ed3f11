public import ArgumentParser
import Pipeline
import Reporting
public import RevizorKit

extension HeaderStyle: ExpressibleByArgument {}

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Writes a clean, standardised base, a report and a journal.",
    discussion: """
      revizor clean clients.xml --output clean.xlsx
      revizor clean list.xlsx list-2.csv --output clean.sqlite --lang ru
      revizor clean clients.csv --output clean.csv --dry-run

      The bases are never touched. OUT is .xlsx, .csv, .sqlite or a folder;
      beside it stand <stem>.journal.sqlite and <stem>.report.html.
      All appear together or not at all.
      """)

  @OptionGroup var run: RunOptionsGroup

  @Option(name: .shortAndLong, help: "Where the clean base goes.")
  var output: String

  @Option(
    help: "Headers of the clients: canonical, label or original (default: label in .xlsx, else canonical).")
  var headers: HeaderStyle?

  @Option(help: "Share of the rows that may disappear in merges, e.g. 50%.")
  var maxMerge: String = "50%"

  @Flag(help: "Do everything but write.")
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
    request.maxMerge = try share(maxMerge)
    let revizor = Revizor(try run.house.installation())
    let summary = try await revizor.clean(
      request, output: output, headers: headers, reveal: reveal, isDryRun: dryRun)
    guard !quiet else { return }
    print(
      TextReporter().render(
        summary,
        options: ReportOptions(language: request.language, reveal: reveal, command: .clean, isBrief: !verbose)
      ),
      terminator: "")
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
