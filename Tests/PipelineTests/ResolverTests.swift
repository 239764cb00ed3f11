import Tables
import Testing

@testable import Pipeline

struct ResolverTests {
  private static func resolve(
    _ drawing: String, same: [(Int, Int)], policies: [String: String] = [:], flawed: Set<[String]> = [],
    keys: [String]? = nil
  ) -> Resolver.Outcome {
    let frame = Drawn.frame(drawing)
    var clusters = Clusters(rowCount: frame.rowCount)
    for pair in same { clusters.union(pair.0, pair.1) }
    return Resolver(
      policy: { policies[$0] ?? "most_complete" }, isFlawed: { flawed.contains([String($0), $1]) },
      keys: keys ?? (0..<frame.rowCount).map { "k\($0)" }
    ).resolve(frame, clusters.list())
  }

  static let unions: [(drawing: String, fields: [String], line: String)] = [
    ("phone\n1\n2\n3", ["phone", "phone_2", "phone_3"], "1|2|3"),
    ("phone\n1\n1\n", ["phone"], "1"),
    ("phone | phone_2\n1 | 2\n2 | 3", ["phone", "phone_2", "phone_3"], "1|2|3"),
    ("phone_2 | phone\n9 | 1\n | 2", ["phone", "phone_2", "phone_3"], "1|2|9"),
    ("phone | phone_2\n | 5\n | 5", ["phone", "phone_2"], "5|"),
    ("phone_2 | phone_3\n1 | 2\n3 | 1", ["phone_2", "phone_3", "phone_4"], "1|3|2"),
    ("phone | extra.phone\n1 | a\n2 | a", ["phone", "phone_2", "extra.phone"], "1|2|a"),
  ]

  @Test(arguments: unions)
  func unionSpreadsOverNumberedFields(drawing: String, fields: [String], line: String) {
    let rows = drawing.split(separator: "\n").count - 1
    let outcome = Self.resolve(drawing, same: (1..<rows).map { ($0 - 1, $0) }, policies: ["phone": "union"])
    #expect(outcome.clients.lines(fields) == [line])
    #expect(outcome.clients.fields.count == fields.count)
    #expect(outcome.superseded.isEmpty)
  }

  @Test func flawedValuesStandLastInAUnion() {
    let outcome = Self.resolve(
      "phone\n12\n+79161234567", same: [(0, 1)], policies: ["phone": "union"], flawed: [["0", "phone"]])
    #expect(outcome.clients.lines(["phone", "phone_2"]) == ["+79161234567|12"])
  }

  @Test func unmergedRowsStayAsTheyAre() {
    let outcome = Self.resolve(
      "phone | phone_2 | name\n | 7 | A\n1 | | B\n2 | | C", same: [(1, 2)], policies: ["phone": "union"])
    #expect(outcome.clients.lines(["name", "phone", "phone_2"]) == ["A||7", "B|1|2"])
    #expect(outcome.members.map { $0.map(Int.init) } == [[0], [1, 2]])
  }

  @Test func extraColumnsOfOneStemAreNoFamily() {
    let outcome = Self.resolve(
      "extra.Sales | extra.Sales_2024\na | b\nc | d", same: [(0, 1)],
      policies: ["extra.Sales": "union", "extra.Sales_2024": "first"])
    #expect(outcome.clients.text("extra.Sales_2024", 0) == "b")
  }

  @Test func whatDoesNotSurviveIsNoted() {
    let outcome = Self.resolve(
      "name | total | note | average_check | purchases_total | purchases_count\n"
        + "Ann | 1.5 | a | 9 | 10 | 3\nAnn Lee | x | b | 8 | 20.00 | 3",
      same: [(0, 1)],
      policies: [
        "total": "sum", "note": "concatenate", "purchases_total": "sum", "purchases_count": "sum",
        "average_check": "computed",
      ])
    #expect(
      outcome.clients.lines(["name", "total", "note", "purchases_total", "purchases_count", "average_check"])
        == ["Ann Lee|1.5|a; b|30|6|5"])
    let lost = outcome.superseded.map { "\($0.field) \($0.value) \($0.row)" }.sorted()
    #expect(lost == ["average_check 8 1", "name Ann 0", "total x 1"])
    let golden = outcome.survivors.map { "\($0.field) \($0.value) \($0.row) \($0.policy)" }
    #expect(golden.contains("name Ann Lee 1 most_complete"))
    #expect(golden.contains("purchases_total 30 0 sum"))
  }

  @Test func theKeeperIsTheLeastByContentNotByPlace() {
    let outcome = Self.resolve("name\nA\nB\nC", same: [(0, 2)], keys: ["k9", "k5", "k1"])
    #expect(outcome.members.map { $0.map(Int.init) } == [[2, 0], [1]])
  }
}
