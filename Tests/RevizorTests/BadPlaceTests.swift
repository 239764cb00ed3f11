import Foundation
import Testing

/// Places that cannot be written, and disks that are full.
@Suite struct BadPlaceTests {
  /// `/proc` is a folder where nobody can make a file, root neither.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self"), "needs /proc"))
  func aFolderThatTakesNoFiles() throws {
    let workspace = try Workspace()
    let base = try workspace.write(BadCommandTests.base, to: "ok.csv")
    let result = try revizor("clean", base, "--output", "/proc/out.csv", "--now", Sample.now)
    #expect(result.code == 2, "\(result.err)")
    #expect(result.errLines.count == 1, "\(result.err)")
    #expect(result.err.contains("cannot be written"))
    #expect(result.err.contains("/proc"), "does not name the place: \(result.err)")
  }

  @Test(.enabled(if: getuid() != 0, "root can write anywhere"))
  func aFolderWithoutTheRight() throws {
    let workspace = try Workspace()
    let base = try workspace.write(BadCommandTests.base, to: "ok.csv")
    let locked = try workspace.folder("locked")
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: locked)
    defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: locked) }
    let result = try revizor("clean", base, "--output", locked + "/out.csv", "--now", Sample.now)
    #expect(result.code == 2)
    #expect(result.errLines.count == 1)
    #expect(result.err.contains("not writable"))
  }

  @Test(.enabled(if: FullDisk.isPossible, "no file system of our own can be mounted here"))
  func aFullDiskLeavesTheEarlierOutput() throws {
    // The journal needs most room, then the base: sizes that stop each of the files.
    for kilobytes in [64, 512, 1600, 1700] {
      let disk = try FullDisk(kilobytes: kilobytes)
      let earlier = Data("earlier\n".utf8)
      try earlier.write(to: URL(fileURLWithPath: disk.path + "/clean.csv"))
      let result = try revizor(Sample.boughtList.clean(to: disk.path + "/clean.csv"))
      #expect(result.code == 5, "\(kilobytes) KB: \(result.err)")
      #expect(result.errLines.count == 1, "\(result.err)")
      #expect(result.err.contains(disk.path) || result.err.contains("журнал"), "\(result.err)")
      #expect(try bytes(of: disk.path + "/clean.csv") == earlier)
      #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["clean.csv"])
    }
  }
}

/// A small file system in memory, unmounted with its value.
final class FullDisk: Sendable {
  let path: String
  private let workspace: Workspace

  init(kilobytes: Int) throws {
    workspace = try Workspace()
    path = try workspace.folder("disk")
    guard Self.call("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path) == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  deinit { _ = Self.call("umount", path) }

  /// Whether the test may mount at all.
  static let isPossible: Bool = getuid() == 0 && (try? FullDisk(kilobytes: 64)) != nil

  private static func call(_ arguments: String...) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
