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
  private static let malePatronymics = bytes([
    "ович", "евич", "ovich", "evich", "оглы", "оглу", "угли", "улы", "уулу", "ұлы",
  ])
  private static let femalePatronymics = bytes([
    "овна", "евна", "ична", "ovna", "evna", "ichna", "кызы", "гызы", "кизи", "қызы",
  ])
  private static let shortPatronymics = WordTable(
    [
      "ильич", "кузьмич", "фомич", "лукич", "никитич", "саввич", "фокич", "минич", "зотыч", "иваныч",
      "петрович",
      "сергеич", "николаич", "михалыч", "палыч", "андреич", "алексеич", "семеныч", "степаныч",
    ].map { (word: $0, number: 1) })
  private static let maleSurnames = bytes([
    "ов", "ев", "ин", "ын", "ский", "цкий", "ской", "ый", "ov", "ev", "sky", "skiy", "skii",
  ])
  private static let femaleSurnames = bytes([
    "ова", "ева", "ина", "ына", "ская", "цкая", "ая", "ova", "eva", "skaya", "skaia",
  ])
  private static let anySurnames = bytes([
    "ой", "их", "ых", "ко", "чук", "юк", "ук", "ян", "дзе", "швили", "ия", "ец", "як", "енко", "ич", "enko",
    "chuk", "yan", "dze",
    "man", "son", "берг", "штейн", "ман", "ер",
  ])

  private static func bytes(_ endings: [String]) -> [[UInt8]] { endings.map { Array($0.utf8) } }

  /// Whether the word ends in one of these, byte by byte: `hasSuffix` was measured ten times slower.
  private static func ends(_ word: String, _ endings: [[UInt8]]) -> Bool {
    var word = word
    return word.withUTF8 { word in
      let text = unsafe word.span
      for ending in endings where ending.count <= text.count {
        let start = text.count - ending.count
        var index = 0
        while index < ending.count, text[start + index] == ending[index] { index += 1 }
        if index == ending.count { return true }
      }
      return false
    }
  }

  /// The gender of a patronymic; nil: it is none.
  static func patronymic(_ word: String) -> Gender? {
    if shortPatronymics.find(word) != nil { return .male }
    guard word.utf8.count > 8 || word.unicodeScalars.count > 5 else { return nil }
    if ends(word, malePatronymics) { return .male }
    return ends(word, femalePatronymics) ? .female : nil
  }

  /// Whether the word ends as a surname does, and the gender it then has.
  static func surname(_ word: String) -> (isLikely: Bool, gender: Gender?) {
    guard word.unicodeScalars.count > 3 else { return (false, nil) }
    if ends(word, femaleSurnames) { return (true, .female) }
    if ends(word, maleSurnames) { return (true, .male) }
    return (ends(word, anySurnames), nil)
  }
}
