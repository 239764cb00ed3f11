import FieldFormats
import Foundation
import Testing

/// What these tests know of the world.
private enum Corpora {
  static let misread = "misread-encoding"
  /// Folder of the corpora, when the run names it.
  static var folder: String? { ProcessInfo.processInfo.environment["REVIZOR_CORPORA"] }
}

/// Text read in a wrong encoding comes back exactly; sound text is never touched.
@Suite struct MojibakeTests {
  private static func explain(_ text: String, _ name: String = "text") throws -> FormatResult {
    let format = try #require(try Vectors.catalogue().format(named: name))
    return format.explain(text)
  }

  @Test(
    "every textual format gains",
    arguments: [
      ("Ãðîìîâ Ïàâåë Îëåãîâè÷", "person-name", "Громов Павел Олегович"),
      ("РћРћРћ В«РЎРµРІРµСЂВ»", "org-name", "ООО «Север»"), ("цНПНД оЕПЛЭ", "text", "Город Пермь"),
      ("MÃ¼ller", "text", "Müller"), ("MГјller", "text", "Müller"), ("Ìåíåäæåð", "enum", "Менеджер"),
      ("Êàçàíü", "city", "Казань"), ("Р“СЂРѕРјРѕРІ", "name-part", "Громов"),
      // A program made the no-break spaces ordinary ones, and dropped the byte that windows-1251 has no letter for.
      ("Р РѕРјР°РЅ РџРµС‚СЂРѕРІ", "text", "Роман Петров"), ("РРІР°РЅРѕРІ", "text", "Иванов"),
    ])
  func formats(text: String, name: String, value: String) throws {
    let result = try Self.explain(text, name)
    #expect(result.value == value && result.code == Corpora.misread && result.status == .fixed, "\(result)")
  }

  @Test(
    "sound text stays",
    arguments: [
      "ПЕПСИ", "ОЩУЩУ", "СтройМонтаж", "МосОблСтрой", "иВАНОВ", "ООО «РОМАШКА»", "„Ромашка“ — цех № 5", "ВЁ",
      "мРНК",
      "Müller Größe", "ÄÖÜ", "Ærø", "Ångström", "été à Noël", "Łódź", "Dvořák", "São João", "Ñandú", "ÉŠÝŽ",
      "Қазақстан Республикасы", "біліктілік", "ТІРІ", "Київ, вул. Хрещатик", "їжак і ґанок", "міліційнім",
      "Беларусь, г. Мінск",
      "адвітаю", "Ђорђе Његош", "Љубљана", "5 € за шт.", "Ромашка™", "©2019 Ромашка", "±5 °C", "25°С",
      "½ ставки",
      "ёё", "ЁЛКИ-ПАЛКИ", "съешь ещё этих мягких французских булок", "ЩУКА", "йод", "ВЪЕЗД", "ЦСКА",
      "ФГБУ ЦНИИП",
      "→ далее", "• пункт", "…и другие", "—так", "'’'", "═══",
    ])
  func sound(text: String) throws {
    for name in ["text", "enum", "person-name", "org-name"] {
      #expect(try Self.explain(text, name).code != Corpora.misread, "\(name): \(text)")
    }
  }

  @Test("the words of the dictionaries stay, small, capital and with a capital", arguments: 0...2)
  func dictionaries(spelling: Int) throws {
    let format = try #require(try Vectors.catalogue().format(named: "text"))
    var count = 0
    for file in [
      "first_names", "surnames", "name_words", "org_words", "header_synonyms", "nicknames", "legal_forms",
    ] {
      let text = try String(contentsOfFile: "\(Vectors.dictionaryFolder)/\(file).tsv", encoding: .utf8)
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        for cell in line.split(separator: "\t").prefix(3) {
          let word = spelling == 0 ? cell.lowercased() : spelling == 1 ? cell.uppercased() : cell.capitalized
          let result = format.explain(word)
          #expect(result.code != Corpora.misread, "\(word) → \(result.value ?? "")")
          count += 1
        }
      }
    }
    #expect(count > 10_000)
  }

  @Test(
    "cells of the corpora stay",
    .enabled(if: Corpora.folder != nil, "set REVIZOR_CORPORA to try the cells of its files"))
  func corpusCells() throws {
    let format = try #require(try Vectors.catalogue().format(named: "text"))
    let files = FileManager.default.enumerator(atPath: try #require(Corpora.folder))
    var count = 0
    var restored: Set<String> = []
    while let name = files?.nextObject() as? String {
      guard name.hasSuffix(".csv"),
        let data = FileManager.default.contents(atPath: "\(Corpora.folder ?? "")/\(name)"),
        let text = String(validating: data.prefix(300_000), as: UTF8.self)
      else { continue }
      for cell in Set(Vectors.cells(text).joined()) where !cell.utf8.allSatisfy({ $0 < 0x80 }) {
        count += 1
        let result = format.explain(cell)
        if result.code == Corpora.misread { restored.insert("\(cell) → \(result.value ?? "")") }
      }
    }
    print("\(count) cells beyond ASCII in the corpora, restored: \(restored.sorted().prefix(20))")
    #expect(restored.isEmpty)
  }

  @Test("the column tells of cells too short to tell by themselves")
  func column() throws {
    let cells = ["ÎÎÎ", "Ãðîìîâ", "Êàçàíü", "Íîâîñèáèðñê", "ßíà"]
    let found = Survey.conventions(cells, format: "text")
    #expect(found.misreading == "windows-1251 as windows-1252")
    let format = try #require(
      try Vectors.catalogue().format(named: "text", options: FormatOptions().with(found)))
    #expect(cells.map { format.explain($0).value } == ["ООО", "Громов", "Казань", "Новосибирск", "Яна"])
    // Sound cells of the column stay.
    #expect(format.explain("Müller").value == "Müller")
    #expect(format.explain("Самара").value == "Самара")
  }

  @Test(
    "letters lost for good are told of and kept",
    arguments: ["?????? ????", "\u{FFFD}\u{FFFD}\u{FFFD}", "\u{8E}\u{8E}"])
  func lost(text: String) throws {
    for name in ["text", "person-name", "org-name", "address"] {
      let result = try Self.explain(text, name)
      #expect(result.code == "text-lost" && result.status == .invalid, "\(name): \(result)")
    }
  }

  @Test("a part lost is told of", arguments: ["М?????? Иван", "Ива\u{FFFD}ов"])
  func partLost(text: String) throws {
    #expect(try Self.explain(text).code == "text-lost")
  }

  @Test("up to three question marks are a word for «missing», and stress in a comment is none of this")
  func questions() throws {
    #expect(try Self.explain("???").status == .missing)
    #expect(try Self.explain("Перезвонить???").status == .ok)
  }
}
