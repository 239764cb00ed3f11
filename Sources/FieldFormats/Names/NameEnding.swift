import Tables

/// Endings that tell patronymics and surnames, and their gender.
///
/// A word is read from its end, letter by letter; after each the ending so far is looked up by its hash. Cyrillic
/// or Latin, case and ё folded. Source of the endings: petrovich-rules (MIT), and this project's own.
enum NameEnding {
  private struct Marks: OptionSet {
    let rawValue: UInt8
    static let malePatronymic = Marks(rawValue: 1)
    static let femalePatronymic = Marks(rawValue: 2)
    static let maleSurname = Marks(rawValue: 4)
    static let femaleSurname = Marks(rawValue: 8)
    static let anySurname = Marks(rawValue: 16)
  }

  // FNV-1a, 64 bits: a byte more is one step more.
  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// Endings by hash, open addressing.
  private struct Table: Sendable {
    private var hashes = [UInt64](repeating: 0, count: 512)
    private var marks = [UInt8](repeating: 0, count: 512)

    init(_ lists: [(Marks, [String])]) {
      for (mark, endings) in lists {
        for ending in endings {
          var hash = NameEnding.basis
          // Bytes backwards, as they are met when reading from the end.
          for byte in ending.utf8.reversed() { hash = NameEnding.step(hash, byte) }
          var place = Int(truncatingIfNeeded: hash ^ (hash >> 31)) & 511
          while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & 511 }
          hashes[place] = hash
          marks[place] |= mark.rawValue
        }
      }
    }

    @inline(__always)
    func find(_ hash: UInt64) -> Marks {
      var place = Int(truncatingIfNeeded: hash ^ (hash >> 31)) & 511
      while hashes[place] != 0 {
        if hashes[place] == hash { return Marks(rawValue: marks[place]) }
        place = (place + 1) & 511
      }
      return []
    }
  }

  private static let table = Table([
    (.malePatronymic, ["ович", "евич", "ovich", "evich", "оглы", "оглу", "угли", "улы", "уулу", "ұлы"]),
    (
      .femalePatronymic,
      ["овна", "евна", "ична", "ovna", "evna", "ichna", "кызы", "гызы", "кизи", "қызы"]
    ),
    (
      .maleSurname, ["ов", "ев", "ин", "ын", "ский", "цкий", "ской", "ый", "ov", "ev", "sky", "skiy", "skii"]
    ),
    (.femaleSurname, ["ова", "ева", "ина", "ына", "ская", "цкая", "ая", "ova", "eva", "skaya", "skaia"]),
    (
      .anySurname,
      [
        "ой", "их", "ых", "ко", "чук", "юк", "ук", "ян", "дзе", "швили", "ия", "ец", "як", "енко", "ич",
        "enko", "chuk",
        "yan", "dze", "man", "son", "берг", "штейн", "ман", "ер",
      ]
    ),
  ])

  private static let short = WordTable(
    [
      "ильич", "кузьмич", "фомич", "лукич", "никитич", "саввич", "фокич", "минич", "зотыч", "иваныч",
      "петрович",
      "сергеич", "николаич", "михалыч", "палыч", "андреич", "алексеич", "семеныч", "степаныч",
    ].map { (word: $0, number: 1) })

  /// The longest ending, in letters.
  private static let longest = 5

  private static func marks(_ word: Span<UInt8>) -> Marks {
    let table = table
    var result: Marks = []
    var hash = basis
    var index = word.count
    var letters = 0
    while index > 0, letters < longest {
      index -= 1
      let byte = word[index]
      letters += 1
      if byte >= 0x80, index > 0, word[index - 1] & 0xFE == 0xD0 {
        index -= 1
        let (lead, tail) = foldCyrillic(word[index], byte)
        hash = step(step(hash, tail), lead)
      } else {
        hash = step(hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
        // Letters of other alphabets take more bytes than these.
        if byte >= 0x80 { letters -= 1 }
      }
      result.formUnion(table.find(hash))
      if word.count - index > 24 { break }
    }
    return result
  }

  /// What the endings of a word of so many letters tell; nothing is allocated.
  static func tell(_ word: Span<UInt8>, letters: Int, _ traits: inout NameTraits) {
    let marks = marks(word)
    traits.patronymic = patronymic(word, letters, marks)
    guard letters > 3 else { return }
    if marks.contains(.femaleSurname) {
      traits.endsAsSurname = true
      traits.surnameGender = .female
    } else if marks.contains(.maleSurname) {
      traits.endsAsSurname = true
      traits.surnameGender = .male
    } else {
      traits.endsAsSurname = marks.contains(.anySurname)
    }
  }

  private static func patronymic(_ word: Span<UInt8>, _ letters: Int, _ marks: Marks) -> Gender? {
    if letters < 10, endsInCh(word), short.find(word) != nil { return .male }
    guard word.count > 8 || letters > 5 else { return nil }
    if marks.contains(.malePatronymic) { return .male }
    return marks.contains(.femalePatronymic) ? .female : nil
  }

  /// Whether the last letter is ч.
  private static func endsInCh(_ word: Span<UInt8>) -> Bool {
    guard word.count > 1 else { return false }
    let (lead, tail) = (word[word.count - 2], word[word.count - 1])
    return lead == 0xD1 && tail == 0x87 || lead == 0xD0 && tail == 0xA7
  }

  /// The gender of a patronymic; nil: it is none.
  static func patronymic(_ word: String) -> Gender? {
    var word = word
    let letters = word.unicodeScalars.count
    return word.withUTF8 { bytes in
      let span = unsafe bytes.span
      return patronymic(span, letters, marks(span))
    }
  }

  /// Whether the word ends as a surname does, and the gender it then has.
  static func surname(_ word: String) -> (Bool, Gender?) {
    var word = word
    let letters = word.unicodeScalars.count
    return word.withUTF8 { bytes in
      var traits = NameTraits()
      tell(unsafe bytes.span, letters: letters, &traits)
      return (traits.endsAsSurname, traits.surnameGender)
    }
  }
}

/// Gender as the base writes it.
enum Gender: String, Sendable { case male, female }
