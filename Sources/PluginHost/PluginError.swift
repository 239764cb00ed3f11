/// What can go wrong between the runner and a plugin.
///
/// One line each: where, what, what to do.
public enum PluginError: Error, Equatable, Sendable {
  /// No library of the search path offers the rule.
  case ruleNotFound(rule: String, searched: [String])
  /// No library of that name on the search path.
  case pluginNotFound(name: String, searched: [String])
  /// The dynamic linker refused the library.
  case cannotOpen(path: String, reason: String)
  /// The library has no `revizor_plugin`.
  case noEntryPoint(path: String)
  /// The plugin was built for another contract.
  case wrongABI(path: String, found: UInt32, expected: UInt32)
  /// The manifest is not what it must be.
  case badManifest(path: String, reason: String)
  /// Two plugins offer one rule.
  case ruleCollision(rule: String, first: String, second: String)
  /// The rule refused its settings.
  case badSettings(plugin: String, rule: String, reason: String)
  /// The rule failed while it ran.
  case ruleFailed(plugin: String, rule: String, reason: String)
  /// What the rule gave back breaks the contract.
  case badResults(plugin: String, rule: String, reason: String)

  /// Whether the standard, not the plugin, is at fault.
  public var isUsage: Bool {
    switch self {
    case .ruleCollision, .badSettings: true
    default: false
    }
  }

  /// One line: place first, the remedy after the semicolon.
  public var line: String {
    switch self {
    case .ruleNotFound(let rule, let searched):
      "no plugin offers the rule '\(rule)'; looked in \(Self.list(searched)); put its library there or name "
        + "its folder with --plugins"
    case .pluginNotFound(let name, let searched):
      "no plugin '\(name)'; looked in \(Self.list(searched)); see `revizor plugins`"
    case .cannotOpen(let path, let reason):
      "\(path): cannot be opened as a plugin: \(reason); build it again for this machine"
    case .noEntryPoint(let path):
      "\(path): has no function revizor_plugin; export it as revizor_plugin.h says, or take the file away"
    case .wrongABI(let path, let found, let expected):
      "\(path): was built for plugin ABI \(found), this revizor speaks \(expected); build it with this version's "
        + "revizor_plugin.h"
    case .badManifest(let path, let reason):
      "\(path): the manifest \(reason); it must be the JSON document revizor_plugin.h describes"
    case .ruleCollision(let rule, let first, let second):
      "the rule '\(rule)' is offered by two plugins: \(first) and \(second); take one of them away"
    case .badSettings(let plugin, let rule, let reason):
      "\(rule) (\(plugin)): \(reason)"
    case .ruleFailed(let plugin, let rule, let reason):
      "\(rule) (\(plugin)): failed: \(reason); nothing was written"
    case .badResults(let plugin, let rule, let reason):
      "\(rule) (\(plugin)): gave back what breaks the contract: \(reason); report it to the plugin's author"
    }
  }

  private static func list(_ folders: [String]) -> String {
    folders.isEmpty ? "no folder" : folders.joined(separator: ", ")
  }
}
