import ArgumentParser
import Foundation
import Reporting
import RevizorKit
import Standards

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judges bases by a standard; writes nothing. Exit code 1 where findings reach its fail level.",
    discussion: """
      revizor check clients.csv
      revizor check clients.csv --reporter json --report findings.json
      """)

  @OptionGroup var run: RunOptionsGroup

  @Option(help: "How findings are written: \(ReporterCatalogue.names.joined(separator: ", ")).")
  var reporter: String = "text"

  @Option(help: "File for the report (default: stdout).")
  var report: String?

  @Flag(help: "Show values as they are, not masked.")
  var reveal = false

  mutating func run() async throws {
    guard let writer = ReporterCatalogue.named(reporter) else {
      let near = NearestName.nearest(to: reporter, among: ReporterCatalogue.names)
      let remedy =
        near.map { "did you mean '\($0)'?" } ?? "there are \(ReporterCatalogue.names.joined(separator: ", "))"
      throw KitError.usage(["--reporter: no reporter '\(reporter)'; \(remedy)"])
    }
    let request = try run.request()
    let result = try await Revizor(try run.house.installation()).check(request)
    let text = writer.render(
      result.summary, options: ReportOptions(language: request.language, reveal: reveal, command: .check))
    if let report {
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: report), options: .atomic)
      } catch {
        throw KitError.usage(["--report: \(report) cannot be written; choose another file"])
      }
    } else {
      print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
    }
    if result.isFailed { throw ExitCode(1) }
  }
}
