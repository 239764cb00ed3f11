import PluginHost
import RuleKit
import RuleTesting
import Tables
import Testing

/// What a standard declares comes to the rule through the plugin door, and the rule obeys it.
@Suite struct DeclaredFormatDoorTests {
  private func say(
    _ fields: [String: FieldSpec], _ conditions: [JSONValue] = [], _ table: [(String, [String?])]
  ) throws -> [String] {
    let rule = try ExamplePlugins.open("FormatStandards").instance(
      of: "format-standards", settings: .object([:]),
      context: RuleContext(
        now: ExampleCase.now, dictionaries: ExamplePlugins.dictionaries, fields: fields,
        conditions: conditions))
    let results = try rule.apply(
      fields: table.map(\.0), columns: table.map { TextColumn($0.1) }, rows: 0..<table[0].1.count)
    return results.findings.map { finding in
      let field = finding.field.map { results.names[$0] } ?? "row"
      return "\(finding.row + 1) \(field) \(results.names[finding.code]) \(finding.severity.name)"
    }.sorted()
  }

  private func spec(_ format: String?, _ options: [String: JSONValue]) -> FieldSpec {
    FieldSpec(format: format, options: options)
  }

  @Test func constraintsAreFindingsWithTheirOwnCodes() throws {
    let said = try say(
      [
        "extra.Код": spec(nil, ["pattern": .string("[A-Z]{2}\\d+")]),
        "employees": spec(
          "integer", ["range": .object(["min": .integer(1)]), "severity": .string("warning")]),
        "inn": spec("inn", ["length": .integer(12)]),
      ], [],
      [
        ("extra.Код", ["AB1", "ab1", nil]), ("employees", ["0", "12", "много"]),
        ("inn", ["7714843760", "500100732259", "7714843761"]),
      ])
    #expect(
      said == [
        "1 employees out-of-range warning", "1 inn length-wrong error", "2 extra.Код pattern-mismatch error",
        "3 employees number-unreadable error", "3 inn inn-check-digit error",
      ])
  }

  @Test func conditionsHoldAcrossFields() throws {
    let conditions: [JSONValue] = [
      .object([
        "when": .object(["org_legal_form": .string("ИП")]),
        "then": .object(["inn": .object(["length": .integer(12), "required": .bool(true)])]),
      ]),
      .object([
        "when": .object(["city": .array([.string("Москва"), .string("Тула")])]),
        "then": .object(["region": .object(["empty": .bool(true)]), "manager": .string("Орлова Вера")]),
        "severity": .string("info"),
      ]),
    ]
    let said = try say(
      [
        "inn": spec("inn", [:]), "org_name": spec("org-name", [:]), "org_legal_form": spec("legal-form", [:]),
      ],
      conditions,
      [
        ("org_name", ["ИП Орлов Олег Петрович", "ООО «Лютик»", "ИП Белов Пётр Ильич", nil]),
        ("inn", ["7714843760", "7714843760", nil, nil]), ("city", ["Москва", "Казань", nil, "тула"]),
        ("region", ["ЦФО", "Татарстан", nil, nil]), ("manager", ["Орлова Вера", nil, nil, "Белов Пётр"]),
      ])
    // The legal form is told by the name in the same pass.
    #expect(said.contains("1 inn condition-broken error"))
    #expect(said.contains("3 inn condition-missing error"))
    #expect(said.contains("1 region condition-extra info"))
    #expect(said.contains("4 manager condition-broken info"))
    #expect(said.filter { $0.contains("condition") }.count == 4)
  }

  @Test func aBadConstraintIsTheStandardsFault() throws {
    let error = try #require(throws: PluginError.self) {
      _ = try say(["inn": spec("inn", ["pattern": .string("(")])], [], [("inn", ["1"])])
    }
    #expect(error.line.contains("leaves a group open") && error.isUsage)
  }
}
