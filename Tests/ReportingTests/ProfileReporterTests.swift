import Foundation
import RuleKit
import Testing

@testable import Pipeline
@testable import Reporting

/// A profile as people and programs get it.
@Suite struct ProfileReporterTests {
  private var profile: BaseProfile {
    var profile = BaseProfile()
    profile.version = "1.0"
    profile.now = "2026-11-22"
    profile.standard = "ru-b2c 1"
    profile.standardTitle = Localized(en: "Private clients", ru: "Частные клиенты")
    profile.standardReason = Localized(en: "named by you", ru: "указан вами")
    func text(_ en: String, _ ru: String) -> Localized { Localized(en: en, ru: ru) }
    profile.tables = [
      BaseProfile.Table(
        path: "/bases/base.csv", name: "base", format: "csv", role: "clients", rows: 4, notes: [],
        columns: [
          .init(
            header: "Тел.", field: "phone", label: text("Phone", "Телефон"), how: "synonym", score: 0.95,
            reason: text("a known name of the field", "известное название поля"), filled: 3, distinct: 2,
            shapes: [
              .init(shape: "+9 9", count: 2, sample: "+7 9161234576"),
              .init(shape: "9", count: 1, sample: "89161234576"),
            ],
            otherShapes: (0, 0), changes: 2,
            defects: [
              .init(
                rule: "format-standards", code: "phone-length", severity: .error,
                message: text("too few digits", "мало цифр"), count: 1)
            ]),
          .init(
            header: "Цвет", field: "extra.Цвет", label: text("Цвет", "Цвет"), how: "none", score: 0,
            reason: text("not recognised", "не распознано"), filled: 4, distinct: 4, shapes: [],
            otherShapes: (4, 4), changes: 0, defects: []),
        ],
        defects: [
          .init(
            rule: "mandatory-fields", code: "missing-column", severity: .error,
            message: text("no column for email", "нет столбца для email"), count: 1)
        ])
    ]
    return profile
  }

  @Test func textInEnglish() {
    let expected = """
      Revizor 1.0 · Profile of a client base · 2026-11-22

      Held against
        ru-b2c 1 · Private clients
        named by you

      base.csv › base  clients, 4 rows, 2 columns, 1 recognised
        ✗ missing-column  1  25.0%  no column for email
        Тел. → phone «Phone»  95.0%: a known name of the field
            filled 3 (75.0%) · different 2 · cleaning rewrites 2
              2  66.7%  +9 9  +7 916*****76
              1  33.3%  9     8916*****76
            ✗ phone-length  1  25.0%  too few digits
        Цвет  not recognised
            filled 4 (100%) · all different
              4  100%  … of 4 other shapes

      What to do next
        1. Find where it is kept: no column for email. If a column holds it, say so in a mapping (--mapping).
        2. Name what was not recognised: “Цвет”. A mapping (--mapping) says what they are; else they are kept as they are.
        3. “Phone” repeats a value in 1 row: cleaning finds the duplicates.
        4. Correct 1 error in “Phone”: too few digits.
        5. Let cleaning write 2 values anew, merge duplicates and find dead souls: revizor clean … --output clean.xlsx

      read 4 of 4

      """
    let text = ProfileTextReporter().render(profile, options: ReportOptions())
    #expect(text.replacing("\u{A0}", with: " ") == expected)
  }

  @Test(arguments: [Language.en, .ru])
  func valuesAreMaskedUnlessRevealed(_ language: Language) {
    for reporter in ProfileReporterCatalogue.all {
      let masked = reporter.init().render(profile, options: ReportOptions(language: language))
      #expect(!masked.contains("9161234576"), "\(reporter.name)")
      let revealed = reporter.init().render(profile, options: ReportOptions(language: language, reveal: true))
      #expect(revealed.contains("89161234576"), "\(reporter.name)")
    }
  }

  @Test func russianIsRussian() {
    let text = ProfileTextReporter().render(profile, options: ReportOptions(language: .ru))
    #expect(text.hasSuffix("прочитано 4 из 4\n") && text.contains("известное название поля"))
    #expect(text.contains("Что делать дальше") && text.contains("заполнено 3"))
  }

  @Test func jsonHoldsEverything() throws {
    let text = ProfileJSONReporter().render(profile, options: ReportOptions())
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["rows_read"] as? Int == 4 && document["masked"] as? Bool == true)
    let tables = try #require(document["tables"] as? [[String: Any]])
    let columns = try #require(tables[0]["columns"] as? [[String: Any]])
    #expect(columns[0]["confidence"] as? Double == 0.95 && columns[0]["fill_rate"] as? Double == 0.75)
    #expect((columns[0]["defects"] as? [[String: Any]])?.first?["code"] as? String == "phone-length")
    #expect(columns[1]["recognised"] as? Bool == false && columns[1]["other_shapes_cells"] as? Int == 4)
  }
}
