import Tables

/// How a text file separates and quotes its cells, found in its first lines.
struct CSVDialect: Equatable {
  var delimiter: UInt8
  /// The quote; 0xFF, which UTF-8 never has, for none.
  var quote: UInt8 = UInt8(ascii: "\"")
  /// Bytes of Excel's own first line, which names the delimiter.
  var declarationLength = 0

  var tokenizer: CSVTokenizer { CSVTokenizer(delimiter: delimiter, quote: quote) }

  private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  /// The dialect that cuts the most rows into the same number of cells.
  ///
  /// What the user said counts, then a line `sep=;`, then the sample. Quotes are honoured, so a delimiter within them
  /// does not count. Apostrophes are quotes only where no cell opens with a double quote.
  /// `sample` is the text's begin; `fallback` is the delimiter where none is seen.
  /// - Complexity: O(bytes of the sample × candidates).
  static func find(
    in sample: Span<UInt8>, isWhole: Bool, delimiter asked: UInt8?, quote: UInt8?, fallback: UInt8
  ) -> CSVDialect {
    let declared = declared(in: sample)
    let start = declared?.length ?? 0
    let rest = sample.extracting(start..<sample.count)
    let candidates = (asked ?? declared?.delimiter).map { [$0] } ?? delimiters
    var best: (dialect: CSVDialect, shape: Shape)?
    for candidate in candidates {
      let double = UInt8(ascii: "\"")
      let shape = Shape(rest, delimiter: candidate, quote: quote ?? double, isWhole)
      if shape.score > best?.shape.score ?? 0 {
        best = (CSVDialect(delimiter: candidate, quote: quote ?? double, declarationLength: start), shape)
      }
      let single = UInt8(ascii: "'")
      guard quote == nil, !shape.hasQuoted else { continue }
      let other = Shape(rest, delimiter: candidate, quote: single, isWhole)
      let least = best?.shape.score ?? 0
      if other.isQuotedWell, other.score > least || (other.isQuotedEverywhere && other.score >= least) {
        best = (CSVDialect(delimiter: candidate, quote: single, declarationLength: start), other)
      }
    }
    if let best { return best.dialect }
    return CSVDialect(
      delimiter: asked ?? declared?.delimiter ?? fallback, quote: quote ?? UInt8(ascii: "\""),
      declarationLength: start)
  }

  /// The delimiter that Excel's own first line `sep=;` names, and the bytes of that line.
  static func declared(in sample: Span<UInt8>) -> (delimiter: UInt8, length: Int)? {
    guard sample.hasPrefix("sep="), sample.count > 5 else { return nil }
    guard sample[5] == 0x0A || sample[5] == 0x0D else { return nil }
    let pair = sample[5] == 0x0D && sample.count > 6 && sample[6] == 0x0A
    return (sample[4], pair ? 7 : 6)
  }

  /// What a sample looks like when cut in one way.
  private struct Shape {
    /// Agreement of the rows in their number of cells; 0 when nothing is cut.
    var score = 0.0
    /// Whether a cell opens with the quote.
    var hasQuoted = false
    /// Whether all cells that open with the quote close with it, in at least two rows.
    var isQuotedWell = false
    /// Whether every filled cell of some column is quoted.
    var isQuotedEverywhere = false

    init(_ sample: Span<UInt8>, delimiter: UInt8, quote: UInt8, _ isWhole: Bool) {
      var tape = CSVTape()
      unsafe sample.withUnsafeBufferPointer { text in
        let tokenizer = CSVTokenizer(delimiter: delimiter, quote: quote)
        unsafe tokenizer.read(text, isLast: isWhole, afterReturn: false, into: &tape)
        // The sample's last row may be cut; it counts only when it is alone.
        if tape.rows.isEmpty { unsafe tokenizer.read(text, isLast: true, afterReturn: false, into: &tape) }
      }
      look(tape, sample, quote)
    }

    private mutating func look(_ tape: CSVTape, _ sample: Span<UInt8>, _ quote: UInt8) {
      let widths = tape.rows.indices.map { tape.cells(ofRow: $0).count }
      var quotedRows = 0
      var isClean = tape.openQuoteLine == nil
      var open: [Bool] = Array(repeating: true, count: widths.first ?? 0)
      for row in tape.rows.indices {
        var isQuoted = false
        for (column, place) in tape.cells(ofRow: row).enumerated() {
          let cell = tape.cells[place]
          let opens = cell.isComplex || (cell.start > 0 && sample[cell.start - 1] == quote)
          isQuoted = isQuoted || opens
          // Text behind the closing quote: an apostrophe that began a name.
          if cell.isComplex, cell.count < 2 || sample[Int(cell.end) - 1] != quote { isClean = false }
          if !opens, cell.count > 0, column < open.count { open[column] = false }
        }
        if isQuoted { quotedRows += 1 }
      }
      hasQuoted = quotedRows > 0
      isQuotedWell = isClean && quotedRows > 1
      isQuotedEverywhere = isQuotedWell && quotedRows == widths.count && open.contains(true)
      guard let header = widths.first, widths.contains(where: { $0 > 1 }) else { return }
      var tally: [Int: Int] = [:]
      for width in widths where width > 1 { tally[width, default: 0] += 1 }
      guard let common = tally.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return }
      let agreement = Double(common.value) / Double(widths.count)
      // Agreement first; the header's own cut and the number of cells break ties.
      score = agreement + (header == common.key ? 0.25 : 0) + 0.01 * Double(min(common.key, 20))
    }
  }
}
