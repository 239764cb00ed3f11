import ArgumentParser
import Foundation
import Reporting
import RevizorKit
import Standards

struct ProfileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "What is in a base: columns recognised and why, fill, shapes, defects, advice. Writes nothing.",
    discussion: """
      revizor profile clients.xlsx
      revizor profile clients.csv --reporter json --report profile.json
      """)

  @OptionGroup var run: RunOptionsGroup

  @Option(help: "How the profile is written: \(ProfileReporterCatalogue.names.joined(separator: ", ")).")
  var reporter: String = "text"

  @Option(help: "File for the profile (default: stdout).")
  var report: String?

  @Flag(help: "Show values as they are, not masked.")
  var reveal = false

  mutating func run() async throws {
    guard let writer = ProfileReporterCatalogue.named(reporter) else {
      let names = ProfileReporterCatalogue.names
      let near = NearestName.nearest(to: reporter, among: names)
      let remedy = near.map { "did you mean '\($0)'?" } ?? "there are \(names.joined(separator: ", "))"
      throw KitError.usage(["--reporter: no reporter '\(reporter)'; \(remedy)"])
    }
    let request = try run.request()
    let profile = try await Revizor(try run.house.installation()).profile(request)
    let text = writer.render(profile, options: ReportOptions(language: request.language, reveal: reveal))
    guard let report else { return print(text, terminator: "") }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: report), options: .atomic)
    } catch {
      throw KitError.usage(["--report: \(report) cannot be written; choose another file"])
    }
  }
}
