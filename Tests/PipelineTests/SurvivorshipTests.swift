import Testing

@testable import Pipeline

struct SurvivorshipTests {
  /// A candidate as `value`, `!value` for one with an error, `value @latest` and `value @first..latest` for dates,
  /// `value #2` for one of the third base.
  private static func candidates(_ texts: [String]) -> [Candidate] {
    texts.enumerated().map { row, text in
      let pieces = text.split(separator: " #")
      let parts = pieces[0].split(separator: " @")
      let dates = parts.count > 1 ? parts[1].split(separator: "..").map(String.init) : [""]
      let isFlawed = parts[0].hasPrefix("!")
      return Candidate(
        row: row, value: String(parts[0].dropFirst(isFlawed ? 1 : 0)), isFlawed: isFlawed,
        date: dates.last ?? "",
        firstDate: dates[0], base: pieces.count > 1 ? Int(pieces[1]) ?? 0 : 0)
    }
  }

  static let table: [(policy: String, candidates: [String], value: String?, from: Int?)] = [
    ("most_complete", ["Иванов", "Иванов Иван", "Ив"], "Иванов Иван", 1),
    ("most_complete", ["Москва, Тверская 1", "Москва Тверская"], "Москва, Тверская 1", 0),
    ("most_complete", ["abc", "abd"], "abc", 0),
    ("most_complete", ["!a b c d", "a b"], "a b", 1),
    ("most_complete", ["!a", "!a b"], "a b", 1),
    ("longest", ["aa", "a b", "a b c"], "a b c", 2),
    ("latest", ["old @2020-01-01", "new @2024-01-01", "none"], "new", 1),
    ("latest", ["!new @2024-01-01", "old @2020-01-01"], "old", 1),
    ("latest", ["2024-01-05 @2025-01-01", "2024-06-01 @2024-07-01"], "2024-06-01", 1),
    ("latest", ["2024-01-05 10:00", "2024-01-05 09:59"], "2024-01-05 10:00", 0),
    (
      "latest", ["40702810900000000001 @2020-01-01", "30702810900000000002 @2024-01-01"],
      "30702810900000000002", 1
    ),
    ("earliest", ["2024-01-05", "2019-03-01", "2020-02-02"], "2019-03-01", 1),
    ("earliest", ["!2000-01-01", "2019-03-01"], "2019-03-01", 1),
    ("earliest", ["site @2021-01-01..2025-01-01", "fair @2019-01-01..2026-01-01", "ad"], "fair", 1),
    ("earliest", ["site", "fair", "site"], "site; fair", 0),
    ("earliest", ["fair", "site; fair"], "fair; site", 0),
    ("earliest", ["!??", "site"], "site", 1),
    ("earliest", ["site", "fair @2019-01-01"], "fair", 1),
    ("earliest", ["8 sites @2021-01-01", "1 fair @2022-01-01"], "8 sites", 0),
    ("most_frequent", ["a", "b", "b"], "b", 1),
    ("most_frequent", ["a", "b"], "a", 0),
    ("most_frequent", ["!b", "!b", "a"], "a", 2),
    ("valid_first", ["!7707", "7707083893"], "7707083893", 1),
    ("first", ["x", "longer"], "x", 0),
    ("source_priority", ["ours longer #1", "theirs #0", "third #2"], "theirs", 1),
    ("source_priority", ["!theirs #0", "ours #1"], "ours", 1),
    ("source_priority", ["a #1", "b #1", "b #1", "c #2"], "b", 1),
    ("source_priority", ["!a #1", "!b #0"], "b", 1), ("source_priority", [], nil, nil),
    ("concatenate", ["звонил", "звонил", "просил скидку"], "звонил; просил скидку", 0),
    ("concatenate", ["b", "a; b"], "b; a", 0),
    ("concatenate", ["x; x"], "x; x", 0),
    ("sum", ["10.50", "0.5", "-1"], "10", 0),
    ("sum", ["много", "5", "6"], "11", 1),
    ("sum", ["много", "мало"], "много", 0),
    ("most_restrictive", ["true", "false", "true"], "false", 1),
    ("most_restrictive", ["true", "true"], "true", 0),
    ("any_true", ["false", "true"], "true", 1),
    ("any_true", ["false", "false"], "false", 0),
    ("most_complete", [], nil, nil), ("sum", [], nil, nil), ("concatenate", [], nil, nil),
  ]

  @Test(arguments: table)
  func chooses(policy: String, candidates: [String], value: String?, from: Int?) {
    let chosen = Survivorship.choose(policy, Self.candidates(candidates))
    #expect(chosen?.value == value)
    #expect(chosen?.from == from)
  }

  /// Every policy, whatever rows the same clients came in.
  @Test(arguments: [
    "most_complete", "longest", "latest", "earliest", "most_frequent", "valid_first", "concatenate", "sum",
    "most_restrictive", "any_true", "first", "union", "source_priority",
  ])
  func resolvingDoesNotDependOnTheOrderOfRows(_ policy: String) {
    var numbers = Seeded(11)
    let values: [String?] = [
      "10", "2024-01-01", "Анна", "Анна Б.", nil, "false", "true", "7.25", "Анна", "2023-05-05",
    ]
    let dates: [String?] = [
      "2020-01-01", nil, "2021-01-01", "2021-01-01", nil, "2019-09-09", nil, nil, nil, "2022-02-02",
    ]
    var seen: Set<[String]> = []
    for _ in 0..<20 {
      let order = Array(0..<10).shuffled(using: &numbers)
      let frame = Drawn.frame(
        "x | updated_at\n" + order.map { "\(values[$0] ?? "") | \(dates[$0] ?? "")" }.joined(separator: "\n"))
      var clusters = Clusters(rowCount: 10)
      for row in 1..<10 { clusters.union(row - 1, row) }
      let resolver = Resolver(
        policy: { $0 == "x" ? policy : "latest" }, isFlawed: { row, _ in order[row] == 3 },
        base: { row, _, _ in order[row] % 3 },
        keys: order.map { "key \($0)" })
      let outcome = resolver.resolve(frame, clusters.list())
      let survivors = outcome.survivors.map { "\($0.field) \($0.value) \(order[$0.row])" }
      let lost = outcome.superseded.map { "lost \($0.field) \($0.value) \(order[$0.row])" }
      seen.insert(
        outcome.clients.fields.map { outcome.clients.text($0, 0) ?? "–" } + survivors.sorted() + lost.sorted()
      )
    }
    #expect(seen.count == 1)
  }
}
