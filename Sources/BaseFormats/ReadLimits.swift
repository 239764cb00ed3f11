/// What a file may cost to read: bombs stay below, bases do not come near.
///
/// A small file may grow to a floor whatever it holds; a larger one to a multiple of its size.
public struct ReadLimits: Sendable, Equatable {
  /// Bytes that a file may unpack to in all.
  public var unpackedBytes: Int
  /// Bytes unpacked for each byte of the file; counts from 64 MiB on.
  ///
  /// Sheets of real bases unpack to 5–30 times their size, of one row repeated to 100; deflate can reach 1032.
  public var unpackedRatio: Int
  /// Bytes of text that the cells of a base may hold; a file may hold 20 times its own size in any case.
  public var textBytes: Int
  /// Places of cells, rows by columns, that the tables of a base may have; a file may have 4 for each of its bytes.
  public var cells: Int
  /// Columns of a table.
  public var columns = 1 << 16
  /// Bytes of one row of a text file; a quote that is never closed makes one row of all that follows.
  public var rowBytes = 128 << 20

  /// Limits; memory stays below a gibibyte for hostile files of some megabytes.
  public init(
    unpackedBytes: Int = 4 << 30, unpackedRatio: Int = 200, textBytes: Int = 256 << 20, cells: Int = 1 << 26
  ) {
    self.unpackedBytes = unpackedBytes
    self.unpackedRatio = unpackedRatio
    self.textBytes = textBytes
    self.cells = cells
  }

  /// The limits for a file of that size.
  func scaled(toFile size: Int) -> ReadLimits {
    var limits = self
    let ratio = size.multipliedReportingOverflow(by: unpackedRatio)
    limits.unpackedBytes = min(unpackedBytes, max(64 << 20, ratio.overflow ? .max : ratio.partialValue))
    limits.textBytes = max(textBytes, size.multipliedReportingOverflow(by: 20).partialValue)
    limits.cells = max(cells, size.multipliedReportingOverflow(by: 4).partialValue)
    return limits
  }
}

/// Counts what the cells of a base take, against the limits.
struct CellMeter {
  private let limits: ReadLimits
  private var text = 0
  private var cells = 0

  init(_ limits: ReadLimits) { self.limits = limits }

  /// A cell of so many bytes.
  mutating func count(text bytes: Int) { text += bytes }

  /// A row that makes so many places.
  mutating func count(cells places: Int) { cells += places }

  /// The limit passed, if one is.
  var excess: SourceError.Damage? {
    if text > limits.textBytes { return .tooMuchText(limit: limits.textBytes) }
    return cells > limits.cells ? .tooManyCells(limit: limits.cells) : nil
  }
}
