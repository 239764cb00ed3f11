import Glibc

/// What comes through a pipe, as a file of its own that goes when this goes.
///
/// Readers look at a file more than once; a pipe gives its bytes once only.
final class SpooledFile {
  /// The file, named as the pipe is.
  let path: String
  private let folder: String

  /// The content of a pipe; nil for a regular file or a folder, which need no copy.
  ///
  /// `-` is the standard input.
  ///
  /// - Throws: what the system says, or `unpacksTooMuch` for more bytes than `limit`.
  /// - Complexity: O(bytes), on disk.
  init?(_ source: String, limit: Int) throws(SourceError) {
    var status = stat()
    let place = source == "-" ? "/dev/stdin" : source
    guard unsafe stat(place, &status) == 0 else {
      guard source == "-" else { return nil }
      throw FileInput.failure(source, errno)
    }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFIFO || kind == S_IFSOCK || kind == S_IFCHR || source == "-" else { return nil }
    let descriptor = unsafe open(place, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileInput.failure(source, errno) }
    defer { close(descriptor) }
    let root = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(root)/revizor-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { name in
      guard let start = name.baseAddress else { return false }
      return unsafe mkdtemp(start) != nil
    }
    guard made else { throw FileInput.failure(source, errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let name = source == "-" ? "stdin" : source.split(separator: "/").last.map(String.init) ?? "stdin"
    path = folder + "/" + name
    try Self.copy(descriptor, to: path, limit: limit, named: source)
  }

  deinit {
    unsafe unlink(path)
    unsafe rmdir(folder)
  }

  private static func copy(
    _ descriptor: Int32, to path: String, limit: Int, named source: String
  ) throws(SourceError) {
    do {
      var output = try FileOutput(path)
      var piece = [UInt8](repeating: 0, count: FileInput.pieceSize)
      var total = 0
      while true {
        let count = unsafe piece.withUnsafeMutableBytes {
          unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
        }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw FileInput.failure(source, errno) }
        guard count > 0 else { break }
        total += count
        guard total <= limit else {
          throw SourceError(source, .damaged(.unpacksTooMuch(limit: limit), part: nil, line: nil))
        }
        try output.append(piece.span.extracting(0..<count))
      }
      try output.finish()
    } catch let error as SourceError {
      throw error
    } catch {
      throw SourceError(source, .unreadable("no room for a copy of the pipe"))
    }
  }
}
