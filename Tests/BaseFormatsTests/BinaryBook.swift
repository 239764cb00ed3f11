/// Makes workbooks of binary records, and the containers that hold them, byte by byte.
struct BinaryBook {
  private(set) var bytes: [UInt8] = []

  static func word(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
  static func long(_ value: Int) -> [UInt8] { word(value & 0xFFFF) + word(value >> 16 & 0xFFFF) }
  static func double(_ value: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> ($0 * 8)) }
  }

  /// A string of Excel 97: length, flags, one byte a character or two.
  static func string(_ text: String, shortLength: Bool = false) -> [UInt8] {
    let units = Array(text.utf16)
    let isWide = units.contains { $0 > 255 }
    let length = shortLength ? [UInt8(units.count)] : word(units.count)
    return length + [isWide ? 1 : 0] + units.flatMap { isWide ? word(Int($0)) : [UInt8($0)] }
  }

  mutating func record(_ id: Int, _ data: [UInt8]...) {
    let data = data.flatMap { $0 }
    bytes += Self.word(id) + Self.word(data.count) + data
  }

  /// A cell's record: row, column, style, what it holds.
  mutating func cell(_ id: Int, _ row: Int, _ column: Int, style: Int = 0, _ data: [UInt8]) {
    record(id, Self.word(row) + Self.word(column) + Self.word(style), data)
  }

  /// A workbook of Excel 97: its sheets' records follow globals that name them.
  static func excel97(
    globals: (inout BinaryBook) -> Void = { _ in },
    _ sheets: [(name: String, state: UInt8, cells: BinaryBook)]
  ) -> [UInt8] {
    func whole(_ offsets: [Int]) -> BinaryBook {
      var book = BinaryBook()
      book.record(0x809, word(0x0600), word(0x0005), [UInt8](repeating: 0, count: 12))
      globals(&book)
      for (sheet, offset) in zip(sheets, offsets) {
        book.record(0x85, long(offset), [sheet.state, 0], string(sheet.name, shortLength: true))
      }
      book.record(0x0A)
      return book
    }
    var offsets: [Int] = []
    var end = whole(sheets.map { _ in 0 }).bytes.count
    for sheet in sheets {
      offsets.append(end)
      end += sheet.cells.bytes.count + 24
    }
    var book = whole(offsets)
    for sheet in sheets {
      book.record(0x809, word(0x0600), word(0x0010), [UInt8](repeating: 0, count: 12))
      book.bytes += sheet.cells.bytes
      book.record(0x0A)
    }
    return book.bytes
  }

  /// An OLE2 container of one stream (MS-CFB): table of sectors, directory, data.
  static func compound(_ stream: [UInt8], named name: String = "Workbook") -> [UInt8] {
    let data =
      stream + [UInt8](repeating: 0, count: max(4096 - stream.count, (512 - stream.count % 512) % 512))
    let sectors = data.count / 512
    var table = [0xFFFF_FFFD, 0xFFFF_FFFE] + (0..<sectors).map { $0 + 1 == sectors ? 0xFFFF_FFFE : $0 + 3 }
    table += [Int](repeating: 0xFFFF_FFFF, count: 128 - table.count)
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    header += word(0x3E) + word(3) + word(0xFFFE) + word(9) + word(6) + [UInt8](repeating: 0, count: 10)
    header +=
      long(1) + long(1) + long(0) + long(4096) + long(0xFFFF_FFFE) + long(0) + long(0xFFFF_FFFE) + long(0)
    header += long(0) + (1..<109).flatMap { _ in long(0xFFFF_FFFF) }
    return header + table.flatMap(long) + entry("Root Entry", type: 5, start: 0xFFFF_FFFE, size: 0)
      + entry(name, type: 2, start: 2, size: max(stream.count, 4096)) + [UInt8](repeating: 0, count: 256)
      + data
  }

  private static func entry(_ name: String, type: UInt8, start: Int, size: Int) -> [UInt8] {
    let units = name.utf16.flatMap { word(Int($0)) }
    var bytes = units + [UInt8](repeating: 0, count: 64 - units.count) + word(units.count + 2) + [type, 1]
    bytes += [UInt8](repeating: 0xFF, count: 12) + [UInt8](repeating: 0, count: 36)
    return bytes + long(start) + long(size) + long(0)
  }
}
