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
    let commas = body.count { $0 == "," }
    let comma = body.firstIndex(of: ",")
    let surnameFirst = commas == 1 ? comma.map { body[..<$0].split(separator: " ").count } : nil
    body = String(body.map { ",_;".contains($0) ? " " : $0 }).replacing(" - ", with: "-").replacing(
      " – ", with: "-")
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
    if surnameFirst == 1, tokens.count > 1, tokens[0].patronymic == nil, !tokens[0].isFirst {
      tokens[0].hasParticle = true
    }
    assign(tokens, &result)
    return result
  }

  // MARK: - Words

  private func cutBrackets(_ text: String, _ notes: inout [String]) -> String {
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
    for piece in text.split(separator: " ") {
      guard piece.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
        let digits = piece.unicodeScalars.filter { ("0"..."9").contains($0) }
        if (1...3).contains(digits.count), digits.count == piece.unicodeScalars.count {
          result.isPlaceholder = true
        }
        if !digits.isEmpty { result.notes.append(String(piece)) }
        continue
      }
      words += split(String(piece.drop { "\"'«„.".contains($0) }))
    }
    return words
  }

  /// `И.П.` → `И.`, `П.`; `ИвановИванПетрович` → three words.
  private func split(_ piece: String) -> [String] {
    if piece.dropLast().contains(".") {
      var parts: [String] = []
      for part in piece.split(separator: ".") { parts.append(part.count == 1 ? part + "." : String(part)) }
      return parts
    }
    var cuts: [String] = []
    var current = ""
    var wasLower = false
    for character in piece {
      if wasLower, character.isUppercase {
        cuts.append(current)
        current = ""
      }
      current.append(character)
      wasLower = character.isLowercase
    }
    cuts.append(current)
    // Words run together are parted only when a name or a patronymic comes out.
    guard cuts.count > 1, cuts.allSatisfy({ $0.count > 2 }) else { return [piece] }
    let isName = cuts.contains { cut in
      let token = NameToken(cut, dictionary)
      return token.isFirst || token.patronymic != nil
    }
    return isName && piece.unicodeScalars.contains(where: MixedScript.isCyrillic) ? cuts : [piece]
  }

  private func dropTitles(_ words: inout [String], _ notes: inout [String]) {
    func kinds(_ word: String) -> NameDictionary.Kinds {
      dictionary.kinds(word.utf8.contains(0x2E) ? word.filter { $0 != "." } : word)
    }
    var kept: [String] = []
    for (index, word) in words.enumerated() {
      let kinds = kinds(word)
      let isFirst = kinds.contains(.title) && (index == 0 || word.lowercased() != "ип")
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
      let bare = word.filter { $0 != "." }
      if bare.isEmpty { continue }
      if bare.count == 1 {
        tokens.append(NameToken(initial: bare))
        continue
      }
      if bare.count == 2, bare == bare.uppercased(), !tokens.isEmpty, !tokens[0].isInitial,
        dictionary.kinds(bare.lowercased()).isEmpty,
        index == words.count, tokens.count == 1
      {
        for letter in bare { tokens.append(NameToken(initial: String(letter))) }
        continue
      }
      let low = bare.lowercased()
      if dictionary.kinds(low).contains(.kin), let last = tokens.last, !last.isInitial {
        tokens[tokens.count - 1] = kin(last.text, low)
        continue
      }
      if dictionary.kinds(low).contains(.particle), index < words.count, words[index].count > 2 {
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
    token.patronymic = NameEnding.patronymic("имяимя" + word)
    token.isKin = true
    return token
  }

  /// `ван дер Ваальс`.
  private func particle(_ first: String, _ words: [String], _ index: inout Int) -> NameToken {
    var parts = [first]
    while index + 1 < words.count, dictionary.kinds(words[index].lowercased()).contains(.particle) {
      parts.append(words[index].lowercased())
      index += 1
    }
    var token = NameToken(words[index], dictionary)
    index += 1
    token.text = (parts + [token.text]).joined(separator: " ")
    token.hasParticle = true
    return token
  }

  // MARK: - Roles

  private func assign(_ tokens: [NameToken], _ result: inout ParsedName) {
    guard let roles = NameOrder.best(tokens) else {
      result.text = tokens.map(\.text).joined(separator: " ")
      result.isUnclear = true
      return
    }
    var genders: [Gender] = []
    for (token, role) in zip(tokens, roles) {
      switch role {
      case .last:
        result.last = token.text
        if let gender = token.surname.gender, !token.hasParticle { genders.append(gender) }
      case .first:
        result.first = token.text
        if let gender = token.firstGender { genders.append(gender) }
      case .middle:
        result.middle = token.text
        if let gender = token.patronymic { genders.append(gender) }
      }
    }
    result.isConflicting = Set(genders.map(\.rawValue)).count > 1
    result.gender = result.isConflicting ? nil : genders.first
    // A surname alone says too little of a gender.
    if result.first.isEmpty, result.middle.isEmpty { result.gender = nil }
    result.text = [result.last, result.first, result.middle].filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: - Fillers

  private static let keyboard = [
    "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm",
  ]

  /// Whether the text is put in: a word for nobody, a run of the keyboard, one letter again and again.
  func isFiller(_ text: String) -> Bool {
    let key = MatchText.key(text)
    let letters = key.unicodeScalars.filter { $0.properties.isAlphabetic }
    if letters.isEmpty { return true }
    let bare = String(String.UnicodeScalarView(letters))
    if letters.count > 2 || key.unicodeScalars.count == 1, Set(letters).count == 1 { return true }
    if (4...12).contains(letters.count), Self.keyboard.contains(where: { $0.contains(bare) }) { return true }
    let words = key.split(separator: " ").filter { $0.contains { $0.isLetter } }
    if dictionary.kinds(words.joined(separator: " ")).contains(.placeholder) { return true }
    return words.contains { ["тест", "тестов", "test", "testov", "тестович"].contains($0) }
  }
}
