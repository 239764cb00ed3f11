import Tables

/// One record of a binary workbook: what it is, and where its data stands in the stream.
struct BIFFRecord {
  var id: Int
  var data: Range<Int>

  /// The kinds of records that hold or explain cells (MS-XLS §2.3; the older ones after the OpenOffice.org
  /// documentation of the format, §5).
  enum ID {
    static let end = 0x0A
    static let dateMode = 0x22
    static let filePass = 0x2F
    static let continued = 0x3C
    static let codePage = 0x42
    static let boundSheet = 0x85
    static let sheetHeader = 0x8F
    static let multipleNumbers = 0xBD
    static let richLabel = 0xD6
    static let sharedStrings = 0xFC
    static let sharedLabel = 0xFD
    static let compressedNumber = 0x27E

    static func isBegin(_ id: Int) -> Bool { id & 0xFF == 0x09 && id >> 8 <= 8 && id >> 8 != 6 }
    static func isFormat(_ id: Int) -> Bool { id == 0x1E || id == 0x41E }
    static func isStyle(_ id: Int) -> Bool { [0x43, 0x243, 0x443, 0xE0].contains(id) }
    static func isFormula(_ id: Int) -> Bool { [0x06, 0x206, 0x406].contains(id) }
    static func isString(_ id: Int) -> Bool { id == 0x207 || id == 0x07 }
    /// What may stand between a formula and its text: shared formulas, arrays, tables.
    static func follows(formula id: Int) -> Bool {
      [0x4BC, 0x221, 0x21, 0x236, 0x37, 0x36, 0x3C].contains(id)
    }
    /// Records that begin with the row of a cell and hold something.
    static func isCell(_ id: Int) -> Bool {
      switch id {
      case 0x02...0x06, 0x203...0x206, 0x406, 0xBD, 0xD6, 0xFD, 0x27E: true
      default: false
      }
    }
  }
}

/// The records of a stream, in order.
struct BIFFRecords {
  let bytes: [UInt8]

  /// The record at an offset; nil at the end, and where a record is cut.
  func record(at offset: Int) -> BIFFRecord? {
    guard offset >= 0, offset + 4 <= bytes.count else { return nil }
    let start = offset + 4
    let end = start + bytes.word(offset + 2)
    guard end <= bytes.count else { return nil }
    return BIFFRecord(id: bytes.word(offset), data: start..<end)
  }

  /// A record's data and that of the records that continue it.
  func pieces(of record: BIFFRecord) -> [Range<Int>] {
    var pieces = [record.data]
    var end = record.data.upperBound
    while let next = self.record(at: end), next.id == BIFFRecord.ID.continued {
      pieces.append(next.data)
      end = next.data.upperBound
    }
    return pieces
  }
}
