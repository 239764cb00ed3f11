/// How to read a base.
public struct ReadOptions: Sendable {
  /// The one table or sheet to read; nil: all of them.
  public var table: String?
  /// Name of a text file's encoding (`windows-1251`, `utf-16le`, …); nil: found out.
  public var encoding: String?
  /// A text file's delimiter; nil: found out.
  public var delimiter: Character?
  /// Called now and then with the bytes read so far and the bytes in all.
  public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  /// Options; all are found out by default.
  public init(
    table: String? = nil, encoding: String? = nil, delimiter: Character? = nil,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) {
    self.table = table
    self.encoding = encoding
    self.delimiter = delimiter
    self.progress = progress
  }
}
