import Tables

/// What the cells of a binary workbook refer to: sheets, strings, styles, code page and epoch.
struct BIFFGlobals {
  struct Sheet {
    var name: SheetName
    var offset: Int
  }

  /// 2, 3, 4, 5 (Excel 5 and 95) or 8 (Excel 97 and later).
  private(set) var version = 8
  private(set) var startsIn1904 = false
  private(set) var isEncrypted = false
  /// The number of the code page; nil where the file names none.
  private(set) var codePage: Int?
  private(set) var sheets: [Sheet] = []
  private(set) var strings = TextColumn()
  private(set) var displays: [CellDisplay] = []
  var text: LegacyText?
  private var formats: [Int: CellDisplay] = [:]
  private var styles: [Int] = []

  /// How a cell of that style shows numbers.
  func display(_ style: Int) -> CellDisplay { style < displays.count ? displays[style] : .number }

  /// In Excel 2 a cell may name its format itself.
  func display(ofFormat format: Int) -> CellDisplay { formats[format] ?? .number }

  /// Reads the globals at the start of a stream, or what a lone sheet holds of them.
  /// - Throws: the code page is unknown.
  init(_ records: BIFFRecords, path: String, encoding: TextEncoding?) throws(SourceError) {
    var raw: [(name: Range<Int>, offset: Int, isHidden: Bool)] = []
    var depth = 0
    var offset = 0
    var header: BIFFRecord?
    while let record = records.record(at: offset) {
      offset = record.data.upperBound
      let (bytes, start) = (records.bytes, record.data.lowerBound)
      if BIFFRecord.ID.isBegin(record.id) {
        if depth == 0 { version = Self.version(record, bytes) }
        depth += 1
        if let held = header {
          raw.append((held.data, record.data.lowerBound - 4, false))
          header = nil
        }
        continue
      }
      // Only charts nest within a sheet, and sheets within a workspace of Excel 4.
      switch record.id {
      case BIFFRecord.ID.end:
        depth -= 1
        if depth <= 0 { break }
        continue
      case BIFFRecord.ID.filePass: isEncrypted = true
      case BIFFRecord.ID.dateMode: startsIn1904 = bytes.word(start) == 1
      case BIFFRecord.ID.codePage: codePage = bytes.word(start)
      case BIFFRecord.ID.boundSheet where record.data.count >= 7:
        // Sheets of macros, charts and modules hold no cells of a base.
        guard version < 5 || bytes[start + 5] & 0x0F == 0 else { continue }
        raw.append(((start + 6)..<record.data.upperBound, bytes.long(start), bytes[start + 4] & 3 != 0))
      case BIFFRecord.ID.sheetHeader where record.data.count > 4:
        header = BIFFRecord(id: 0, data: (start + 4)..<record.data.upperBound)
      case BIFFRecord.ID.sharedStrings where version == 8: readStrings(records, record)
      case let id where BIFFRecord.ID.isFormat(id): readFormat(record, bytes)
      case let id where BIFFRecord.ID.isStyle(id): readStyle(record, bytes)
      default: break
      }
      if record.id == BIFFRecord.ID.end { break }
    }
    try settle(path, encoding)
    sheets = raw.map {
      Sheet(name: SheetName(name: name($0.name, records), isHidden: $0.isHidden), offset: $0.offset)
    }
  }

  private static func version(_ record: BIFFRecord, _ bytes: [UInt8]) -> Int {
    switch record.id >> 8 {
    case 0: return 2
    case 2: return 3
    case 4: return 4
    default: return bytes.word(record.data.lowerBound) == 0x0500 ? 5 : 8
    }
  }

  private mutating func settle(_ path: String, _ encoding: TextEncoding?) throws(SourceError) {
    displays = styles.map { formats[$0] ?? (version >= 4 ? CellDisplay(builtIn: $0) : .number) }
    guard version < 8 else { return }
    text = encoding.map(LegacyText.init) ?? codePage.map(LegacyText.init(page:)) ?? LegacyText(.windows1252)
    guard text != nil else {
      throw SourceError(path, .unknownEncoding(encoding?.name ?? "cp\(codePage ?? 0)"))
    }
  }

  private func name(_ data: Range<Int>, _ records: BIFFRecords) -> String {
    var output: [UInt8] = []
    if version == 8 {
      var reader = BIFFStringReader(records.bytes, [data], skipping: 0)
      reader.string(lengthBytes: 1, into: &output)
    } else if let length = records.bytes[data].first {
      let end = min(data.lowerBound + 1 + Int(length), data.upperBound)
      text?.append(records.bytes.span.extracting((data.lowerBound + 1)..<end), to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  // MARK: Tables

  private mutating func readStrings(_ records: BIFFRecords, _ record: BIFFRecord) {
    let count = records.bytes.long(record.data.lowerBound + 4)
    var reader = BIFFStringReader(records.bytes, records.pieces(of: record), skipping: 8)
    var text: [UInt8] = []
    // The count may lie; what is not there cannot be referred to.
    while strings.count < count, !reader.isAtEnd {
      text.removeAll(keepingCapacity: true)
      reader.string(into: &text)
      strings.append(text.span)
    }
  }

  private mutating func readFormat(_ record: BIFFRecord, _ bytes: [UInt8]) {
    let start = record.data.lowerBound
    var code: [UInt8] = []
    switch version {
    case 8:
      var reader = BIFFStringReader(bytes, [record.data], skipping: 2)
      reader.string(into: &code)
    default:
      // Codes are ASCII but for quoted text, which does not count.
      let skipped = version == 5 || version == 4 ? 3 : 1
      code = Array(bytes[min(start + skipped, record.data.upperBound)..<record.data.upperBound])
    }
    let display = CellDisplay(code: String(decoding: code, as: UTF8.self))
    formats[version >= 5 ? bytes.word(start) : formats.count] = display
  }

  private mutating func readStyle(_ record: BIFFRecord, _ bytes: [UInt8]) {
    let start = record.data.lowerBound
    guard record.data.count >= 4 else { return }
    switch version {
    case 5, 8: styles.append(bytes.word(start + 2))
    case 2: styles.append(Int(bytes[start + 2]) & 0x3F)
    default: styles.append(Int(bytes[start + 1]))
    }
  }
}
