import Glibc

/// How to read a base.
public struct ReadOptions: Sendable {
  /// The one table or sheet to read; nil: all of them.
  public var table: String?
  /// Name of a text file's encoding (`windows-1251`, `utf-16le`, …); nil: found out.
  public var encoding: String?
  /// A text file's delimiter; nil: found out.
  public var delimiter: Character?
  /// A text file's quote; nil: found out.
  public var quote: Character?
  /// Threads that a large file may be read with; the result is the same with any number.
  public var threads: Int
  /// Bytes of a text file that a thread takes at once: text and tape stay in the processor's cache.
  package var textPiece = 1 << 20
  /// Bytes of a text file that show its dialect and its header.
  package var textSample = 1 << 18
  /// What the file may cost to read.
  public var limits: ReadLimits
  /// Called now and then with the bytes read so far and the bytes in all.
  public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  /// Options; all are found out by default.
  public init(
    table: String? = nil, encoding: String? = nil, delimiter: Character? = nil, quote: Character? = nil,
    threads: Int = ProcessorCount.available, limits: ReadLimits = .init(),
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) {
    self.table = table
    self.encoding = encoding
    self.delimiter = delimiter
    self.quote = quote
    self.threads = threads
    self.limits = limits
    self.progress = progress
  }
}

/// How many processors there are.
public enum ProcessorCount {
  /// Processors that are on line, as POSIX `sysconf` counts them.
  public static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
