import Foundation

/// The binary under test, as it was built: `REVIZOR_BINARY`, else `revizor` beside the test bundle.
enum Binary {
  /// Its path, or nil when it was not built.
  static let found: String? = {
    let files = FileManager.default
    if let named = ProcessInfo.processInfo.environment["REVIZOR_BINARY"], !named.isEmpty {
      return URL(fileURLWithPath: named).path
    }
    for start in [CommandLine.arguments.first ?? "", Bundle.main.bundlePath] {
      var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath()
      for _ in 0..<5 where folder.pathComponents.count > 1 {
        let candidate = folder.appendingPathComponent("revizor").path
        var isFolder: ObjCBool = false
        if unsafe files.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }()

  /// Its path.
  static func path() throws -> String {
    guard let found else { throw NotBuilt() }
    return found
  }

  /// Its folder, where the plugins stand too.
  static func folder() throws -> String { URL(fileURLWithPath: try path()).deletingLastPathComponent().path }

  /// Said once, by every test that needs the binary.
  struct NotBuilt: Error, CustomStringConvertible {
    var description: String { "no revizor beside the tests; build it, or name it in REVIZOR_BINARY" }
  }
}
