import Tables

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

/// What the hot path asks of a legal form.
struct FormTraits: Sendable {
  var style: LegalForm.Style
  var isWeak: Bool
  var isLatin: Bool
  /// Whether it is taken for a form in small letters, too: Ltd and Inc.
  var isCommon: Bool
}

/// Legal forms by their spellings, and words that matter in firms' names.
struct LegalFormTable: Sendable {
  private var forms: [LegalForm] = []
  private let bySpelling: WordTable
  /// Names of the forms, UTF-8, and what the hot path asks of them.
  private(set) var traits: [FormTraits] = []
  private(set) var names: [[UInt8]] = []
  /// First letters of spellings of several words, three of each.
  private let beginnings: WordTable
  /// First words of fillers.
  private let fillerStarts: WordTable
  /// Spellings of several words, the longest first.
  private var long: [(words: [String], first: Unicode.Scalar?, form: Int)] = []
  private let small: WordTable
  private let capitals: WordTable
  private let placeholders: WordTable

  /// Reads rows of (form, ОКОПФ, generic, style, strength, spellings) and of (word, kind).
  init(_ rows: [[String]], words: [[String]]) {
    var numbers: [String: UInt32] = [:]
    for row in rows where row.count > 5 {
      let index = forms.count
      forms.append(
        LegalForm(
          name: row[0], okopf: row[1], generic: row[2], style: LegalForm.Style(rawValue: row[3]) ?? .quoted,
          isWeak: row[4] == "weak", isLatin: row[4] == "latin"))
      for spelling in row[5].split(separator: "|").map(String.init) {
        if numbers[spelling.folded] == nil { numbers[spelling.folded] = UInt32(index) }
        let words = spelling.split(separator: " ").map(String.init)
        guard words.count > 1, words.contains(where: { $0.count > 3 }) else { continue }
        long.append((words, words[0].unicodeScalars.first, index))
      }
    }
    traits = forms.map {
      FormTraits(
        style: $0.style, isWeak: $0.isWeak, isLatin: $0.isLatin,
        isCommon: $0.name == "Ltd" || $0.name == "Inc")
    }
    names = forms.map { Array($0.name.utf8) }
    beginnings = WordTable(long.map { (word: String($0.words[0].prefix(3)), number: 1) })
    fillerStarts = WordTable(
      words.filter { $0[1] == "placeholder" }.map { (word: String($0[0].words.first ?? ""), number: 1) })
    bySpelling = WordTable(numbers.map { (word: $0.key, number: $0.value) })
    long.sort { $0.words.count > $1.words.count }
    func table(_ kind: String) -> WordTable {
      WordTable(words.filter { $0[1] == kind }.map { (word: $0[0], number: 1) })
    }
    small = table("small")
    capitals = table("capital")
    placeholders = table("placeholder")
  }

  /// Number of the form of an exact spelling; allocates nothing.
  func number(_ spelling: Span<UInt8>) -> Int? { bySpelling.find(spelling).map { Int($0) } }

  /// Whether a text is the name of a form.
  func isName(_ text: Span<UInt8>, of number: Int) -> Bool {
    let name = names[number]
    return name.span.equals(text)
  }

  /// The name of a form by its number.
  func name(_ number: Int) -> String { forms[number].name }

  /// Whether a word may begin a form written out: it has the first three letters of one.
  func mayBegin(_ word: Span<UInt8>) -> Bool {
    guard word.count > 5 else { return false }
    return beginnings.find(word.extracting(0..<6)) != nil
  }

  func mayBeginFiller(_ word: Span<UInt8>) -> Bool { fillerStarts.find(word) != nil }

  func isSmall(_ word: Span<UInt8>) -> Bool { small.find(word) != nil }

  func isCapital(_ word: Span<UInt8>) -> Bool { capitals.find(word) != nil }

  /// Whether a core is a filler; allocates nothing.
  func mayBePlaceholder(_ core: Span<UInt8>) -> Bool { placeholders.find(core) != nil }

  func isPlaceholder(_ key: String) -> Bool { placeholders.find(key) != nil }

  func isSmall(_ word: String) -> Bool { small.find(word) != nil }

  func isCapital(_ word: String) -> Bool { capitals.find(word) != nil }

  /// The form of an exact spelling: lower case, no dots, one space.
  func form(_ spelling: String) -> LegalForm? { bySpelling.find(spelling).map { forms[Int($0)] } }

  /// The form that the first words spell out in full, with endings, cuts and slips; and how many words it took.
  /// - Complexity: O(spellings · words).
  func spelledOut(_ words: [String]) -> (form: LegalForm, count: Int)? {
    guard let first = words.first?.unicodeScalars.first else { return nil }
    for (spelling, itsFirst, form) in long where itsFirst == first && spelling.count <= words.count {
      if zip(spelling, words).allSatisfy({ Self.means($1, $0) }) { return (forms[form], spelling.count) }
    }
    return nil
  }

  /// Whether a word as written is the word meant: the same, cut short (`огр.`), or with a slip.
  private static func means(_ written: String, _ meant: String) -> Bool {
    if written.isSame(as: meant) { return true }
    let (length, full) = (written.unicodeScalars.count, meant.unicodeScalars.count)
    if full < 4 { return false }
    if length >= 3, length < full, meant.utf8.starts(with: written.utf8) { return true }
    let slips = full >= 10 ? 2 : 1
    return full >= 6 && abs(length - full) <= slips && EditDistance.within(slips, written, meant)
  }
}
