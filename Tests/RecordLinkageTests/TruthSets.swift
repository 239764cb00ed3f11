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

  /// Floors for a set: F1 of the pairs in clusters, and precision of what was merged.
  @Test(
    .enabled(if: TruthSets.folder != nil, "set REVIZOR_LINKAGE to the folder of labelled sets"),
    arguments: [
      (set: "febrl1", f1: 0.996, precision: 0.99), (set: "febrl3", f1: 0.996, precision: 0.99),
      (set: "persons_ru_10000", f1: 0.975, precision: 0.99),
      (set: "persons_en_10000", f1: 0.965, precision: 0.99),
      (set: "fake_1000", f1: 0.93, precision: 0.98), (set: "fodors_zagat", f1: 0.975, precision: 0.98),
      (set: "dblp_acm", f1: 0.965, precision: 0.97), (set: "febrl_dsgen_C10000", f1: 0.995, precision: 0.99),
      (set: "historical_25k", f1: 0.91, precision: 0.975), (set: "senzing_truth", f1: 0.72, precision: 0.75),
    ])
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
