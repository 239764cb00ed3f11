import Tables

/// First names, surnames that look like patronymics, and words that stand with names.
struct NameDictionary: Sendable {
  /// What is known of a word.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt32
    static let male = Kinds(rawValue: 1)
    static let female = Kinds(rawValue: 2)
    /// A first name whose gender is not known.
    static let first = Kinds(rawValue: 4)
    static let surname = Kinds(rawValue: 8)
    static let title = Kinds(rawValue: 16)
    static let job = Kinds(rawValue: 32)
    static let particle = Kinds(rawValue: 64)
    static let kin = Kinds(rawValue: 128)
    static let placeholder = Kinds(rawValue: 256)
    static let gendered: Kinds = [.male, .female]
  }

  private let table: WordTable

  /// Reads rows of (name, gender), (surname), (word, kind).
  init(first: [[String]], surnames: [[String]], words: [[String]]) {
    var all: [(word: String, number: UInt32)] = []
    for row in first {
      let kinds: Kinds = row[1] == "m" ? .male : row[1] == "f" ? .female : row[1] == "b" ? .gendered : .first
      all.append((row[0], kinds.rawValue))
    }
    for row in surnames { all.append((row[0], Kinds.surname.rawValue)) }
    let named: [String: Kinds] = ["title": .title, "job": .job, "particle": .particle, "kin": .kin]
    for row in words { all.append((row[0], (named[row[1]] ?? .placeholder).rawValue)) }
    table = WordTable(all)
  }

  func kinds(_ word: String) -> Kinds { Kinds(rawValue: table.find(word) ?? 0) }

  func kinds(_ word: Span<UInt8>) -> Kinds { Kinds(rawValue: table.find(word) ?? 0) }
}

/// Gender as the base writes it.
enum Gender: String, Sendable { case male, female }

/// Endings that tell patronymics and surnames, and their gender.
///
/// Words are lower case with ё as е, Cyrillic or Latin.
enum NameEnding {
  private static let malePatronymics = ["ович", "евич", "ovich", "evich", "оглы", "оглу", "угли", "улы", "уулу", "ұлы"]
  private static let femalePatronymics = ["овна", "евна", "ична", "ovna", "evna", "ichna", "кызы", "гызы", "кизи", "қызы"]
  private static let shortPatronymics: Set<String> = [
    "ильич", "кузьмич", "фомич", "лукич", "никитич", "саввич", "фокич", "минич", "зотыч", "иваныч", "петрович",
    "сергеич", "николаич", "михалыч", "палыч", "андреич", "алексеич", "семеныч", "степаныч",
  ]
  private static let maleSurnames = ["ов", "ев", "ин", "ын", "ский", "цкий", "ской", "ый", "ov", "ev", "sky", "skiy", "skii"]
  private static let femaleSurnames = ["ова", "ева", "ина", "ына", "ская", "цкая", "ая", "ova", "eva", "skaya", "skaia"]
  private static let anySurnames = [
    "ой", "их", "ых", "ко", "чук", "юк", "ук", "ян", "дзе", "швили", "ия", "ец", "як", "енко", "ич", "enko", "chuk", "yan", "dze",
    "man", "son", "берг", "штейн", "ман", "ер",
  ]

  /// The gender of a patronymic; nil: it is none.
  static func patronymic(_ word: String) -> Gender? {
    if shortPatronymics.contains(word) { return .male }
    guard word.utf8.count > 8 || word.unicodeScalars.count > 5 else { return nil }
    if malePatronymics.contains(where: word.hasSuffix) { return .male }
    return femalePatronymics.contains(where: word.hasSuffix) ? .female : nil
  }

  /// Whether the word ends as a surname does, and the gender it then has.
  static func surname(_ word: String) -> (isLikely: Bool, gender: Gender?) {
    guard word.unicodeScalars.count > 3 else { return (false, nil) }
    if femaleSurnames.contains(where: word.hasSuffix) { return (true, .female) }
    if maleSurnames.contains(where: word.hasSuffix) { return (true, .male) }
    return (anySurnames.contains(where: word.hasSuffix), nil)
  }
}
