import Glibc
import Tables

/// A file open for writing, buffered.
struct FileOutput: ~Copyable {
  private let path: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 18

  /// Creates or empties a file.
  init(_ path: String) throws(SinkError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    buffer.reserveCapacity(Self.bufferSize + 4096)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  static func failure(_ path: String, _ code: Int32) -> SinkError {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: SinkError(path, .full)
    case EACCES, EPERM, EROFS: SinkError(path, .permission)
    case ENOENT, ENOTDIR: SinkError(path, .noFolder)
    default: SinkError(path, .system(unsafe String(cString: strerror(code))))
    }
  }

  /// Adds one byte.
  mutating func append(_ byte: UInt8) throws(SinkError) {
    buffer.append(byte)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Adds bytes.
  mutating func append(_ bytes: Span<UInt8>) throws(SinkError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes what is left, brings it to the disk and closes the file.
  mutating func finish() throws(SinkError) {
    try flush()
    let synced = fsync(descriptor)
    let syncCode = errno
    let closed = close(descriptor)
    descriptor = -1
    // A pipe or a special file cannot be synced, and need not be.
    if synced != 0, syncCode != EINVAL, syncCode != ENOTSUP { throw Self.failure(path, syncCode) }
    if closed != 0 { throw Self.failure(path, errno) }
  }

  /// Leaves the file empty, for a library to write.
  consuming func finishing() throws(SinkError) { try finish() }

  /// Brings a file that a library wrote to the disk.
  static func sync(_ path: String) throws(SinkError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path, errno) }
  }

  private mutating func flush() throws(SinkError) {
    var written = 0
    while written < buffer.count {
      let count = unsafe buffer.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return 0 }
        return unsafe Glibc.write(descriptor, base + written, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(path, errno) }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
