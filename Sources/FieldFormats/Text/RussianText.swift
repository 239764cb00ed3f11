/// How much a text looks like Russian: what its letters cost, in nats.
///
/// Russian letters cost what `RussianBigrams` says of them after one another; letters that Russian has not, capitals
/// within words and signs in the middle of words cost what such things are seldom.
enum RussianText {
  /// What a reading of a whole cell costs.
  struct Cost {
    var nats = 0.0
    /// Pairs of Russian letters, boundaries included, and what they cost.
    var pairs = 0
    var pairNats = 0.0
    /// Capitals behind small letters in one word.
    var innerCapitals = 0
    /// Letters that Russian has not, frames and stray signs.
    var strangers = 0
    /// Letters of Ukrainian and Belarusian that Russian has not.
    var neighbours = 0
    /// Signs where no such sign stands.
    var oddSigns = 0
    var vowels = 0

    /// All of it.
    var total: Double { nats + pairNats + Double(innerCapitals) * 4 }
    /// What a pair of letters costs on the average.
    var perPair: Double { pairs == 0 ? 0 : pairNats / Double(pairs) }
  }

  /// Steps of a pair of letters, 0…31 for а…я and 32 for the boundary.
  static func nats(_ first: Int, _ second: Int) -> Double { Double(steps[first * 33 + second]) * 0.4 }

  /// Steps of 0.4 nats, 33 × 33.
  static let steps: [Int8] = {
    var steps: [Int8] = []
    let text = RussianBigrams.rows
    text.withUTF8Buffer { bytes in
      for index in 0..<bytes.count where unsafe bytes[index] >= 0x61 {
        steps.append(Int8(unsafe bytes[index] - 0x61))
      }
    }
    precondition(steps.count == 33 * 33, "the table of letter pairs is damaged")
    return steps
  }()

  /// 0…31 for а…я, either case, ё as е; nil: no Russian letter.
  @inline(__always)
  static func letter(_ scalar: UInt32) -> Int? {
    let place = scalar &- 0x410
    if place < 64 { return Int(place & 31) }
    return scalar == 0x451 || scalar == 0x401 ? 5 : nil
  }

  static func isCapital(_ scalar: UInt32) -> Bool {
    scalar &- 0x400 < 0x30 || scalar &- 0x41 < 26 || scalar &- 0xC0 < 0x1F && scalar != 0xD7
  }

  /// Whether a character is a letter of the alphabets that the code pages know.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x400...0x481,
      0x48A...0x52F:
      true
    default: false
    }
  }

  /// Letters of Ukrainian and Belarusian: of neighbours' names, no sign of damage by themselves.
  private static func isNeighbour(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x404, 0x406, 0x407, 0x40E, 0x454, 0x456, 0x457, 0x45E, 0x490, 0x491: true
    default: false
    }
  }

  private static let vowels: Set<Int> = [0, 5, 8, 14, 19, 27, 29, 30, 31]
  /// Words of one letter: а в и к о с у я.
  private static let oneLetterWords: Set<Int> = [0, 2, 8, 10, 14, 17, 19, 31]

  /// What a text costs.
  /// - Complexity: O(characters).
  static func cost(_ text: [UInt32]) -> Cost {
    var cost = Cost()
    // Most cells begin with a capital.
    if let first = text.first(where: isLetter), !isCapital(first) { cost.nats += 2 }
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, isLetter(text[index]) { index += 1 }
      if index > start {
        add(word: start..<index, of: text, to: &cost)
      } else {
        add(sign: index, of: text, to: &cost)
        index += 1
      }
    }
    return cost
  }

  private static func add(word range: Range<Int>, of text: [UInt32], to cost: inout Cost) {
    var last = 32
    var hasASCII = false
    var western = 0
    var russian = 0
    for index in range {
      let scalar = text[index]
      if index > range.lowerBound, isCapital(scalar), !isCapital(text[index - 1]) { cost.innerCapitals += 1 }
      guard let letter = letter(scalar) else {
        if scalar < 0x80 {
          hasASCII = true
          cost.nats += 2.5
        } else if scalar < 0x250 {
          western += 1
        } else {
          cost.nats += isNeighbour(scalar) ? 5 : 9
          cost.strangers += isNeighbour(scalar) ? 0 : 1
          cost.neighbours += isNeighbour(scalar) ? 1 : 0
        }
        last = 32
        continue
      }
      let nats = nats(last, letter)
      cost.pairNats += nats
      cost.pairs += 1
      russian += 1
      // ё is rare, and nobody who writes in capitals writes it twice.
      if letter == 5, scalar & 0xF != 5 { cost.nats += 1.5 }
      if vowels.contains(letter) { cost.vowels += 1 }
      last = letter
    }
    if russian > 0 {
      let end = nats(last, 32)
      // «г.», «ул.» and «тел.» may end in any letter.
      let isCut = range.upperBound < text.count && text[range.upperBound] == 0x2E
      if last != 32, !isCut {
        cost.pairNats += end
        cost.pairs += 1
      }
      if range.count == 1, last != 32, !isCut, !oneLetterWords.contains(last) { cost.nats += 4 }
    }
    // Accents among plain Latin letters are a European word; a word of nothing else is none.
    if western > 0 {
      cost.nats += Double(western) * (hasASCII && russian == 0 ? 2.5 : 8)
      cost.strangers += western
    }
    if russian > 0, hasASCII { cost.nats += 4 }
  }

  private static func add(sign index: Int, of text: [UInt32], to cost: inout Cost) {
    let scalar = text[index]
    guard scalar >= 0x80 else { return }
    cost.nats += 3
    let before = index > 0 && isLetter(text[index - 1])
    let after = index + 1 < text.count && isLetter(text[index + 1])
    let isBeforeSmall = after && !isCapital(text[index + 1])
    var isOdd = false
    switch scalar {
    case 0x80..<0xA0, 0x2219...0x2265, 0x2320...0x25FF:
      cost.nats += 6
      cost.strangers += 1
    // A dash stands between spaces, or between two words.
    case 0x2013, 0x2014: isOdd = !before && isBeforeSmall
    case 0xA0, 0x2116: break
    // A closing mark where a word begins; an apostrophe stands between letters.
    case 0xBB, 0x203A, 0x201D, 0x2019: isOdd = !before && after
    case 0xAB, 0x2039, 0x201E, 0x201C, 0x2018:
      isOdd = after && (before || isBeforeSmall && !isClosed(scalar, text))
    case 0xB0, 0x2026: isOdd = before && after
    default:
      isOdd = before && after || isBeforeSmall || before && scalar == 0x20AC
      cost.strangers += 1
    }
    if isOdd {
      cost.nats += 6
      cost.oddSigns += 1
    }
  }

  /// Whether the mark that closes a quotation stands in the text.
  private static func isClosed(_ opening: UInt32, _ text: [UInt32]) -> Bool {
    let closing: [UInt32] =
      switch opening {
      case 0xAB: [0xBB]
      case 0x2039: [0x203A]
      case 0x201E: [0x201C, 0x201D]
      case 0x201C: [0x201D]
      default: [0x2019]
      }
    return text.contains { closing.contains($0) }
  }
}
