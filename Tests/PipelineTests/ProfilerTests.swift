import RuleKit
import Standards
import Tables
import Testing

@testable import Pipeline

/// What a profile counts.
@Suite struct ProfilerTests {
  private static let letters = TestRule(
    "letters", writes: ["phone"],
    codes: [
      .init("letters", .error, en: "letters in {field}", ru: "буквы в {field}"),
      .init("table", .warning, en: "of the table", ru: "о таблице"),
    ]
  ) { rows, results in
    results.flagTable("table")
    for row in rows.indices {
      guard let text = rows.text("phone", row) else { continue }
      if text.contains("а") {
        results.flag(row: row, "phone", "letters", arguments: #"{"field":"phone"}"#)
      } else if text.hasPrefix("8") {
        results.edit(row: row, "phone", "letters", to: "+7")
      }
    }
  }

  @Test func countsColumnsAndDefects() async throws {
    let source = Drawn.source(
      """
      phone       | extra.Цвет | -Прочее
      89161234576 | красный    | 1
      а1          | красный    |
                  | Синий      | 2
      89161234577 |            | 1
      """)
    let base = TestRule("whole", phase: .base) { _, results in results.flagTable("never") }
    let profiler = Profiler(rules: [Self.letters, base], jobs: 2) { Localized(en: $0, ru: $0) }
    let table = try #require(try await profiler.tables([source]).first)
    #expect(table.rows == 4 && table.columns.map(\.filled) == [3, 3, 3])
    #expect(table.columns.map(\.distinct) == [3, 2, 2])
    #expect(table.columns.map(\.isRecognised) == [true, false, false])
    #expect(table.columns[0].shapes.map(\.shape) == ["9", "я9"] && table.columns[0].shapes[0].count == 2)
    #expect(table.columns[0].changes == 2)
    #expect(table.columns[0].defects.map(\.count) == [1])
    #expect(table.columns[0].defects.first?.message == Localized(en: "letters in phone", ru: "буквы в phone"))
    #expect(table.defects.map(\.code) == ["table"] && table.defects[0].count == 1)
  }

  @Test func neitherThreadsNorBatchesChangeTheCounts() async throws {
    let rows: [[String?]] = (0..<20_000).map { [$0 % 3 == 0 ? "а\($0)" : $0 % 5 == 0 ? nil : "8\($0)"] }
    let source = Drawn.source(["phone"], rows)
    var seen: [[Int]] = []
    for jobs in [1, 2, 5] {
      let profiler = Profiler(rules: [Self.letters], jobs: jobs) { Localized(en: $0, ru: $0) }
      let table = try #require(try await profiler.tables([source]).first)
      seen.append([
        table.defects[0].count, table.columns[0].defects[0].count, table.columns[0].changes,
        table.columns[0].filled,
        table.columns[0].distinct, table.columns[0].shapes[0].count,
      ])
    }
    #expect(seen[0] == seen[1] && seen[1] == seen[2])
    #expect(seen[0][0] == 1 && seen[0][1] == 6_667)
  }

  /// The quick way and the way through Unicode's tables give the same shapes.
  @Test func shapesAreThoseOfValueShape() {
    let parts = [
      "а", "Я", "ё", "Ё", "z", "Q", "7", " ", "\u{A0}", "-", "+", "№", "«", "»", "–", "é", "ß", "中",
      "e\u{301}", "²",
      "\r\n", "\t", "😀", "ѣ", "ђ", "Ђ", "·", "…", "\u{200B}", "½",
    ]
    var random = Seeded(7)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }
      .joined()
      var counts = ShapeCount()
      counts.add(Array(text.utf8).span, row: 0)
      #expect(counts.top(1).shapes.first?.shape == ValueShape.of(text), "\(text.debugDescription)")
    }
  }
}
