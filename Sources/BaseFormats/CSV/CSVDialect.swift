import Tables

/// The delimiter of a text file, found in its first lines.
enum CSVDialect {
  static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  /// The delimiter that cuts the most rows into the same number of cells; nil when none is there.
  ///
  /// Quotes are honoured, so a delimiter within them does not count.
  /// - Complexity: O(bytes of the sample × candidates).
  static func delimiter(of sample: Span<UInt8>) -> UInt8? {
    var best: (delimiter: UInt8, score: Double)?
    for candidate in candidates {
      let widths = widths(of: sample, delimiter: candidate)
      guard let header = widths.first, widths.contains(where: { $0 > 1 }) else { continue }
      var tally: [Int: Int] = [:]
      for width in widths where width > 1 { tally[width, default: 0] += 1 }
      guard let common = tally.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
      let agreement = Double(common.value) / Double(widths.count)
      // Agreement first; the header's own cut and the number of cells break ties.
      let score = agreement + (header == common.key ? 0.25 : 0) + 0.01 * Double(min(common.key, 20))
      if score > best?.score ?? 0 { best = (candidate, score) }
    }
    return best?.delimiter
  }

  /// The delimiter that Excel's own first line `sep=;` names, and the bytes of that line.
  static func declared(in sample: Span<UInt8>) -> (delimiter: UInt8, length: Int)? {
    guard sample.hasPrefix("sep="), sample.count > 5 else { return nil }
    guard sample[5] == 0x0A || sample[5] == 0x0D else { return nil }
    let pair = sample[5] == 0x0D && sample.count > 6 && sample[6] == 0x0A
    return (sample[4], pair ? 7 : 6)
  }

  private struct Widths: CSVSink {
    var widths: [Int] = []
    var cells = 0

    mutating func extend(_ part: Span<UInt8>) {}
    mutating func endCell() { cells += 1 }
    mutating func endRow(line: Int) {
      widths.append(cells)
      cells = 0
    }
  }

  private static func widths(of sample: Span<UInt8>, delimiter: UInt8) -> [Int] {
    var scanner = CSVScanner(delimiter: delimiter, sink: Widths())
    scanner.feed(sample)
    // The sample's last row may be cut; it counts only when it is alone.
    if scanner.sink.widths.isEmpty { scanner.finish() }
    return scanner.sink.widths
  }
}
