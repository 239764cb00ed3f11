public import RuleKit

/// The plugins of a run, by the rules they offer.
public struct PluginLibrary: Sendable {
  /// Opened plugins, in search order.
  public let plugins: [Plugin]
  /// Libraries that could not be opened, with the reason; they matter only if a rule is missing.
  public let failures: [(path: String, error: PluginError)]
  private let folders: [String]
  private let owners: [String: Int]

  /// Opens every library on the search path and reads its manifest.
  ///
  /// A library beside the binary that cannot be opened is kept as a failure: it must not stop a run that does
  /// not use it. In a folder asked for by name it stops the run.
  /// - Throws: `ruleCollision` when two plugins offer one rule; why an asked-for library cannot be opened.
  public init(_ finder: PluginFinder) throws(PluginError) {
    var plugins: [Plugin] = []
    var failures: [(path: String, error: PluginError)] = []
    for (path, isAsked) in finder.libraries() {
      do throws(PluginError) {
        plugins.append(try Plugin.open(path))
      } catch {
        if isAsked { throw error }
        // Other libraries may stand beside the binary; only those that try to be plugins are reported.
        if case .noEntryPoint = error { continue }
        failures.append((path, error))
      }
    }
    var owners: [String: Int] = [:]
    for (index, plugin) in plugins.enumerated() {
      for rule in plugin.manifest.rules {
        if let other = owners[rule.id] {
          throw .ruleCollision(rule: rule.id, first: plugins[other].path, second: plugin.path)
        }
        owners[rule.id] = index
      }
    }
    self.plugins = plugins
    self.failures = failures
    self.owners = owners
    folders = finder.folders
  }

  /// All rules on offer, by id.
  public var rules: [RuleManifest] { plugins.flatMap(\.manifest.rules).sorted { $0.id < $1.id } }

  /// The plugin that offers a rule.
  /// - Throws: why a library could not be opened, when one could not; else `ruleNotFound` with the folders.
  public func plugin(for rule: String) throws(PluginError) -> Plugin {
    guard let owner = owners[rule] else {
      if let failure = failures.first { throw failure.error }
      throw .ruleNotFound(rule: rule, searched: folders)
    }
    return plugins[owner]
  }
}
