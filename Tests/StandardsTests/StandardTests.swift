import Foundation
import RuleKit
import Testing

@testable import Standards

@Suite struct StandardTests {
  @Test(arguments: ["international", "ru-b2b", "ru-b2c", "ru-common"])
  func everyShippedStandardLoads(_ name: String) throws {
    let standard = try Fixtures.loader().load(name)
    #expect(standard.name == name)
    // What judges clients comes after what mends and merges rows; further rules stand among these.
    let order = [
      "format-standards", "mandatory-fields", "duplicates", "unique-keys", "shared-contacts", "dead-souls",
    ]
    #expect(standard.rules.map(\.id).filter(order.contains) == order)
    #expect(!standard.title.en.isEmpty && !standard.title.ru.isEmpty)
    // Every canonical field has its place and its format.
    let names = Set(standard.fields.map(\.name))
    for field in try Fixtures.catalogue().fields {
      #expect(names.contains(field.name), "\(field.name) is missing")
      // A source key and three scores are judged as a key: as text, 999 would be a filler.
      let format = ["external_id", "rfm"].contains(field.name) ? "id" : field.format
      #expect(standard.spec(of: field.name)?.format == format)
    }
  }

  @Test func theTestsKnowEveryShippedStandard() throws {
    #expect(try Fixtures.loader().names == ["international", "ru-b2b", "ru-b2c", "ru-common"])
  }

  @Test func aChildIsLaidOverItsParentsKeyByKey() throws {
    let files = [
      "base.yml": """
      standard: base
      fields:
        phone: {format: phone, region: KZ}
        email: {format: email}
      rules:
        duplicates: {merge_above: 0.9, review_above: 0.5}
        dead-souls: {active: 12 months}
      survivorship: {default: longest, phone: first}
      """,
      "side.yml": "standard: side\nextends: base\nfields: {email: {required: true}}\n",
      "child.yml": """
      standard: child
      version: 3
      extends: [base, side]
      title: Ours
      region: KZ
      fields:
        phone: {required: true}
        inn: {required: true}
        extra.Цвет:
      rules:
        duplicates: {review_above: 0.6}
        dead-souls: off
        own-rule:
      fail_on: {severity: warning, max_percent: 2.5, max_count: 10}
      quarantine: {codes: [missing-value]}
      survivorship: {comment: longest}
      columns: [inn, phone]
      """,
    ]
    try Fixtures.withFolder(files) { folder in
      let standard = try Fixtures.loader(folder).load("child")
      #expect(standard.version == 3 && standard.region == "KZ" && standard.title.ru == "Ours")
      #expect(standard.fields.map(\.name) == ["phone", "email", "inn", "extra.Цвет"])
      let phone = try #require(standard.spec(of: "phone_2"))
      #expect(phone.required && phone.format == "phone" && phone.options["region"] == .string("KZ"))
      #expect(standard.spec(of: "email")?.required == true)
      #expect(standard.rules.map(\.id) == ["duplicates", "own-rule"])
      #expect(
        standard.rules.first?.settings
          == .object(["merge_above": .number(0.9), "review_above": .number(0.6)]))
      #expect(standard.failOn.severity == .warning && standard.failOn.maxPercent == 2.5)
      #expect(standard.failOn.maxCount == 10 && standard.quarantine.codes == ["missing-value"])
      #expect(standard.columns == ["inn", "phone"])
      // A parent met twice is read once, and first.
      #expect(
        standard.files.map { URL(fileURLWithPath: $0.path).lastPathComponent } == [
          "base.yml", "side.yml", "child.yml",
        ])
      #expect(standard.text.hasPrefix("standard: base") && standard.text.contains("own-rule"))
      let policies: [(String, SurvivorshipPolicy)] = [
        ("phone", .first), ("phone_2", .first), ("comment", .longest), ("extra.Цвет", .longest),
        ("client_status", .longest),
        ("inn", .validFirst), ("email_3", .union),
      ]
      for (field, policy) in policies { #expect(standard.policy(of: field) == policy, "\(field)") }
    }
  }

  @Test func allErrorsAreReportedAtOnceEachAtItsLine() throws {
    let broken = """
      standard: broken
      verison: 1
      version: one
      extends: [ru-comon, parent]
      region: Россия
      title: {en: Broken, de: Kaputt}
      fields:
        emial: {required: true}
        phone: {format: fone, requierd: true}
        inn: {required: ja}
        phone: {format: phone}
        kpp: [1]
      rules:
        duplicates: 5
      fail_on: {severity: eror, max_percent: 120, max_count: -1}
      survivorship: {default: most_compleet, emali: union}
      quarantine: {severty: error, codes: {}}
      columns: [inn, innn]
      """
    let expected: [(line: Int, part: String, nearest: String?)] = [
      (2, "unknown key of a standard 'verison'", "version"), (3, "'version' is a text", nil),
      (4, "no standard 'ru-comon' to extend", "ru-common"), (5, "'region' is a text", nil),
      (6, "unknown key of title 'de'", nil), (8, "unknown field 'emial'", "email"),
      (9, "unknown format 'fone'", "phone"), (9, "unknown option 'requierd'", "required"),
      (10, "'required' is a text", nil), (11, "the key 'phone' stands twice, first on line 9", nil),
      (12, "'kpp' is a list", nil), (14, "settings of 'duplicates' are a number", nil),
      (15, "unknown severity 'eror'", "error"), (15, "'max_percent' is a number", nil),
      (15, "'max_count' is a number", nil),
      (16, "unknown survivorship policy 'most_compleet'", "most_complete"),
      (16, "unknown field 'emali'", "email"), (17, "unknown key of quarantine 'severty'", "severity"),
      (17, "'codes' is a mapping", nil), (18, "unknown field 'innn'", "inn"),
    ]
    let parent = "standard: parent\nrules:\n  - one\n"
    try Fixtures.withFolder([
      "broken.yml": broken, "parent.yml": parent, "ru-common.yml": "standard: ru-common",
    ]) { folder in
      let loader = try Fixtures.loader(folder)
      let thrown = #expect(throws: StandardErrors.self) { try loader.load("broken") }
      let errors = try #require(thrown).errors
      let own = errors.filter { $0.location.file.hasSuffix("/broken.yml") }
      #expect(own.count == expected.count, "\(own.map(\.line).joined(separator: "\n"))")
      for (line, part, nearest) in expected {
        let found = own.first { $0.location.line == line && $0.problem.hasPrefix(part) }
        #expect(found != nil, "line \(line): \(part)")
        #expect(found?.nearest == nearest, "line \(line): \(part)")
      }
      // Errors of a parent are told too.
      #expect(errors.contains { $0.location.file.hasSuffix("/parent.yml") && $0.location.line == 3 })
    }
  }

  @Test(arguments: [
    ("standard: a\nfields: {inn: [}\n", 2, "is not YAML"),
    ("standard: a\n\tfields: 1\n", 2, "is not YAML"),
    ("", 1, "holds nothing"), ("- a\n", 1, "a standard is a mapping, not a list"),
    ("version: 1\n", 1, "the standard has no name"),
    ("standard: a\nextends: a\n", 2, "extends itself: a.yml → a.yml"),
    ("standard: a\nextends: [b]\n", 3, "extends itself: a.yml → b.yml → a.yml"),
    ("standard: a\nregion: NO\n", 2, "'region' is a truth value"),
    (
      "standard: a\nfields:\n  inn:\n  'inn':\n  \"inn\": {}\n  inn: {}\n", 4,
      "the key 'inn' stands twice, first on line 3"
    ),
  ])
  func aBrokenFile(_ text: String, _ line: Int, _ problem: String) throws {
    try Fixtures.withFolder(["a.yml": text, "b.yml": "standard: b\n\nextends: ./a.yml\n"]) { folder in
      let loader = try Fixtures.loader(folder)
      let thrown = #expect(throws: StandardErrors.self) { try loader.load("a") }
      let errors = try #require(thrown).errors
      #expect(
        errors.contains { $0.location.line == line && $0.problem.hasPrefix(problem) }, "\(errors.map(\.line))"
      )
    }
  }

  @Test func aMissingStandardNamesTheNearest() throws {
    let loader = try Fixtures.loader()
    let thrown = #expect(throws: StandardErrors.self) { try loader.load("ru-b2d") }
    #expect(thrown?.errors.first?.nearest == "ru-b2b")
  }

  @Test func standardsOfOnesOwnExtendTheShippedOnes() throws {
    try Fixtures.withFolder([
      "ours.yml": "standard: ours\nextends: [ru-b2c, ./side.yml]\n", "side.yml": "standard: side\n",
    ]) { folder in
      let standard = try Fixtures.loader().load("\(folder)/ours.yml")
      let parent = try Fixtures.loader().load("ru-b2c")
      #expect(standard.rules.map(\.id) == parent.rules.map(\.id))
      #expect(standard.name == "ours" && standard.files.count == 4)
    }
  }

  @Test func rulesAndSettingsAreCheckedAgainstManifests() throws {
    let text = """
      standard: s
      rules:
        duplicats: {}
        duplicates:
          merge_abov: 0.9
          review_above: much
          fields: [a, 1]
          mode: fats
        dead-souls: {active: 12 months, nested: {deep: 1, other: true}}
      """
    let manifests = [
      manifest(
        "duplicates",
        [
          "merge_above": ["type": .string("number")], "review_above": ["type": .string("number")],
          "fields": ["type": .string("array"), "items": .object(["type": .string("string")])],
          "mode": ["enum": .array([.string("fast"), .string("exact")])],
        ]),
      manifest(
        "dead-souls",
        [
          "active": ["type": .array([.string("string"), .string("integer")])],
          "nested": [
            "type": .string("object"), "additionalProperties": .bool(false),
            "properties": .object(["deep": .object(["type": .string("boolean")])]),
          ],
        ]),
    ]
    try Fixtures.withFolder(["s.yml": text]) { folder in
      let errors = try Fixtures.loader(folder).load("s").check(against: manifests)
      let lines = errors.map { "\($0.location.line) \($0.problem) \($0.nearest ?? "-")" }
      #expect(
        lines == [
          "3 unknown rule 'duplicats' duplicates", "5 'duplicates' has no setting 'merge_abov' merge_above",
          "6 'review_above' of 'duplicates' is a text -", "7 'fields' of 'duplicates' is a number -",
          "8 'mode' of 'duplicates' has an unknown value fast",
          "9 'nested.deep' of 'dead-souls' is a number -",
          "9 'dead-souls' has no setting 'nested.other' -",
        ])
    }
  }

  private func manifest(_ id: String, _ settings: [String: [String: JSONValue]]) -> RuleManifest {
    RuleDescription(
      id: id, title: Localized(en: id, ru: id), rationale: Localized(en: id, ru: id), phase: .base, reads: [],
      settings: settings.map { SettingDescription($0.key, $0.value, en: "", ru: "") }, codes: [], examples: []
    ).manifest
  }

  @Test(arguments: [
    ("emial", "email"), ("EMAIL", "email"), ("phone_mobil", "phone_mobile"), ("inn", "inn"), ("x", nil),
    ("zzzzz", nil),
  ])
  func nearestName(_ name: String, _ expected: String?) {
    #expect(NearestName.nearest(to: name, among: ["email", "phone", "phone_mobile", "inn"]) == expected)
  }

  @Test func fieldsOfTheCatalogue() throws {
    let catalogue = try Fixtures.catalogue()
    #expect(catalogue.fields.first?.name == "client_id" && catalogue.fields.count == 100)
    #expect(catalogue.definition(of: "phone_2")?.name == "phone")
    #expect(catalogue.definition(of: "inn_2") == nil && catalogue.definition(of: "extra.x") == nil)
    #expect(
      catalogue.label(of: "phone_2").ru == "Телефон 2" && catalogue.label(of: "extra.Цвет").en == "Цвет")
    #expect(catalogue.definition(of: "gender")?.values == ["male", "female"])
  }
}
