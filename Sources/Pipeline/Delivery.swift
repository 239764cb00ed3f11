import Foundation
import RuleKit

/// Puts finished files in place together.
///
/// Each is written beside its place under a hidden name, flushed to the disk, and all are renamed at the end.
/// Until then nothing under the final names has changed.
///
/// The last path is the commit: a run killed between two renames leaves the earlier output as it was.
public struct Delivery: ~Copyable {
  /// Where each file goes, in the order of the renames.
  private var places: [(temporary: String, final: String)] = []
  private var isDone = false

  /// An empty delivery.
  public init() {}

  /// A path to write what shall stand at `path`, in the same folder so that the rename is atomic.
  /// - Throws: `RunError.cannotWrite` when the folder is missing or not writable.
  public mutating func stage(_ path: String) throws(RunError) -> String {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    try Self.checkPlace(of: path)
    Self.sweep(folder)
    let temporary = "\(folder)/.\(url.lastPathComponent).\(getpid()).revizor-part"
    unsafe unlink(temporary)
    places.append((temporary, path))
    return temporary
  }

  /// Whether a file could be put at `path`: its folder is there and writable, and no folder has its name.
  /// - Throws: `RunError.cannotWrite`.
  public static func checkPlace(of path: String) throws(RunError) {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw .cannotWrite(
        path: path, reason: Localized(en: "the folder does not exist", ru: "такой папки нет"))
    }
    guard unsafe access(folder, W_OK | X_OK) == 0 else {
      throw .cannotWrite(
        path: path, reason: Localized(en: "the folder is not writable", ru: "в папку нельзя писать"))
    }
    if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw .cannotWrite(
        path: path, reason: Localized(en: "a folder has this name", ru: "так называется папка"))
    }
  }

  /// Removes what killed runs left in the folder.
  private static func sweep(_ folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(".") && name.hasSuffix(".revizor-part") {
      guard let pid = name.split(separator: ".").dropLast().last.flatMap({ Int32($0) }), pid != getpid(),
        kill(pid, 0) != 0, errno == ESRCH
      else { continue }
      unsafe unlink(folder + "/" + name)
    }
  }

  /// Flushes all files to the disk and renames them into place, the last staged one last.
  /// - Throws: `RunError.cannotDeliver`; what was not yet renamed is removed.
  public consuming func commit() throws(RunError) {
    for place in places { try Self.flush(place.temporary, for: place.final) }
    for place in places where unsafe rename(place.temporary, place.final) != 0 {
      throw Self.unfinished(place.final)
    }
    for folder in Set(places.map { URL(fileURLWithPath: $0.final).deletingLastPathComponent().path }) {
      // The names themselves reach the disk with their folder; a file system without this is no failure.
      try? Self.flush(folder, for: folder)
    }
    isDone = true
  }

  /// The system's own complaint about a file that was to be finished.
  private static func unfinished(_ path: String) -> RunError {
    let reason = unsafe String(cString: strerror(errno))
    return .cannotDeliver(
      Localized(en: "\(path): cannot be finished: \(reason)", ru: "\(path): не дописывается: \(reason)"))
  }

  private static func flush(_ path: String, for final: String) throws(RunError) {
    let file = unsafe open(path, O_RDONLY)
    guard file >= 0 else { throw unfinished(final) }
    defer { close(file) }
    guard fsync(file) == 0 else {
      throw unfinished(final)
    }
  }

  deinit {
    guard !isDone else { return }
    for place in places { unsafe unlink(place.temporary) }
  }
}
