import ArgumentParser
import Foundation
import Reporting
import RevizorKit
import RuleKit
import Standards

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judges bases by a standard. Exit code 1 where findings reach its fail level.",
    discussion: """
      revizor check clients.csv
      revizor check clients.csv --reporter sarif --report revizor.sarif
      revizor check clients.csv --baseline revizor.baseline --update-baseline
      revizor check                      with bases, standard and baseline named in \(ProjectFile.name)
      """)

  @OptionGroup var run: RunOptionsGroup

  @Option(help: "How findings are written: \(ReporterCatalogue.names.joined(separator: ", ")).")
  var reporter: String = "text"

  @Option(
    help: "File for the report (default: stdout). Every finding then stands beside it, in .findings.jsonl.")
  var report: String?

  @Option(help: "A rule whose findings count (default: all of the standard's). May be repeated.")
  var rule: [String] = []

  @Option(help: "A field whose findings count (default: all). May be repeated.")
  var field: [String] = []

  @Option(
    help: ArgumentHelp(
      "File of accepted findings: only new ones count. REVIZOR_BASELINE_KEY, where set, is the secret of its marks."
    ))
  var baseline: String?

  @Flag(help: "Accept all that is found: write the baseline anew.")
  var updateBaseline = false

  @Flag(help: "Fail, too, where an accepted finding is no more.")
  var strictBaseline = false

  @Option(help: "The project's file (default: \(ProjectFile.name) here, if there is one).")
  var config: String?

  @Flag(help: "Show values as they are, not masked.")
  var reveal = false

  @Flag(help: "Print nothing but the report's last line and the verdict's exit code.")
  var quiet = false

  mutating func run() async throws {
    guard ReporterCatalogue.names.contains(reporter) else {
      let near = NearestName.nearest(to: reporter, among: ReporterCatalogue.names)
      let remedy =
        near.map { "did you mean '\($0)'?" } ?? "there are \(ReporterCatalogue.names.joined(separator: ", "))"
      throw KitError.usage(["--reporter: no reporter '\(reporter)'; \(remedy)"])
    }
    let project = try projectFile()
    let request = try run.request(project)
    let result = try await Revizor(try run.house.installation()).check(request, asked(project))
    var options = ReportOptions(language: request.language, reveal: reveal, command: .check)
    options.colour = report == nil && Console.isColoured
    let document = ReportDocument(result: result, reporter: reporter, options: options)
    if let report {
      try document.write(to: report)
    } else if quiet {
      print(document.lastLine)
    } else {
      document.print()
    }
    if result.isFailed { throw ExitCode(1) }
  }

  private func projectFile() throws -> ProjectFile? {
    let path = config ?? ProjectFile.name
    guard config != nil || FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      return try ProjectFile(path: path)
    } catch {
      throw KitError.usage(error.lines)
    }
  }

  private func asked(_ project: ProjectFile?) -> CheckRequest {
    var asked = CheckRequest()
    asked.rules = rule
    asked.fields = field
    asked.baseline = baseline ?? project?.baseline
    asked.updatesBaseline = updateBaseline
    asked.isStrict = strictBaseline
    asked.secret = ProcessInfo.processInfo.environment["REVIZOR_BASELINE_KEY"].flatMap {
      $0.isEmpty ? nil : $0
    }
    // The first run of a project writes no baseline unasked: a file that is not there yet has accepted nothing.
    if baseline == nil, !updateBaseline, let path = asked.baseline,
      !FileManager.default.fileExists(atPath: path)
    {
      asked.baseline = nil
    }
    if reporter == "sarif" { (asked.samples, asked.shapes) = (20, 50) }
    if reporter == "gitlab" { asked.shapes = 50 }
    return asked
  }
}
