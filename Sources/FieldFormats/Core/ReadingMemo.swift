import Tables

/// What was read of the last different dirty cells of a column.
///
/// A column repeats its dirty values: a city, a job, a date of import. A direct-mapped table of 256 places; a
/// newcomer takes the place of the older cell, so memory stays bounded. Long cells are not kept: they seldom
/// come twice.
struct ReadingMemo: Sendable {
  private struct Entry {
    var cell: [UInt8]
    var reading: Reading
  }

  private static let places = 256
  private static let longest = 128
  private var entries: [Entry?] = []

  /// The reading of a cell with these very bytes.
  func find(_ cell: Span<UInt8>) -> Reading? {
    guard !entries.isEmpty, let entry = entries[Self.place(cell)], entry.cell.span.equals(cell) else {
      return nil
    }
    return entry.reading
  }

  /// Keeps a reading.
  mutating func keep(_ reading: Reading, of cell: Span<UInt8>) {
    guard cell.count <= Self.longest else { return }
    if entries.isEmpty { entries = [Entry?](repeating: nil, count: Self.places) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(cell.count)
    for index in cell.indices { bytes.append(cell[index]) }
    entries[Self.place(cell)] = Entry(cell: bytes, reading: reading)
  }

  /// FNV-1a, folded to the table's size.
  private static func place(_ cell: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in cell.indices { hash = (hash ^ UInt64(cell[index])) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (places - 1)
  }
}
