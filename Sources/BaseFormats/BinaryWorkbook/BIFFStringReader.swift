import Tables

/// Reads the strings of Excel 97 and later out of a record and its continuations.
///
/// A string is UTF-16, or Latin-1 where all its units are below 256; a continuation says anew which of the two it
/// goes on in (MS-XLS §2.5.293, §2.5.294).
struct BIFFStringReader {
  private let bytes: [UInt8]
  private let pieces: [Range<Int>]
  private var piece = 0
  private var place: Int
  private var units: [UInt16] = []

  init(_ bytes: [UInt8], _ pieces: [Range<Int>], skipping: Int) {
    self.bytes = bytes
    self.pieces = pieces
    place = pieces.first?.lowerBound ?? 0
    skip(skipping)
  }

  /// Whether all was read.
  var isAtEnd: Bool {
    piece >= pieces.count || (piece == pieces.count - 1 && place >= pieces[piece].upperBound)
  }

  private mutating func byte() -> Int {
    while piece < pieces.count, place >= pieces[piece].upperBound { advance() }
    guard piece < pieces.count else { return 0 }
    defer { place += 1 }
    return Int(bytes[place])
  }

  private mutating func advance() {
    piece += 1
    if piece < pieces.count { place = pieces[piece].lowerBound }
  }

  mutating func skip(_ count: Int) {
    var left = count
    while left > 0, piece < pieces.count {
      let step = min(left, pieces[piece].upperBound - place)
      place += step
      left -= step
      if left > 0 { advance() }
    }
  }

  mutating func word() -> Int {
    let low = byte()
    return low | byte() << 8
  }

  mutating func long() -> Int {
    let low = word()
    return low | word() << 16
  }

  /// Appends the next string: count of units (in one byte or two), flags, runs of rich text and phonetic data left
  /// out.
  mutating func string(lengthBytes: Int = 2, into output: inout [UInt8]) {
    let count = lengthBytes == 1 ? byte() : word()
    // An empty string may come without its flags at the end of a record.
    guard !isAtEnd || count > 0 else { return }
    let flags = byte()
    let runs = flags & 8 != 0 ? word() : 0
    let extra = flags & 4 != 0 ? long() : 0
    characters(count, isWide: flags & 1 != 0)
    skip(runs * 4 + extra)
    Self.append(units, to: &output)
  }

  private mutating func characters(_ count: Int, isWide: Bool) {
    units.removeAll(keepingCapacity: true)
    var isWide = isWide
    var left = count
    while left > 0, piece < pieces.count {
      let room = pieces[piece].upperBound - place
      let step = min(left, isWide ? room / 2 : room)
      for _ in 0..<step {
        units.append(isWide ? UInt16(bytes.word(place)) : UInt16(bytes[place]))
        place += isWide ? 2 : 1
      }
      left -= step
      guard left > 0 else { return }
      advance()
      guard piece < pieces.count else { return }
      isWide = byte() & 1 != 0
    }
  }

  /// UTF-16 as UTF-8; a lone surrogate becomes U+FFFD.
  static func append(_ units: [UInt16], to output: inout [UInt8]) {
    if units.allSatisfy({ $0 < 0x80 }) {
      for unit in units { output.append(UInt8(truncatingIfNeeded: unit)) }
    } else {
      output += Array(String(decoding: units, as: UTF16.self).utf8)
    }
  }
}
