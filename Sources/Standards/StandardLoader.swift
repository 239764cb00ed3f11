import Foundation
import RuleKit

/// Reads standards from a folder, with all that they extend.
public struct StandardLoader: Sendable {
  /// Folder of the standards that go by name (`Rules/standards`).
  public let folder: String
  private let catalogue: FieldCatalogue
  private let formats: Set<String>

  /// A loader.
  ///
  /// - Parameters:
  ///   - folder: where standards that go by name stand.
  ///   - catalogue: the canonical fields.
  ///   - formats: names of the field formats that are there; those the catalogue names are known anyway.
  public init(folder: String, catalogue: FieldCatalogue, formats: Set<String>) {
    self.folder = folder
    self.catalogue = catalogue
    self.formats = formats
  }

  /// Names of the standards in the folder, sorted.
  /// - Complexity: O(files of the folder).
  public var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// Reads a standard of the folder by its name, or one that stands elsewhere by its path.
  /// - Throws: all errors of the file and of those it extends.
  public func load(_ nameOrPath: String) throws(StandardErrors) -> Standard {
    var reading = StandardReading(folder: folder, names: names, catalogue: catalogue, formats: formats)
    reading.read(nameOrPath)
    guard reading.errors.isEmpty, let root = reading.merged else { throw StandardErrors(reading.errors) }
    return Standard(root, files: reading.files, catalogue: catalogue)
  }
}

/// One reading of a standard: follows `extends`, collects errors, merges parents before children.
struct StandardReading {
  let folder: String
  let names: [String]
  let catalogue: FieldCatalogue
  let formats: Set<String>
  private(set) var merged: LocatedNode?
  private(set) var files: [Standard.File] = []
  private(set) var errors: [StandardError] = []
  private var open: [String] = []

  init(folder: String, names: [String], catalogue: FieldCatalogue, formats: Set<String>) {
    self.folder = folder
    self.names = names
    self.catalogue = catalogue
    self.formats = formats
  }

  /// Reads the standard a user named.
  mutating func read(_ nameOrPath: String) {
    let path = Self.isPath(nameOrPath) ? nameOrPath : "\(folder)/\(nameOrPath).yml"
    guard let text = Self.text(path) else {
      let remedy = "it must be one of \(names.joined(separator: ", ")), or a path that ends in .yml"
      errors.append(
        StandardError(
          FileLocation(file: "--standard", line: 0), "no standard '\(nameOrPath)'",
          nearest: NearestName.nearest(to: nameOrPath, among: names), remedy: remedy))
      return
    }
    read(text, path: path)
  }

  private mutating func read(_ text: String, path: String) {
    let document = YAMLDocument(text: text, file: path)
    var found = document.errors
    open.append(path)
    if let root = document.root {
      readParents(of: root, path: path, errors: &found)
      // What parents declare may be used here.
      let declared = Set((merged?["formats"]?.entries ?? []).map(\.key))
      var reader = StandardReader(catalogue: catalogue, formats: formats, declared: declared)
      let placed = root.placingLookups(beside: path)
      reader.judge(placed)
      found += reader.errors
      merged = merged?.overlaid(with: placed) ?? placed
      for list in placed.lookups where !files.contains(where: { $0.path == list }) {
        if let text = Self.text(list) { files.append(Standard.File(path: list, text: text)) }
      }
    }
    open.removeLast()
    files.append(Standard.File(path: path, text: text))
    errors += found.enumerated().sorted {
      ($0.element.location.line, $0.offset) < ($1.element.location.line, $1.offset)
    }
    .map(\.element)
  }

  private mutating func readParents(of root: LocatedNode, path: String, errors found: inout [StandardError]) {
    guard let extends = root["extends"] else { return }
    for node in extends.elements ?? [extends] {
      guard let name = node.string else { continue }
      guard let (parent, text) = parent(name, of: path) else {
        found.append(
          StandardError(
            node.location, "no standard '\(name)' to extend",
            nearest: NearestName.nearest(to: name, among: names),
            remedy: "it must be one of \(names.joined(separator: ", ")), or a path relative to this file"))
        continue
      }
      if let start = open.firstIndex(of: parent) {
        let circle = (open[start...] + [parent]).map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        found.append(
          StandardError(
            node.location, "extends itself: \(circle.joined(separator: " → "))",
            remedy: "take one of them away"))
      } else if !files.contains(where: { $0.path == parent }) {
        // A parent met twice (a diamond) is laid down once, at its first place.
        read(text, path: parent)
      }
    }
  }

  private func parent(_ name: String, of path: String) -> (path: String, text: String)? {
    let base = URL(fileURLWithPath: path).deletingLastPathComponent()
    let own = URL(fileURLWithPath: folder).standardizedFileURL
    // A file of the folder keeps the spelling of the folder, so that errors read as the user wrote it.
    let beside = base.standardizedFileURL == own ? folder : base.path
    let tries: [String] =
      if name.hasPrefix("/") {
        [name]
      } else if Self.isPath(name) {
        [URL(fileURLWithPath: "\(beside)/\(name)").standardizedFileURL.path]
      } else {
        ["\(folder)/\(name).yml", "\(beside)/\(name).yml"]
      }
    for candidate in tries {
      let place = open.first {
        URL(fileURLWithPath: $0).standardizedFileURL == URL(fileURLWithPath: candidate).standardizedFileURL
      }
      if let text = Self.text(place ?? candidate) { return (place ?? candidate, text) }
    }
    return nil
  }

  private static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yml") || name.hasSuffix(".yaml")
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
