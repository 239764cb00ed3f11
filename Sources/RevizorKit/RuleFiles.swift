import Foundation
import PluginHost
import RuleKit
import Standards

/// Files that rules read beside the base, such as a register: named in a standard or on the command line.
///
/// A rule says in the schema of a setting that it is a path (`format: path`), and which option of the command line
/// sets it (`x-option: registry`). So no rule is known here by name, and a stranger's may take the same options.
struct RuleFiles {
  /// Path by option: `registry`, `suppress`.
  let given: [String: String]

  /// Files given on the command line must be there; known before the base is read.
  func checkPlaces() throws(KitError) {
    for (option, path) in given.sorted(by: { $0.key < $1.key }) {
      var isFolder: ObjCBool = false
      let isThere = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard isThere, !isFolder.boolValue, FileManager.default.isReadableFile(atPath: path) else {
        throw .wrong(
          Localized(
            en: "--\(option): \(path) cannot be read; name a CSV file that is there",
            ru: "--\(option): \(path) не читается; назовите файл CSV, который есть"))
      }
    }
  }

  /// Every option must be taken by a rule of the standard.
  func checkUse(by rules: [Standard.RuleUse], _ library: PluginLibrary) throws(KitError) {
    let used = rules.compactMap { use in library.rules.first { $0.id == use.id } }
    for option in given.keys.sorted() where !used.contains(where: { Self.takes(option, $0) }) {
      let able = library.rules.filter { Self.takes(option, $0) }.map(\.id)
      throw .wrong(
        Localized(
          en:
            "--\(option): no rule of the standard reads such a file; use \(able.joined(separator: " or ")) in it",
          ru:
            "--\(option): ни одно правило стандарта не читает такой файл; включите в нём "
            + able.joined(separator: " или ")))
    }
  }

  /// The settings of a rule with whole paths: of an option seen from the working folder, of a standard from its own.
  func settings(of use: Standard.RuleUse, _ manifest: RuleManifest) -> JSONValue {
    guard var settings = use.settings.object ?? (use.settings == .null ? [:] : nil) else {
      return use.settings
    }
    for (name, schema) in Self.paths(manifest) {
      if let option = schema["x-option"]?.string, let path = given[option] {
        settings[name] = .string(Self.whole(path, beside: FileManager.default.currentDirectoryPath))
      } else if let path = settings[name]?.string, !path.isEmpty, let file = use.file(of: name) {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        settings[name] = .string(Self.whole(path, beside: folder))
      }
    }
    return .object(settings)
  }

  /// Where a refusal of settings stands: the option that gave the setting, else the rule's line in the standard.
  func place(of reason: String, _ use: Standard.RuleUse, _ manifest: RuleManifest?) -> String {
    let setting = manifest.map(Self.paths)?.first { reason.hasPrefix("'\($0.key)' ") }
    if let option = setting?.value["x-option"]?.string, given[option] != nil { return "--\(option)" }
    return "\(use.location.file):\(use.location.line)"
  }

  private static func takes(_ option: String, _ manifest: RuleManifest) -> Bool {
    paths(manifest).values.contains { $0["x-option"]?.string == option }
  }

  /// Settings that are paths, with their schemas.
  private static func paths(_ manifest: RuleManifest) -> [String: [String: JSONValue]] {
    (manifest.settings.object?["properties"]?.object ?? [:]).compactMapValues { schema in
      schema.object.flatMap { $0["format"] == .string("path") ? $0 : nil }
    }
  }

  private static func whole(_ path: String, beside folder: String) -> String {
    path.hasPrefix("/")
      ? path : URL(fileURLWithPath: folder).appendingPathComponent(path).standardizedFileURL.path
  }
}
