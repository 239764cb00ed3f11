import Foundation

/// A folder of its own for a test, removed with it.
final class Workspace: Sendable {
  let path: String

  /// - Parameter parent: the folder it stands in; nil: the system's for temporary files.
  /// - Throws: when it cannot be made.
  init(in parent: Workspace? = nil) throws {
    let above = parent?.path ?? URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
    path = above + "/revizor-run-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { remove() }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Path of a file in it.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file, and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: self(name)))
    return self(name)
  }

  /// Makes a folder in it, and gives its path.
  func folder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: self(name), withIntermediateDirectories: true)
    return self(name)
  }

  /// Names of what stands in it, hidden files too.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

/// The bytes of a file.
func bytes(of path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

/// The text of a file.
func text(of path: String) throws -> String { String(decoding: try bytes(of: path), as: UTF8.self) }
