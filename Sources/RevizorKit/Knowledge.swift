import Standards

/// The dictionaries and standards of an installation, read once a run.
struct Knowledge: Sendable {
  let catalogue: FieldCatalogue
  let recognition: HeaderRecognition
  let standards: StandardLoader

  init(_ installation: Installation) throws(KitError) {
    do throws(DictionaryError) {
      catalogue = try FieldCatalogue.load(path: installation.dictionaries + "/fields.tsv")
      let synonyms = try HeaderSynonyms.load(
        path: installation.dictionaries + "/header_synonyms.tsv", catalogue: catalogue)
      recognition = HeaderRecognition(
        catalogue: catalogue, synonyms: synonyms, words: ContentWords(folder: installation.dictionaries))
    } catch {
      throw .usage([error.line])
    }
    // The formats a standard may name are those of the catalogue; a rule says what it thinks of others.
    standards = StandardLoader(folder: installation.standards, catalogue: catalogue, formats: [])
  }

  func standard(_ nameOrPath: String) throws(KitError) -> Standard {
    do throws(StandardErrors) {
      return try standards.load(nameOrPath)
    } catch {
      throw .usage(error.lines)
    }
  }
}
