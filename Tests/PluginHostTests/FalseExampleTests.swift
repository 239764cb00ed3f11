import PluginHost
import RuleKit
import RuleTesting
import Testing

/// An example that does not hold is seen: each of these says something untrue of mandatory fields.
@Suite struct FalseExampleTests {
  private func outcomes(_ example: Example) throws -> [(got: [String], expected: [String])] {
    let plugin = try ExamplePlugins.open("MandatoryFields")
    var rule = try #require(plugin.manifest.rules.first)
    rule.examples = [example]
    return try ExampleCase.cases(of: rule, in: plugin).filter { !$0.description.contains("(again)") }
      .map { try $0.outcome() }
  }

  private static let inn = JSONValue.object(["required": .array([.string("inn")])])

  @Test(
    arguments: [
      (Example("inn\n500100732259\n", settings: inn), ["row 2: inn flagged"], []),
      (Example("inn\n↓500100732259", settings: inn), [], ["row 1: inn flagged"]),
      (Example("inn | ↓\n500100732259 | ↓", settings: inn), [], ["row 1: the row flagged"]),
      (Example("inn\n500100 → 500100732259", settings: inn), [], ["row 1: inn → 500100732259"]),
      (Example("inn\n500100 →", settings: inn), [], ["row 1: inn → nothing"]),
      (
        Example("inn\n500100732259", settings: inn, flagsTable: ["missing-column"]), [],
        ["table: missing-column"]
      ),
      (Example("kpp\n773301001", settings: inn), ["table: missing-column"], []),
      (Example("inn\n500100732259\n500100732259", settings: inn, links: ["1=2"]), [], ["link: 1=2"]),
    ] as [(Example, [String], [String])])
  func isSeenInEveryVariant(_ example: Example, _ got: [String], _ expected: [String]) throws {
    let outcomes = try outcomes(example)
    #expect(outcomes.count == 4)
    for outcome in outcomes {
      #expect(outcome.got == got)
      #expect(outcome.expected == expected)
    }
  }

  // A bar without spaces at both sides belongs to its cell; so `a|b` fills the field.
  @Test func barsInsideCellsAreText() throws {
    for outcome in try outcomes(Example("inn | kpp\na|b |\n | c", settings: Self.inn)) {
      #expect(outcome.got == ["row 2: inn flagged"])
    }
  }

  @Test(arguments: ["", "inn | inn\n1 | 2", "inn\n1 | 2", "inn\n1 → 2 → 3"])
  func badDrawingsAreRefused(_ drawing: String) throws {
    #expect(throws: ExampleError.self) { _ = try outcomes(Example(drawing, settings: Self.inn)) }
  }
}
