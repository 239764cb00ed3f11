import Tables

extension BIFFGlobals {
  /// Finds the encoding of a workbook that names no code page, by the letters of its texts.
  mutating func guessPage(_ records: BIFFRecords) {
    var sample: [UInt8] = []
    var offset = 0
    while sample.count < 1 << 20, let record = records.record(at: offset) {
      offset = record.data.upperBound
      guard [0x04, 0x204, 0xD6, 0x07, 0x207, 0x85].contains(record.id) else { continue }
      sample.append(
        contentsOf: records.bytes.span.extracting(record.data).extracting(min(6, record.data.count)...))
      sample.append(0x0A)
    }
    // Lengths stand before the texts; they and other low bytes say nothing of letters.
    sample = sample.map { $0 < 0x20 ? 0x0A : $0 }
    guard sample.contains(where: { $0 >= 0x80 }), let text = LegacyText(TextEncoding.legacy(sample)) else {
      return
    }
    self.text = text
  }
}
