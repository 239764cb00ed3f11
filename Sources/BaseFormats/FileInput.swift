import Glibc

/// A file open for reading, in pieces; the file system of this module is here and in `FileOutput`.
///
/// Pieces are read, not mapped: a file that shrinks under a mapping kills the process.
struct FileInput: ~Copyable {
  /// Bytes asked for at once.
  static let pieceSize = 1 << 18

  let path: String
  /// Size when opened; 0 for a pipe.
  let size: Int
  private let descriptor: Int32

  /// Opens a file.
  /// - Throws: `missing`, `directory`, `unreadable` or `empty`.
  init(_ path: String) throws(SourceError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw Self.failure(path, code)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw SourceError(path, .directory)
    }
    guard status.st_mode & S_IFMT != S_IFREG || status.st_size > 0 else {
      close(descriptor)
      throw SourceError(path, .empty)
    }
    self.path = path
    self.size = Int(status.st_size)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  static func failure(_ path: String, _ code: Int32) -> SourceError {
    switch code {
    case ENOENT, ENOTDIR: SourceError(path, .missing)
    case EISDIR: SourceError(path, .directory)
    default: SourceError(path, .unreadable(unsafe String(cString: strerror(code))))
    }
  }

  /// Reads the bytes at `offset` into `buffer`, which is emptied first; none at the end of the file.
  func read(at offset: Int, count: Int = Self.pieceSize, into buffer: inout [UInt8]) throws(SourceError) {
    buffer.removeAll(keepingCapacity: true)
    try append(at: offset, count: count, to: &buffer)
  }

  /// Appends the bytes at `offset` to `buffer`; none at the end of the file.
  func append(at offset: Int, count: Int, to buffer: inout [UInt8]) throws(SourceError) {
    var problem: Int32 = 0
    // A file's own size bounds the piece; a special file has none.
    let wanted = size > 0 ? max(min(count, size - offset), 0) : count
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: wanted))
    var filled = 0
    while filled < wanted {
      let got = unsafe buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return 0 }
        return unsafe pread(descriptor, base + start + filled, wanted - filled, off_t(offset + filled))
      }
      if got < 0, errno == EINTR { continue }
      if got < 0 { problem = errno }
      guard got > 0 else { break }
      filled += got
    }
    guard problem == 0 else { throw Self.failure(path, problem) }
    buffer.removeLast(wanted - filled)
  }

  /// All bytes.
  /// - Throws: `damaged(.unpacksTooMuch)` for more than `limit`, and what the file system says.
  func whole(limit: Int) throws(SourceError) -> [UInt8] {
    guard size <= limit else {
      throw SourceError(path, .damaged(.unpacksTooMuch(limit: limit), part: nil, line: nil))
    }
    var bytes: [UInt8] = []
    try read(at: 0, count: size, into: &bytes)
    return bytes
  }
}

extension [UInt8] {
  init(copying bytes: Span<UInt8>) {
    self.init()
    append(contentsOf: bytes)
  }

  mutating func append(contentsOf bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
