import Tables

/// Reads delimited text: one table, one row its header.
enum CSVReader {
  static func read(_ path: String, options: ReadOptions) throws(SourceError) -> Base {
    let input = try FileInput(path)
    var found = try TextEncoding.find(input, named: options.encoding)
    while true {
      var reading = try CSVReading(input, found, options)
      guard let wound = try reading.run(input) else { return try reading.base(path) }
      // What began as UTF-8 is none: the file is read again as what it is.
      guard found.isGuess else {
        throw SourceError(path, .undecodable(encoding: "utf-8", line: wound.line))
      }
      found = try TextEncoding.found(after: wound.offset, sequences: wound.sequences, in: input)
    }
  }
}

/// One reading of a file in one encoding.
private struct CSVReading: ~Copyable {
  /// Where a text stops being UTF-8.
  struct Wound {
    var offset: Int
    var line: Int
    var sequences: Int
  }

  private let found: TextEncoding.Found
  private let options: ReadOptions
  private let limits: ReadLimits
  private let dialect: CSVDialect
  private var source: TextSource
  private var text: [UInt8]
  private var isEnd: Bool
  private var line: Int64
  private var offset: Int
  private var sequences = 0
  private var table: CSVTableBuilder

  /// Begins a reading: the first part of the text shows the dialect.
  init(
    _ input: borrowing FileInput, _ found: TextEncoding.Found, _ options: ReadOptions
  ) throws(SourceError) {
    var source = try TextSource(
      found.encoding, skipping: found.markLength, isLenient: found.isAsked, path: input.path)
    var sample: [UInt8] = []
    var isWhole = false
    while sample.count < options.textSample, !isWhole {
      isWhole = try !source.append(from: input, count: options.textSample, to: &sample)
    }
    guard !sample.isEmpty else { throw SourceError(input.path, .empty) }
    dialect = try Self.dialect(of: sample.span, isWhole: isWhole, options, input.path)
    sample.removeFirst(dialect.declarationLength)
    self.found = found
    self.options = options
    self.source = source
    limits = options.limits.scaled(toFile: input.size)
    text = sample
    isEnd = isWhole
    line = dialect.declarationLength > 0 ? 2 : 1
    offset = found.markLength + dialect.declarationLength
    table = CSVTableBuilder(quote: dialect.quote, limits: limits, threads: options.threads)
  }

  /// Reads all; a wound ends the reading.
  mutating func run(_ input: borrowing FileInput) throws(SourceError) -> Wound? {
    var wave = CSVWave(
      .init(
        tokenizer: dialect.tokenizer, isChecked: source.needsCheck,
        leastPiece: min(options.textPiece, 1 << 16)))
    var afterReturn = false
    var goal = text.count
    repeat {
      while text.count < goal, !isEnd {
        isEnd = try !source.append(from: input, count: goal - text.count, to: &text)
      }
      // What names the columns is read in one piece, so that threads decide nothing.
      let threads = table.names == nil ? 1 : options.threads
      let used = wave.read(text, isLast: isEnd, afterReturn: afterReturn, threads: threads)
      if let wound = wound(in: wave, afterReturn: afterReturn) { return wound }
      guard text.count - used <= limits.rowBytes else {
        let line = Int(line) + wave.lineCount
        throw SourceError(input.path, .damaged(.rowTooLong(limit: limits.rowBytes), part: nil, line: line))
      }
      // A row longer than a wave makes the next wave twice as long; before the header, nothing else counts.
      let piece = table.names == nil ? options.textSample : options.textPiece * options.threads
      goal = max(piece, (text.count - used) * 2)
      guard used > 0 else { continue }
      let isFirst = table.numbers.isEmpty
      try table.take(&wave, of: text, line: line, path: input.path)
      if isFirst, !isEnd { table.reserve(factor: 1.1 * Double(input.size) / Double(source.position)) }
      line += Int64(wave.lineCount)
      offset += used
      afterReturn = text[used - 1] == 0x0D
      text.removeFirst(used)
      options.progress?(source.position, input.size)
    } while !isEnd
    return nil
  }

  private mutating func wound(in wave: CSVWave, afterReturn: Bool) -> Wound? {
    for piece in wave.pieces {
      sequences += piece.utf8.sequences
      guard let failure = piece.utf8.failure else { continue }
      let start = piece.range.lowerBound
      var before = LineEnds(afterReturn: start > 0 ? text[start - 1] == 0x0D : afterReturn)
      before.add(text.span.extracting(start..<(start + failure)))
      return Wound(
        offset: offset + start + failure, line: Int(line) + piece.line + before.count, sequences: sequences)
    }
    return nil
  }

  /// The base that was read.
  consuming func base(_ path: String) throws(SourceError) -> Base {
    guard let names = table.names else { throw SourceError(path, .noTable(named: nil)) }
    let columns = table.columns.enumerated().map { index, cells in
      let name = index < names.count ? names[index] : ""
      return Column(name: name.isEmpty ? "column \(index + 1)" : name, cells: cells)
    }
    let origin = Origin(path: path, table: nil, unit: .line, numbers: table.numbers)
    var read = Table(name: Self.stem(of: origin.file), columns: columns, origin: origin)
    read.raggedRows = table.ragged
    guard options.table == nil || options.table == read.name else {
      throw SourceError(path, .noTable(named: options.table))
    }
    let notes = CSVNotes.of(table, encoding: found.encoding, dialect: dialect, replaced: source.replaced)
    return Base(path: path, format: "csv", tables: [read], notes: notes)
  }

  private static func stem(of file: String) -> String {
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }

  private static func dialect(
    of sample: Span<UInt8>, isWhole: Bool, _ options: ReadOptions, _ path: String
  ) throws(SourceError) -> CSVDialect {
    let delimiter = options.delimiter?.asciiValue
    let quote = options.quote?.asciiValue
    let banned: [UInt8] = [0, 0x0A, 0x0D]
    if let asked = options.delimiter {
      guard let delimiter, asked != "\"", !banned.contains(delimiter), delimiter != quote else {
        throw SourceError(path, .badDelimiter)
      }
    }
    if options.quote != nil {
      guard let quote, !banned.contains(quote) else { throw SourceError(path, .badDelimiter) }
    }
    let lower = path.lowercased()
    let isTab = lower.hasSuffix(".tsv") || lower.hasSuffix(".tab")
    return CSVDialect.find(
      in: sample, isWhole: isWhole, delimiter: delimiter, quote: quote,
      fallback: UInt8(ascii: isTab ? "\t" : ","))
  }
}
