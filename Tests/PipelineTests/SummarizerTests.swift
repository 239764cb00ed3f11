import RuleKit
import Standards
import Tables
import Testing

@testable import Pipeline

struct SummarizerTests {
  private static func summary() async throws(RunError) -> RunSummary {
    let source = Drawn.source(
      "name | phone | status_reason\nанна | 1 | silent for 13 months\nборис | x-12 | silent for 7 months\n"
        + "борис | y-34 | new\nвера | | new\n | |\nАнна П | 1 |")
    let orders = Drawn.source("-sum\n5", file: "orders.csv", role: .orders)
    let outcome = try await Runner(rules: RunnerTests.rules, options: .test).run([source, orders])
    return Summarizer(rules: RunnerTests.rules.map(\.about)) { Localized(en: $0, ru: "р \($0)") }.summary(
      of: outcome)
  }

  @Test func rowsAddUp() async throws {
    let summary = try await Self.summary()
    #expect(summary.rowsRead == 7 && summary.clientRowsRead == 6 && summary.clientsWritten == 4)
    #expect(
      summary.sources.map { [$0.rows, $0.kept, $0.merged, $0.quarantined] } == [[6, 4, 1, 1], [1, 1, 0, 0]])
    for source in summary.sources { #expect(source.rows == source.kept + source.merged + source.quarantined) }
    #expect(summary.sources.map(\.role) == ["clients", "orders"])
  }

  @Test func findingsGroupByCodeThenByShape() async throws {
    let summary = try await Self.summary()
    #expect(
      summary.findings.map { "\($0.rule)/\($0.code) \($0.field ?? "") \($0.count)" } == [
        "phones/not-a-phone phone 2", "filled/missing phone 1",
      ])
    let phones = summary.findings[0]
    #expect(phones.shapes.map { "\($0.shape) \($0.count)" } == ["a-9 2"])
    #expect(phones.shapes[0].addresses == ["clients.csv › line 3", "clients.csv › line 4"])
    #expect(phones.shapes[0].values == ["x-12", "y-34"])
    #expect(phones.severity == .error && phones.otherShapes == 0 && abs(phones.share - 0.4) < 1e-9)
    #expect(summary.findings[1].message.en == "'phone' is missing")
    #expect(summary.findings[1].shapes.map(\.shape) == [""])
  }

  @Test func shapesBeyondTheListAreCounted() async throws {
    let rows = (0..<9).map { [String(repeating: "a-", count: $0 + 1) as String?] }
    let outcome = try await Runner(rules: [TestRule.phones], options: .test).run([
      Drawn.source(["phone"], rows)
    ])
    let summarizer = Summarizer(rules: []) { Localized(en: $0, ru: $0) }
    let group = try #require(summarizer.summary(of: outcome).findings.first)
    #expect(group.count == 9 && group.shapes.count == summarizer.shapes)
    #expect(group.shapes.map(\.count).reduce(0, +) + group.otherShapes == group.count)
  }

  @Test func numbersInMessagesOfAGroupGoFromLeastToGreatest() async throws {
    let counts = TestRule(
      "counts",
      codes: [.init("shared", .warning, en: "stands at {clients} clients", ru: "клиентов: {clients}")]
    ) { rows, results in
      for row in rows.indices {
        results.flag(
          row: row, "phone", "shared", arguments: #"{"clients": "\#(rows.text("phone", row) ?? "")"}"#)
      }
    }
    for (text, message) in [
      ("phone\n9\n150000\n20", "stands at 9–150000 clients"), ("phone\n7\n7", "stands at 7 clients"),
    ] {
      let outcome = try await Runner(rules: [counts], options: .test).run([Drawn.source(text)])
      let summary = Summarizer(rules: [counts.about]) { Localized(en: $0, ru: $0) }.summary(of: outcome)
      #expect(summary.findings.map(\.message.en) == [message])
    }
  }

  @Test func changesDuplicatesAndFieldsAreCounted() async throws {
    let summary = try await Self.summary()
    let change = try #require(summary.changes.first { $0.rule == "capitals" })
    #expect(change.count == 5 && change.samples.count == 3 && change.message.ru == "прописными")
    #expect(change.samples[0].before == "анна" && change.samples[0].after == "АННА")
    #expect(summary.duplicates.same == 1 && summary.duplicates.review == 1)
    #expect(summary.duplicates.mergedClients == 1 && summary.duplicates.mergedRows == 1)
    #expect(summary.duplicates.examples.map(\.verdict) == [.same, .review])
    let evidence = try #require(summary.duplicates.examples.first?.evidence.first)
    #expect(
      evidence.field == "phone" && evidence.a == "1" && evidence.label == Localized(en: "equal", ru: "равны")
        && evidence.bits == 12.5)
    let phone = try #require(summary.fields.first { $0.name == "phone" })
    #expect(
      phone.flaggedBefore == 3 && phone.flaggedAfter == 3 && phone.headers == ["phone"]
        && phone.label.ru == "р phone")
    #expect(phone.filledBefore == 0.8 && phone.filledAfter == 0.75)
    #expect(summary.statuses.map { "\($0.status) \($0.count)" } == ["active 3", "dead 1"])
  }

  @Test func reasonsThatDifferInNumbersAreOneKind() async throws {
    let source = Drawn.source(
      "name | client_status | status_reason\na | dead | silent for 13 months\nb | dead | silent for 7 months\nc | active | new"
    )
    let outcome = try await Runner(rules: [], options: .test).run([source])
    let summary = Summarizer(rules: []) { Localized(en: $0, ru: $0) }.summary(of: outcome)
    #expect(
      summary.reasons.map { "\($0.status) \($0.reason) \($0.count)" } == [
        "dead silent for N months 2", "active new 1",
      ])
  }

  @Test func twoFindingsOfOneCellFlagOneRow() async throws {
    let source = Drawn.source("phone\nx\n1")
    let outcome = try await Runner(rules: [TestRule.phones, TestRule.phones], options: .test).run([source])
    let summary = Summarizer(rules: []) { Localized(en: $0, ru: $0) }.summary(of: outcome)
    #expect(summary.fields.map(\.flaggedBefore) == [1] && summary.fields.map(\.flaggedAfter) == [1])
  }
}
