import RuleKit

/// What people call the canonical fields, from `Rules/dictionaries/header_synonyms.tsv` and the catalogue's labels.
public struct HeaderSynonyms: Sendable {
  struct Synonym: Sendable {
    var field: String
    var header: HeaderText
    /// The header as some program writes it: `PHONE_MOBILE`, `emailAddress`.
    var isIdentifier: Bool
    /// Whether it was seen in a program's own files.
    var isVerified: Bool
  }

  let all: [Synonym]
  private let byKey: [String: [Int]]

  /// Reads `header_synonyms.tsv`; the catalogue's fields must contain those named there.
  /// - Throws: `DictionaryError` at the first line that is wrong.
  public static func load(path: String, catalogue: FieldCatalogue) throws(DictionaryError) -> HeaderSynonyms {
    let file = try DictionaryFile(path: path, header: ["canonical_field", "lang", "synonym", "seen_in"])
    var synonyms: [Synonym] = []
    for (line, cells) in file.rows {
      let field = String(cells[0])
      guard catalogue.definition(of: field) != nil else {
        throw DictionaryError(
          FileLocation(file: path, line: line), "unknown field '\(field)'",
          remedy: "name a field of fields.tsv")
      }
      let text = String(cells[2])
      let isIdentifier =
        text.utf8.allSatisfy { $0 < 128 && $0 != 32 }
        && (text.contains("_") || text.dropFirst().contains { $0.isUppercase })
      synonyms.append(
        Synonym(
          field: field, header: HeaderText(text, cutsOrdinal: false), isIdentifier: isIdentifier,
          isVerified: !cells[3].hasPrefix("common usage")))
    }
    return HeaderSynonyms(synonyms)
  }

  init(_ synonyms: [Synonym]) {
    all = synonyms
    byKey = Dictionary(grouping: synonyms.indices) { synonyms[$0].header.key }
  }

  /// The synonyms that are this header, in file order.
  func matches(of key: String) -> [Synonym] { (byKey[key] ?? []).map { all[$0] } }
}
