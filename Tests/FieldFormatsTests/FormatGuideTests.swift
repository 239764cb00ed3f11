import FieldFormats
import Testing

/// The page of every format is true: its examples have the status that they are said to have.
@Suite struct FormatGuideTests {
  @Test(arguments: FormatCatalogue.names)
  func everyFormatHasAPageThatHolds(_ name: String) throws {
    let guide = try #require(
      try FormatGuide.load(folder: Vectors.dictionaryFolder)[name], "no page for \(name)")
    let format = try #require(
      try Vectors.catalogue().format(named: name, options: FormatOptions(now: "2026-11-22")))
    #expect(!guide.title.en.isEmpty && !guide.title.ru.isEmpty && !guide.sources.isEmpty)
    #expect(guide.examples.contains { $0.status == .ok }, "\(name) shows no canonical value")
    #expect(guide.examples.contains { $0.status != .ok }, "\(name) shows nothing that it mends or refuses")
    for example in guide.examples {
      let result = format.explain(example.input)
      #expect(result.status == example.status, "\(name) '\(example.input)': \(result.code ?? "")")
    }
  }
}
