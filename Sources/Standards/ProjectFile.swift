import Foundation
import RuleKit

/// What stands in a repository for its checks: `.revizor.yml`.
///
/// ```yaml
/// bases: [clients.csv, dealers.xlsx]
/// standard: standards/our.yml
/// mapping: mapping.yml
/// baseline: revizor.baseline
/// table: Клиенты
/// region: RU
/// ```
///
/// Paths count from the file's own folder. What the command line says goes before it.
public struct ProjectFile: Sendable, Equatable {
  /// Its usual name.
  public static let name = ".revizor.yml"

  private static let keys = ["bases", "standard", "mapping", "baseline", "table", "region"]

  /// Paths of the bases.
  public private(set) var bases: [String] = []
  /// Name or path of the standard.
  public private(set) var standard: String?
  /// Path of the mapping.
  public private(set) var mapping: String?
  /// Path of the baseline.
  public private(set) var baseline: String?
  /// Name of the clients table or sheet.
  public private(set) var table: String?
  /// Home of phones, dates and postal codes.
  public private(set) var region: String?

  /// Reads a project file.
  /// - Throws: all errors of the file.
  public init(path: String) throws(StandardErrors) {
    guard let data = FileManager.default.contents(atPath: path) else {
      let place = FileLocation(file: path, line: 0)
      throw StandardErrors([StandardError(place, "cannot be read", remedy: "check the name and the rights")])
    }
    let document = YAMLDocument(text: String(decoding: data, as: UTF8.self), file: path)
    var errors = document.errors
    if let root = document.root { read(root, folder: Self.folder(of: path), &errors) }
    guard errors.isEmpty else { throw StandardErrors(errors) }
  }

  private static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder == "." ? "" : folder
  }

  private mutating func read(_ root: LocatedNode, folder: String, _ errors: inout [StandardError]) {
    guard let entries = root.entries else {
      if !root.isNull {
        errors.append(
          StandardError(
            root.location, "a project file is a mapping, not \(root.kind)", remedy: "write `bases: [a.csv]`"))
      }
      return
    }
    func path(_ text: String) -> String {
      folder.isEmpty || text.hasPrefix("/") ? text : (folder as NSString).appendingPathComponent(text)
    }
    for entry in entries {
      let texts = entry.value.string.map { [$0] } ?? entry.value.elements?.compactMap(\.string) ?? []
      guard let first = texts.first, texts.count == entry.value.elements?.count ?? 1 else {
        errors.append(
          StandardError(
            entry.value.location, "'\(entry.key)' is \(entry.value.kind) that does not fit",
            remedy: entry.key == "bases" ? "it must be a list of paths" : "it must be a text"))
        continue
      }
      switch entry.key {
      case "bases": bases = texts.map(path)
      case "standard": standard = first.contains("/") || first.hasSuffix(".yml") ? path(first) : first
      case "mapping": mapping = path(first)
      case "baseline": baseline = path(first)
      case "table": table = first
      case "region": region = first
      default:
        errors.append(
          StandardError(
            entry.location, "unknown key of a project file '\(entry.key)'",
            nearest: NearestName.nearest(to: entry.key, among: Self.keys),
            remedy: "known are \(Self.keys.joined(separator: ", "))"))
      }
    }
  }
}
