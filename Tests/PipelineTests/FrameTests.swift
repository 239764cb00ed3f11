import Tables
import Testing

@testable import Pipeline

struct FrameTests {
  @Test func columnsAreSetFoundAndDropped() {
    var frame = Drawn.frame("a | b | c\n1 | 2 | 3\n4 |  | 6")
    #expect(frame.fields == ["a", "b", "c"])
    #expect(frame.text("b", 0) == "2" && frame.text("b", 1) == nil && frame.text("z", 0) == nil)
    frame.remove("a")
    frame.remove("z")
    #expect(frame.fields == ["b", "c"] && frame.index(of: "c") == 1 && frame["a"] == nil)
    frame.set("b", TextColumn(["x", "y"]))
    frame.set("d", TextColumn(nulls: 2))
    #expect(frame.fields == ["b", "c", "d"] && frame.texts("b") == ["x", "y"])
  }

  @Test(arguments: [
    (rows: [Int](), lines: [String]()), (rows: [1, 0], lines: ["1|2", "3|"]),
    (rows: [1, 1], lines: ["3|", "3|"]),
  ])
  func gathers(rows: [Int], lines: [String]) {
    #expect(Drawn.frame("a | b\n1 | 2\n3 |").gathering(rows).lines(["a", "b"]) == lines)
  }

  @Test(arguments: [
    (["c", "a"], ["c", "a", "b"]), ([], ["a", "b", "c"]), (["z", "b", "b"], ["b", "a", "c"]),
  ])
  func ordersColumns(_ names: [String], _ expected: [String]) {
    #expect(Drawn.frame("a | b | c\n1 | 2 | 3").ordered(by: names).fields == expected)
  }

  @Test(arguments: [
    (pairs: [(Int, Int)](), clusters: [[0], [1], [2], [3], [4]]),
    (pairs: [(0, 4), (1, 3)], clusters: [[0, 4], [1, 3], [2]]),
    (pairs: [(4, 3), (3, 2), (2, 1), (1, 0)], clusters: [[0, 1, 2, 3, 4]]),
    (pairs: [(1, 2), (3, 4), (2, 3), (1, 4)], clusters: [[0], [1, 2, 3, 4]]),
  ])
  func rowsBecomeClients(pairs: [(Int, Int)], clusters: [[Int]]) {
    for order in [pairs, pairs.reversed()] {
      var union = Clusters(rowCount: 5)
      let merged = order.count { union.union($0.0, $0.1) }
      let list = union.list()
      #expect((0..<list.count).map { list[$0].map(Int.init) } == clusters)
      #expect(merged == 5 - clusters.count)
    }
  }

  @Test func noRowsAreNoClients() {
    var none = Clusters(rowCount: 0)
    #expect(none.list().count == 0)
  }

  @Test(arguments: [
    ("", ""), ("+7 916 123-45-67", "+9 9 9-9-9"), ("Иванов И.", "Яя Я."),
    ("Ann Lee", "Aa Aa"), ("ANN", "A"), ("a@b.example", "a@a.a"), ("№ 5", "· 9"), ("\u{A0}x", " a"),
    ("١٢", "9"),
  ])
  func shapes(_ value: String, _ shape: String) { #expect(ValueShape.of(value) == shape) }

  @Test func aShapeEndsAtFortyAndGivesNoValueAway() {
    let shape = ValueShape.of(String(repeating: "a1", count: 200))
    #expect(shape.count == 41 && shape.hasSuffix("…"))
    #expect(ValueShape.of("Петрова Анна") == ValueShape.of("Сидоров Олег"))
  }
}
