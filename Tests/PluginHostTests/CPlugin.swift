import Foundation

/// Plugins in plain C, built when a test needs one: the contract needs no Swift.
enum CPlugin {
  /// A fresh folder with the libraries of these sources (`CPlugins/<name>.c`).
  static func folder(_ names: String...) throws -> String {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let include = here.appendingPathComponent("../../Sources/CPluginABI/include").standardizedFileURL.path
    let folder = NSTemporaryDirectory() + "revizor-plugins-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in names {
      let compiler = Process()
      compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      compiler.arguments = [
        "cc", "-shared", "-fPIC", "-I", include, here.appendingPathComponent("CPlugins/\(name).c").path, "-o",
        "\(folder)/lib\(name).so",
      ]
      try compiler.run()
      compiler.waitUntilExit()
      guard compiler.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }
    return folder
  }
}
