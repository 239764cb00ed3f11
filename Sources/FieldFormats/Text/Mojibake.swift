/// Text shown in another encoding than it was written in, and its repair.
///
/// All ways back are tried; a repair is taken only when it is exact (every character has its byte) and turns the text
/// into plain Russian by a wide margin, or when its bytes are valid UTF-8, which hardly any other text is.
enum Mojibake {
  /// A repaired text, and what had happened to it.
  struct Repair: Equatable {
    var text: String
    var misreading: Misreading
  }

  /// Gain that a repair must bring for each word that it changes, in nats.
  private static let gainPerWord = 2.0
  /// Gain that a cell alone must bring besides.
  private static let ownGain = 3.0
  /// What a pair of letters of a Russian text costs at most, on the average.
  ///
  /// Measured: 2.6 over names and words; random letters cost 5.
  private static let dearest = 4.3

  /// The repair of a damaged text; nil: it is sound, or nothing is sure.
  ///
  /// `known` is what happened to the other cells of the column; then a small gain is enough.
  static func repair(_ source: String, known: Misreading? = nil) -> Repair? {
    let text = source.unicodeScalars.map(\.value)
    if let known {
      guard let candidate = known.undone(text), candidate != text else { return nil }
      let (before, after) = (RussianText.cost(text), RussianText.cost(candidate))
      guard after.strangers == 0, after.innerCapitals == 0, after.oddSigns == 0, after.total <= before.total
      else { return nil }
      return Repair(text: string(candidate), misreading: known)
    }
    guard text.contains(where: { $0 >= 0x80 }) else { return nil }
    if let repair = repairUTF8(text) { return repair }
    return repairEightBit(text)
  }

  // MARK: - UTF-8 read as something else

  private static func repairUTF8(_ text: [UInt32]) -> Repair? {
    for page in CodePage.allCases {
      guard let bytes = page.table.encode(text), let (decoded, runs) = Misreading.utf8(bytes, page),
        isWorthIt(text, decoded, runs)
      else { continue }
      // What was read wrong twice is still UTF-8 after the first step back.
      var result = decoded
      var times = 1
      while times < 3, let bytes = page.table.encode(result), let next = Misreading.utf8(bytes, page),
        isWorthIt(result, next.text, next.runs)
      {
        result = next.text
        times += 1
      }
      guard !result.contains(where: isUnlikely) else { continue }
      return Repair(
        text: string(result), misreading: Misreading(shown: page, meant: nil, times: times))
    }
    return nil
  }

  /// Whether valid UTF-8 is no accident.
  ///
  /// Two characters are none. One may be: it counts where it mends a word (`MÃ¼ller`).
  private static func isWorthIt(_ text: [UInt32], _ decoded: [UInt32], _ runs: Int) -> Bool {
    let letters = decoded.count { $0 >= 0x80 && RussianText.isLetter($0) }
    if runs >= 2, letters >= 1 { return true }
    guard letters == 1, let place = decoded.firstIndex(where: { $0 >= 0xC0 }) else { return false }
    func isSmall(_ index: Int) -> Bool {
      decoded.indices.contains(index) && (0x61...0x7A).contains(decoded[index])
    }
    return decoded[place] < 0x180 && (isSmall(place - 1) || isSmall(place + 1))
  }

  /// Signs that only a further misreading leaves.
  private static func isUnlikely(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80..<0xA0, 0xA2...0xA6, 0xA8, 0xAC, 0xAF, 0xB8, 0xB9, 0xBC, 0xBE, 0x2500...0x25A0: true
    default: false
    }
  }

  // MARK: - One eight-bit page read as another

  private static func repairEightBit(_ text: [UInt32]) -> Repair? {
    let pages = CodePage.allCases.compactMap { page in page.table.encode(text).map { (page, $0) } }
    if pages.isEmpty { return nil }
    let before = RussianText.cost(text)
    var best: (text: [UInt32], misreading: Misreading, total: Double)?
    for (shown, bytes) in pages {
      for meant in CodePage.allCases where meant != shown && meant != .windows1252 {
        let candidate = meant.table.decode(bytes)
        let after = RussianText.cost(candidate)
        guard after.strangers == 0, after.neighbours == 0, after.innerCapitals == 0, after.oddSigns == 0,
          after.vowels > 0,
          after.perPair <= dearest, after.total < best?.total ?? before.total
        else { continue }
        let words = changedWords(text, candidate)
        guard words.letters >= 4, !words.isVowelless,
          before.total - after.total >= gainPerWord * Double(words.count) + ownGain,
          isSure(before, after, words.count, words.letters, candidate)
        else { continue }
        best = (candidate, Misreading(shown: shown, meant: meant), after.total)
      }
    }
    return best.map { Repair(text: string($0.text), misreading: $0.misreading) }
  }

  /// Whether a gain is no accident where the damaged text consists of Russian letters alone.
  ///
  /// Of 146,000 words of a spelling dictionary about twenty (ПЕПСИ, ОЩУЩУ) look better with the letters of КОИ-8
  /// and windows-1251 exchanged; so such a word must come out as one that client bases are full of.
  private static func isSure(
    _ before: RussianText.Cost, _ after: RussianText.Cost, _ words: Int, _ letters: Int,
    _ candidate: [UInt32]
  ) -> Bool {
    if before.strangers > 0 { return true }
    guard letters > 4 else { return false }
    if before.oddSigns > 0 { return true }
    let gain = before.pairNats + before.nats - after.pairNats - after.nats
    if before.innerCapitals > 0 { return gain >= gainPerWord * Double(words) }
    // No word of that dictionary gains 1.8 nats a letter.
    if gain >= 10, gain >= 1.9 * Double(before.pairs) { return true }
    return words > 2 && gain >= 20 && gain >= 0.8 * Double(after.pairs) || CommonWords.isAnyIn(candidate)
  }

  /// Words of the repair in which a character changed, their Russian letters, and whether a long one has no vowel.
  private static func changedWords(
    _ text: [UInt32], _ candidate: [UInt32]
  ) -> (count: Int, letters: Int, isVowelless: Bool) {
    var (count, letters, isVowelless) = (0, 0, false)
    var index = 0
    while index < candidate.count {
      let start = index
      while index < candidate.count, RussianText.isLetter(candidate[index]) { index += 1 }
      guard index > start else {
        index += 1
        continue
      }
      guard (start..<index).contains(where: { text[$0] != candidate[$0] }) else { continue }
      count += 1
      letters += index - start
      let cost = RussianText.cost(Array(candidate[start..<index]))
      let isAbbreviation = candidate[start..<index].allSatisfy(RussianText.isCapital)
      if cost.vowels == 0, index - start > 3, !isAbbreviation { isVowelless = true }
    }
    return (count, letters, isVowelless)
  }

  private static func string(_ text: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    for value in text { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
    return String(view)
  }
}
