import Foundation
import Testing

/// The small verbs: read, format, trace, rules, plugins, help.
@Suite struct CommandTests {
  @Test func readListsTables() throws {
    let tables = try Sheet.list(Sample.oldCRM.bases[0])
    #expect(tables.map(\.table) == ["clients", "contacts", "orders"])
    #expect(tables.map(\.rows) == [820, 1210, 4155])
    let line = try #require(try revizor("read", Sample.oldCRM.bases[0], "--list").outLines.first)
    #expect(line.hasPrefix(#"{"table":"clients","rows":820,"columns":["#), "\(line)")
  }

  @Test(arguments: Sample.allCases)
  func readDumpsCells(_ sample: Sample) throws {
    for base in sample.bases {
      let lines = try mustRun(["read", base, "--as", "cells"]).outLines
      let tables = try Sheet.list(base).map { "# \($0.table)" }
      #expect(lines.filter { $0.hasPrefix("# ") }.map(String.init) == tables)
      #expect(lines.count > tables.count)
    }
  }

  @Test(arguments: [
    (["phone", "8 (343) 045-01-83", "--region", "RU"], "fixed", "+73430450183"),
    (["phone", "+73430450183"], "ok", "+73430450183"),
    (["inn", "7707083893"], "ok", "7707083893"),
    (["email", "office@Khalventis.Example.ORG"], "fixed", "office@khalventis.example.org"),
    (["date", "05.10.2026", "--now", Sample.now], "fixed", "2026-10-05"),
  ])
  func formatTellsOfOneValue(_ arguments: [String], _ status: String, _ value: String) throws {
    let result = try mustRun(["format"] + arguments)
    #expect(result.outLines.count == 1)
    let told = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    #expect(Set(told.keys) == ["input", "value", "display", "status", "code", "suggestion", "parts"])
    #expect(told["input"] as? String == arguments[1])
    #expect(told["status"] as? String == status)
    #expect(told["value"] as? String == value)
  }

  @Test func formatReadsValuesFromStdin() throws {
    let result = try revizor(["format", "inn"], input: "7707083893\n\n7707083894\n")
    let statuses = try result.outLines.map {
      (try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["status"] as? String
    }
    #expect(statuses == ["ok", "missing", "invalid"])
  }

  @Test func traceFollowsARowByItsAddress() async throws {
    let cleaned = try await Shelf.shared.clean(.inheritedAccess)
    let row = try #require(
      try cleaned.journal.rows(
        "SELECT address, client_id FROM source_row WHERE fate = 'merged' ORDER BY row_id"
      ).first)
    let (address, client) = (row[0] ?? "", row[1] ?? "")
    let result = try mustRun(["trace", cleaned.journal.path, address, "--lang", "en"])
    #expect(result.outLines.first == "\(address) · fate: merged")
    #expect(result.out.contains("client: \(client)"))
    #expect(result.out.contains("together with: "))
    let short = try #require(address.components(separatedBy: " › ").last)
    #expect(try mustRun(["trace", cleaned.journal.path, short, "--lang", "en"]).out.contains(address))
  }

  @Test func traceFindsAValueAndMasksIt() async throws {
    let cleaned = try await Shelf.shared.clean(.oldCRM)
    let phone = try #require(
      try cleaned.journal.value(
        "SELECT after FROM change WHERE field = 'phone' AND after LIKE '+7%' ORDER BY rowid"))
    let address = try #require(
      try cleaned.journal.value(
        "SELECT address FROM change JOIN source_row USING (row_id) WHERE field = 'phone' AND after LIKE '+7%' "
          + "ORDER BY change.rowid"))
    let result = try mustRun(["trace", cleaned.journal.path, "--value", phone, "--lang", "ru"])
    #expect(result.out.contains(address))
    #expect(!result.out.contains(phone))
    #expect(try mustRun(["trace", cleaned.journal.path, "--value", phone, "--reveal"]).out.contains(phone))
    let nobody = try revizor("trace", cleaned.journal.path, "--value", "+70000000001")
    #expect(nobody.code == 2)
    #expect(nobody.errLines.count == 1)
  }

  @Test(arguments: ["mandatory-fields", "format-standards", "duplicates", "dead-souls"], ["en", "ru"])
  func everyRuleExplainsItself(_ rule: String, _ language: String) throws {
    let result = try mustRun(["rules", "explain", rule, "--lang", language])
    let words =
      language == "ru"
      ? ["Плагин:", "Фаза:", "Настройки:", "Коды:", "Примеры"]
      : ["Plugin:", "Phase:", "Settings:", "Codes:", "Examples"]
    for word in words { #expect(result.outLines.contains { $0.hasPrefix(word) }, "no \(word)") }
    #expect(result.outLines.first?.hasPrefix("\(rule) · ") == true)
    #expect(
      result.out.contains("↓") || result.out.contains("→") || result.out.contains("="), "no marked cell")
    // The page of a language is in it, down to what each setting does.
    let isRussian = result.outLines.dropFirst().first?.unicodeScalars.contains {
      (0x410...0x44F).contains($0.value)
    }
    #expect(isRussian == (language == "ru"))
  }

  @Test func rulesAndPluginsAreListed() throws {
    let rules = try mustRun(["rules"]).outLines.map { String($0.prefix { $0 != " " }) }
    #expect(rules == rules.sorted())
    for rule in ["dead-souls", "duplicates", "format-standards", "mandatory-fields", "unique-keys"] {
      #expect(rules.contains(rule))
    }
    let plugins = try mustRun(["plugins"]).outLines.map { String($0.prefix { $0 != " " }) }
    let folder = Sample.package + "/Plugins"
    let shipped = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)/Plugin.swift")
    }
    #expect(plugins == shipped)
    for plugin in plugins { #expect(try mustRun(["plugins", "info", plugin]).out.hasPrefix(plugin)) }
  }

  @Test(arguments: [
    [], ["clean"], ["check"], ["read"], ["format"], ["trace"], ["rules"], ["rules", "explain"], ["plugins"],
  ])
  func helpIsThere(_ verb: [String]) throws {
    let result = try mustRun(verb + ["--help"])
    #expect(result.err == "")
    #expect(result.out.contains("USAGE: revizor" + verb.map { " " + $0 }.joined()), "\(result.out)")
    #expect(result.out.contains("OVERVIEW:"))
  }

  @Test func versionIsSemantic() throws {
    #expect(try mustRun(["--version"]).out.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}
