import BaseFormats
import Foundation
import Tables
import Testing

/// Text files of public projects against Python's csv module: the number of rows, and the SHA-256 of all cells.
@Suite(.enabled(if: Corpora.root != nil, Corpora.missing))
struct CSVCorpusTests {
  /// Files that differ from the expectation when its encoding, delimiter and quote are given, and why that is right.
  private static let different: [String: String] = [
    "csv/PHPOffice__PhpSpreadsheet/tests/data/Reader/CSV/line_break_escaped_32le.csv":
      "UTF-32 without a mark, which the expectation took for ASCII with NUL bytes",
    "csv/PHPOffice__PhpSpreadsheet/tests/data/Reader/CSV/sep.csv":
      "its first line names the delimiter and is no row",
    "csv/duckdb__duckdb/data/csv/afl/null_padding/7.csv": titled,
    "csv/duckdb__duckdb/data/csv/comments/error.csv": titled,
    "csv/duckdb__duckdb/data/csv/dirty_line.csv": titled,
    "csv/frictionlessdata__frictionless-py/data/matrix-with-comment.csv": titled,
    "csv/frictionlessdata__frictionless-py/data/skip-rows-before-headers.csv": titled,
    "csv/frictionlessdata__frictionless-py/data/skip-rows.csv": titled,
    "csv/frictionlessdata__tabulator-py/data/special/skip-rows.csv": titled,
  ]
  private static let titled = "lines above the header are titles, not rows"

  /// Files that are refused, and why.
  private static let refused: [String: String] = [
    "empty.csv": "no bytes", "afl/25.csv": "no bytes", "afl/3.csv": "no bytes", "afl/4.csv": "no bytes",
    "afl/3977/case_4.csv": "no bytes",
    "ignore_errors/42.csv": "the expectation's cp1006 is unknown to the C library",
    "ignore_errors/53.csv": "the expectation's cp1006 is unknown to the C library",
    "ignore_errors/55.csv": "the expectation's cp1006 is unknown to the C library",
    "fuzzing/5.csv": "not the Japanese that the expectation guessed",
    "test/invalid_utf_big.csv": "not the Japanese that the expectation guessed",
    "compression/implicit-gz.csv": "a gzip archive", "compression/implicit-zip.csv": "a zip archive",
  ]

  /// What is held against the expectation of one file.
  private struct Verdict {
    var rows: Bool
    var cells: Bool
    var seconds: Double
  }

  @Test func cells() throws {
    let folder = try TestFolder()
    let files = try Corpora.expectations("csv").filter { $0.value["size"] as? Int ?? 0 <= Corpora.largest }
    var given = (rows: 0, cells: 0)
    var found = (rows: 0, cells: 0)
    var checkable = 0
    var unread: [String] = []
    var wrong: [String] = []
    var guessed: [String] = []
    var slowest = 0.0
    for (file, facts) in files.sorted(by: { $0.key < $1.key }) {
      let isClean = facts["ragged"] as? Bool == false && facts["nul"] as? Bool == false
      guard let mine = try verdict(file, facts, folder, options: options(facts)) else {
        unread.append(file)
        continue
      }
      slowest = max(slowest, mine.seconds)
      given.rows += mine.rows ? 1 : 0
      guard isClean else {
        if !mine.rows { wrong.append(file) }
        continue
      }
      checkable += 1
      given.cells += mine.cells && mine.rows ? 1 : 0
      if !mine.cells || !mine.rows { wrong.append(file) }
      guard let own = try verdict(file, facts, folder, options: ReadOptions()) else { continue }
      found.rows += own.rows ? 1 : 0
      found.cells += own.cells && own.rows ? 1 : 0
      if !own.cells { guessed.append(file) }
    }
    print(
      "csv: \(files.count - unread.count) of \(files.count) read; \(given.rows) have the same number of rows")
    print("csv: cells of \(given.cells) of \(checkable) even files agree, encoding and dialect given")
    print(
      "csv: cells of \(found.cells) of \(checkable) agree with encoding and dialect found, rows of \(found.rows)"
    )
    print("csv: slowest file \(slowest) s, peak memory \(Corpora.peakMemory) MiB")
    for file in unread { print("  not read: \(file): \(Self.reason(refused: file) ?? "?")") }
    for file in wrong { print("  differs: \(file)\(Self.different[file].map { ": " + $0 } ?? "")") }
    for file in guessed { print("  found otherwise: \(file)") }
    #expect(wrong.allSatisfy { Self.different[$0] != nil })
    #expect(unread.allSatisfy { Self.reason(refused: $0) != nil })
    #expect(slowest < 10)
    #if !DEBUG
      #expect(Corpora.peakMemory < 1024)
    #endif
  }

  private static func reason(refused file: String) -> String? {
    refused.first { file.hasSuffix("/" + $0.key) }?.value
  }

  private func options(_ facts: [String: Any]) -> ReadOptions {
    var options = ReadOptions()
    let name = facts["encoding"] as? String ?? "utf-8"
    if facts["encoding_guessed"] as? Bool == true {
      options.encoding = Self.iconvNames[name] ?? name.replacing("iso8859_", with: "iso-8859-")
    }
    options.delimiter = (facts["delimiter"] as? String)?.first
    options.quote = (facts["quote"] as? String)?.first
    return options
  }

  private static let iconvNames = [
    "utf_16_be": "utf-16be", "utf_32_be": "utf-32be", "utf_32_le": "utf-32le", "utf_32": "utf-32",
    "mac_latin2": "MAC-CENTRALEUROPE",
  ]

  private func verdict(
    _ file: String, _ facts: [String: Any], _ folder: TestFolder, options: ReadOptions
  ) throws -> Verdict? {
    let clock = ContinuousClock()
    let start = clock.now
    let base: Base
    do {
      base = try BaseReader.read("\(Corpora.root ?? "")/\(file)", options: options)
    } catch {
      return nil
    }
    let time = (clock.now - start) / .seconds(1)
    let blank = (facts["widths"] as? [String: Int])?["0"] ?? 0
    let rows = base.tables[0].rowCount + 1 == (facts["rows"] as? Int ?? 0) - blank
    let cells = try RawRows(base.tables[0], blankLines: blank).texts.contains { text in
      try digest(text, folder) == facts["sha256"] as? String
    }
    return Verdict(rows: rows, cells: cells, seconds: time)
  }

  private func digest(_ text: [UInt8], _ folder: TestFolder) throws -> String {
    // An empty file has no digest here, because it is no base; this is FIPS 180-4's of no bytes.
    text.isEmpty
      ? "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      : try BaseReader.sha256(of: try folder.file("dump", text))
  }
}

/// The rows of a text file as Python's csv module gives them, blank lines included, from a table that has none.
private struct RawRows {
  private let table: Table
  private let blankLines: Int

  init(_ table: Table, blankLines: Int) {
    self.table = table
    self.blankLines = blankLines
  }

  /// Cells with U+001F between, rows with U+001E between: one text for each place that blank lines may have had.
  var texts: [[UInt8]] {
    var blanks = [Int](repeating: 0, count: table.rowCount)
    var next = 1 + names.reduce(0) { $0 + lineEnds(Array($1.utf8).span) } + 1
    for row in 0..<table.rowCount {
      blanks[row] = Int(table.origin.numbers[row]) - next
      next = Int(table.origin.numbers[row]) + 1
      for column in table.columns {
        let cells = column.cells
        next += lineEnds(cells.utf8(at: row))
      }
    }
    // Lines before the first row may stand above the header or below it; those not seen stand at the end.
    if table.rowCount == 0 {
      return (0...max(blankLines, 0)).map { text(above: $0, blanks, end: blankLines - $0) }
    }
    let end = max(blankLines - blanks.reduce(0, +), 0)
    return (0...max(blanks[0], 0)).map { above in
      var blanks = blanks
      blanks[0] -= above
      return text(above: above, blanks, end: end)
    }
  }

  private var names: [String] {
    table.columns.enumerated().map { $1.name == "column \($0 + 1)" ? "" : $1.name }
  }

  private func text(above: Int, _ blanks: [Int], end: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0x1E, count: above)
    bytes += Array(names.joined(separator: "\u{1F}").utf8)
    for row in 0..<table.rowCount {
      bytes += [UInt8](repeating: 0x1E, count: 1 + max(blanks[row], 0))
      for (index, column) in table.columns.enumerated() {
        if index > 0 { bytes.append(0x1F) }
        let cells = column.cells
        let cell = cells.utf8(at: row)
        for place in cell.indices { bytes.append(cell[place]) }
      }
    }
    return bytes + [UInt8](repeating: 0x1E, count: end)
  }

  private func lineEnds(_ cell: Span<UInt8>) -> Int {
    var count = 0
    for place in cell.indices {
      let isSecond = cell[place] == 0x0A && place > 0 && cell[place - 1] == 0x0D
      if cell[place] == 0x0D || (cell[place] == 0x0A && !isSecond) { count += 1 }
    }
    return count
  }
}
