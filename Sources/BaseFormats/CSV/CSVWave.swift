import Dispatch
import Glibc
import Tables

/// A run of text and the tapes of its pieces, each read by a thread of its own.
///
/// The text is cut at line ends that are guessed to be ends of rows. A guess was wrong exactly when the piece before it
/// ends with an open row; then that row is given to the next piece, which is read again. So the rows are the same with
/// any number of threads.
struct CSVWave {
  /// A piece: its place in the text, its cells, and what was noticed on the way.
  struct Piece: Sendable {
    var range = 0..<0
    var tape = CSVTape()
    /// Where the piece stops being UTF-8, and the sequences of several bytes before that.
    var utf8: (failure: Int?, sequences: Int) = (nil, 0)
    /// Line ends before the piece.
    var line = 0
    /// Line ends before the first NUL.
    var nulLine: Int?
  }

  /// How the text is to be read.
  struct Rules: Sendable {
    var tokenizer: CSVTokenizer
    var isChecked: Bool
    /// Bytes below which a second thread costs more than it brings.
    var leastPiece: Int
  }

  private(set) var pieces: [Piece] = []
  private let rules: Rules

  init(_ rules: Rules) { self.rules = rules }

  /// Finds the cells of `text`, which begins with a row.
  ///
  /// - Returns: the begin of the row that the text cuts, or its end.
  /// - Complexity: O(bytes); more than one pass only where line ends stand within quotes at a cut.
  mutating func read(_ text: [UInt8], isLast: Bool, afterReturn: Bool, threads: Int) -> Int {
    let cuts = cuts(text, threads)
    while pieces.count < cuts.count { pieces.append(Piece()) }
    pieces.removeLast(pieces.count - cuts.count)
    for index in cuts.indices { pieces[index].range = cuts[index] }
    let last = cuts.count - 1
    let rules = rules
    unsafe text.withUnsafeBufferPointer { text in
      unsafe pieces.withUnsafeMutableBufferPointer { pieces in
        let work = unsafe Work(text: text, pieces: pieces, rules: rules)
        Threads.each(last + 1) { index in
          work.read(index, isLast: isLast && index == last, afterReturn: afterReturn && index == 0)
        }
        for index in 1..<max(last + 1, 1) { work.pass(openRowTo: index, isLast: isLast && index == last) }
      }
    }
    for index in pieces.indices.dropFirst() {
      pieces[index].line = pieces[index - 1].line + pieces[index - 1].tape.lineCount
    }
    guard let tail = pieces.last, let open = tail.tape.openStart else { return text.count }
    return tail.range.lowerBound + open
  }

  /// Line ends in the rows of the text.
  var lineCount: Int { pieces.last.map { $0.line + $0.tape.lineCount } ?? 0 }

  /// Leaves rows of a piece to the caller.
  mutating func skip(rows: Int, ofPiece index: Int) { pieces[index].tape.skipped = rows }

  /// Ranges of about equal length that end behind a line feed, or behind a CR that begins no CRLF.
  private func cuts(_ text: [UInt8], _ threads: Int) -> [Range<Int>] {
    let count = max(1, min(threads, text.count / rules.leastPiece))
    var ranges: [Range<Int>] = []
    var start = 0
    for index in 1..<max(count, 1) {
      let wanted = text.count / count * index
      guard wanted > start, let end = Self.lineEnd(in: text, before: wanted, after: start) else { continue }
      ranges.append(start..<end)
      start = end
    }
    return ranges + [start..<text.count]
  }

  private static func lineEnd(in text: [UInt8], before end: Int, after start: Int) -> Int? {
    var index = end
    while index > start {
      let byte = text[index - 1]
      if byte == 0x0A || (byte == 0x0D && index < text.count && text[index] != 0x0A) { return index }
      index -= 1
    }
    return nil
  }

  /// The pieces as threads see them: each its own.
  @safe private struct Work: Sendable {
    // Pieces are disjoint, and the owners outlive the threads.
    nonisolated(unsafe) let text: UnsafeBufferPointer<UInt8>
    nonisolated(unsafe) let pieces: UnsafeMutableBufferPointer<Piece>
    let rules: Rules

    @unsafe init(
      text: UnsafeBufferPointer<UInt8>, pieces: UnsafeMutableBufferPointer<Piece>, rules: Rules
    ) {
      unsafe self.text = unsafe text
      unsafe self.pieces = unsafe pieces
      self.rules = rules
    }

    func read(_ index: Int, isLast: Bool, afterReturn: Bool) {
      let range = unsafe pieces[index].range
      let bytes = unsafe UnsafeBufferPointer(rebasing: text[range])
      unsafe rules.tokenizer.read(
        bytes, isLast: isLast, afterReturn: afterReturn, into: &pieces[index].tape)
      let whole = unsafe pieces[index].tape.openStart ?? bytes.count
      let rows = unsafe Span(_unsafeElements: UnsafeBufferPointer(rebasing: bytes[..<whole]))
      unsafe pieces[index].utf8 = rules.isChecked ? Utf8Scan.firstFailure(in: rows) : (nil, 0)
      unsafe pieces[index].nulLine = Self.nulLine(rows, LineEnds(afterReturn: afterReturn))
    }

    /// Reads a piece again from the row that the piece before it left open.
    func pass(openRowTo index: Int, isLast: Bool) {
      guard let open = unsafe pieces[index - 1].tape.openStart else { return }
      let start = unsafe pieces[index - 1].range.lowerBound + open
      unsafe pieces[index - 1].range = pieces[index - 1].range.lowerBound..<start
      unsafe pieces[index].range = start..<pieces[index].range.upperBound
      read(index, isLast: isLast, afterReturn: false)
    }

    private static func nulLine(_ rows: Span<UInt8>, _ lines: LineEnds) -> Int? {
      let before = unsafe rows.withUnsafeBytes { bytes -> Int? in
        guard let base = bytes.baseAddress else { return nil }
        return unsafe memchr(base, 0, bytes.count).map { unsafe UnsafeRawPointer($0) - base }
      }
      guard let before else { return nil }
      var lines = lines
      lines.add(rows.extracting(first: before))
      return lines.count
    }
  }
}

/// Work shared out over threads; the order in which its parts are done shows nowhere.
enum Threads {
  /// Calls `body` with every number below `count`, at once where there are several.
  static func each(_ count: Int, _ body: @Sendable (Int) -> Void) {
    guard count > 1 else { return count == 1 ? body(0) : () }
    DispatchQueue.concurrentPerform(iterations: count, execute: body)
  }
}
