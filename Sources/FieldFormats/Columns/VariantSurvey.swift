import Tables

/// Gathers the spellings of an enumeration that the standard does not list.
struct VariantSurvey: Sendable {
  /// More different values than this are no enumeration.
  private static let most = 400
  private var counts: [String: Int] = [:]
  private var isEnumeration = true

  mutating func look(at cell: Span<UInt8>) {
    guard isEnumeration, !cell.isBlank else { return }
    counts[String(copying: cell), default: 0] += 1
    if counts.count > Self.most {
      isEnumeration = false
      counts = [:]
    }
  }

  /// Rarer spellings and the most frequent spelling of the same value.
  ///
  /// The same: equal but for case, ё, punctuation and look-alike letters, or one slip apart in words of five letters
  /// and more. Values that differ in a digit or in «не» are different ones.
  var variants: [String: String] {
    guard isEnumeration, counts.count > 1 else { return [:] }
    var byKey: [String: [(text: String, count: Int)]] = [:]
    for (text, count) in counts { byKey[Self.key(text), default: []].append((text, count)) }
    var groups: [(key: String, best: String, count: Int, texts: [String])] = byKey.map { key, spellings in
      let sorted = spellings.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
      return (key, sorted[0].text, sorted.reduce(0) { $0 + $1.count }, sorted.map(\.text))
    }
    groups.sort { ($1.count, $0.key) < ($0.count, $1.key) }
    var variants: [String: String] = [:]
    var leaders: [(key: String, best: String, count: Int)] = []
    for group in groups where !group.key.isEmpty {
      // A slip is rare beside the word it is a slip of.
      let leader = leaders.first { Self.isSlip(group.key, of: $0.key) && group.count * 3 <= $0.count }
      if leader == nil { leaders.append((group.key, group.best, group.count)) }
      let best = leader?.best ?? group.best
      for text in group.texts where text != best { variants[text] = best }
    }
    return variants
  }

  private static func key(_ text: String) -> String {
    let tidy = Hygiene.line.tidy(text).text
    let key = MatchText.key(tidy)
    // Look-alikes count as Cyrillic where a word has no other Latin letters.
    let words = key.split(separator: " ").map { word in
      let mapped = word.unicodeScalars.map { MixedScript.cyrillic($0) ?? $0 }
      guard mapped.contains(where: MixedScript.isCyrillic), !mapped.contains(where: MixedScript.isLatin)
      else {
        return String(word)
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: mapped)
      return String(view)
    }
    return words.joined(separator: " ")
  }

  private static func isSlip(_ word: String, of other: String) -> Bool {
    guard word.count >= 5, other.count >= 5, digits(word) == digits(other), denials(word) == denials(other)
    else {
      return false
    }
    return EditDistance.within(1, word, other)
  }

  private static func digits(_ text: String) -> [UInt8] { text.utf8.filter { Digits.isDigit($0) } }

  /// Words that turn a value into its opposite, prefixes included: `неактивен` is not a slip of `активен`.
  private static func denials(_ text: String) -> Int {
    text.split(separator: " ").count { $0.hasPrefix("не") || $0 == "no" || $0 == "not" || $0.hasPrefix("un") }
  }
}
