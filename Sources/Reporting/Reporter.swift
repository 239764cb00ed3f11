public import Pipeline

/// Turns what a run did into a document for people or machines.
///
/// A reporter is a pure function of its two arguments: the same summary and options give the same bytes. It
/// reads no clock, no locale and no environment.
public protocol Reporter: Sendable {
  /// Name on the command line: `--reporter text`.
  static var name: String { get }

  /// Extension of a file that holds the document, without the dot.
  static var fileExtension: String { get }

  /// A reporter.
  init()

  /// The whole document, its last line ended.
  /// - Complexity: O(groups of the summary); a summary has no rows.
  func render(_ summary: RunSummary, options: ReportOptions) -> String
}

/// The reporters there are, by name.
public enum ReporterCatalogue {
  /// All of them, the default first.
  public static let all: [any Reporter.Type] = [
    TextReporter.self, JSONReporter.self, JUnitReporter.self, SARIFReporter.self, GitHubReporter.self,
    GitLabReporter.self, MarkdownReporter.self, HTMLReporter.self,
  ]

  /// Their names and that of the reporter of every finding, for a list or for the nearest name to a wrong one.
  public static var names: [String] { all.map { $0.name } + [JSONLinesReporter.name] }

  /// The reporter of that name.
  public static func named(_ name: String) -> (any Reporter)? {
    all.first { $0.name == name }.map { $0.init() }
  }

  /// The line that ends every screen: `read N of N`.
  public static func lastLine(_ summary: RunSummary, _ options: ReportOptions) -> String {
    Wording(language: options.language, command: options.command).lastLine(summary.rowsRead)
  }
}
