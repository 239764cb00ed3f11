/// A legal form: how it is written and where it stands.
struct LegalForm: Sendable, Equatable {
  /// Where the form stands in a firm's name.
  enum Style: String, Sendable {
    /// `ООО «Ромашка»`.
    case quoted
    /// `ИП Фамилия Имя Отчество`.
    case sole
    /// `Siemens AG`.
    case suffix
  }

  var name: String
  /// Code of ОК 028-2012; empty for foreign and abolished forms.
  var okopf: String
  /// Kind it is compared by: LLC, JSC, SP and so on.
  var generic: String
  var style: Style
  /// Whether it counts only at the start, before a quote or a capital.
  var isWeak: Bool
  /// Whether it is written in Latin letters.
  var isLatin: Bool
}

/// Legal forms by their spellings, and words that matter in firms' names.
struct LegalFormTable: Sendable {
  private var forms: [LegalForm] = []
  private var bySpelling: [String: Int] = [:]
  /// Spellings of several words, the longest first.
  private var long: [(words: [String], form: Int)] = []
  private(set) var placeholders: Set<String> = []
  private var small: Set<String> = []
  private var capitals: Set<String> = []
  private let placeholderTable: WordTable

  /// Reads rows of (form, ОКОПФ, generic, style, strength, spellings) and of (word, kind).
  init(_ rows: [[String]], words: [[String]]) {
    for row in rows where row.count > 5 {
      let index = forms.count
      forms.append(
        LegalForm(
          name: row[0], okopf: row[1], generic: row[2], style: LegalForm.Style(rawValue: row[3]) ?? .quoted,
          isWeak: row[4] == "weak", isLatin: row[4] == "latin"))
      for spelling in row[5].split(separator: "|").map(String.init) {
        if bySpelling[spelling] == nil { bySpelling[spelling] = index }
        let words = spelling.split(separator: " ").map(String.init)
        if words.count > 1, words.contains(where: { $0.count > 3 }) { long.append((words, index)) }
      }
    }
    placeholderTable = WordTable(words.filter { $0[1] == "placeholder" }.map { (word: $0[0], number: 1) })
    long.sort { $0.words.count > $1.words.count }
    for row in words {
      switch row[1] {
      case "small": small.insert(row[0])
      case "capital": capitals.insert(row[0])
      default: placeholders.insert(row[0])
      }
    }
  }

  /// Whether a core is a filler; allocates nothing.
  func mayBePlaceholder(_ core: Span<UInt8>) -> Bool { placeholderTable.find(core) != nil }

  func isSmall(_ word: String) -> Bool { small.contains(word) }

  func isCapital(_ word: String) -> Bool { capitals.contains(word) }

  /// The form of an exact spelling: lower case, no dots, one space.
  func form(_ spelling: String) -> LegalForm? { bySpelling[spelling].map { forms[$0] } }

  /// The form that the first words spell out in full, with endings, cuts and slips; and how many words it took.
  /// - Complexity: O(spellings · words).
  func spelledOut(_ words: [String]) -> (form: LegalForm, count: Int)? {
    guard let first = words.first?.unicodeScalars.first else { return nil }
    for (spelling, form) in long
    where spelling.count <= words.count && spelling[0].unicodeScalars.first == first {
      if zip(spelling, words).allSatisfy({ Self.means($1, $0) }) { return (forms[form], spelling.count) }
    }
    return nil
  }

  /// Whether a word as written is the word meant: the same, cut short (`огр.`), or with a slip.
  private static func means(_ written: String, _ meant: String) -> Bool {
    if written == meant { return true }
    if meant.count < 4 { return false }
    if written.count >= 3, written.count < meant.count, meant.hasPrefix(written) { return true }
    if meant.count < 6 { return false }
    return EditDistance.within(meant.count >= 10 ? 2 : 1, written, meant)
  }
}
