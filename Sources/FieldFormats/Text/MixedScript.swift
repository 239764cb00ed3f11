/// Words written with letters of two alphabets that look alike.
enum MixedScript {
  private static let pairs: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = [
    ("A", "А"), ("B", "В"), ("E", "Е"), ("K", "К"), ("M", "М"), ("H", "Н"), ("O", "О"), ("P", "Р"),
    ("C", "С"),
    ("T", "Т"), ("Y", "У"), ("X", "Х"), ("a", "а"), ("e", "е"), ("o", "о"), ("p", "р"), ("c", "с"),
    ("y", "у"),
    ("x", "х"), ("i", "і"), ("j", "ј"), ("s", "ѕ"), ("I", "І"), ("J", "Ј"), ("S", "Ѕ"),
  ]
  private static let toCyrillic = Dictionary(uniqueKeysWithValues: pairs.map { ($0.latin, $0.cyrillic) })
  private static let toLatin = Dictionary(uniqueKeysWithValues: pairs.map { ($0.cyrillic, $0.latin) })
  /// Latin letters that pass for Russian ones; i, j, s pass only for letters Russian has not.
  private static let likeRussian = Set("ABEKMHOPCTYXaeopcyx".unicodeScalars)
  private static let likeLatin = Set("АВЕКМНОРСТУХаеорсухіјѕІЈЅ".unicodeScalars)

  /// The Cyrillic letter that looks like a Latin one.
  static func cyrillic(_ latin: Unicode.Scalar) -> Unicode.Scalar? { toCyrillic[latin] }

  /// The Latin letter that looks like a Cyrillic one.
  static func latin(_ cyrillic: Unicode.Scalar) -> Unicode.Scalar? { toLatin[cyrillic] }

  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
  }

  static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { (0x400...0x52F).contains(scalar.value) }

  /// The text with each mixed word in one alphabet; nil when no word is mended.
  ///
  /// A word with letters that only one alphabet has goes to that alphabet; a word with such letters of both
  /// stays; a word with none follows its neighbours, then its column, then the majority of its own letters.
  static func mended(_ text: String, column: Script? = nil) -> String? {
    guard text.unicodeScalars.contains(where: isLatin), text.unicodeScalars.contains(where: isCyrillic) else {
      return nil
    }
    var scalars = Array(text.unicodeScalars)
    var changed = false
    var neighbours = 0
    var mixed: [Range<Int>] = []
    var start = 0
    while start < scalars.count {
      guard isLatin(scalars[start]) || isCyrillic(scalars[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, isLatin(scalars[end]) || isCyrillic(scalars[end]) { end += 1 }
      let word = scalars[start..<end]
      let latin = word.count(where: isLatin)
      if latin == 0 {
        neighbours += 1
      } else if latin == word.count {
        neighbours -= word.contains { !likeRussian.contains($0) } ? 1 : 0
      } else {
        mixed.append(start..<end)
      }
      start = end
    }
    for range in mixed {
      guard let toward = script(of: scalars[range], neighbours: neighbours, column: column) else { continue }
      for index in range {
        guard let letter = toward == .cyrillic ? toCyrillic[scalars[index]] : toLatin[scalars[index]] else {
          continue
        }
        scalars[index] = letter
        changed = true
      }
    }
    if changed { mendHouseLetters(&scalars) }
    guard changed else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// An alphabet.
  enum Script: Sendable { case latin, cyrillic }

  private static func script(
    of word: ArraySlice<Unicode.Scalar>, neighbours: Int, column: Script?
  ) -> Script? {
    let latin = word.filter(isLatin)
    let cyrillic = word.filter(isCyrillic)
    let onlyLatin = latin.contains { !likeRussian.contains($0) }
    let onlyCyrillic = cyrillic.contains { !likeLatin.contains($0) }
    switch (onlyLatin, onlyCyrillic) {
    case (true, true): return nil
    case (true, false): return .latin
    case (false, true): return .cyrillic
    case (false, false):
      if neighbours != 0 { return neighbours > 0 ? .cyrillic : .latin }
      if let column { return column }
      return latin.count == cyrillic.count ? nil : latin.count > cyrillic.count ? .latin : .cyrillic
    }
  }

  /// A lone look-alike after a number (`5A`) in a text that was typed on two keyboards is a Russian house letter.
  private static func mendHouseLetters(_ scalars: inout [Unicode.Scalar]) {
    guard scalars.contains(where: { isCyrillic($0) && !likeLatin.contains($0) }) else { return }
    for index in scalars.indices.dropFirst() {
      guard (0x30...0x39).contains(scalars[index - 1].value), likeRussian.contains(scalars[index]),
        let letter = toCyrillic[scalars[index]]
      else { continue }
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if !isLatin(next), !isCyrillic(next), !(0x30...0x39).contains(next.value) { scalars[index] = letter }
    }
  }
}
