import Foundation
import PluginHost
import RuleKit
import RuleTesting
import Tables
import Testing

/// A check may read the base and nothing else, for so long and with so much memory; each way out is tried.
@Suite(.serialized) struct CustomSQLExampleTests {
  private let context = RuleContext(
    now: ExampleCase.now,
    fields: [
      "org_name": FieldSpec(), "phone": FieldSpec(format: "phone"), "balance": FieldSpec(format: "money"),
    ])

  private func rule(_ sql: String, _ more: [String: JSONValue] = [:]) throws -> RuleApplication {
    let check = JSONValue.object(["name": .string("asked"), "sql": .string(sql)])
    return try ExamplePlugins.open("CustomSQL").instance(
      of: "custom-sql",
      settings: .object(more.merging(["checks": .array([check])]) { old, _ in old }), context: context)
  }

  private func rows(_ sql: String, _ more: [String: JSONValue] = [:]) throws -> [Int] {
    try rule(sql, more).apply(
      fields: ["org_name", "balance", "extra.Код", "extra.код 2"],
      columns: [
        TextColumn(["Ромашка", nil, ""]), TextColumn(["100", "9", nil]), TextColumn(["a", "b", "c"]),
        TextColumn(["1", "2", "3"]),
      ], rows: 0..<3
    ).findings.map(\.row)
  }

  @Test(arguments: [
    ("select rowid from clients", [0, 1, 2]), ("select rowid from clients where balance < 50;  ", [1]),
    ("with big as (select rowid as r from clients where balance > 50) select r from big", [0]),
    ("with big as (select 1) select rowid from clients where (select count(*) from big) = 1", [0, 1, 2]),
    (#"select rowid from clients where "extra.Код" = 'b'"#, [1]), ("select 2", [1]),
    (#"select c.rowid from clients c where c."extra.код 2" = '3'"#, [2]), ("select null", []),
    ("select rowid from clients where phone is null", [0, 1, 2]),
    ("select rowid from clients where org_name = ''", [2]),
    ("select rowid from clients where phone_2 is not null", []),
    ("select rowid, org_name from clients union select 1, 'x' order by 1", [0, 1, 2]),
    ("select max(rowid) over () from clients", [2]),
    ("select case when date('now') = '2026-11-22' then 1 end", [0]),
    ("select case when current_date = '2026-11-22' and unixepoch() = 1795305600 then 3 end", [2]),
  ])
  func selectsAreAnswered(_ sql: String, _ expected: [Int]) throws { #expect(try rows(sql) == expected) }

  @Test(arguments: [
    ("insert into clients (org_name) values ('x')", "writes"), ("delete from clients", "writes"),
    ("update clients set balance = 0", "writes"), ("create table t (a)", "writes"),
    ("create temp table t as select * from clients", "writes"), ("drop table clients", "writes"),
    ("create trigger t after insert on clients begin select 1; end", "writes"),
    ("create virtual table t using fts5(a)", "writes"), ("alter table clients add column x", "writes"),
    ("with gone as (select 1) delete from clients where rowid in (select * from gone)", "writes"),
    ("attach '/tmp/revizor-escape.sqlite' as other", "attaches"), ("detach main", "attaches"),
    ("vacuum into '/tmp/revizor-escape.sqlite'", "select"), ("vacuum", "select"),
    ("pragma writable_schema = on", "pragma"), ("pragma database_list", "pragma"),
    ("select name from pragma_database_list", "only select"),
    ("select load_extension('/tmp/evil.so')", "load_extension"),
    ("select readfile('/etc/passwd')", "readfile"),
    ("select writefile('/tmp/revizor-escape', 'x')", "writefile"),
    ("select sql from sqlite_master", "sqlite_master"), ("select * from sqlite_schema", "sqlite_"),
    ("select pgno from sqlite_dbpage", "sqlite_dbpage"),
    ("select value from json_each('[1, 3]')", "only select"),
    ("select printf('%.*c', 2000000000, 'x')", "printf()"), ("select random()", "random()"),
    ("select randomblob(1000000000)", "randomblob()"), ("select fts3_tokenizer('simple')", "fts3_tokenizer"),
    ("begin", "transaction"), ("commit", "transaction"), ("savepoint s", "transaction"),
    ("reindex", "select"),
    ("analyze", "writes"), ("select 1; delete from clients", "one statement"), ("", "one statement"),
    ("-- nothing", "one statement"), ("explain select 1", "select"),
    ("explain query plan select rowid from clients", "select"), ("selct rowid from clients", "syntax error"),
    ("select inm from clients", "no such column: inm"),
    (#"select "inm" from clients"#, "no such column: inm"),
    ("select rowid from client", "no such table: client"), ("select frob(rowid) from clients", "frob"),
  ])
  func whatDoesMoreThanReadIsTheStandardsFault(_ sql: String, _ word: String) throws {
    let error = try #require(throws: PluginError.self) { _ = try rule(sql) }
    #expect(error.isUsage && error.line.contains(word) && error.line.contains("asked"), "\(error.line)")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/revizor-escape.sqlite"))
    #expect(!FileManager.default.fileExists(atPath: "/tmp/revizor-escape"))
  }

  private static let endless = "with recursive n(x) as (select 1 union all select x + 1 from n) "

  @Test(arguments: [
    (endless + "select x from n where x < 0", "seconds"),
    (endless + "select count(*) from n a, n b", "seconds"),
    (endless + "select x from n order by -x limit 1", "seconds"),
    (endless + "select group_concat(hex(x)) from n", "seconds"),
    (endless + "select x from n order by hex(zeroblob(2000)) || x", "megabytes"),
    (endless + "select count(*) from (select distinct hex(zeroblob(20000)) || x from n)", "megabytes"),
    ("select length(hex(zeroblob(1000000000)))", "megabytes"),
    ("select length(replace(hex(zeroblob(2000000)), '0', '0000000000'))", "megabytes"),
    (
      "select instr(hex(zeroblob(32000 - x % 2)), substr(hex(zeroblob(16000)), 2) || '1') from "
        + "(with recursive n(x) as (select 1 union all select x + 1 from n) select x from n)", "seconds"
    ),
  ])
  func endlessAndHugeChecksAreStopped(_ sql: String, _ word: String) throws {
    let start = ContinuousClock.now
    let error = try #require(throws: PluginError.self) {
      _ = try rows(
        sql, ["seconds": .number(word == "seconds" ? 0.5 : 60), "megabytes": .integer(64)])
    }
    #expect(error.line.contains(word), "\(error.line)")
    #expect(!error.isUsage)
    // Half a second was allowed, or all the time that 64 MiB take; a busy machine gets more.
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  // Each step doubles the one before: compiling alone would take all memory there is.
  @Test func aPlanWithoutBoundsIsRefused() throws {
    let steps = (1...40).map { "a\($0) as (select * from a\($0 - 1) union all select * from a\($0 - 1))" }
    let sql = "with a0 as (select 1), \(steps.joined(separator: ", ")) select * from a40"
    let error = try #require(throws: PluginError.self) { _ = try rule(sql, ["megabytes": .integer(32)]) }
    #expect(error.line.contains("asked"), "\(error.line)")
  }

  @Test(arguments: ["select 'x'", "select 1.5", "select 4", "select 0", "select -1"])
  func whatIsNoClientFailsTheRule(_ sql: String) throws {
    let error = try #require(throws: PluginError.self) { _ = try rows(sql) }
    #expect(error.line.contains("asked") && !error.isUsage, "\(error.line)")
  }

  @Test(
    arguments: [
      (["seconds": .number(0)], "'seconds'"), (["megabytes": .integer(0)], "'megabytes'"),
      (["checks": .array([.object(["name": .string("Big One"), "sql": .string("select 1")])])], "Big One"),
      (
        [
          "checks": .array([
            .object(["name": .string("a"), "sql": .string("select 1")]),
            .object(["name": .string("a"), "sql": .string("select 2")]),
          ])
        ], "two checks"
      ),
    ] as [([String: JSONValue], String)])
  func badSettingsAreRefused(_ settings: [String: JSONValue], _ word: String) throws {
    let error = try #require(throws: PluginError.self) { _ = try rule("select 1", settings) }
    #expect(error.isUsage && error.line.contains(word), "\(error.line)")
  }
}
