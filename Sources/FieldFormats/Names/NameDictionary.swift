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
    /// Begins a filler of several words.
    static let phrase = Kinds(rawValue: 512)
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
    for row in words {
      let kinds = named[row[1]] ?? .placeholder
      all.append((row[0], kinds.rawValue))
      if kinds == .placeholder, let first = row[0].words.first, first.utf8.count < row[0].utf8.count {
        all.append((String(first), Kinds.phrase.rawValue))
      }
    }
    table = WordTable(all)
  }

  func kinds(_ word: String) -> Kinds { Kinds(rawValue: table.find(word) ?? 0) }

  func kinds(_ word: Span<UInt8>) -> Kinds { Kinds(rawValue: table.find(word) ?? 0) }
}
