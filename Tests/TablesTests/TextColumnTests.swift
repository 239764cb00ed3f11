import Tables
import Testing

/// The column against plain arrays of optional strings, where the bitmap changes bytes.
struct TextColumnTests {
  static let lengths = [0, 1, 7, 8, 9, 15, 16, 17, 64, 65]

  /// Texts of a length with a null wherever `isNull` says so.
  private static func texts(_ count: Int, _ isNull: (Int) -> Bool) -> [String?] {
    (0..<count).map { isNull($0) ? nil : $0 % 5 == 0 ? "" : "ячейка \($0)" }
  }

  private static func read(_ column: TextColumn) -> [String?] { (0..<column.count).map { column[$0] } }

  @Test(arguments: lengths)
  func holdsWhatWasAppended(_ count: Int) {
    for first in 0...max(count, 1) {
      for texts in [
        Self.texts(count) { $0 == first }, Self.texts(count) { $0 >= first },
        Self.texts(count) { $0 < first },
        Self.texts(count) { ($0 + first).isMultiple(of: 3) },
      ] {
        let column = TextColumn(texts)
        #expect(Self.read(column) == texts)
        #expect(column.nullCount == texts.count { $0 == nil })
        #expect(column.isAllNull == texts.allSatisfy { $0 == nil })
        #expect(column.byteCount == texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) })
      }
    }
  }

  @Test(arguments: lengths)
  func nullsFromTheStartTakeTextsLater(_ count: Int) {
    var column = TextColumn(nulls: count)
    #expect(column.isAllNull && column.nullCount == count && column.count == count)
    column.append("после")
    column.append(nil as String?)
    #expect(Self.read(column) == [String?](repeating: nil, count: count) + ["после", nil])
  }

  @Test(arguments: lengths, lengths)
  func appendsAnotherColumn(_ first: Int, _ second: Int) {
    for nulls in 0..<4 {
      let left = Self.texts(first) { nulls & 1 == 1 && $0.isMultiple(of: 2) }
      let right = Self.texts(second) { nulls & 2 == 2 && $0.isMultiple(of: 3) }
      var column = TextColumn(left)
      column.append(contentsOf: TextColumn(right))
      #expect(Self.read(column) == left + right)
      #expect(column == TextColumn(left + right))
      column.append("x")
      #expect(column[first + second] == "x")
    }
  }

  @Test func equalityLooksAtTextsAndNotAtBitmaps() {
    var cleared = TextColumn(["a", nil])
    cleared = cleared.replacing(rows: [1], with: TextColumn(["b"]))
    #expect(cleared == TextColumn(["a", "b"]))
    #expect(TextColumn([nil]) != TextColumn([""]))
    #expect(TextColumn(["", "a"]) != TextColumn(["a", ""]))
    #expect(TextColumn(["a", nil, ""]) != TextColumn(["a", "", nil]))
    #expect(TextColumn(["ab", "c"]) != TextColumn(["a", "bc"]))
    #expect(TextColumn() == TextColumn(nulls: 0))
  }

  @Test(arguments: [
    (rows: [Int](), values: [String?](), expected: ["a", nil, "c"]),
    (rows: [0], values: [nil], expected: [nil, nil, "c"]),
    (rows: [1], values: ["b"], expected: ["a", "b", "c"]),
    (rows: [0, 2], values: ["", "долго"], expected: ["", nil, "долго"]),
    (rows: [0, 1, 2], values: ["1", "2", "3"], expected: ["1", "2", "3"]),
  ])
  func replaces(rows: [Int], values: [String?], expected: [String?]) {
    let column = TextColumn(["a", nil, "c"]).replacing(rows: rows, with: TextColumn(values))
    #expect(column == TextColumn(expected))
  }

  @Test(arguments: [
    (rows: [Int](), expected: [String?]()),
    (rows: [2, 0], expected: ["c", "a"]),
    (rows: [-1, 1, -1, 0, 0], expected: [nil, nil, nil, "a", "a"]),
  ])
  func gathers(rows: [Int], expected: [String?]) {
    #expect(Self.read(TextColumn(["a", nil, "c"]).gathering(rows)) == expected)
  }

  @Test(arguments: lengths)
  func slicesOfViewsReadTheSameCells(_ count: Int) {
    let texts = Self.texts(count) { $0 % 4 == 1 }
    let column = TextColumn(texts)
    column.withView { view in
      #expect((0..<view.count).map { view[$0] } == texts)
      for from in 0...count {
        for to in from...count {
          let slice = view.slice(from..<to)
          #expect((0..<slice.count).map { slice[$0] } == Array(texts[from..<to]))
          if to - from > 2 { #expect(slice.slice(1..<2)[0] == texts[from + 1]) }
        }
      }
    }
  }

  @Test func buildsACellOfParts() {
    var column = TextColumn()
    column.extend("при".utf8Span.span)
    column.extend("вет".utf8Span.span)
    column.extend(UInt8(ascii: "!"))
    column.closeCell(valid: true)
    column.closeCell(valid: true)
    column.closeCell(valid: false)
    #expect(Self.read(column) == ["привет!", "", nil])
  }

  @Test(arguments: [
    (row: 0, other: 0, same: true), (row: 0, other: 1, same: false), (row: 1, other: 2, same: false),
    (row: 2, other: 2, same: true), (row: 1, other: 1, same: true),
  ])
  func comparesCells(row: Int, other: Int, same: Bool) {
    #expect(
      TextColumn(["a", "", nil]).holdsSame(at: row, as: TextColumn(["a", "", nil]), at: other) == same)
  }

  @Test func readingBeyondTheEndStopsTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = TextColumn(["a"])[1] }
    await #expect(processExitsWith: .failure) {
      _ = TextColumn(["a"]).replacing(rows: [3], with: TextColumn(["b"]))
    }
  }
}
