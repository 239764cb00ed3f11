import Foundation
import PluginHost

/// The plugins the product ships, as the build made them beside the test bundle.
enum ExamplePlugins {
  ///
  /// Each is a folder of `Plugins/`: a new one is tested without being named here.
  static let names: [String] = {
    let folder = URL(fileURLWithPath: dictionaries + "/../../Plugins").standardizedFileURL.path
    let files = FileManager.default
    return ((try? files.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter {
      files.fileExists(atPath: "\(folder)/\($0)/Plugin.swift")
    }
  }()

  /// Opens a shipped plugin: from `REVIZOR_PLUGINS` if it is there, else from the build folder.
  static func open(_ name: String) throws(PluginError) -> Plugin {
    let file = "lib\(name).so"
    guard let path = folders.map({ $0 + "/" + file }).first(where: FileManager.default.fileExists) else {
      throw .pluginNotFound(name: name, searched: folders)
    }
    return try Plugin.open(path)
  }

  /// Folder of the dictionaries, in the package this file belongs to.
  static let dictionaries: String = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("Rules/dictionaries").path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
    }
    return ""
  }()

  private static var folders: [String] {
    let named = (ProcessInfo.processInfo.environment["REVIZOR_PLUGINS"] ?? "").split(separator: ":").map(
      String.init)
    return named + [CommandLine.arguments.first ?? "", Bundle.main.bundlePath].flatMap(ancestors)
  }

  /// The test bundle's folder and the few above it that a build folder has.
  private static func ancestors(of path: String) -> [String] {
    var folders: [String] = []
    var folder = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    while folder.pathComponents.count > 1, folders.count < 5 {
      folders.append(folder.path)
      folder.deleteLastPathComponent()
    }
    return folders
  }
}
