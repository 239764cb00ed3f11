/// A person's name taken apart.
struct ParsedName {
  var last = ""
  var first = ""
  var middle = ""
  var gender: Gender?
  /// Whether the words contradict one another in gender.
  var isConflicting = false
  /// Words in the canonical order.
  var text = ""
  /// What stood with the name: a maiden name, a job, a date.
  var notes: [String] = []
  /// Whether the words could not be told apart.
  var isUnclear = false
  /// Whether the name is a filler.
  var isPlaceholder = false
}

/// Takes a person's name apart, whatever its order.
struct NameParser: Sendable {
  let dictionary: NameDictionary

  func parse(_ text: String) -> ParsedName {
    var result = ParsedName()
    var body = cutBrackets(text, &result.notes)
    var surnameFirst: Int?
    if body.has(0x2C), body.utf8.count(where: { $0 == 0x2C }) == 1 {
      surnameFirst = body.prefix { $0 != "," }.words.count
    }
    if body.has(0x2C) || body.has(0x3B) || body.has(0x5F) {
      body = String(body.map { ",_;".contains($0) ? " " : $0 })
    }
    body = Self.hyphenated(body)
    if isFiller(body) {
      result.isPlaceholder = true
      return result
    }
    var words = self.words(body, &result)
    if result.isPlaceholder { return result }
    dropTitles(&words, &result.notes)
    var tokens = self.tokens(words)
    guard !tokens.isEmpty else {
      result.isPlaceholder = true
      return result
    }
    if surnameFirst == 1, tokens.count > 1, tokens[0].traits.patronymic == nil, !tokens[0].isFirst {
      tokens[0].traits.hasParticle = true
    }
    assign(tokens, &result)
    return result
  }

  // MARK: - Words

  /// Spaces about a hyphen taken out.
  static func hyphenated(_ text: String) -> String {
    guard Letters.contains(text, " - ") || Letters.contains(text, " – ") else { return text }
    return text.replacing(" - ", with: "-").replacing(" – ", with: "-")
  }

  private func cutBrackets(_ text: String, _ notes: inout [String]) -> String {
    guard text.has(0x28) else { return text }
    var result = text
    while let open = result.firstIndex(of: "("), let close = result[open...].firstIndex(of: ")") {
      let inside = result[result.index(after: open)..<close]
      if !inside.isEmpty { notes.append(String(inside)) }
      result.replaceSubrange(open...close, with: " ")
    }
    return result
  }

  /// Words of letters; numbers go to the notes, a small one makes a filler of the whole.
  private func words(_ text: String, _ result: inout ParsedName) -> [String] {
    var words: [String] = []
    for piece in text.words {
      guard piece.unicodeScalars.contains(where: { $0.isAlphabetic }) else {
        let digits = piece.unicodeScalars.filter { ("0"..."9").contains($0) }
        if (1...3).contains(digits.count), digits.count == piece.unicodeScalars.count {
          result.isPlaceholder = true
        }
        if !digits.isEmpty { result.notes.append(String(piece)) }
        continue
      }
      let isBare = piece.unicodeScalars.first?.isAlphabetic == true
      split(isBare ? String(piece) : String(piece.drop { "\"'«„.".contains($0) }), into: &words)
    }
    return words
  }

  /// `И.П.` → `И.`, `П.`; `ИвановИванПетрович` → three words.
  private func split(_ piece: String, into words: inout [String]) {
    if piece.utf8.dropLast().contains(0x2E) {
      for part in piece.split(separator: ".") { words.append(part.count == 1 ? part + "." : String(part)) }
      return
    }
    let cuts = Self.cuts(piece)
    // Words run together are parted only when a name or a patronymic comes out.
    guard cuts.count > 1, cuts.allSatisfy({ $0.unicodeScalars.count > 2 }) else {
      words.append(piece)
      return
    }
    let isName = cuts.contains { cut in
      let token = NameToken(cut, dictionary)
      return token.isFirst || token.traits.patronymic != nil
    }
    if isName, piece.unicodeScalars.contains(where: MixedScript.isCyrillic) {
      words += cuts
    } else {
      words.append(piece)
    }
  }

  /// The piece cut before every capital that follows a small letter; empty: there is none.
  private static func cuts(_ piece: String) -> [String] {
    var cuts: [String] = []
    let scalars = piece.unicodeScalars
    var start = scalars.startIndex
    var wasSmall = false
    for index in scalars.indices {
      let scalar = scalars[index]
      if wasSmall, scalar.isCapital {
        cuts.append(String(scalars[start..<index]))
        start = index
      }
      wasSmall = scalar.isSmall
    }
    if !cuts.isEmpty { cuts.append(String(scalars[start...])) }
    return cuts
  }

  private func dropTitles(_ words: inout [String], _ notes: inout [String]) {
    func kinds(_ word: String) -> NameDictionary.Kinds {
      dictionary.kinds(word.without("."))
    }
    var kept: [String] = []
    for (index, word) in words.enumerated() {
      let kinds = kinds(word)
      let isFirst = kinds.contains(.title) && (index == 0 || word.lowered != "ип")
      if isFirst || kinds.contains(.job) {
        if kinds.contains(.job) { notes.append(word) }
      } else {
        kept.append(word)
      }
    }
    if !kept.isEmpty { words = kept }
  }

  private func tokens(_ words: [String]) -> [NameToken] {
    var tokens: [NameToken] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      let bare = word.without(".")
      if bare.isEmpty { continue }
      let length = bare.unicodeScalars.count
      if length == 1 || length < 4 && bare.count == 1 {
        tokens.append(NameToken(initial: bare))
        continue
      }
      if length == 2, bare == bare.raised, !tokens.isEmpty, !tokens[0].isInitial,
        dictionary.kinds(bare.lowered).subtracting(.phrase).isEmpty,
        index == words.count, tokens.count == 1
      {
        for letter in bare { tokens.append(NameToken(initial: String(letter))) }
        continue
      }
      let kinds = dictionary.kinds(bare)
      let low = kinds.isDisjoint(with: [.kin, .particle]) && !bare.has(0x2D) ? "" : bare.lowered
      if kinds.contains(.kin), let last = tokens.last, !last.isInitial {
        tokens[tokens.count - 1] = kin(last.text, low)
        continue
      }
      if kinds.contains(.particle), index < words.count, words[index].count > 2 {
        tokens.append(particle(low, words, &index))
        continue
      }
      if let dash = low.lastIndex(of: "-"),
        dictionary.kinds(String(low[low.index(after: dash)...])).contains(.kin)
      {
        tokens.append(
          kin(
            NameCase.titled(
              String(
                bare[..<bare.index(bare.startIndex, offsetBy: low.distance(from: low.startIndex, to: dash))])),
            String(low[low.index(after: dash)...])))
        continue
      }
      tokens.append(NameToken(bare, dictionary))
    }
    return tokens
  }

  /// `Мамед` and `кызы`.
  private func kin(_ name: String, _ word: String) -> NameToken {
    var token = NameToken(name, dictionary)
    token.text = "\(token.text) \(word)"
    token.traits.patronymic = NameEnding.patronymic("имяимя" + word)
    token.traits.isKin = true
    return token
  }

  /// `ван дер Ваальс`.
  private func particle(_ first: String, _ words: [String], _ index: inout Int) -> NameToken {
    var parts = [first]
    while index + 1 < words.count, dictionary.kinds(words[index].lowered).contains(.particle) {
      parts.append(words[index].lowered)
      index += 1
    }
    var token = NameToken(words[index], dictionary)
    index += 1
    token.text = (parts + [token.text]).joined(separator: " ")
    token.traits.hasParticle = true
    return token
  }

  // MARK: - Roles

  private func assign(_ tokens: [NameToken], _ result: inout ParsedName) {
    guard let roles = NameOrder.best(tokens) else {
      result.text = tokens.map(\.text).joined(separator: " ")
      result.isUnclear = true
      return
    }
    for (token, role) in zip(tokens, roles) {
      switch role {
      case .last: result.last = token.text
      case .first: result.first = token.text
      case .middle: result.middle = token.text
      }
      let gender = token.traits.gender(as: role)
      if let gender, let other = result.gender, gender != other { result.isConflicting = true }
      result.gender = result.gender ?? gender
    }
    if result.isConflicting { result.gender = nil }
    // A surname alone says too little of a gender.
    if result.first.isEmpty, result.middle.isEmpty { result.gender = nil }
    result.text = [result.last, result.first, result.middle].filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: - Fillers

  private static let keyboard = [
    "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm",
  ]

  private static let tests = WordTable(
    ["тест", "тестов", "test", "testov", "тестович"].map { (word: $0, number: 1) })

  /// Whether the text is put in: a word for nobody, a run of the keyboard, one letter again and again.
  func isFiller(_ text: String) -> Bool {
    let key = MatchText.key(text)
    var letters = 0
    var length = 0
    var first: Unicode.Scalar?
    var isOneLetter = true
    for scalar in key.unicodeScalars {
      length += 1
      guard scalar.isAlphabetic else { continue }
      letters += 1
      if first == nil { first = scalar }
      isOneLetter = isOneLetter && scalar == first
    }
    if letters == 0 { return true }
    if letters > 2 || length == 1, isOneLetter { return true }
    if (4...12).contains(letters) {
      let bare = key.without(" 0123456789")
      if Self.keyboard.contains(where: { Letters.contains($0, bare) }) { return true }
    }
    let words = key.words.filter { $0.unicodeScalars.contains { $0.isAlphabetic } }
    if dictionary.kinds(words.joined(separator: " ")).contains(.placeholder) { return true }
    return words.contains { Self.tests.find($0) != nil }
  }
}
