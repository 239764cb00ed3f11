import Foundation

/// Where plugins are looked for.
///
/// In order: `--plugins`, `REVIZOR_PLUGINS`, then the folders that belong to the running binary. Nothing is ever
/// loaded from the current folder or PATH.
public struct PluginFinder: Sendable {
  /// Folders, in order of search.
  public let folders: [String]
  /// Folders somebody asked for by name: what cannot be opened there is an error, elsewhere it is passed over.
  let asked: Set<String>

  /// Looks in the given folders only, all of them asked for.
  public init(folders: [String]) {
    self.folders = folders
    asked = Set(folders)
  }

  /// The search path of a run.
  /// - Parameters:
  ///   - named: folders from `--plugins`.
  ///   - environment: the process environment (`REVIZOR_PLUGINS`: folders joined by `:`).
  ///   - executable: path of the running binary; its installed plugins stand in `../lib/revizor/plugins`, those
  ///     of a build beside it.
  public init(named: [String], environment: [String: String], executable: String) {
    var folders = named
    folders += (environment["REVIZOR_PLUGINS"] ?? "").split(separator: ":").map(String.init)
    asked = Set(folders)
    let binary = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
    folders.append(binary.appendingPathComponent("../lib/revizor/plugins").standardizedFileURL.path)
    folders.append(binary.appendingPathComponent("plugins").path)
    folders.append(binary.path)
    var seen: Set<String> = []
    self.folders = folders.filter { seen.insert($0).inserted }
  }

  /// Paths of the libraries in the folders, by name within a folder; a name found twice counts once, in its
  /// first folder.
  func libraries() -> [(path: String, isAsked: Bool)] {
    var names: Set<String> = []
    return folders.flatMap { folder -> [(path: String, isAsked: Bool)] in
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return entries.filter { $0.hasPrefix("lib") && $0.hasSuffix(".so") }.sorted()
        .filter { names.insert($0).inserted }.map { (folder + "/" + $0, asked.contains(folder)) }
    }
  }
}
