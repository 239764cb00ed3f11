import Foundation
public import PluginHost

/// Where the parts of the product stand on this machine.
public struct Installation: Sendable {
  /// Folder of standards, dictionaries and targets (`Rules`).
  public var rules: String
  /// Where plugins are looked for.
  public var plugins: PluginFinder

  /// An installation with its parts named.
  public init(rules: String, plugins: PluginFinder) {
    self.rules = rules
    self.plugins = plugins
  }

  /// Finds the parts of a running binary: `REVIZOR_RULES`, then `../share/revizor/rules`, then the `Rules` of
  /// the checkout that the binary was built in.
  /// - Parameters:
  ///   - executable: path of the running binary.
  ///   - environment: the process environment.
  ///   - pluginFolders: folders from `--plugins`.
  /// - Returns: where the parts stand.
  /// - Throws: `KitError.usage` naming the folders where rules were looked for.
  public static func find(
    executable: String, environment: [String: String], pluginFolders: [String] = []
  ) throws(KitError) -> Installation {
    let plugins = PluginFinder(named: pluginFolders, environment: environment, executable: executable)
    var tried: [String] = []
    if let named = environment["REVIZOR_RULES"] { tried.append(named) }
    let folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
    tried.append(folder.appendingPathComponent("../share/revizor/rules").standardizedFileURL.path)
    var above = folder
    for _ in 0..<6 {
      above.deleteLastPathComponent()
      tried.append(above.appendingPathComponent("Rules").path)
    }
    let found = tried.first { FileManager.default.fileExists(atPath: $0 + "/dictionaries/fields.tsv") }
    guard let found else {
      throw .usage([
        "no rules were found in \(tried.joined(separator: ", ")); name their folder in REVIZOR_RULES"
      ])
    }
    return Installation(rules: found, plugins: plugins)
  }

  var standards: String { rules + "/standards" }
  /// Folder of the dictionaries.
  public var dictionaries: String { rules + "/dictionaries" }
}
