import Foundation

/// The sample bases, and how they are cleaned in these tests.
enum Sample: String, CaseIterable, Sendable, CustomStringConvertible {
  case inheritedAccess = "inherited-access"
  case boughtList = "bought-list"
  case oldCRM = "old-crm"

  var description: String { rawValue }

  /// The day on which all tests run.
  static let now = "2026-11-22"

  /// The package this file belongs to.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL.path

  var folder: String { Sample.package + "/Samples/" + rawValue }

  var bases: [String] {
    switch self {
    case .inheritedAccess: [folder + "/clients.xml"]
    case .boughtList: [folder + "/list.xlsx", folder + "/list-2.csv"]
    case .oldCRM: [folder + "/crm.sqlite"]
    }
  }

  /// Arguments of a `clean` into `output`.
  func clean(to output: String, _ more: String...) -> [String] {
    ["clean"] + bases + ["--output", output, "--now", Sample.now, "--lang", "ru", "--quiet"] + more
  }

  /// Cleans into `clean.sqlite` of a folder.
  func clean(into workspace: Workspace) throws -> Cleaned {
    try mustRun(clean(to: workspace("clean.sqlite")))
    return try Cleaned(workspace: workspace, output: workspace("clean.sqlite"))
  }
}

/// A base that was cleaned, with its journal.
struct Cleaned: Sendable {
  let workspace: Workspace
  let output: String
  let journal: SQLFile

  init(workspace: Workspace, output: String) throws {
    self.workspace = workspace
    self.output = output
    let stem = URL(fileURLWithPath: output).deletingPathExtension().path
    journal = try SQLFile(stem + ".journal.sqlite")
  }

  /// Name of the standard it was cleaned by.
  var standard: String {
    get throws { try journal.value("SELECT value FROM run WHERE key = 'standard'") ?? "" }
  }
}

/// Samples cleaned once into SQLite and read by many tests.
actor Shelf {
  static let shared = Shelf()
  private var cleaned: [Sample: Result<Cleaned, any Error>] = [:]

  func clean(_ sample: Sample) throws -> Cleaned {
    if let known = cleaned[sample] { return try known.get() }
    let made = Result { try sample.clean(into: try Workspace(in: try Shelf.root.get())) }
    cleaned[sample] = made
    return try made.get()
  }

  /// What lives as long as the process.
  private static let root: Result<Workspace, any Error> = Result {
    let made = try Workspace()
    atexit { try? Shelf.root.get().remove() }
    return made
  }
}
