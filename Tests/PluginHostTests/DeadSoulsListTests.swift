import Foundation
import PluginHost
import RuleKit
import RuleTesting
import Tables
import Testing

/// What a state register and a suppression list say of clients, and what becomes of a list that cannot be read.
@Suite struct DeadSoulsListTests {
  private static func rule(_ setting: String, _ text: String) throws -> RuleApplication {
    let path = NSTemporaryDirectory() + "/revizor-list-\(UUID().uuidString).csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try rule(.object([setting: .string(path)]))
  }

  private static func rule(_ settings: JSONValue) throws -> RuleApplication {
    try ExamplePlugins.open("DeadSouls").instance(
      of: "dead-souls", settings: settings,
      context: RuleContext(now: ExampleCase.now, dictionaries: ExamplePlugins.dictionaries))
  }

  /// Status, reason, advice and score of one client.
  private static func judged(_ rule: RuleApplication, _ client: [(String, String?)]) throws -> [String?] {
    let results = try rule.apply(
      fields: client.map(\.0), columns: client.map { TextColumn([$0.1]) }, rows: 0..<1)
    return results.editValues.count == 0 ? [] : (0..<results.editValues.count).map { results.editValues[$0] }
  }

  // MARK: - Register

  private static let register = """
    \u{FEFF}inn;ogrn;status;status_date\r
    7700000014;;LIQUIDATED;2024-05-31\r
    7700000021;1027700000000;Конкурсное производство;31.05.2024\r
    0500000018;;Ликвидировано;\r
    7700000039;;ACTIVE;2026-01-01\r
    7700000046;;active;2024-01-01\r
    7700000046;;excluded;2023-01-01\r
    7700000053;;liquidating;2027-01-01\r
    7700000060;;Недостоверность сведений;2026-02-03\r

    """

  @Test(
    arguments: [
      ("7700000014", "2024-03-01", "dead", "closed by the register since 2024-05-31", "archive"),
      (
        "7700000014", "2024-06-01", "dormant", "closed by the register since 2024-05-31, yet heard of later",
        "verify"
      ),
      ("7700000014", nil, "dead", "closed by the register since 2024-05-31", "archive"),
      ("7700000021", "2026-10-01", "active", "bankrupt by the register since 2024-05-31", "verify"),
      ("500000018", "2026-10-01", "dead", "closed by the register", "archive"),
      ("7700000039", "2026-10-01", "active", nil, "keep"),
      ("7700000046", "2026-10-01", "active", nil, "keep"),
      ("7700000053", "2026-10-01", "active", nil, "keep"),
      ("7700000060", "2025-01-01", "dormant", "its register entry is doubted since 2026-02-03", "verify"),
      ("7700000077", "2026-10-01", "active", nil, "keep"),
    ] as [(String, String?, String, String?, String)])
  func theRegisterIsHeard(
    _ inn: String, _ last: String?, _ status: String, _ words: String?, _ advice: String
  ) throws {
    let judged = try Self.judged(
      try Self.rule("registry", Self.register),
      [("inn", inn), ("last_purchase_date", last), ("phone", "+79161234568")])
    try #require(judged.count == 4)
    #expect(judged[0] == status && judged[2] == advice)
    if let words { #expect(judged[1]?.hasSuffix("; " + words) == true, "\(judged[1] ?? "")") }
    if words == nil { #expect(judged[1]?.contains("register") == false) }
  }

  @Test func aCompanyIsKnownByItsOGRNToo() throws {
    let judged = try Self.judged(
      try Self.rule("registry", Self.register),
      [("ogrn", "1027700000000"), ("last_purchase_date", "2026-10-01")])
    #expect(judged.first == "active" && judged[1]?.contains("bankrupt") == true)
  }

  @Test func aClosedCompanyNobodyCanReachMayGoUnlessSomethingHoldsIt() throws {
    let rule = try Self.rule("registry", Self.register)
    let client: [(String, String?)] = [("inn", "7700000014"), ("phone", nil)]
    #expect(try Self.judged(rule, client)[2] == "delete-candidate")
    for hold in [
      ("balance", "-12.00"), ("contract_no", "№ 17"), ("consent", "false"), ("do_not_call", "true"),
    ] {
      #expect(try Self.judged(rule, client + [hold])[2] == "archive", "\(hold)")
    }
  }

  // MARK: - Suppression list

  private static let list = """
    email,phone,reason,date
    Ana@Example.org,,5.1.1,2026-01-01
    ,8 (916) 123-45-68,not in service,2026-01-01
    bel@example.org,,unsubscribed,2026-01-01
    soft@example.org,,4.2.2,2026-01-01
    often@example.org,,4.2.2,2026-01-01
    often@example.org,,soft bounce,2026-01-02
    "often@example.org",,452 mailbox full,2026-01-03
    """

  @Test(
    arguments: [
      ("ana@example.org", nil, "dead", "no way to reach; a contact no longer works", "delete-candidate"),
      ("ana@example.org", "+79161234569", "unknown", "a contact no longer works", "verify"),
      (nil, "+79161234568", "dead", "no way to reach; a contact no longer works", "delete-candidate"),
      ("bel@example.org", nil, "dead", "no way to reach; asked not to be written to or called", "archive"),
      ("soft@example.org", nil, "unknown", nil, "verify"),
      ("often@example.org", nil, "dead", "no way to reach; a contact no longer works", "delete-candidate"),
      ("other@example.org", nil, "unknown", nil, "verify"),
    ] as [(String?, String?, String, String?, String)])
  func theListIsHeard(
    _ email: String?, _ phone: String?, _ status: String, _ words: String?, _ advice: String
  ) throws {
    let judged = try Self.judged(
      try Self.rule("suppress", Self.list), [("email", email), ("phone", phone)])
    try #require(judged.count == 4)
    #expect(judged[0] == status && judged[2] == advice)
    #expect(words.map { judged[1]?.contains("; " + $0) == true } ?? (judged[1]?.contains(";") == false))
  }

  @Test(arguments: ["ana@example.org\n+7 916 123-45-68\n", "contact\nana@example.org\n", "ana@example.org"])
  func aBareListIsAList(_ text: String) throws {
    let judged = try Self.judged(try Self.rule("suppress", text), [("email", "ana@example.org")])
    #expect(judged.first == "dead" && judged[2] == "archive")
  }

  // MARK: - Errors

  @Test(arguments: [
    ("registry", "inn,status\n7700000014,liquidated,2024-05-31\n", ":2: 3 cells where the header has 2"),
    ("registry", "inn,state\n7700000014,liquidated\n", ":1: column 2 of the header is none"),
    ("registry", "inn,status_date\n7700000014,2024-05-31\n", ":1: the header lacks 'status'"),
    ("registry", "inn,status\n77000000,liquidated\n", ":2: the number in column 1"),
    ("registry", "inn,status\n,liquidated\n", ":2: the line names no company"),
    ("registry", "inn,status\n7700000014,asleep\n", ":2: the status is none"),
    ("registry", "inn,status,status_date\n7700000014,closed,31/05/24\n", ":2: the status_date is no date"),
    ("registry", "inn,status\n\n\"7700000014,liquidated\n", ":3: a quote is never closed"),
    ("registry", "", ":1: the file is empty"),
    ("registry", "inn,inn,status\n1,1,closed\n", ":1: the header has 'inn' twice"),
    ("suppress", "email,reason\nana@example.org,because\n", ":2: the reason is none"),
    ("suppress", "email\nnobody\n", ":2: there is neither"),
    ("suppress", "reason\nbounced\n", ":1: the header has no column of contacts"),
    ("suppress", "ana@example.org\nnobody\n", ":2: there is neither"),
  ])
  func aListThatCannotBeReadIsRefusedWithItsLine(_ setting: String, _ text: String, _ problem: String) throws
  {
    let error = try #require(throws: PluginError.self) { _ = try Self.rule(setting, text) }
    #expect(error.isUsage && error.line.contains("'\(setting)' stops at "))
    #expect(error.line.contains(problem), "\(error.line)")
    // No value of the list stands in the error.
    #expect(!error.line.contains("7700000014") && !error.line.contains("nobody"))
  }

  @Test(arguments: ["registry", "suppress"])
  func aListThatIsNotThereIsNamed(_ setting: String) throws {
    let error = try #require(throws: PluginError.self) {
      _ = try Self.rule(.object([setting: .string("/nowhere/list.csv")]))
    }
    #expect(
      error.isUsage && error.line.contains("'\(setting)' names /nowhere/list.csv, which cannot be read"))
  }
}
