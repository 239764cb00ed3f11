import Foundation

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
      throw .cannotWrite(path: path, reason: "the folder does not exist")
    }
    guard unsafe access(folder, W_OK | X_OK) == 0 else {
      throw .cannotWrite(path: path, reason: "the folder is not writable")
    }
    if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw .cannotWrite(path: path, reason: "is a folder")
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
  /// - Throws: `RunError.cannotWrite`; what was not yet renamed is removed.
  public consuming func commit() throws(RunError) {
    for place in places { try Self.flush(place.temporary, for: place.final) }
    for place in places where unsafe rename(place.temporary, place.final) != 0 {
      throw .cannotWrite(path: place.final, reason: unsafe String(cString: strerror(errno)))
    }
    for folder in Set(places.map { URL(fileURLWithPath: $0.final).deletingLastPathComponent().path }) {
      // The names themselves reach the disk with their folder; a file system without this is no failure.
      try? Self.flush(folder, for: folder)
    }
    isDone = true
  }

  private static func flush(_ path: String, for final: String) throws(RunError) {
    let file = unsafe open(path, O_RDONLY)
    guard file >= 0 else { throw .cannotWrite(path: final, reason: unsafe String(cString: strerror(errno))) }
    defer { close(file) }
    guard fsync(file) == 0 else {
      throw .cannotWrite(path: final, reason: unsafe String(cString: strerror(errno)))
    }
  }

  deinit {
    guard !isDone else { return }
    for place in places { unsafe unlink(place.temporary) }
  }
}
