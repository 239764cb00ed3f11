/// A firm's name taken apart.
struct ParsedOrganization {
  var form: LegalForm?
  /// The name without form and outer quotes.
  var core = ""
  var isPlaceholder = false
}

/// Takes a firm's name apart: legal form and core.
struct OrganizationParser: Sendable {
  let forms: LegalFormTable

  /// A word of a name: as it stands, and bare of dots for looking up.
  private struct Word {
    var text: String
    var bare: String
    var isQuoted: Bool
    var hasDots: Bool
  }

  func parse(_ text: String) -> ParsedOrganization {
    var result = ParsedOrganization()
    var words = self.words(Self.plainQuotes(text))
    while let (form, count) = leading(words), result.form == nil || result.form == form {
      result.form = form
      words.removeFirst(count)
      if words.isEmpty { break }
    }
    if result.form == nil, let (form, count) = trailing(words) {
      result.form = form
      words.removeLast(count)
    }
    result.core = words.map(\.text).joined(separator: " ")
    // A comma that parted core and form parts nothing now.
    while let last = result.core.last, ",;".contains(last) { result.core.removeLast() }
    let key = MatchText.key(result.core).filter { !$0.isNumber }.split(separator: " ").joined(separator: " ")
    result.isPlaceholder =
      key.isEmpty && !result.core.contains { $0.isNumber && result.form != nil }
      || forms.placeholders.contains(key)
    return result
  }

  /// Every kind of quotation mark as `"`; an apostrophe inside a word stays.
  private static func plainQuotes(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "«", "»", "“", "”", "„", "‟", "<", ">", "\"": result += "\""
      case "'", "‘", "’", "`":
        let before = index > 0 && scalars[index - 1].properties.isAlphabetic
        let after = index + 1 < scalars.count && scalars[index + 1].properties.isAlphabetic
        result += before && after ? "'" : "\""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var isQuoted = false
    for piece in text.split(separator: " ") {
      for (index, part) in piece.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { isQuoted = true }
        guard !part.isEmpty else { continue }
        let text = String(part)
        if text.allSatisfy({ ",.;".contains($0) }) { continue }
        let dotted = text.contains(".") || text.contains("/")
        words.append(Word(text: text, bare: Self.bare(text), isQuoted: isQuoted, hasDots: dotted))
        isQuoted = false
      }
    }
    return words
  }

  /// Lower case without dots, slashes and commas; ё as е.
  private static func bare(_ text: String) -> String {
    text.lowercased().replacing("ё", with: "е").filter { !".,/()".contains($0) }
  }

  /// Latin look-alikes as Russian letters, and the digits that stand for О and З in forms.
  private static func russian(_ word: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.uppercased().unicodeScalars {
      switch scalar {
      case "0": result.append("О")
      case "3": result.append("З")
      default: result.append(MixedScript.cyrillic(scalar) ?? scalar)
      }
    }
    return String(result).lowercased()
  }

  // MARK: - Forms

  private func leading(_ words: [Word]) -> (LegalForm, Int)? {
    guard !words.isEmpty else { return nil }
    for count in stride(from: min(3, words.count), through: 1, by: -1) {
      let spelling = words[..<count].map(\.bare).joined(separator: " ")
      if let form = forms.form(spelling), fits(form, words, count) { return (form, count) }
      let russian = Self.russian(words[..<count].map(\.bare).joined(separator: " "))
      if russian != spelling, let form = forms.form(russian), !form.isLatin, fits(form, words, count),
        isTyped(words, count)
      {
        return (form, count)
      }
    }
    if let (form, count) = forms.spelledOut(words.flatMap { $0.bare.split(separator: "-").map(String.init) })
    {
      // Hyphenated words of a spelling count as the one word they are.
      var left = count
      var taken = 0
      while left > 0, taken < words.count {
        left -= max(words[taken].bare.split(separator: "-").count, 1)
        taken += 1
      }
      return (form, taken)
    }
    return nil
  }

  /// Whether a form typed in Latin letters or zeros stands where a Russian form would.
  private func isTyped(_ words: [Word], _ count: Int) -> Bool {
    guard count < words.count else { return false }
    let next = words[count]
    let isDigits = words[0].bare.allSatisfy { $0.isNumber }
    return !isDigits || next.isQuoted || next.text.first?.isUppercase == true
  }

  private func fits(_ form: LegalForm, _ words: [Word], _ count: Int) -> Bool {
    if words[..<count].contains(where: \.isQuoted) { return false }
    guard count < words.count else { return !form.isWeak && !form.isLatin }
    if form.isLatin {
      return form.name == "UAB" || form.name == "OÜ" || form.name == "SIA"
        || form.name == "AS" && words[0].text == "AS"
    }
    guard form.isWeak else { return true }
    return words[count].isQuoted || words[count].text.first?.isUppercase == true
  }

  private func trailing(_ words: [Word]) -> (LegalForm, Int)? {
    for count in stride(from: min(4, words.count - 1), through: 1, by: -1) where count > 0 {
      let tail = words[(words.count - count)...]
      let spelling = tail.map(\.bare).joined(separator: " ")
      let spaced = tail.map { $0.text.lowercased().replacing(".", with: " ") }.joined(separator: " ").split(
        separator: " "
      ).joined(separator: " ")
      if tail.contains(where: \.hasDots), let form = forms.form(spaced), !form.isWeak { return (form, count) }
      if let form = forms.form(spelling), !form.isWeak, isWritten(form, tail) { return (form, count) }
      let russian = Self.russian(spelling)
      if count == 1, russian != spelling, tail.last?.text == tail.last?.text.uppercased(),
        let form = forms.form(russian), !form.isWeak, !form.isLatin,
        words.dropLast().contains(where: { $0.text.unicodeScalars.contains(where: MixedScript.isCyrillic) })
      {
        return (form, count)
      }
    }
    return nil
  }

  /// Whether a short form is written as one: `SpA` or `S.p.A.` is, the word `spa` is not.
  private func isWritten(_ form: LegalForm, _ words: ArraySlice<Word>) -> Bool {
    if words.contains(where: \.isQuoted) { return false }
    guard words.count == 1, let word = words.first else { return true }
    if form.isLatin {
      return word.bare.count > 3 || word.hasDots || word.text == form.name
        || word.text == word.text.uppercased() || form.name == "Ltd" || form.name == "Inc"
    }
    return word.text == word.text.uppercased() || word.hasDots || word.bare.count > 5
      || word.text == form.name || word.bare == "ооо"
  }
}
