import PluginHost
import RuleKit
import RuleTesting
import Tables
import Testing

/// What examples cannot draw: the language of reasons, settings refused.
@Suite struct DeadSoulsExampleTests {
  private func rule(_ settings: JSONValue, _ language: Language = .en) throws -> RuleApplication {
    try ExamplePlugins.open("DeadSouls").instance(
      of: "dead-souls", settings: settings,
      context: RuleContext(
        now: ExampleCase.now, language: language, dictionaries: ExamplePlugins.dictionaries))
  }

  @Test func reasonsAreInTheLanguageOfTheRun() throws {
    let results = try rule(.object([:]), .ru).apply(
      fields: ["last_purchase_date", "phone"], columns: [TextColumn(["2023-06-22"]), TextColumn([nil])],
      rows: 0..<1)
    let values = (0..<results.editValues.count).map { results.editValues[$0] }
    #expect(
      values == ["dead", "последняя покупка 41 мес. назад; нет способа связи", "delete-candidate", "0.91"])
  }

  @Test(arguments: [
    (#"active"#, "12", "'active' is not a length of time"),
    (#"active"#, "0 months", "'active' is not a length of time"),
    (#"dormant"#, "three years", "'dormant' is not a length of time"),
    (#"dormant"#, "11 months", "'dormant' is shorter than 'active'"),
  ])
  func badLimitsAreRefused(_ setting: String, _ value: String, _ message: String) throws {
    let error = try #require(throws: PluginError.self) { _ = try rule(.object([setting: .string(value)])) }
    #expect(error.line.contains(message))
  }

  // Calendar months: the last day of February stands for the 29th to the 31st.
  @Test(arguments: [
    ("2027-03-31", "1 month", "2027-02-28", "active"), ("2027-03-31", "1 month", "2027-02-27", "dormant"),
    ("2028-02-29", "1 year", "2027-02-28", "active"), ("2028-02-29", "1 год", "2027-02-27", "dormant"),
    ("2028-03-01", "1 day", "2028-02-29", "active"), ("2027-01-01", "2 weeks", "2026-12-18", "active"),
    ("2027-01-01", "2 недели", "2026-12-17", "dormant"),
  ])
  func limitsFollowTheCalendar(_ now: String, _ active: String, _ last: String, _ status: String) throws {
    let rule = try ExamplePlugins.open("DeadSouls").instance(
      of: "dead-souls", settings: .object(["active": .string(active)]),
      context: RuleContext(now: now, dictionaries: ExamplePlugins.dictionaries))
    let results = try rule.apply(
      fields: ["last_contact_date"], columns: [TextColumn([last])], rows: 0..<1)
    #expect(results.editValues[0] == status)
  }
}
