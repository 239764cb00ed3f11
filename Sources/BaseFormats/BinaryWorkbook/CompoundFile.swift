import Tables

/// The streams of an OLE2 container, the file system inside of old Office documents (MS-CFB).
///
/// Chains of sectors are followed no further than there are sectors, so a loop ends; what lies behind the end of
/// the file is an error, except a last sector that was cut short.
struct CompoundFile {
  /// An entry of the directory.
  struct Entry {
    var name: String
    var isStream: Bool
    var start: Int
    var size: Int
  }

  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  /// Sector numbers from here on are marks, not places (§2.1).
  private static let firstMark = 0xFFFF_FFFA

  private let bytes: [UInt8]
  private let shift: Int
  private let miniShift: Int
  private let miniCutoff: Int
  private var next: [UInt32] = []
  private var miniNext: [UInt32] = []
  private var miniStream: [UInt8] = []
  private(set) var entries: [Entry] = []

  static func isCompound(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  /// Opens a container of these bytes; nil when its tables contradict themselves.
  /// - Complexity: O(bytes).
  init?(_ bytes: [UInt8]) {
    guard Self.isCompound(bytes), bytes.count >= 512 else { return nil }
    self.bytes = bytes
    shift = bytes.word(30)
    miniShift = bytes.word(32)
    miniCutoff = bytes.long(56)
    guard (7...16).contains(shift), (4...shift).contains(miniShift) else { return nil }
    guard let next = sectorTable() else { return nil }
    self.next = next
    guard let directory = chain(from: bytes.long(48), bytes: nil) else { return nil }
    entries = Self.entries(directory)
    if bytes.long(64) > 0, let root = entries.first, let table = chain(from: bytes.long(60), bytes: nil) {
      miniNext = (0..<(table.count / 4)).map { UInt32(table.long($0 * 4)) }
      miniStream = chain(from: root.start, bytes: root.size) ?? []
    }
  }

  /// The bytes of the first stream of one of these names, whatever the letter case.
  func stream(_ names: String...) -> (found: Bool, bytes: [UInt8]?) {
    for name in names {
      let wanted = name.lowercased()
      guard let entry = entries.first(where: { $0.isStream && $0.name.lowercased() == wanted }) else {
        continue
      }
      return (true, entry.size < miniCutoff ? small(entry) : chain(from: entry.start, bytes: entry.size))
    }
    return (false, nil)
  }

  // MARK: Sectors

  private var sectorCount: Int {
    max((bytes.count >> shift) - 1, 0) + (bytes.count & ((1 << shift) - 1) > 0 ? 1 : 0)
  }

  private func sector(_ number: Int) -> Range<Int>? {
    guard number < sectorCount else { return nil }
    let start = (number + 1) << shift
    return start < bytes.count ? start..<min(start + 1 << shift, bytes.count) : nil
  }

  /// The table of chains, put together from the places that the header and its extensions name (§2.3, §2.5).
  private func sectorTable() -> [UInt32]? {
    var places = (0..<109).map { bytes.long(76 + $0 * 4) }
    var extra = bytes.long(68)
    var seen = 0
    while extra < Self.firstMark, seen <= sectorCount {
      guard let range = sector(extra), range.count == 1 << shift else { return nil }
      let last = range.upperBound - 4
      for place in stride(from: range.lowerBound, to: last, by: 4) { places.append(bytes.long(place)) }
      extra = bytes.long(last)
      seen += 1
    }
    var table: [UInt32] = []
    for place in places where place < Self.firstMark {
      guard table.count <= sectorCount + 1 << shift, let range = sector(place) else { return nil }
      for offset in stride(from: range.lowerBound, through: range.upperBound - 4, by: 4) {
        table.append(UInt32(bytes.long(offset)))
      }
    }
    return table
  }

  /// The sectors of a chain, one after the other; nil when it leads out of the file or runs in a circle.
  private func chain(from start: Int, bytes wanted: Int?) -> [UInt8]? {
    var output: [UInt8] = []
    if let wanted { output.reserveCapacity(min(wanted, bytes.count)) }
    var number = start
    var steps = 0
    while number < Self.firstMark, output.count < wanted ?? .max {
      guard let range = sector(number), steps <= sectorCount else { return nil }
      output += bytes[range]
      number = number < next.count ? Int(next[number]) : Self.firstMark
      steps += 1
    }
    if let wanted, output.count > wanted { output.removeLast(output.count - wanted) }
    return output
  }

  private func small(_ entry: Entry) -> [UInt8]? {
    var output: [UInt8] = []
    var number = entry.start
    var steps = 0
    while number < Self.firstMark, output.count < entry.size {
      let start = number << miniShift
      guard start < miniStream.count, steps <= miniNext.count else { return nil }
      output += miniStream[start..<min(start + 1 << miniShift, miniStream.count)]
      number = number < miniNext.count ? Int(miniNext[number]) : Self.firstMark
      steps += 1
    }
    if output.count > entry.size { output.removeLast(output.count - entry.size) }
    return output
  }

  /// Entries of 128 bytes: name, its length, type, first sector, size (§2.6.1).
  private static func entries(_ directory: [UInt8]) -> [Entry] {
    stride(from: 0, through: directory.count - 128, by: 128).compactMap { place in
      let type = directory[place + 66]
      guard type == 1 || type == 2 || type == 5 else { return nil }
      let length = min(max(directory.word(place + 64) - 2, 0), 62) / 2
      let units = (0..<length).map { UInt16(directory.word(place + $0 * 2)) }
      return Entry(
        name: String(decoding: units, as: UTF16.self), isStream: type == 2,
        start: directory.long(place + 116), size: directory.long(place + 120))
    }
  }
}

extension [UInt8] {
  /// The 16-bit little-endian number at an offset; 0 where the bytes end before it.
  func word(_ offset: Int) -> Int {
    offset >= 0 && offset + 2 <= count ? Int(self[offset]) | Int(self[offset + 1]) << 8 : 0
  }

  /// The 32-bit little-endian number at an offset; 0 where the bytes end before it.
  func long(_ offset: Int) -> Int { word(offset) | word(offset + 2) << 16 }

  /// The IEEE double at an offset.
  func double(_ offset: Int) -> Double {
    Double(bitPattern: UInt64(long(offset)) | UInt64(long(offset + 4)) << 32)
  }
}
