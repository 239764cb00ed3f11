import GRDB
import Glibc

/// A SQLite file opened so that neither it nor its folder is touched.
///
/// A base at rest is opened immutable. One with a write-ahead log is read through it: locked exclusively, by a file system
/// layer that takes no locks, SQLite keeps the index of the log in memory and makes no file (SQLite, «Write-Ahead Logging»
/// §8). One with a hot journal needs recovery, and recovery writes: then the files are copied to a private folder.
final class SQLiteFile {
  let queue: DatabaseQueue
  private let copy: PrivateCopy?

  /// Opens a base; with `toMeasure`, also one that is shorter than its header says, so that its rest can be counted.
  init(_ path: String, toMeasure: Bool = false) throws(SourceError) {
    let companions = ["-wal", "-journal"].filter { Self.hasBytes(path + $0) }
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      // Before the log is looked at; the base is opened for reading, so nothing is put into it at the end.
      if companions == ["-wal"] { try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
      // A hostile schema may name functions in its defaults and views (SQLite «Defense against the dark arts»).
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      // SQLite opens a base that was cut off only for whoever might repair it; this one stays read-only.
      if toMeasure { try database.execute(sql: "PRAGMA writable_schema = ON") }
    }
    if !companions.contains("-journal") {
      copy = nil
      configuration.readonly = true
      let way = companions.isEmpty ? "immutable=1" : "vfs=unix-none"
      queue = try Self.open("file:\(Self.escaped(path))?\(way)", configuration, named: path)
    } else {
      let copy = try PrivateCopy(of: path, companions: companions)
      self.copy = copy
      queue = try Self.open(copy.path, configuration, named: path)
    }
  }

  private static func open(
    _ place: String, _ configuration: Configuration, named path: String
  ) throws(SourceError) -> DatabaseQueue {
    do {
      return try DatabaseQueue(path: place, configuration: configuration)
    } catch let error as DatabaseError {
      throw failure(path, error)
    } catch {
      throw SourceError(path, .unreadable(String(describing: type(of: error))))
    }
  }

  static func failure(_ path: String, _ error: DatabaseError) -> SourceError {
    error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_PERM
      ? SourceError(path, .unreadable("SQLite cannot open it"))
      : SourceError(path, .damaged(.sqlite(error.extendedResultCode.rawValue), part: nil, line: nil))
  }

  private static func hasBytes(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_size > 0
  }

  /// A path as SQLite's URI file names want it (SQLite, «URI Filenames» §3.1).
  private static func escaped(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || byte < 0x20
        || byte >= 0x80
      {
        let digits = String(byte, radix: 16)
        text += "%" + (digits.count == 1 ? "0" : "") + digits
      } else {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return text
  }
}

/// A copy of a base and what lies beside it, in a folder of its own that goes when the copy goes.
private final class PrivateCopy {
  let path: String
  private let folder: String
  private let files: [String]

  init(of source: String, companions: [String]) throws(SourceError) {
    let root = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(root)/revizor-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { name in
      guard let start = name.baseAddress else { return false }
      return unsafe mkdtemp(start) != nil
    }
    guard made else { throw FileInput.failure(source, errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/base.sqlite"
    files = ([""] + companions + ["-shm"]).map { [path] in path + $0 }
    for suffix in [""] + companions {
      do {
        try Self.copy(source + suffix, to: path + suffix)
      } catch let error as SourceError {
        throw error
      } catch {
        throw SourceError(source, .unreadable("no room for a copy in \(root)"))
      }
    }
  }

  deinit {
    for file in files { unsafe unlink(file) }
    unsafe rmdir(folder)
  }

  private static func copy(_ source: String, to target: String) throws {
    let input = try FileInput(source)
    var output = try FileOutput(target)
    var piece: [UInt8] = []
    var offset = 0
    while true {
      try input.read(at: offset, into: &piece)
      guard !piece.isEmpty else { break }
      offset += piece.count
      try output.append(piece.span)
    }
    try output.finish()
  }
}
