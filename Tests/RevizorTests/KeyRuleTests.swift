import Foundation
import Testing

/// Keys that must stand once, and contacts that many clients share.
@Suite struct KeyRuleTests {
  private static func findings(_ base: String, _ standard: String) throws -> [String] {
    let workspace = try Workspace()
    let file = try workspace.write(base, to: "base.csv")
    let named = try workspace.write(standard, to: "own.yml")
    try mustRun([
      "clean", file, "--output", workspace("clean.csv"), "--standard", named, "--now", Sample.now, "--quiet",
      "--max-merge", "100%",
    ])
    return try SQLFile(workspace("clean.journal.sqlite")).list(
      """
      SELECT address || ' ' || coalesce(field, '–') || ' ' || code || ' ' || severity FROM finding
      JOIN source_row USING (row_id) WHERE rule IN ('unique-keys', 'shared-contacts') ORDER BY row_id, field, code
      """)
  }

  @Test func aKeyThatStandsTwiceIsFound() throws {
    let found = try Self.findings(
      "Код;ФИО;Телефон\nA-1;Орлова Инна;+7 916 555-66-77\na-1;Белкин Олег;+7 916 444-55-66\nA-2;Зимина Вера;+7 916 111-22-33\n;Гущин Пётр;+7 916 777-88-99\n;Лазарев Пётр;+7 916 333-44-55\n",
      """
      standard: keys
      version: 1
      extends: [ru-b2c]
      fields:
        external_id: {unique: true}
      """)
    #expect(
      found == [
        "base.csv › line 2 external_id not-unique error", "base.csv › line 3 external_id not-unique error",
      ])
  }

  @Test(arguments: [(5, 5), (6, 0)])
  func aPhoneOfManyClientsIsFound(_ least: Int, _ count: Int) throws {
    let names = ["Орлова Инна", "Белкин Олег", "Зимина Вера", "Гущин Пётр", "Лазарев Илья"]
    let rows = names.map { "\($0);+7 495 001-02-03\n" }.joined()
    let found = try Self.findings(
      "ФИО;Телефон\n" + rows + "Турова Анна;+7 916 111-22-33\nТурова Анна;+7 916 111-22-33\n",
      """
      standard: shared
      version: 1
      extends: [ru-b2c]
      rules:
        shared-contacts: {clients: \(least)}
      """)
    #expect(
      found.count == count && found.allSatisfy { $0.hasSuffix("phone shared-phone warning") }, "\(found)")
  }

  @Test func aSlipInTheOptionIsToldWithItsLine() throws {
    let workspace = try Workspace()
    let base = try workspace.write("ФИО;Телефон\nОрлова Инна;1\n", to: "base.csv")
    let standard = try workspace.write(
      "standard: s\nversion: 1\nextends: [ru-b2c]\nfields:\n  inn: {unique: perhaps}\n", to: "s.yml")
    let result = try revizor("check", base, "--standard", standard, "--now", Sample.now)
    #expect(result.code == 2 && result.err.contains("s.yml:5") && result.err.contains("unique"))
  }
}
