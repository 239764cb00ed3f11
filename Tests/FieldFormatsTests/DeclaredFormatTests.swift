import FieldFormats
import Foundation
import Tables
import Testing

/// Formats that a standard makes out of a built-in one and constraints.
@Suite struct DeclaredFormatTests {
  private func format(_ name: String, _ keys: String) throws -> any FieldFormat {
    let keys = try JSONDecoder().decode(FieldKeys.self, from: Data(keys.utf8))
    let plan = try FieldPlan(format: name, keys: keys, now: "2026-11-22")
    return try #require(
      plan.format(in: try Vectors.catalogue(), field: "x", region: "RU", now: "2026-11-22"))
  }

  @Test(
    arguments: [
      ("text", #"{"pattern": "[A-Z]{2}\\d{2}"}"#, "AB12", "AB12", nil),
      ("text", #"{"pattern": "[A-Z]{2}\\d{2}"}"#, " AB12 ", "AB12", "spaces"),
      ("text", #"{"pattern": "[A-Z]{2}\\d{2}"}"#, "AB123", nil, "pattern-mismatch"),
      ("text", #"{"length": 4}"#, "Юрий", "Юрий", nil),
      ("text", #"{"length": 4}"#, "Юра", nil, "length-wrong"),
      ("text", #"{"length": [3, 5]}"#, "Юра", "Юра", nil),
      ("text", #"{"length": {"min": 2, "max": 3}}"#, "Юрий", nil, "length-wrong"),
      ("text", #"{"length": {"max": 3}}"#, "Юр", "Юр", nil),
      ("number", #"{"range": {"min": 0, "max": 100}}"#, "100", "100", nil),
      ("number", #"{"range": {"min": 0, "max": 100}}"#, "100,5", nil, "out-of-range"),
      ("number", #"{"range": {"min": 0, "max": 100}}"#, "-1", nil, "out-of-range"),
      ("money", #"{"range": {"min": "0.10"}}"#, "0,1", nil, "missing-word"),
      ("money", #"{"range": {"max": 1e3}}"#, "1 000,00 ₽", "1000.00", "number-cleaned"),
      (
        "number", #"{"range": {"max": "99999999999999999999"}}"#, "99999999999999999998",
        "99999999999999999998", nil
      ),
      (
        "date", #"{"range": {"min": "2000-01-01", "max": "today"}}"#, "22.11.2026", "2026-11-22",
        "date-format"
      ),
      ("date", #"{"range": {"min": "2000-01-01", "max": "today"}}"#, "23.11.2026", nil, "out-of-range"),
      ("date", #"{"range": {"min": "2000-01-01"}}"#, "1999-12-31", nil, "out-of-range"),
      ("inn", #"{"length": 12}"#, "7714843760", nil, "length-wrong"),
      ("inn", #"{"length": 12}"#, "500100732259", "500100732259", nil),
      ("inn", #"{"length": 12}"#, "7714843761", nil, "inn-check-digit"),
      (
        "enum", #"{"enum": {"Активный": ["act", "акт"], "Закрыт": null}}"#, "АКТ", "Активный", "enum-spelling"
      ),
      ("enum", #"{"enum": ["да", "нет"]}"#, "может", nil, "enum-unknown"),
    ] as [(String, String, String, String?, String?)])
  func reads(_ name: String, _ keys: String, _ text: String, _ value: String?, _ code: String?) throws {
    let format = try format(name, keys)
    let result = format.explain(text)
    // Codes of the built-in formats are theirs; here only ours are held to their names.
    if let code,
      ["pattern-mismatch", "length-wrong", "out-of-range", "enum-unknown", "enum-spelling"].contains(code)
    {
      #expect(result.code == code)
      if value == nil { #expect(result.status == .invalid) }
    }
    if value != nil { #expect(result.value == value) }
    // By column and by value a format says the same.
    var outcome = FormatOutcome()
    switch format.standardise(Array(text.utf8).span, into: &outcome) {
    case .unchanged: #expect(result.value == text && result.status == .ok)
    case .replaced: #expect(result.value == String(decoding: outcome.value, as: UTF8.self))
    case .told: #expect(outcome.reading.status == result.status)
    }
    if let value {
      let again = format.standardise(Array(value.utf8).span, into: &outcome)
      #expect(again == .unchanged)
    }
  }

  @Test func aListIsLookedUpAndSpeltAsItSpells() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("list-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("# грузовые терминалы\nТерминал №1\nТерминал «Север»\tпримечание\nтерминал 2\nТерминал 2\n".utf8)
      .write(to: file)
    let format = try format("text", "{\"lookup\": \"\(file.path)\"}")
    #expect(format.explain("Терминал №1").status == .ok)
    let fixed = format.explain("ТЕРМИНАЛ север")
    #expect(fixed.value == "Терминал «Север»" && fixed.code == "list-spelling" && fixed.status == .fixed)
    // Of two spellings that the list has, a third is neither.
    #expect(format.explain("ТЕРМИНАЛ 2").code == "not-in-list")
    #expect(format.explain("Склад").code == "not-in-list")
  }

  @Test func aColumnOfAListIsNamed() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("list-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("name;code\n\"Север; дальний\";N1\nЮг;S1\n".utf8).write(to: file)
    let names = try format("text", "{\"lookup\": {\"file\": \"\(file.path)\", \"column\": \"name\"}}")
    #expect(names.explain("Север; дальний").status == .ok && names.explain("N1").status == .invalid)
    let error = try #require(throws: ConstraintError.self) {
      _ = try self.format("text", "{\"lookup\": {\"file\": \"\(file.path)\", \"column\": \"код\"}}")
    }
    #expect(error.remedy == "its header has name, code")
  }

  @Test(
    arguments: [
      (#""ИП""#, "ип", FieldTest.Outcome.holds), (#"["ИП", "КФХ"]"#, "ООО", .broken), (#""ИП""#, "", .holds),
      (#"{"required": true}"#, "", .missing), (#"{"empty": true}"#, "x", .extra),
      (#"{"empty": true}"#, "", .holds),
      (#"{"length": 12}"#, "123", .broken), (#"{"values": ["a", "b"], "required": true}"#, "b", .holds),
      (#"{"pattern": "\\d+"}"#, "12x", .broken), (#"{"range": {"min": 18}}"#, "18", .holds),
      ("12", "12", .holds),
      ("null", "", .missing),
    ] as [(String, String, FieldTest.Outcome)])
  func testsOfConditions(_ test: String, _ cell: String, _ outcome: FieldTest.Outcome) throws {
    let test = try JSONDecoder().decode(FieldTest.self, from: Data(test.utf8)).prepared(now: "2026-11-22")
    let found = test.outcome(of: Array(cell.utf8).span)
    #expect(found == outcome)
  }
}
