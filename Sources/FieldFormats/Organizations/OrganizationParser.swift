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
    while let last = result.core.utf8.last, last == 0x2C || last == 0x3B { result.core.removeLast() }
    let hasDigits = result.core.utf8.contains { Digits.isDigit($0) }
    var key = MatchText.key(result.core)
    // Only «0»…«9» are left of other numbers in a key.
    if hasDigits { key = key.without("0123456789").split(separator: " ").joined(separator: " ") }
    result.isPlaceholder =
      key.isEmpty && !(hasDigits && result.form != nil) || forms.isPlaceholder(key)
    return result
  }

  /// Every kind of quotation mark as `"`; an apostrophe inside a word stays.
  private static func plainQuotes(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count)
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      // « » “ ” „ ‟ ‹ › < > "
      case 0xAB, 0xBB, 0x201C...0x201F, 0x2039, 0x203A, 0x3C, 0x3E, 0x22: result.append("\"")
      // ' ‘ ’ `
      case 0x27, 0x2018, 0x2019, 0x60:
        let before = index > 0 && scalars[index - 1].isAlphabetic
        let after = index + 1 < scalars.count && scalars[index + 1].isAlphabetic
        result.append(before && after ? "'" : "\"")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var isQuoted = false
    for piece in text.words {
      let parts = piece.utf8.split(separator: 0x22, omittingEmptySubsequences: false)
      for (index, bytes) in parts.enumerated() {
        let part = Substring(bytes)
        // A mark before a word opens; one after a word closes, and says nothing of the next.
        if index > 0 { isQuoted = !part.isEmpty || parts.count == 2 && parts[0].isEmpty }
        guard !part.isEmpty else { continue }
        let text = String(part)
        if text.utf8.allSatisfy({ $0 == 0x2C || $0 == 0x2E || $0 == 0x3B }) { continue }
        let dotted = text.has(0x2E) || text.has(0x2F)
        words.append(Word(text: text, bare: Self.bare(text), isQuoted: isQuoted, hasDots: dotted))
        isQuoted = false
      }
    }
    return words
  }

  /// Lower case without dots, slashes and commas; ё as е.
  private static func bare(_ text: String) -> String {
    text.folded.without(".,/()")
  }

  /// Latin look-alikes as Russian letters, and the digits that stand for О and З in forms.
  private static func russian(_ word: String) -> String {
    guard word.utf8.contains(where: { ($0 | 0x20) &- 0x61 < 26 || $0 == 0x30 || $0 == 0x33 }) else {
      return word
    }
    var result = String.UnicodeScalarView()
    for scalar in word.raised.unicodeScalars {
      switch scalar {
      case "0": result.append("О")
      case "3": result.append("З")
      default: result.append(MixedScript.cyrillic(scalar) ?? scalar)
      }
    }
    return String(result).lowered
  }

  // MARK: - Forms

  private func leading(_ words: [Word]) -> (LegalForm, Int)? {
    guard !words.isEmpty else { return nil }
    for count in stride(from: min(3, words.count), through: 1, by: -1) {
      let spelling = words[..<count].map(\.bare).joined(separator: " ")
      if let form = forms.form(spelling), fits(form, words, count) { return (form, count) }
      let russian = Self.russian(spelling)
      if !russian.isSame(as: spelling), let form = forms.form(russian), !form.isLatin,
        fits(form, words, count),
        isTyped(words, count)
      {
        return (form, count)
      }
    }
    let bare =
      words.contains { $0.bare.has(0x2D) }
      ? words.flatMap { $0.bare.split(separator: "-").map(String.init) } : words.map(\.bare)
    if let (form, count) = forms.spelledOut(bare) {
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
    let isDigits = words[0].bare.utf8.allSatisfy { Digits.isDigit($0) }
    return !isDigits || next.isQuoted || next.text.unicodeScalars.first?.isCapital == true
  }

  private func fits(_ form: LegalForm, _ words: [Word], _ count: Int) -> Bool {
    if words[..<count].contains(where: \.isQuoted) { return false }
    guard count < words.count else { return !form.isWeak && !form.isLatin }
    if form.isLatin {
      return form.name == "UAB" || form.name == "OÜ" || form.name == "SIA"
        || form.name == "AS" && words[0].text == "AS"
    }
    guard form.isWeak else { return true }
    return words[count].isQuoted || words[count].text.unicodeScalars.first?.isCapital == true
  }

  private func trailing(_ words: [Word]) -> (LegalForm, Int)? {
    for count in stride(from: min(4, words.count - 1), through: 1, by: -1) where count > 0 {
      let tail = words[(words.count - count)...]
      let spelling = tail.map(\.bare).joined(separator: " ")
      if tail.contains(where: \.hasDots) {
        let parts = tail.flatMap { $0.text.lowered.split { $0 == "." || $0 == " " } }
        if let form = forms.form(parts.joined(separator: " ")), !form.isWeak { return (form, count) }
      }
      if let form = forms.form(spelling), !form.isWeak, isWritten(form, tail) { return (form, count) }
      let russian = Self.russian(spelling)
      if count == 1, !russian.isSame(as: spelling), tail.last?.text == tail.last?.text.raised,
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
        || word.text == word.text.raised || form.name == "Ltd" || form.name == "Inc"
    }
    return word.hasDots || word.bare.unicodeScalars.count > 5 || word.text.isSame(as: word.text.raised)
      || word.text == form.name || word.bare == "ооо"
  }
}
