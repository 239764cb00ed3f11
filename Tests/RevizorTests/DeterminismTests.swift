import Foundation
import Testing

/// The same input and standard give the same bytes.
@Suite struct DeterminismTests {
  @Test(arguments: ["sqlite", "xlsx", "csv"])
  func twoRunsGiveTheSameBytes(_ ending: String) throws {
    let first = try Workspace(), second = try Workspace()
    try mustRun(Sample.boughtList.clean(to: first("clean.\(ending)"), "--jobs", "2"))
    try mustRun(Sample.boughtList.clean(to: second("clean.\(ending)"), "--jobs", "2"))
    try compare(first, second, ending)
  }

  @Test(arguments: [(Sample.inheritedAccess, "sqlite"), (.oldCRM, "csv"), (.boughtList, "xlsx")])
  func threadsDoNotMatter(_ sample: Sample, _ ending: String) throws {
    let one = try Workspace(), four = try Workspace()
    try mustRun(sample.clean(to: one("clean.\(ending)"), "--jobs", "1"))
    try mustRun(sample.clean(to: four("clean.\(ending)"), "--jobs", "4"))
    try compare(one, four, ending)
  }

  @Test(arguments: [("inherited-access", "Клиенты", UInt64(17)), ("old-crm", "clients", 42)])
  func theOrderOfRowsDoesNotMatter(_ name: String, _ table: String, _ seed: UInt64) throws {
    let sample = try #require(Sample(rawValue: name))
    let clients = try Sheet(sample.bases[0], table: table)
    var dice = SplitMix64(state: seed)
    let order = Array(clients.rows.indices)
    let results = try [order, order.shuffled(using: &dice)].map { order -> Sheet in
      let workspace = try Workspace()
      let base = try workspace.write(clients.csv(order: order), to: "clients.csv")
      try mustRun([
        "clean", base, "--output", workspace("clean.csv"), "--standard", "ru-b2b", "--now", Sample.now,
        "--lang", "ru",
        "--quiet",
      ])
      return try Sheet(workspace("clean.csv"))
    }
    let (straight, shuffled) = (results[0].keyed(by: "client_id"), results[1].keyed(by: "client_id"))
    #expect(results[0].columns == results[1].columns)
    #expect(straight.count > 500)
    #expect(Set(straight.keys).subtracting(shuffled.keys) == [])
    #expect(Set(shuffled.keys).subtracting(straight.keys) == [])
    var others: [String: [String]] = [:]
    for (id, row) in straight {
      guard let other = shuffled[id] else { continue }
      for column in results[0].columns where column != "source" && row[column] != other[column] {
        others[column, default: []].append(id)
      }
    }
    #expect(
      others.isEmpty, "cells that depend on the order: \(others.mapValues { ($0.count, $0.min() ?? "") })")
  }

  private func compare(_ first: Workspace, _ second: Workspace, _ ending: String) throws {
    let names = try first.names.filter { $0.hasSuffix(".\(ending)") && !$0.hasSuffix(".journal.sqlite") }
    #expect(!names.isEmpty)
    #expect(try second.names == first.names)
    for name in names { #expect(try bytes(of: first(name)) == bytes(of: second(name)), "\(name)") }
    // The journals differ in their timings and paths alone.
    let journals = try [first, second].map { try SQLFile($0("clean.journal.sqlite")) }
    for table in ["source_row", "change", "finding", "link", "golden"] {
      #expect(
        try journals[0].rows("SELECT * FROM \(table)") == journals[1].rows("SELECT * FROM \(table)"),
        "\(table)")
    }
  }
}

/// Numbers by chance that are the same every time (Steele, Lea, Flood 2014: Fast splittable pseudorandom number
/// generators).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
