import Standards
import Tables

/// Counts the shapes of values, byte by byte, a million cells without a text built for each.
///
/// The shapes are those of `ValueShape`; letters beyond ASCII and Cyrillic take its way.
struct ShapeCount {
  private struct Entry {
    var shape: [UInt8]
    var count: Int
    var firstRow: Int
  }

  private var entries: [Entry] = []
  private var places: [UInt64: Int] = [:]
  private var buffer: [UInt8] = []

  init() { buffer.reserveCapacity(128) }

  /// Counts a cell.
  mutating func add(_ cell: Span<UInt8>, row: Int) {
    if !write(cell) { buffer = Array(ValueShape.of(String(copying: cell)).utf8) }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in buffer { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    if let place = places[hash] {
      entries[place].count += 1
    } else {
      places[hash] = entries.count
      entries.append(Entry(shape: buffer, count: 1, firstRow: row))
    }
  }

  /// The most frequent shapes with the rows where they were first met, and what is left.
  func top(_ limit: Int) -> (
    shapes: [(shape: String, count: Int, row: Int)], others: (shapes: Int, cells: Int)
  ) {
    let all = entries.map {
      (shape: String(decoding: $0.shape, as: UTF8.self), count: $0.count, row: $0.firstRow)
    }
    .sorted { ($1.count, $0.shape) < ($0.count, $1.shape) }
    let rest = all.dropFirst(limit)
    return (Array(all.prefix(limit)), (rest.count, rest.reduce(0) { $0 + $1.count }))
  }

  /// Kinds that a shape has at most.
  private static let most = 40

  /// Writes the shape of a cell into the buffer; false: it has letters that only Unicode's tables know.
  private mutating func write(_ cell: Span<UInt8>) -> Bool {
    buffer.removeAll(keepingCapacity: true)
    var last: UInt16 = 0
    var kinds = 0
    var index = 0
    while index < cell.count {
      guard let (kind, length) = Self.kind(cell, index) else { return false }
      index += length
      guard kind != last else { continue }
      last = kind
      if kind > 0xFF { buffer.append(UInt8(kind >> 8)) }
      buffer.append(UInt8(truncatingIfNeeded: kind))
      kinds += 1
      if kinds == Self.most {
        buffer += [0xE2, 0x80, 0xA6]
        break
      }
    }
    return true
  }

  private static let capital: UInt16 = 0xD0AF  // Я
  private static let small: UInt16 = 0xD18F  // я
  private static let sign: UInt16 = 0xC2B7  // ·

  /// The kind of the character at a place, as the one or two bytes that stand for it, and its length.
  @inline(__always)
  private static func kind(_ cell: Span<UInt8>, _ index: Int) -> (UInt16, Int)? {
    let byte = cell[index]
    if byte < 0x80 {
      if byte &- 0x30 < 10 { return (0x39, 1) }
      if byte &- 0x41 < 26 { return (0x41, 1) }
      if byte &- 0x61 < 26 { return (0x61, 1) }
      // A carriage return and a line feed are one character.
      return byte == 0x0D ? nil : (UInt16(byte), 1)
    }
    guard index + 1 < cell.count else { return nil }
    let tail = cell[index + 1]
    switch byte {
    case 0xD0: return (tail < 0xB0 ? capital : small, 2)
    case 0xD1 where tail < 0xA0: return (small, 2)
    case 0xC2:
      switch tail {
      case 0xA0: return (0x20, 2)
      case 0xAB, 0xBB, 0xB0, 0xA7: return (sign, 2)
      default: return nil
      }
    case 0xE2 where index + 2 < cell.count:
      let end = cell[index + 2]
      // № and the dashes, quotes and dots of typography.
      let isSign =
        tail == 0x84 && end == 0x96
        || tail == 0x80 && (0x90...0x9F ~= end && end != 0x9F || end == 0xA6)
      return isSign ? (sign, 3) : nil
    default: return nil
    }
  }
}

/// What the cells of a column are, counted in one pass.
struct ColumnScan: Sendable {
  /// Shapes that a profile shows of a column.
  static let mostShapes = 5

  let filled: Int
  let distinct: Int
  let shapes: [BaseProfile.Shape]
  let otherShapes: (shapes: Int, cells: Int)

  /// - Complexity: O(bytes + cells × log cells).
  init(_ cells: TextColumn) {
    var counts = ShapeCount()
    var hashes: ContiguousArray<UInt64> = []
    hashes.reserveCapacity(cells.count - cells.nullCount)
    for row in 0..<cells.count where !cells.isNull(row) {
      let cell = cells.utf8(at: row)
      if cell.isBlank { continue }
      counts.add(cell, row: row)
      hashes.append(RowSample.hash(of: cell))
    }
    filled = hashes.count
    // Values are told apart by 64 bits: among a million, two are taken for one with a chance of 3 in 10⁸.
    hashes.sort()
    var distinct = 0
    for index in hashes.indices where index == 0 || hashes[index] != hashes[index - 1] { distinct += 1 }
    self.distinct = distinct
    let top = counts.top(Self.mostShapes)
    shapes = top.shapes.map { .init(shape: $0.shape, count: $0.count, sample: cells[$0.row] ?? "") }
    otherShapes = top.others
  }
}
