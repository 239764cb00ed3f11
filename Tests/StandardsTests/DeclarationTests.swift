import Foundation
import RuleKit
import Testing

@testable import Standards

/// The declarative part of a standard: formats of its own, constraints, conditions.
@Suite struct DeclarationTests {
  private static let whole = """
    standard: own
    formats:
      client-code: {pattern: '[A-Z]{2}-\\d{4}', title: {en: Client code, ru: Код клиента}}
      share: {range: {min: 0, max: 1}, severity: warning}
    fields:
      external_id: {format: client-code, required: true}
      extra.Доля: {format: share}
      extra.Дата: {range: {min: 2000-01-01, max: today}}
      extra.Код: {format: client-code, length: 7}
      status: {enum: {Активный: [act, акт], Закрыт: }}
      segment: {lookup: lists/segments.tsv}
      city: {lookup: {file: cities.csv, column: name}}
      inn: {format: inn, length: [10, 12]}
    conditions:
      - {when: {legal_form: ИП}, then: {inn: {length: 12}, kpp: {empty: true}}}
      - when: {party_type: [organization], inn: {length: 10}}
        then: {kpp: {required: true}}
        severity: warning
    """

  private static let files = [
    "own.yml": whole, "cities.csv": "name,code\nМосква,77\nКазань,16\n", "segments.tsv": "A\nB\n",
    "child.yml": "standard: child\nextends: [own]\nfields: {comment: {format: client-code}}\n",
  ]

  private func load(_ name: String = "own", _ body: (Standard, String) throws -> Void) throws {
    var files = Self.files
    files["own.yml"] = files["own.yml"]?.replacing("lists/segments.tsv", with: "segments.tsv")
    try Fixtures.withFolder(files) { folder in try body(try Fixtures.loader(folder).load(name), folder) }
  }

  @Test func fieldsGetTheirFormatsWithAllThatIsSaidOfThem() throws {
    try load { standard, folder in
      let code = try #require(standard.spec(of: "external_id"))
      #expect(code.format == nil && code.required)
      #expect(
        code.options["pattern"] == .string("[A-Z]{2}-\\d{4}")
          && code.options["format"] == .string("client-code"))
      #expect(standard.spec(of: "extra.Доля")?.format == "number")
      #expect(standard.spec(of: "extra.Доля")?.options["severity"] == .string("warning"))
      #expect(standard.spec(of: "extra.Дата")?.format == "date")
      let both = try #require(standard.spec(of: "extra.Код"))
      #expect(both.options["length"] == .integer(7) && both.options["pattern"] != nil)
      #expect(standard.spec(of: "status")?.format == "enum")
      #expect(standard.spec(of: "segment")?.options["lookup"] == .string("\(folder)/segments.tsv"))
      #expect(
        standard.spec(of: "city")?.options["lookup"]?.object?["file"] == .string("\(folder)/cities.csv"))
      #expect(standard.formats.map(\.name) == ["client-code", "share"])
      // What the result depends on is part of the standard's fingerprint.
      #expect(
        standard.text.contains("Казань") && standard.text.hasSuffix(Self.files["own.yml"]?.suffix(20) ?? "?"))
    }
  }

  @Test func conditionsNameCanonicalFields() throws {
    try load { standard, _ in
      #expect(standard.conditions.count == 2)
      #expect(
        standard.conditions[0]
          == .object([
            "when": .object(["org_legal_form": .string("ИП")]),
            "then": .object([
              "inn": .object(["length": .integer(12)]), "kpp": .object(["empty": .bool(true)]),
            ]),
          ]))
      #expect(standard.conditions[1].object?["severity"] == .string("warning"))
    }
  }

  @Test func aChildUsesTheFormatsOfItsParents() throws {
    try load("child") { standard, _ in
      #expect(standard.spec(of: "comment")?.options["pattern"] != nil)
      #expect(standard.conditions.count == 2)
    }
  }

  @Test func allErrorsAreReportedAtOnceEachAtItsLine() throws {
    let broken = """
      standard: broken
      formats:
        phone: {pattern: x}
        code: {patern: x}
        open: {pattern: '(a'}
        wild: {pattern: '(?=a)'}
        other: {format: code}
      fields:
        inn: {format: coed}
        kpp: {length: long}
        city: {lookup: nowhere.tsv}
        region: {lookup: {file: broken.yml, colum: x}}
        employees: {range: {min: 10, max: 1}}
        created_at: {range: {min: 1, max: 2}}
        balance: {range: {min: 2000-01-01}}
        email: {enum: [a]}
        status: {enum: 5, severity: grave}
        birth_date: {order: ymd, birth: maybe, lenght: 3}
        street: {length: {mn: 3}}
      conditions:
        - {when: {lgal_form: ИП}, then: {inn: {lngth: 12}}}
        - {wen: {inn: 1}, then: {}}
        - {when: {name: x}, then: {inn: {}}}
        - {when: {inn: x}, then: {kpp: {pattern: '['}}, severity: bad}
      """
    let expected: [(line: Int, part: String, nearest: String?)] = [
      (3, "'phone' is a built-in format", nil), (4, "unknown option 'patern'", "pattern"),
      (5, "the pattern leaves a group open", nil), (6, "linear time", nil),
      (7, "unknown format 'code'", "okved"),
      (9, "unknown format 'coed'", "code"), (10, "'length' cannot be this", nil),
      (11, "'lookup' cannot read", nil), (12, "unknown key of lookup 'colum'", "column"),
      (13, "'range' ends before it begins", nil), (14, "does not go with the format 'datetime'", nil),
      (15, "does not go with the format 'money'", nil), (16, "does not go with the format 'email'", nil),
      (17, "'enum' cannot be this", nil), (17, "unknown severity 'grave'", nil),
      (18, "unknown order 'ymd'", nil),
      (18, "'birth' is a text", nil), (18, "unknown option 'lenght'", "length"),
      (19, "unknown key of length 'mn'", "min"), (21, "unknown field 'lgal_form'", nil),
      (21, "unknown key of a condition's field 'lngth'", "length"),
      (22, "unknown key of a condition 'wen'", "when"),
      (22, "the condition has no 'when'", nil), (22, "the condition has no 'then'", nil),
      (23, "unknown field 'name'", nil), (23, "a condition asks nothing", nil), (24, "leaves [ open", nil),
      (24, "unknown severity 'bad'", nil),
    ]
    try Fixtures.withFolder(["broken.yml": broken]) { folder in
      let thrown = try #require(throws: StandardErrors.self) {
        _ = try Fixtures.loader(folder).load("broken")
      }
      for error in expected {
        #expect(
          thrown.errors.contains { $0.location.line == error.line && $0.problem.contains(error.part) },
          "\(error.line): \(error.part)")
        guard let nearest = error.nearest, nearest != "okved" else { continue }
        #expect(
          thrown.errors.contains { $0.location.line == error.line && $0.nearest == nearest },
          "\(error.line): \(nearest)")
      }
      #expect(thrown.errors.count == expected.count, "\(thrown.lines.joined(separator: "\n"))")
      #expect(thrown.errors.allSatisfy { $0.nearest != nil || !$0.remedy.isEmpty })
    }
  }
}
