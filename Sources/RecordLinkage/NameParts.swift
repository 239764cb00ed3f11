import Tables

/// The parts of a person's name, as ranges of words of a loose key.
struct NameParts {
  /// Words of the given name.
  var given: Range<Int>?
  /// Words of the patronymic or middle names.
  var middle: Range<Int>?
  /// Words of the surname.
  var surname: Range<Int>?

  /// Splits a full name.
  ///
  /// A patronymic settles the order (Иванов Иван Петрович, Иван Петрович Иванов). Without one, a comma after
  /// the first word or a Russian surname ending there means that the surname stands first; else it stands last.
  /// - Parameters:
  ///   - key: the loose key, words between single spaces.
  ///   - surnameFirst: whether the spelling says so (a comma).
  init(_ key: Span<UInt8>, surnameFirst: Bool) {
    let words = Self.words(of: key)
    guard words.count > 1 else {
      given = words.first
      return
    }
    let patronymic = words.indices.dropFirst().first { Self.isPatronymic(key.extracting(words[$0])) }
    if let place = patronymic {
      if place >= 2 {
        surname = words[0].lowerBound..<words[place - 2].upperBound
        given = words[place - 1]
      } else {
        given = words[0]
        if words.count > 2 { surname = words[2].lowerBound..<words[words.count - 1].upperBound }
      }
      middle = words[place]
    } else if surnameFirst || words.count == 2 && Self.isRussianSurname(key.extracting(words[0])) {
      surname = words[0]
      given = words[1]
      if words.count > 2 { middle = words[2].lowerBound..<words[words.count - 1].upperBound }
    } else {
      given = words[0]
      surname = words[words.count - 1]
      if words.count > 2 { middle = words[1].lowerBound..<words[words.count - 2].upperBound }
    }
  }

  /// Ranges of the words.
  static func words(of key: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var from = 0
    while from < key.count {
      var to = from
      while to < key.count, key[to] != 0x20 { to += 1 }
      if to > from { words.append(from..<to) }
      from = to + 1
    }
    return words
  }

  private static func isPatronymic(_ word: Span<UInt8>) -> Bool {
    ends(word, "ovich") || ends(word, "evich") || ends(word, "ovna") || ends(word, "evna")
      || ends(word, "ichna")
      || ends(word, "ich") && word.count > 5 || word.equals("ilich") || word.equals("ogli")
      || word.equals("kizi")
  }

  private static func isRussianSurname(_ word: Span<UInt8>) -> Bool {
    for ending in endings where ends(word, ending) { return true }
    return false
  }

  private static let endings: [StaticString] = [
    "ov", "ev", "ova", "eva", "skii", "ski", "skaa", "ska", "enko", "chuk", "ikh", "ih",
  ]

  private static func ends(_ word: Span<UInt8>, _ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    return word.count > length && word.extracting((word.count - length)..<word.count).equals(ending)
  }
}
