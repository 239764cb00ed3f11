public import Pipeline

/// Turns a profile into a document; a pure function of its arguments, like `Reporter`.
public protocol ProfileReporter: Sendable {
  /// Name on the command line: `--reporter text`.
  static var name: String { get }

  /// A reporter.
  init()

  /// The whole document, its last line ended.
  func render(_ profile: BaseProfile, options: ReportOptions) -> String
}

/// The reporters of profiles, by name.
public enum ProfileReporterCatalogue {
  /// All of them, the default first.
  public static let all: [any ProfileReporter.Type] = [ProfileTextReporter.self, ProfileJSONReporter.self]

  /// Their names.
  public static var names: [String] { all.map { $0.name } }

  /// The reporter of that name.
  public static func named(_ name: String) -> (any ProfileReporter)? {
    all.first { $0.name == name }.map { $0.init() }
  }
}
