/// Why a file could not be read as a base: one line, the file first, the remedy last, and never a cell's value.
public struct SourceError: Error, Sendable, Equatable {
  /// What went wrong.
  public enum Reason: Sendable, Equatable {
    /// There is no such file.
    case missing
    /// The path names a folder.
    case directory
    /// The file has no bytes, or nothing but a byte order mark.
    case empty
    /// The system refused: permission, a broken disk; the text is the system's own.
    case unreadable(String)
    /// The name promises one format, the content is another.
    case mismatch(claimed: ContentKind, found: ContentKind)
    /// The lock file that Office keeps beside an open document.
    case lockFile
    /// A format that is known but not read.
    case unsupported(ContentKind)
    /// The content breaks its format.
    case damaged(Damage, part: String?, line: Int?)
    /// The file is sound but holds no table, or none of the name asked for.
    case noTable(named: String?)
    /// Bytes at a line are not text in the encoding.
    case undecodable(encoding: String, line: Int)
    /// The encoding asked for is unknown.
    case unknownEncoding(String)
    /// The delimiter asked for cannot be one.
    case badDelimiter
  }

  /// How a file breaks its format.
  public enum Damage: Sendable, Equatable {
    /// XML that is not well formed.
    case notWellFormed
    /// A document type declaration, which no base has and entity bombs need.
    case documentType
    /// The file ends too early.
    case truncated
    /// A zip or OLE2 container that cannot be opened, or a part whose checksum is wrong.
    case container
    /// A part that the format requires is not there.
    case missingPart
    /// Values where the format has none, or the other way round.
    case structure
    /// Access rows deeper than a field: the file was transformed after export.
    case nestedRows
    /// A number that is not one, in the place of an index.
    case badIndex
    /// A container that unpacks to more than so many bytes.
    case unpacksTooMuch(limit: Int)
    /// Cells that hold more than so many bytes of text.
    case tooMuchText(limit: Int)
    /// Tables of more than so many places.
    case tooManyCells(limit: Int)
    /// A table of more than so many columns.
    case tooManyColumns(limit: Int)
    /// A row of more than so many bytes.
    case rowTooLong(limit: Int)
    /// SQLite's own complaint, by result code.
    case sqlite(Int32)
    /// The same in the middle of a base: rows that can be read, and tables that can be read to their end, of how many.
    case sqliteRows(Int32, rows: Int, whole: Int, tables: Int)
  }

  /// The file as the user named it.
  public var path: String
  /// What went wrong.
  public var reason: Reason

  /// An error about `path`.
  public init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

extension SourceError: CustomStringConvertible {
  /// The English line.
  public var description: String { english }

  /// `path`, or `path:line`, or `path: part: line`, with the colon that follows it.
  var place: String {
    switch reason {
    case .damaged(_, let part?, let line?): "\(path): \(part):\(line):"
    case .damaged(_, let part?, nil): "\(path): \(part):"
    case .damaged(_, nil, let line?): "\(path):\(line):"
    case .undecodable(_, let line): "\(path):\(line):"
    default: "\(path):"
    }
  }
}
