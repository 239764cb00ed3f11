import RuleKit
import Tables
import Testing

@testable import Pipeline

struct EditApplicationTests {
  /// An edit as `row field value`, `-` for null, `~` before the row for a lossy one.
  private static func results(_ edits: [String]) -> Results {
    var results = Results()
    for edit in edits {
      let parts = edit.split(separator: " ").map(String.init)
      let isLossy = parts[0].hasPrefix("~")
      results.edit(
        row: Int(parts[0].drop { $0 == "~" }) ?? 0, parts[1], "code-\(parts[1])",
        to: parts[2] == "-" ? nil : parts[2],
        safety: isLossy ? .lossy : .safe)
    }
    return results
  }

  private static func changes(_ log: RunLog) -> [String] {
    log.changes.indices.map { place in
      let change = log.changes[place]
      return
        "\(change.rowID) \(log.names[change.field]) \(log.before[place] ?? "-")→\(log.after[place] ?? "-") "
        + change.safety.name
    }
  }

  static let table: [(edits: [String], lossy: Bool, lines: [String], changes: [String], held: Int)] = [
    ([], false, ["1|x", "2|"], [], 0),
    (["0 a 9"], false, ["2|", "9|x"], ["10 a 1→9 safe"], 0),
    (["1 a 8", "0 a 9"], false, ["8|", "9|x"], ["10 a 1→9 safe", "11 a 2→8 safe"], 0),
    (
      ["0 a 5", "0 a 6", "0 a 7"], false, ["2|", "7|x"], ["10 a 1→5 safe", "10 a 5→6 safe", "10 a 6→7 safe"],
      0
    ),
    (["0 a 1", "1 b -"], false, ["1|x", "2|"], [], 0),
    (["0 a 5", "0 a 1"], false, ["1|x", "2|"], ["10 a 1→5 safe", "10 a 5→1 safe"], 0),
    (["0 b -"], false, ["1|", "2|"], ["10 b x→- safe"], 0),
    (["~0 a 9", "1 a 7"], false, ["1|x", "7|"], ["11 a 2→7 safe"], 1),
    (["~0 a 9", "1 a 7"], true, ["7|", "9|x"], ["10 a 1→9 lossy", "11 a 2→7 safe"], 0),
    (["0 a 5", "~0 a 6"], false, ["2|", "5|x"], ["10 a 1→5 safe"], 1),
    (["~0 a 1"], false, ["1|x", "2|"], [], 0),
  ]

  @Test(arguments: table)
  func applies(edits: [String], lossy: Bool, lines: [String], changes: [String], held: Int) {
    var frame = Drawn.frame("a | b\n1 | x\n2 |")
    var log = RunLog()
    let application = EditApplication(lossy: lossy, severities: ["code-a": .error], rule: "rule")
    let outcome = application.apply([(0, Self.results(edits))], to: &frame, rowIDs: [10, 11], log: &log)
    #expect(frame.lines(["a", "b"]) == lines)
    #expect(Self.changes(log) == changes)
    #expect(outcome.held.count == held)
    #expect(outcome.held.items.allSatisfy { $0.severity == .error && log.names[$0.code] == "code-a" })
  }

  @Test func aNewNameMakesADerivedColumn() {
    var frame = Drawn.frame("a\n1\n2\n3")
    var log = RunLog()
    let outcome = EditApplication(lossy: false, severities: [:], rule: "rule")
      .apply([(0, Self.results(["1 gender f"]))], to: &frame, rowIDs: [0, 1, 2], log: &log)
    #expect(frame.texts("gender") == [nil, "f", nil])
    #expect(outcome.changed == 1 && Self.changes(log) == ["1 gender -→f safe"])
  }

  @Test func batchesCountFromTheirFirstRow() {
    var frame = Drawn.frame("a\n1\n2\n3")
    var log = RunLog()
    let batches = [
      (first: 0, results: Self.results(["0 b x", "1 a 7"])),
      (first: 2, results: Self.results(["0 a 9", "0 b y"])),
    ]
    let outcome = EditApplication(lossy: false, severities: [:], rule: "rule", nameInLog: ["a": "Имя"])
      .apply(batches, to: &frame, rowIDs: [4, 5, 6], log: &log)
    #expect(frame.texts("a") == ["1", "7", "9"] && frame.texts("b") == ["x", nil, "y"])
    #expect(outcome.changed == 4)
    #expect(Self.changes(log) == ["4 b -→x safe", "6 b -→y safe", "5 Имя 2→7 safe", "6 Имя 3→9 safe"])
  }
}
