import Foundation
import RecordLinkage
import Tables
import Testing

/// Runs the engine on labelled sets and says how well it did.
@Suite(.serialized) struct TruthSets {
  static let folder = ProcessInfo.processInfo.environment["REVIZOR_LINKAGE"]

  static let nicknames: Nicknames = {
    func lines(_ file: String) -> [Substring] {
      ((try? String(contentsOfFile: "Rules/dictionaries/\(file)", encoding: .utf8)) ?? "").split(
        separator: "\n")
    }
    var nicknames = Nicknames(lines: lines("nicknames.tsv"))
    nicknames.learn(firstNames: lines("first_names.tsv"))
    return nicknames
  }()

  /// A set, and its floors: F1 of the pairs in clusters, and precision of what was merged.
  typealias Floor = (set: String, f1: Double, precision: Double)

  /// Sets small enough for every run of the tests; the others take minutes without optimisation.
  static let small: [Floor] = [
    ("febrl1", 0.997, 0.99), ("fake_1000", 0.945, 0.98), ("fodors_zagat", 0.98, 0.98),
    ("senzing_truth", 0.81, 0.79),
  ]
  static let large: [Floor] = [
    ("febrl3", 0.998, 0.99), ("persons_ru_10000", 0.985, 0.99), ("persons_en_10000", 0.975, 0.99),
    ("dblp_acm", 0.975, 0.98), ("febrl_dsgen_C10000", 0.998, 0.99), ("historical_25k", 0.93, 0.975),
  ]

  @Test(
    .enabled(if: TruthSets.folder != nil, "set REVIZOR_LINKAGE to the folder of labelled sets"),
    arguments: small)
  func smallSet(_ floor: Floor) throws {
    try measure(set: floor.set, f1: floor.f1, precision: floor.precision)
  }

  @Test(
    .enabled(if: TruthSets.folder != nil, "set REVIZOR_LINKAGE to the folder of labelled sets"),
    .enabled(if: ProcessInfo.processInfo.environment["REVIZOR_HEAVY"] != nil, "REVIZOR_HEAVY is not set"),
    arguments: large)
  func largeSet(_ floor: Floor) throws {
    try measure(set: floor.set, f1: floor.f1, precision: floor.precision)
  }

  func measure(set: String, f1: Double, precision: Double) throws {
    let folder = try #require(Self.folder)
    let table = try CSVTable(path: "\(folder)/\(set).csv")
    let truth = try CSVTable(path: "\(folder)/\(set).truth.csv")
    let clusters = Dictionary(uniqueKeysWithValues: truth.rows.map { ($0[0], $0[1]) })
    let clock = ContinuousClock()
    let start = clock.now
    let linkage = table.link(without: ["unique_id"], nicknames: Self.nicknames)
    let took = clock.now - start
    let scores = PairScores(linkage, truth: table.rows.map { clusters[$0[0]] ?? "" })
    if ProcessInfo.processInfo.environment["REVIZOR_LINKAGE_SHOW"] == set {
      for link in linkage.links where link.verdict == .same {
        let (one, other) = (table.rows[link.rowA], table.rows[link.rowB])
        guard clusters[one[0]] != clusters[other[0]] else { continue }
        print("WRONG \(one)\n      \(other)\n      \(link.evidence)")
      }
    }
    if ProcessInfo.processInfo.environment["REVIZOR_LINKAGE_SHOW"] == "?" + set {
      for link in linkage.links where link.verdict == .review {
        let (one, other) = (table.rows[link.rowA], table.rows[link.rowB])
        print(
          "ASKED \(clusters[one[0]] == clusters[other[0]]) \(one)\n      \(other)\n      \(link.evidence)")
      }
    }
    print("\(set): \(scores) | \(linkage.report) | \(took)")
    #expect(scores.f1 >= f1)
    #expect(scores.precision >= precision)
  }
}

/// Precision and recall of the pairs of rows that clusters imply.
struct PairScores: CustomStringConvertible {
  var found = 0
  var right = 0
  var expected = 0
  var reviews = 0
  var rightReviews = 0
  var reasons: [String: Int] = [:]

  init(_ linkage: Linkage, truth: [String]) {
    var parent = Array(truth.indices)
    func root(_ row: Int) -> Int {
      var row = row
      while parent[row] != row { row = parent[row] }
      return row
    }
    for link in linkage.links {
      if link.verdict == .same { parent[root(link.rowA)] = root(link.rowB) }
      if link.verdict == .review {
        reviews += 1
        let right = truth[link.rowA] == truth[link.rowB]
        if right { rightReviews += 1 }
        let rule = link.evidence.split(separator: "\"rule\": {\"level\": \"").dropFirst().first?.prefix {
          $0 != "\""
        }
        reasons[(right ? "+" : "-") + (rule.map(String.init) ?? "weight"), default: 0] += 1
      }
    }
    func pairs(_ counts: some Sequence<Int>) -> Int { counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
    found = pairs(Dictionary(grouping: truth.indices, by: root).values.map(\.count))
    expected = pairs(Dictionary(grouping: truth.indices) { truth[$0] }.values.map(\.count))
    right = pairs(Dictionary(grouping: truth.indices) { "\(root($0)) \(truth[$0])" }.values.map(\.count))
  }

  var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  var recall: Double { expected == 0 ? 1 : Double(right) / Double(expected) }
  var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
  var description: String {
    func short(_ value: Double) -> String { String(format: "%.4f", value) }
    return "P \(short(precision)) R \(short(recall)) F1 \(short(f1)) review \(rightReviews)/\(reviews) "
      + reasons.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
