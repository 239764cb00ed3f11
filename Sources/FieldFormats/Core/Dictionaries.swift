import Foundation
import Synchronization

/// A dictionary that cannot be used.
public struct DictionaryError: Error, Equatable {
  /// Name of the file within the folder.
  public var file: String
  /// What is wrong, lower case.
  public var problem: String

  /// One line, the remedy after the semicolon.
  public var line: String { "\(file): \(problem); point `dictionaries` at the folder Rules/dictionaries" }
}

/// The word lists the formats know, read once from `Rules/dictionaries`.
///
/// Every file is tab-separated UTF-8; a line that begins with `# ` is a comment, the first of them names the source.
public struct Dictionaries: Sendable {
  /// Words for «missing».
  let missing: MissingWords
  /// First names and words that stand with names.
  let names: NameDictionary
  /// Short forms of first names.
  let nicknames: Nicknames
  /// Legal forms and words of firms' names.
  let forms: LegalFormTable
  /// Mail domains.
  let mail: MailDomains
  /// Regions, towns, countries and the words of addresses.
  let places: PlaceDictionary
  /// Places by area code.
  let phones: PhoneAreas
  /// How the countries build their accounts.
  let iban: IBANTable

  /// No words at all: enough to ask a format for its codes.
  static let none = Dictionaries(
    missing: MissingWords([]), names: NameDictionary(first: [], surnames: [], words: []),
    nicknames: Nicknames([]),
    forms: LegalFormTable([], words: []), mail: MailDomains([], disposable: []),
    places: PlaceDictionary(types: [], regions: [], towns: [], countries: []),
    phones: PhoneAreas([]),
    iban: IBANTable([]))

  /// Folders read so far.
  private static let cache = Mutex<[String: Dictionaries]>([:])

  /// Reads the folder; once a process, for the files belong to the product and do not change under it.
  /// - Throws: `DictionaryError` naming the file that is absent or ill formed.
  /// - Complexity: O(bytes of the files).
  public static func load(folder: String) throws(DictionaryError) -> Dictionaries {
    if let known = cache.withLock({ $0[folder] }) { return known }
    let fresh = try readAll(folder)
    cache.withLock { $0[folder] = fresh }
    return fresh
  }

  private static func readAll(_ folder: String) throws(DictionaryError) -> Dictionaries {
    func lines(_ file: String, columns: Int) throws(DictionaryError) -> [[String]] {
      try read("\(folder)/\(file)", file, columns: columns)
    }
    return Dictionaries(
      missing: MissingWords(try lines("missing_words.tsv", columns: 2)),
      names: NameDictionary(
        first: try lines("first_names.tsv", columns: 2), surnames: try lines("surnames.tsv", columns: 1),
        words: try lines("name_words.tsv", columns: 2)),
      nicknames: Nicknames(try lines("nicknames.tsv", columns: 2)),
      forms: LegalFormTable(
        try lines("legal_forms.tsv", columns: 6), words: try lines("org_words.tsv", columns: 2)),
      mail: MailDomains(
        try lines("mail_domains.tsv", columns: 2), disposable: try lines("disposable_domains.tsv", columns: 1)
      ),
      places: PlaceDictionary(
        types: try lines("address_types.tsv", columns: 3), regions: try lines("regions.tsv", columns: 9),
        towns: try lines("towns.tsv", columns: 1), countries: try lines("countries.tsv", columns: 5)),
      phones: PhoneAreas(try lines("phone_areas.tsv", columns: 2)),
      iban: IBANTable(try lines("iban.tsv", columns: 2)))
  }

  private static func read(_ path: String, _ file: String, columns: Int) throws(DictionaryError) -> [[String]]
  {
    guard let text = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw DictionaryError(file: file, problem: "cannot be read")
    }
    var rows: [[String]] = []
    var number = 0
    // By bytes: whole characters took a third of the start of a short run.
    for line in Array(text).split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let isComment = line.first == 0x23 && (line.count == 1 || line.dropFirst().first == 0x20)
      if line.isEmpty || isComment { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard cells.count >= columns else {
        throw DictionaryError(file: file, problem: "line \(number) has \(cells.count) columns of \(columns)")
      }
      rows.append(cells)
    }
    guard !rows.isEmpty else { throw DictionaryError(file: file, problem: "is empty") }
    return rows
  }
}
